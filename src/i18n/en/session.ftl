### Sessions that are kept, and flow tests.

session-unknown = There is no session { $name }. `walletfix sessions` lists those that are kept.
session-ambiguous = Several sessions begin with { $name }: { $ids }. Type more of the id.
session-held = The session { $name } is open in another window. Close it there first.
session-unreadable = { $path } is no session of this program, or one of a newer version.
session-io = Cannot read or write { $path }: { $reason }.
session-none = There is no unfinished session to go on with.
session-none-but-ended = There is no unfinished session to go on with. The latest one came to its end. See its summary: walletfix summary { $id }
session-no-home = There is no folder for sessions. Set WALLETFIX_DATA_DIR to one.
session-saved = Saved. Go on with: walletfix resume { $id }
session-partly-saved = Only what was answered before the error is saved. Go on with: walletfix resume { $id }
session-not-saved = Nothing was saved.
session-torn = The last line of the session was cut off in the middle and is left out. It is asked again.
session-newer-events = { $count ->
    [one] 1 entry of the session comes from another version of the program and is left out.
   *[other] { $count } entries of the session come from another version of the program and are left out.
}
session-edited = { $count ->
    [one] The flows have changed since. 1 entry no longer fits and is asked again.
   *[other] The flows have changed since. { $count } entries no longer fit; the first of them is asked again.
}
session-going-on = { $count ->
    [one] Going on with: { $title }, 1 answer so far.
   *[other] Going on with: { $title }, { $count } answers so far.
}
session-delete-all = { $count ->
    [one] Delete the 1 session on this computer? It cannot be brought back.
   *[other] Delete all { $count } sessions on this computer? They cannot be brought back.
}
session-delete-keys = y deletes, n keeps.
session-delete-line = Type y and press Enter to delete; Enter alone keeps.
session-kept = Nothing was deleted.
session-deleted = { $count ->
    [one] Deleted 1 session.
   *[other] Deleted { $count } sessions.
}
sessions-empty = No sessions are kept on this computer.
sessions-line = { $id }  { $when }  { $title }  { $state }
sessions-state-open = { $count ->
    [one] open, 1 answer
   *[other] open, { $count } answers
}
sessions-state-ended = ended: { $outcome }
sessions-state-closed = cannot be opened
sessions-closed = { $count ->
    [one] 1 session cannot be opened. It stays in the list and can be deleted.
   *[other] { $count } sessions cannot be opened. They stay in the list and can be deleted.
}
session-title = { $title }
session-noted = The note was added to { $id }.
session-note-missing = There is no note to add. Put what was said at the end of the command.
sessions-no-flow = no problem chosen yet
input-needed = An answer is needed for { $path }, and there is nobody to ask.
input-ended-at = The input ended at “{ $name }”.
input-ended-consent = May automatic checks run?
answer-misfit = The answer for { $path } does not fit. { $message }
answer-circle = The answers lead in a circle: { $path } came up { $count } times.
answers-unused = No question asked for: { $names }. Take these answers out, or correct their paths.
answers-no-flow = Which flow? Name one on the command line, or with flow = "…" in the answers file.
for-github = GitHub is public: everybody can read an issue, and copies stay. Account and contact details are left out, hashes, addresses and order numbers too unless --with-numbers asks for them. Whoever offers private help there is a scammer.
for-github-less = The whole summary is too long for an address, so this one has the short text in one language.
for-zendesk-request = Zendesk wants to know who asks unless somebody is signed in. Add “requester” with a name and an email address where this is sent.
for-zammad = Zammad wants to know whose ticket it is: add “customer” with the email address where this is sent.
for-zammad-group = The profile names no group (tickets.zammad.group), so the ticket goes to Users.
output-exists = { $path } is there already and was not touched. Name another file, or move that one away first.
output-unwritable = Cannot write { $path }: { $reason }. The summary follows here instead.
outcome-resolved = solved
outcome-advice = advice
outcome-wait = wait
outcome-contact = contact support
outcome-urgent = urgent
outcome-legal = legal

## Contacts with support: noted, shown, and what was promised.

session-noted-promise = An answer was promised by { $when }. After that, `walletfix resume { $id }` reminds of it.
session-noted-late = An answer was promised by { $when }, which has passed. What to do now: `walletfix resume { $id }`
note-ask-said = What was said? One line.
note-ask-at = When was that? For example yesterday 14:30, or 2 hours ago. Enter means now.
note-ask-channel = Through which channel? { $channels }. Type a number or other words. Enter skips.
note-ask-channel-any = Through which channel? For example chat, or phone. Enter skips.
note-ask-agent = What is the name of the agent? Enter skips.
note-ask-promised = By when was an answer promised? For example 24h, 3 business days or tomorrow 18:00. Enter skips.
note-ask-ticket = Which ticket number was given? Enter skips.
note-nothing = Nothing was noted.
note-repeat = Nothing was noted. Correct this and run the whole command again.
note-first = This is the first question. There is nothing before it.
note-help = One line for each part. What is not known is skipped with Enter. Nothing is noted before the last question is answered. :back leads to the question before, :quit ends it without a note.
note-command = That is a command of the wizard and no part of a note. Type a line, or press Ctrl-C to note nothing.
note-no-channel = No channel has that number. There are: { $channels }.
note-option = { $option }: { $message }
note-promise-unclear = That is no time and no duration. For example: 24h, 3 business days, tomorrow 18:00, 2026-11-30 14:30.
note-promise-before = The promised time does not lie after the contact. Type a later one, with its year if that is not this one.
note-long = At most { $count } characters fit here.
sessions-history = Contacts and notes:
sessions-note-line = { $head }: { $said }
sessions-note-promised = answer promised by { $when }
sessions-note-ticket = ticket { $ticket }
sessions-state-overdue = { $state }, answer overdue since { $when }
sessions-state-waited = { $state }, time to wait over since { $when }
overdue-elsewhere = An answer is overdue in another session: `walletfix resume { $id }`
overdue-words = { $words }
overdue-support = Support
overdue-who = { $name } ({ $channel })
overdue-promise = { $who } promised an answer by { $when }. That time has passed.
overdue-promise-said = { $who } promised an answer by { $when }: “{ $said }”. That time has passed.
overdue-waited = The time to wait ended on { $when }.
overdue-write-ticket = Contact support again now and quote ticket { $ticket }.
overdue-write = Contact support again now, with the summary: `walletfix summary { $id }`.
overdue-again = { $count } promised times have passed, so you can complain as well. `{ $command }` lists the channels.
overdue-answered = If the answer has come, note it: `walletfix sessions note { $id }`.

## Flow tests.

test-failed = FAILED { $place }: { $flow }: { $name }: { $reason }
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
test-unused = never came up: { $names }
test-missing-probe = the automatic check { $path } needs a result under probes
test-event-misfit = the event { $event } does not fit: the session waits at { $path }
test-not-resumed = after resuming, what happened up to { $path } no longer fits
test-not-ended = it stops at { $path } before an end
test-expected = { $what }: expected { $expected }, was { $actual }
test-nothing = nothing
test-not-visited = { $path } was not visited
test-was-asked = { $path } was asked
test-unknown-profile = there is no profile { $name }
test-reason-at = { $reason } (line { $line })
test-coverage-flow = Flow
test-coverage-ends = Ends reached
test-coverage-ways = Ways taken
test-coverage-all = All
test-coverage-share = { $covered } of { $total }
test-coverage-cases = Of the ways, lines of branches: { $covered } of { $total }.
test-coverage-foreign = { $count ->
    [one] Not counted: 1 line of a branch that asks for a provider of which there is no profile here.
   *[other] Not counted: { $count } lines of branches that ask for a provider of which there is no profile here.
 }
test-coverage-missing = No test goes here:
test-coverage-low = The tests reach less than { $least }% of the ends or of the ways.
test-suggested = Tests that would reach the rest. `--write` adds them to their files:
test-written = { $count ->
    [one] 1 test was added to { $path }.
   *[other] { $count } tests were added to { $path }.
 }
test-unreached = No answers were found that lead here:
test-unreached-cut = No answers were found that lead here. The flow was too large to look everywhere:
test-unwritable = Cannot write to { $path }: { $reason }. Nothing in it was changed.
test-file-unsound = { $path } has mistakes, so no test was added. First check it with “walletfix validate”.
test-file-changed = { $path } was changed meanwhile, so no test was added. Run the command again.
test-file-closed = No test can be added at the end of { $path }. Write its tests as [[test]] sections.
