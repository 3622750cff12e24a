### Reading files and showing what is wrong with them.

## Above and below each finding

files-word-error = error
files-word-warning = warning
files-word-info = info
files-word-help = help
files-word-note = note
files-example = these answers show it:

## After the last finding

files-tally = { $list } in { $files ->
    [one] 1 file
   *[other] { $files } files
}
files-tally-and = { $left }, { $right }
files-tally-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
files-tally-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
files-tally-infos = { $count ->
    [one] 1 note on style
   *[other] { $count } notes on style
}
