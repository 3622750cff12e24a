### first

## what the first prompt says: read at once and kept short, all else when it is needed

prompt-default = 直接回车 = { $words }
answer-dont-know = 不知道
prompt-answer = 回答：
prompt-several-lines = 可以选几项，用逗号隔开，例如 1,2。
prompt-plain-hint = 有选项时输入序号。随时可以输入 ? 看说明，:back 返回，:quit 保存并退出。
prompt-several-list = 上下键移动，空格勾选或取消，回车完成。{ $menu }
prompt-escape = Esc 返回，输入 : 打开菜单：说明、全部回答、保存并退出。
prompt-escape-again = Esc 返回，: 菜单。
prompt-several-list-short = 空格勾选。{ $menu }
screen-none = 都没有
