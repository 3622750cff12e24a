### Messages of the commands.

error-line = error: { $message }
output-broken = Cannot write to standard output: { $reason }.
terminal-broken = Cannot ask on the terminal: { $reason }.

usage-see-help = All options: { $command }
usage-unknown-command = There is no command { $name }.
usage-unknown-command-nearest = There is no command { $name }. The nearest is { $nearest }.
usage-unknown-option = There is no option { $name }.
usage-unknown-option-nearest = There is no option { $name }. The nearest is { $nearest }.
usage-too-many = There is one argument too many: { $argument }.
usage-no-value = { $argument } takes no value.
usage-missing-value = { $argument } needs a value.
usage-bad-word = { $argument } does not take { $value }. It takes { $valid }.
usage-bad-value = { $argument } does not take { $value }. { $expected }
usage-bad-value-plain = { $argument } does not take { $value }.
usage-expects-language = It takes zh or en.
usage-expects-percent = It takes a whole number from 0 to 100.
usage-expects-time = It takes a time with its offset, such as 2026-09-01T10:00:00+08:00.
usage-missing-argument = { $argument } is missing.
usage-twice = { $argument } is given twice. Once is enough.
usage-conflict = { $argument } and { $other } do not go together. Choose one.
usage-not-utf8 = An argument is not readable text. It takes UTF-8.
usage-not-understood = The command line was not understood.

flow-unknown = There is no flow { $name }.
flow-unknown-nearest = There is no flow { $name }. The nearest is { $nearest }.
flow-unknown-list = All flows: walletfix flows
flow-unsound = The flow { $flow } has mistakes, or leads to a flow that has some. It cannot be used.
flow-none-sound = None of the flows in that folder can be used: each has mistakes, or leads to one that has.
flow-unsound-see = All mistakes: walletfix validate
answers-missing = Nothing is there: { $path }. Give a file with answers.
profile-unknown = There is no profile { $profile }. Choose { $known }.
profile-missing = Nothing is there: { $path }. Give a profile file.
profile-unsound = The profile { $profile } has mistakes. It cannot be used.

validate-sound = No mistakes in { $files ->
    [one] 1 file
   *[other] { $files } files
}, { $flows ->
    [one] 1 of them a flow
   *[other] { $flows } of them flows
}.

validate-explain = What this means, with an example: walletfix explain { $rule }
explain-unknown = There is no rule { $name }.
explain-unknown-nearest = There is no rule { $name }. The nearest is { $nearest }.
explain-unknown-list = All rules: walletfix explain

flows-no-group = Other problems
flows-shared = Checklists that other flows use

flow-title = { $title } ({ $flow })
flow-group = Group: { $group }
flow-owner = Owner: { $owner }
flow-reviewed = Last reviewed: { $date }
flow-start = Begins with: { $step }
flow-step = { $number }. { $step } ({ $kind })
flow-else = everything else
flow-verb-ask = question
flow-verb-tell = information
flow-verb-do = do this
flow-verb-try = try this
flow-verb-probe = automatic check: { $probe }
flow-verb-branch = sorts by what is known
flow-verb-run = runs the checklist { $flow }
flow-verb-go = goes on with { $flow }
flow-verb-return = back to the caller: { $value }
flow-verb-end = end: { $outcome }

contacts-of = Whom to turn to: { $name }
contacts-for-contact = Support
contacts-for-urgent = Emergencies: money is leaving, or the account must be frozen
contacts-for-legal = Complaints and authorities
contacts-for-fraud = Fraud lines
contacts-prepare = Have ready: order number, time, amount, the error as it is shown, and the app version. walletfix diagnose puts them into a summary.
