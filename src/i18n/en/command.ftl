### Messages of the commands.

error-line = error: { $message }
output-broken = Cannot write to standard output: { $reason }.
reason-not-found = it does not exist
reason-not-allowed = permission denied
reason-folder = it is a folder
reason-no-folder = it is not a folder
reason-full = the disk is full
reason-read-only = the disk can only be read
reason-other = { $system }

command-being-built = The command { $command } is still being built in this version.

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
usage-expects-time = It takes a time with its offset, such as 2026-09-01T10:00:00+08:00.
usage-missing-argument = { $argument } is missing.
usage-twice = { $argument } stands there twice. Once is enough.
usage-conflict = { $argument } and { $other } do not go together. Choose one.
usage-not-utf8 = An argument is not readable text. It takes UTF-8.
usage-not-understood = The command line was not understood.

flow-unknown = There is no flow { $name }.
flow-unknown-nearest = There is no flow { $name }. The nearest is { $nearest }.
flow-unknown-list = All flows: walletfix flows
flow-unsound = The flow { $flow } has mistakes, or leads to a flow that has some. It cannot be used.
flow-unsound-see = All mistakes: walletfix validate
profile-unknown = There is no profile { $profile }. There is { $known }.

validate-sound = No mistakes in { $files ->
    [one] 1 file
   *[other] { $files } files
}, { $flows ->
    [one] 1 of them a flow
   *[other] { $flows } of them flows
}.

flows-group-money = Money is missing or stuck
flows-group-access = Cannot get in
flows-group-safety = Theft and scams
flows-group-app = The app itself
flows-group-provider = The company behind the wallet
flows-group-support = Reaching support
flows-no-group = Other problems
flows-shared = Checklists that other flows use

flow-title = { $title } ({ $flow })
flow-group = Group: { $group }
flow-owner = Owner: { $owner }
flow-reviewed = Last reviewed: { $date }
flow-start = Begins with: { $step }
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

## Packs, profiles, sessions.

session-unknown = There is no session { $name }. `walletfix sessions` lists those that are kept.
session-ambiguous = Several sessions begin with { $name }: { $ids }. Type more of the id.
session-held = The session { $name } is open in another window. Close it there first.
session-unreadable = { $path } is no session of this program, or one of a newer version.
session-io = Cannot read or write { $path }: { $reason }.
session-none = There is no unfinished session to go on with.
session-no-home = There is no folder for sessions. Set WALLETFIX_DATA_DIR to one.
session-no-flows = The flows of that session are gone: { $reason } Name their folder with --flows.
session-saved = Saved. Go on with: walletfix resume { $id }
session-not-saved = Nothing was saved.
session-torn = The last line of the session was cut off in the middle and is left out. It is asked again.
session-newer-events = { $count } entries of the session come from another version of the program and are left out.
session-edited = The flows have changed since. { $count } entries no longer fit; the first of them is asked again.
session-going-on = Going on with: { $title }, { $count } answers so far.
session-deleted = Deleted { $count } sessions.
sessions-empty = No sessions are kept on this computer.
sessions-line = { $id }  { $when }  { $title }  { $state }
sessions-state-open = open, { $count } answers
sessions-state-ended = ended: { $outcome }
session-title = { $title }
sessions-no-flow = no problem chosen yet
input-needed = An answer is needed for { $path }, and there is nobody to ask.
input-ended = The input ended at the question { $path }.
answer-misfit = The answer for { $path } does not fit. { $message }
answer-circle = The answers lead in a circle: { $path } came up { $count } times.
answers-unused = No question asked for: { $names }. Take these answers out, or correct their paths.
answers-no-flow = Which flow? Name one on the command line, or with flow = "…" in the answers file.
output-unwritable = Cannot write { $path }: { $reason }. The summary follows here instead.
outcome-resolved = solved
outcome-advice = advice
outcome-wait = wait
outcome-contact = contact support
outcome-urgent = urgent
outcome-legal = legal

## Flow tests.

test-failed = FAILED { $flow }: { $name }: { $reason }
test-passed-all = { $count ->
    [one] 1 test passed.
   *[other] { $count } tests passed.
}
test-some-failed = { $passed } passed, { $failed } failed.
test-none = There are no tests.
test-unsound = the flow has errors
test-missing-answer = the step { $path } needs an answer
test-misfit = the answer for { $path } does not fit: { $message }
test-circle = the answers lead in a circle at { $path }
test-unused = never asked: { $names }
test-missing-probe = the check { $path } needs a result under probes
test-event-misfit = the event { $event } does not fit: the session waits at { $path }
test-not-ended = it stops at { $path } before an end
test-expected = { $what }: expected { $expected }, was { $actual }
test-nothing = nothing
test-not-visited = { $path } was not visited
test-was-asked = { $path } was asked
test-unknown-profile = there is no profile { $name }
