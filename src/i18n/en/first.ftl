### first

## what the first prompt says: read at once and kept short, all else when it is needed

prompt-default = Enter means { $words }
answer-dont-know = I don't know
prompt-answer = Answer:{" "}
prompt-several-lines = You can choose several, separated by commas, for example 1,2.
prompt-plain-hint = Where there are options, type a number. At any time you can type ? for help, :back for the previous screen, :quit to save and quit.
prompt-several-list = Arrow keys move, Space ticks, Enter when done. { $menu }
prompt-escape = Esc goes back, : opens the menu: help, all answers, save and quit.
prompt-escape-again = Esc back, : menu.
prompt-several-list-short = Space ticks. { $menu }
screen-none = none
