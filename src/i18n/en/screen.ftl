### screen

## prompts: how every screen is answered

prompt-urgent = Urgent: { $text }
prompt-ahead = { $least ->
    [one] 1 more step.
   *[other] { $least } more steps.
}
prompt-ahead-range = { $least } to { $most } more steps.
prompt-ahead-least = At least { $least } more steps.
prompt-note = Press Enter to go on.
prompt-skip-line = Typing :skip means { $label }
prompt-plain-hint-unkept = Where there are options, type a number. At any time you can type ? for help, :back for the previous question, :quit to quit without writing anything.
prompt-wait = Checking: { $label } (up to { $seconds } s)
prompt-one-list = Arrow keys, a number or a few letters, then Enter. { $menu }
prompt-several-found = Space or Enter ticks it, Esc clears the letters.
prompt-one-line = Type a number and press Enter. { $menu }
prompt-several-line = Type numbers separated by commas, for example 1,2, and press Enter. { $menu }
prompt-line = Type and press Enter. { $menu }
prompt-line-again = Type and press Enter; Up brings the answer back. { $menu }
prompt-note-menu = { $menu }
prompt-escape-unkept = Esc goes back, : opens the menu: help, quit.
prompt-escape-typed = Esc back, :help, :quit.
prompt-commands = Arrow keys or the command, then Enter. Esc returns to the question.
prompt-fits-nothing = Nothing in the list fits. Enter answers in these words, Esc clears them.
prompt-more-above = { $count } more above
prompt-more-below = { $count } more below
prompt-part-above = Up for more
prompt-part-below = Down for more
prompt-rows-hidden = { $count ->
    [one] 1 more row
   *[other] { $count } more rows
}
prompt-one-list-short = Pick, then Enter. { $menu }
prompt-several-line-short = Numbers like 1,2. { $menu }
prompt-more = { $count } more
prompt-read-on = Enter to read on.
prompt-nothing-ticked = nothing ticked
prompt-wait-enter = Press Enter to skip.
prompt-wait-skip = Press any key to skip, at most { $seconds } s more
prompt-wait-skip-several = { $count } left. Press any key to skip, at most { $seconds } s more

prompt-menu-back = Back to the previous screen
prompt-menu-help = Explain this
prompt-menu-skip = Skip this question
prompt-menu-review = See or change the answers
prompt-menu-flow = This is not my problem
prompt-menu-lang = 中文 (switch to Chinese)
prompt-menu-stop = Stop and prepare a support request
prompt-menu-quit = Save and quit
prompt-menu-quit-unkept = Quit, nothing is written

## The program's own screens and what is said between screens.

screen-what-happened = What happened? Say it in one line, in your own words.
screen-all-problems = All problems. Which one is the closest?
screen-words-how = For example: I sent 200 to a friend and nothing arrived. Leave out passwords, codes and recovery phrases. Just Enter shows the list of problems.
screen-words-how-stay = For example: I sent 200 to a friend and nothing arrived. Leave out passwords, codes and recovery phrases. Just Enter shows the list of problems, :back leads back to the question.
screen-words-how-keep = Just Enter keeps it as it is.
screen-words-found = These problems are the closest. Which one is it?
screen-words-all = None of these: show all problems
screen-words-again = Say it in other words
screen-words-own = Say it in your own words
screen-words-none = Nothing is close to these words. All problems follow.
screen-review-words = The problem in your own words
screen-stay = Back to the question
screen-first = This is the first screen. There is nothing before it.
screen-orphaned = These answers no longer fit and were dropped: { $names }
screen-unsaved = This session cannot be saved: { $reason }. You can go on, but not resume later.
screen-understood = Understood: { $words }
screen-found = { $name } (checked automatically): { $result }
screen-found-observed = { $name } (checked automatically): { $result } ({ $observed })
screen-unseen = { $name }: could not check it ({ $reason }). That does not mean it is fine, or broken.
screen-consent = Let this computer run some automatic checks (its network and clock, the service, the newest version of the app)? It contacts only: { $hosts }. Your answers are not sent, nor anything else about you. As with any web page, these sites see this computer's IP address. Every step also works without these checks.
screen-consent-transaction = Let this computer look up the transaction? { $hosts } will see the transaction hash and this computer's IP address, and nothing else. Every step also works without it.
screen-consent-address = Let this computer look up the balance of the address? { $hosts } will see the address and this computer's IP address, and nothing else. Every step also works without it.
screen-consent-help = Yes: this computer contacts the sites named here, and no others. No: nothing is contacted, and what was to be checked stays unknown. Either way the steps go on, and you are not asked again.
screen-could-not-check = { $name }: could not check it ({ $reason }). That does not mean it is fine, or broken. Please look for yourself and answer:
screen-no-answer = That was empty. Type an answer, or ? for help.
screen-cannot-skip = This question cannot be skipped. Type ? for help.
screen-guard-first = Please answer this safety check first. Another problem can be chosen after it.
screen-stop-later = Stopping early is offered when a step comes up for the third time. To save and quit now, type :quit.
screen-really-none = None of these, right? If you are not sure, choose “I don't know”: it is treated as danger first.
screen-really-none-none = Right, none of them
screen-really-none-again = Show the list again
screen-really-none-unsure = I don't know
screen-really-none-skipped = That counts as “I don't know”: it is treated as danger first.
screen-too-often = This step has come up at least 3 times. You can go on, or stop here with a summary for support.
screen-too-often-on = Go on
screen-too-often-stop = Stop and contact support
screen-country = Which country or region are you in? Its police and official numbers follow.
screen-elsewhere = Somewhere else
screen-review = Your answers. Choose one to change it or to leave it out of the summary.
screen-review-line = { $name }: { $value }
screen-review-left-out = { $line } (left out of the summary)
screen-review-empty = There are no answers yet.
screen-review-what = What should happen with this answer?
screen-review-what-change = Change it
screen-review-what-restore = Put it back into the summary
screen-review-what-drop = Leave it out of the summary
screen-review-what-leave = Keep it as it is
screen-dropped = Left out: { $line }
screen-follow-up = Wait until: { $time }
screen-end = Press Enter for the summary. Nothing is sent for you.
screen-leave = That is the whole summary, as support will read it. What next?
screen-leave-done = All correct, finish
screen-leave-copy = Copy it
screen-leave-save = Save it to a file
screen-leave-line = Change a line or leave one out
screen-leave-file = Add a file, by name only
screen-leave-which = Which line?
screen-leave-attached = File
screen-leave-save-where = What should the file be called?
screen-leave-save-how = A name or a path. Enter means { $name }, in this folder.
screen-leave-save-again = A name or a path. Enter means { $name }.
screen-leave-added = Added: { $name }, { $size }
screen-leave-changed = Changed: { $line }
screen-leave-gone = No longer in the summary:
screen-leave-new = Now in the summary:
screen-leave-rest = The rest is as it was shown.
screen-leave-ended = Finished. The session is saved. See its summary again: walletfix summary { $id }
screen-leave-ended-unkept = Finished. The session is not saved.
screen-leave-file-which = Which file goes with it?
screen-leave-file-how = Its path. Only name, size and checksum go into the summary, never what is in it. Enter means none.
copied = Copied. It can be pasted now.
copied-by-terminal = Sent to the terminal for copying. Some terminals do not take it: if pasting brings something else, save it to a file.
copy-impossible = There is no clipboard here. Save it to a file instead.
copy-too-large = It is too long to be copied here. Save it to a file instead.
saved-to = Saved: { $file }. Only you can read it on this computer.
save-exists = { $file } is there already and was not touched. Choose another name.
save-failed = It could not be saved as { $file }: { $reason }. Choose another name.
attach-failed = { $name } could not be read: { $reason }. Nothing was added.
screen-gave-up = The steps do not lead further. Contact support with the summary below: it says what was already tried.
screen-help-about = This step is part of “{ $flow }”: { $about }.
screen-help-part = This step is part of “{ $flow }”.
screen-help-do = Answer when it is done. If you cannot do it, say so or skip it.
screen-help-try = Look at the result first. If it did not help, say so. You can also skip it.
screen-help-question = Choose what comes nearest to what you see.
screen-help-lines =
    At any prompt you can type: :back previous screen, :skip I don't know, :review all answers, :flow another problem. Also :lang 中文, :quit save and quit, ? this help. Type a number, a name or its beginning.
    Nobody at support needs your password, code, recovery phrase or private key, and nothing here does.
screen-help-menu =
    At any prompt Esc goes back, : opens the menu: all answers, another problem, 中文, save and quit. In a list a number or a few letters are enough, and ? shows this.
    Nobody at support needs your password, code, recovery phrase or private key, and nothing here does.

group-money = Money is missing or stuck
group-access = Cannot get in
group-safety = Theft and scams
group-app = The app itself
group-provider = The company behind the wallet
group-support = Getting help

reason-not-found = no such file or folder
reason-not-allowed = no permission
reason-folder = it is a folder
reason-no-file = it is no ordinary file
reason-too-large = it is larger than 4 GiB
reason-no-folder = a file stands where a folder should be
reason-full = the disk is full
reason-read-only = the disk can only be read
reason-other = the system refused ({ $system })

screen-check-by-hand = Automatic check: { $name } (probe { $probe } at { $path }). What should it find? Nothing is sent.
