### Reading files and showing what is wrong with them.

## Above and below each finding

files-word-error = error
files-word-warning = warning
files-word-info = info
files-word-help = help
files-word-note = note
files-help-line = help: { $help }
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

## Checking again and again

watch-waiting = Waiting for changes. Ctrl-C ends.
watch-changed = { $file } has changed.
watch-changed-more = { $file } and { $count ->
    [one] 1 more file
   *[other] { $count } more files
} have changed.
watch-again = Checked again.
watch-broken = Cannot watch the files: { $reason }.

## Loading a pack

files-missing = Nothing is there: { $path }. Give a folder with flows or a .toml file.
files-no-flow = No flow is in { $path }. A flow is a .toml file outside profiles, regions, tests and schema.
files-not-allowed = Reading { $path } is not allowed. Check its permissions.
files-not-a-file = { $path } is not a file. A .toml file should be there.
files-not-toml = { $path } is not a .toml file. Flows, profiles and tests are .toml files.
files-outside = { $path } is a link that leads out of the pack. Put the file itself there.
files-too-deep = { $path } lies too deep: folders within folders within folders. Flows belong near the top of the pack.
files-bad-name = The name { $path } has characters in it that cannot be shown. A name has only a to z, digits and -.
files-too-large = { $path } is larger than { $megabytes } MB. No flow needs that much; check what it is.
files-unreadable = Could not read { $path }: { $reason }.

## Profiles and regions

bad-hours = this is not how opening hours are written
bad-hours-help = for example `Mo-Fr 09:00-17:00; PH off` or `24/7` (OpenStreetMap opening_hours)
bad-time-zone = there is no time zone `{ $value }`
bad-time-zone-help = write its IANA name, such as `Asia/Shanghai`
bad-date = `{ $key }` must be a day
bad-date-help = write it without quotes and without a time: 2026-11-21
bad-id-generic = `generic` is the built-in profile
bad-id-generic-help = give this file another name
bad-value-address = an address has no spaces and is not empty
bad-value-amount = `{ $value }` is not an amount
bad-value-amount-help = write a number and a currency code: `20000 CNY`
bad-value-country = there is no country `{ $value }`
bad-value-country-help = write its two capital letters of ISO 3166, such as `CN`
bad-value-country-twice = `{ $value }` is already a country of { $file }
bad-value-profile-currency = a currency code is 2 to 10 capital letters or digits, such as `CNY`
bad-value-empty = `{ $key }` is empty
bad-value-empty-list = `{ $key }` needs at least one entry
bad-value-host = `{ $value }` is not a host name
bad-value-host-help = write the host alone, in small letters: `example.com`
bad-value-id-twice = another channel already has the id `{ $value }`
bad-value-language = a language is written as a code, such as `zh` or `en`
bad-value-one-of-keys = `{ $key }` can have only one of { $names }
bad-value-status = `status` must be a number from 100 to 599
bad-value-url = `{ $value }` is not a web address
bad-value-url-help = write it in full: `https://example.com/status`
bad-value-version-source = `{ $key }` must be "ask" or a table with `itunes`, `github` or `feed`
bad-value-store-app = `{ $value }` is no app in the App Store
bad-value-store-app-help = write its bundle id or its number: `com.example.app`, `414478124`
bad-value-repository = `{ $value }` is no repository on GitHub
bad-value-repository-help = write `OWNER/NAME`
bad-value-wait = `{ $value }` is not a duration
bad-value-wait-help = write a number and a unit: `30m`, `24h`, `3d`, `15bd`, `13mo`
missing-key-one-of = `{ $key }` needs { $names }

## Tests and answers

bad-value-test-place = tests of { $flow } belong in tests/{ $flow }.toml
bad-value-test-twice = another test is already called `{ $value }`
bad-value-answers-and-events = a test has either `answers` or `events`
bad-value-path-twice = `{ $path }` already has a value
bad-value-expects-nothing = this test expects nothing, so it cannot fail
bad-value-event = `{ $value }` is not an event
bad-value-event-help = for example `symptom = pending`, `seen PATH`, `probe PATH = RESULT`, `back`, `change PATH = VALUE`, `drop PATH`, `flow = FLOW`, `lang zh`, `country CN`, `clock +2h`, `resume`, `words TEXT`, `note TEXT`, `consent no`, `refused PATH KIND`, `exposed yes`, `attach NAME SIZE SHA256`, `give-up`
bad-value-profile = there is no profile `{ $value }`
wrong-type-given = `{ $key }` cannot be a number with a fraction
wrong-type-given-help = write it in quotes, such as "100.50 CNY" or "8.5"
test-missing-flow = there is no flow `{ $flow }`
test-bad-answer = `{ $path }` cannot have this value
test-stale-answer = { $flow } has no step `{ $name }`
test-stale-answer-help = delete this test, then `walletfix test --suggest --write` writes new ones
test-stale-answer-no-way = step `{ $name }` of { $flow } runs no other flow, so no step lies behind it
test-stale-answer-behind = `{ $name }` goes back to { $flow }, whose steps keep their first paths
test-stale-answer-no-guard = this pack has no guard flow
test-stale-answer-visit = a visit is a number from 1, such as `again#2`
test-stale-answer-not-asked = step `{ $name }` asks nothing
test-stale-answer-probe = step `{ $name }` is an automatic check and asks nobody; its result belongs in `probes`
test-stale-answer-not-probe = step `{ $name }` is not an automatic check; its answer belongs in `answers`
test-stale-answer-not-told = step `{ $name }` is not a `tell`
test-stale-answer-no-flow = there is no main flow `{ $name }`
test-stale-answer-no-end = step `{ $name }` is not an `end`
test-stale-answer-outcome = the end `{ $name }` has another outcome
test-stale-answer-category = { $flow } has no end `{ $name }`
test-stale-answer-no-return = { $name } is not a shared flow, so it returns nothing
test-stale-answer-return = this flow never returns `{ $name }`
test-stale-answer-no-fact = step `{ $name }` sets no fact
