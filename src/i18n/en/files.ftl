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

## Loading a pack

files-missing = Nothing is there: { $path }. Give a folder with flows or a .toml file.
files-no-flow = No flow is in { $path }. A flow is a .toml file outside profiles, regions, tests and schema.
files-not-allowed = Reading { $path } is not allowed. Check who may read it.
files-not-a-file = { $path } is not a file. A .toml file should be there.
files-not-toml = { $path } is not a .toml file. Flows, profiles and tests are .toml files.
files-too-large = { $path } is larger than { $megabytes } MB. No flow needs that much; check what it is.
files-unreadable = Could not read { $path }: { $reason }.
