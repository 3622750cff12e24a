### screen

## prompts: how every screen is answered

prompt-urgent = 紧急：{ $text }
prompt-default = 直接回车 = { $words }
prompt-note = 按回车继续。
prompt-answer = 回答：
prompt-several-lines = 可以选几项，用逗号隔开，例如 1,2。
prompt-skip-line = 输入 :skip = { $label }
prompt-plain-hint = 有选项时输入编号。随时可以输入 ? 看说明，:back 回上一步，:quit 保存并退出。
prompt-wait = 正在检测：{ $label }（最多 { $seconds } 秒）
prompt-one-list = 上下键移动，回车选定。Esc 打开菜单：上一步、说明、保存并退出。
prompt-several-list = 上下键移动，空格勾选或取消，回车完成。Esc 打开菜单：上一步、说明、保存并退出。
prompt-one-line = 输入编号，按回车。Esc 打开菜单：上一步、说明、保存并退出。
prompt-several-line = 输入编号，用逗号隔开，例如 1,2，然后按回车。Esc 打开菜单：上一步、说明、保存并退出。
prompt-line = 输入后按回车。Esc 打开菜单：上一步、说明、保存并退出。
prompt-note-menu = Esc 打开菜单：上一步、说明、保存并退出。
prompt-wait-skip = 按任意键跳过

prompt-menu-back = 回上一步
prompt-menu-help = 看说明
prompt-menu-skip = 跳过这个问题
prompt-menu-review = 看已有的回答，可以修改
prompt-menu-flow = 不是这个问题，换一个
prompt-menu-lang = English（换成英文）
prompt-menu-stop = 到此为止，整理给客服
prompt-menu-quit = 保存并退出
prompt-menu-return = 回到刚才的问题
