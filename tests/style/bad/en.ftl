banned = Sign in first.
space = { $count ->
    [one] Step 1.
   *[other] Step { $count }.
}
quotes = Tap Backup.
length = Open the history.
