### screen

## prompts: how every screen is answered

prompt-urgent = Urgent: { $text }
prompt-default = Enter means { $words }
prompt-note = Press Enter to go on.
prompt-answer = Answer:
prompt-several-lines = You can choose several, separated by commas, for example 1,2.
prompt-skip-line = Typing :skip means { $label }
prompt-plain-hint = Where there are options, type a number. At any time you can type ? for help, :back for the previous screen, :quit to save and stop.
prompt-wait = Checking: { $label } (up to { $seconds } s)
prompt-one-list = Up and down to move, Enter to choose. Esc opens a menu: back, help, save and stop.
prompt-several-list = Up and down to move, Space to tick or untick, Enter when done. Esc opens a menu: back, help, save and stop.
prompt-one-line = Type a number and press Enter. Esc opens a menu: back, help, save and stop.
prompt-several-line = Type numbers separated by commas, for example 1,2, and press Enter. Esc opens a menu: back, help, save and stop.
prompt-line = Type and press Enter. Esc opens a menu: back, help, save and stop.
prompt-note-menu = Esc opens a menu: back, help, save and stop.
prompt-wait-skip = Press any key to skip

prompt-menu-back = Back to the previous screen
prompt-menu-help = Explain this
prompt-menu-skip = Skip this question
prompt-menu-review = See or change the answers
prompt-menu-flow = This is not my problem
prompt-menu-lang = 中文 (switch to Chinese)
prompt-menu-stop = Stop and prepare a support request
prompt-menu-quit = Save and stop
prompt-menu-return = Return to the question
