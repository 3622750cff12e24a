### answer
