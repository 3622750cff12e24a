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
usage-expects-languages = It takes zh, en or both.
usage-expects-percent = It takes a whole number from 0 to 100.
usage-expects-country = It takes a country as a code of two letters, such as CN.
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

flows-none-found = No problem is close to these words. Other words may find it.
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
contacts-prepare = Have ready: order number, time, amount, the error as it is shown and the app version. Cover passwords and codes in screenshots. walletfix diagnose puts it all into a summary.
contacts-no-answer = No answer? walletfix contact --follow-up says when to ask again, what to write, and where to complain after that.
contacts-country = To see the police and complaint lines of a country, add --country and its code, such as --country CN.
contacts-elsewhere = For the public offices of another place, add --country and its code, such as --country US.
contacts-no-region = No public offices are on file for { $country }. Find the numbers for reports and complaints with an official source there.
contacts-silent = When no answer comes: { $name }
contacts-ask-again = If you write now
contacts-asked = If you wrote on { $time }
contacts-complain = If that does not help either, complain in this order
contacts-prepare-complaint = Have ready: the summary, proof of payment, and the time of each contact with what was said.

graph-known = an answer
graph-no-tests = The pack has no tests, so no line is dashed.
graph-all-tested = Every way and every end is taken by a test of the pack.
graph-untested = Dashed: taken by no test of the pack that passes ({ $count } of the ways and ends).

step-unknown = The flow { $flow } has no step { $name }.
step-unknown-nearest = The flow { $flow } has no step { $name }. The nearest is { $nearest }.
step-unknown-list = All steps: walletfix flows show { $flow }
play-begins = A preview: nothing is sent and nothing is kept. What an automatic check finds is up to you. When a file is saved, the flow is read again.
play-at = Begins at { $name }. These answers were taken to get there:
    { $answers }
play-no-way = No answers were found that lead to { $name } with the profile { $profile }. Choose another with --profile, or begin at an earlier step.
play-own = These flows come with the program and cannot be edited. Give the folder of yours with --flows.
play-unchanged = No file has changed.
play-last-sound = The last version without mistakes stays until they are mended.
play-warnings = { $count ->
    [one] There is 1 warning
   *[other] There are { $count } warnings
}; walletfix validate shows them.
play-mistakes-elsewhere = { $count ->
    [one] There is 1 mistake
   *[other] There are { $count } mistakes
} in other files of the pack; walletfix validate shows them.
play-hint = ? { $text }

## new: a flow and its test from a few answers

new-title = New flow in the folder { $folder }
new-title-file = New flow: { $path }
new-ask-flow = What is the flow called? The name is that of its file and never shown to users.
new-example-flow = for example app-does-not-open: small letters, digits and -
new-help-flow = Name the problem, not the team: people who write tests and conditions read it. A name that begins with shared/ makes a checklist that other flows run.
new-ask-title-zh = What is the problem, in a few Chinese words? People choose it from a list.
new-example-title-zh = for example 应用打不开
new-help-title-zh = One line of at most 76 columns, a Chinese character takes two. Write what people see, not what causes it.
new-ask-title-en = The same in English?
new-example-title-en = for example The app does not open
new-help-title-en = One line of at most 76 columns. Every text stands in both languages, with the same facts.
new-ask-group = Under which heading is it listed?
new-help-group = Choose the one under which people would look. It can be changed in the file.
new-ask-question-zh = Which yes-no question comes first, in Chinese?
new-example-question-zh = for example 应用能打开吗？
new-help-question-zh = Ask what the eye can see. Yes leads to something to try, no leads to support; steps, other kinds of answers and other ends are added in the file.
new-ask-question-zh-shared = Which yes-no question comes first, in Chinese? Yes must mean that all is well.
new-help-question-zh-shared = Ask what the eye can see. Yes returns ok to the flow that runs this one, no leads to something to try; the rest is added in the file.
new-ask-question-en = The same question in English?
new-example-question-en = for example Does the app open?
new-help-question-en = The same facts in the same order. Nobody may ask for a password, a code or a recovery phrase.
new-ask-question-en-shared = The same question in English?
new-help-question-en-shared = The same facts in the same order. Nobody may ask for a password, a code or a recovery phrase.
new-ask-owner = Which team answers for this flow?
new-example-owner = for example app-support
new-help-owner = Whoever finds a mistake in the flow turns to this team. Users never see it.
new-help =
    :back goes to the question before, with its answer kept. :quit ends, and nothing is written. :lang is 中文.
    Both files are written after the last question, and every answer can be changed in them.
new-no-command = Here there are :back, :lang, :quit and ?.
new-finding = { $message } ({ $rule })
new-finding-help =
    { $message } ({ $rule })
    Help: { $help }
new-empty = the name is empty
new-refused = Not taken: { $message }
new-remark = Taken, though { $message }. To write it again, type :back.
new-reserved = the folder { $folder } of a pack holds something else than flows; choose another name
new-exists = { $path } is there already, and nothing is ever written over. Choose another name.
new-not-a-folder = { $path } is a file. Give a folder for the flows.
new-unwritable = Cannot write { $path }: { $reason }. Nothing was written.
new-reason-exists = something has that name already
new-nothing-written = Nothing was written.
new-ended = The input ended. Still to be answered: { $open }. Nothing was written.
new-written = Written: { $path }
new-next = Both pass as they are. Open them in an editor and change what you like, then
new-next-validate = - see all mistakes: { $command }
new-next-play = - walk it: { $command }
new-next-test = - run its tests: { $command }

# What stands in the files.
new-note-flow =
    `start` names the first step. Every step has one verb that says what it does:
    ask, tell, do, try, probe, branch, run, go, return or end.
new-note-ask =
    A question. `next` names the step for each answer, and no answer may be left out.
    Other types: choice (with options), choices, amount, number, time, version, text.
new-note-label = The name under which support reads the answer in the summary.
new-note-try = Something to try. Whoever skips it, or tried it before, goes where not-fixed leads.
new-note-end = The end of a way: resolved, advice, wait, contact, urgent or legal.
new-note-support = With contact, urgent and legal the provider's channels are shown; no text holds a number.
new-note-return = The answer for the flow that runs this one: `run = "shared/…"`, and a `next` for each value.
new-note-test =
    Whoever answers this must get there. When steps have changed, delete the tests that no longer fit;
    `walletfix test --write` adds tests for every way that has none.
new-text-restart = Close the app and open it again.
new-text-solved = It works again.
new-text-support = Contact support with this summary.
new-test-fine = all is well
new-test-helps = a restart helps
new-test-helps-not = a restart does not help
new-test-straight = straight to support
