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
