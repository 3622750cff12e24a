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
