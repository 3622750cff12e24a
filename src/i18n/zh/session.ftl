### 保存的排查记录，以及流程测试。

session-unknown = 没有 { $name } 这条排查记录。用 walletfix sessions 查看全部记录。
session-ambiguous = 有几条排查记录都以 { $name } 开头：{ $ids }。请多写几位。
session-held = 排查记录 { $name } 正在另一个窗口里打开。请先在那里关闭。
session-unreadable = { $path } 不是本程序的排查记录，或来自更新的版本。
session-io = 读写不了 { $path }：{ $reason }。
session-none = 没有可以继续的排查。
session-none-but-ended = 没有可以继续的排查，最近一次已结束。摘要：walletfix summary { $id }
session-no-home = 没有存放排查记录的文件夹。请把 WALLETFIX_DATA_DIR 设为一个文件夹。
session-saved = 已保存。继续：walletfix resume { $id }
session-partly-saved = 只保存了出错之前的回答。继续：walletfix resume { $id }
session-not-saved = 没有保存任何内容。
session-torn = 排查记录的最后一行没有写完，已略去，会再问一次。
session-newer-events = 排查记录里有 { $count } 条内容来自其他版本的程序，已略去。
session-edited = 流程在那之后改过。有 { $count } 条内容不再适用，从其中第一条起重新问。
session-going-on = 继续：{ $title }，已有 { $count } 个回答。
session-delete-all = 要删除这台电脑上的 { $count } 条排查记录吗？删除后找不回来。
session-delete-keys = y 删除，n 不删。
session-delete-line = 输入 y 再按回车删除；直接按回车不删。
session-kept = 没有删除任何记录。
session-deleted = 已删除 { $count } 条排查记录。
sessions-empty = 这台电脑上没有排查记录。
sessions-line = { $id }  { $when }  { $title }  { $state }
sessions-state-open = 未完成，{ $count } 个回答
sessions-state-ended = 已结束：{ $outcome }
sessions-state-closed = 打不开
sessions-closed = 有 { $count } 次打不开，仍列在下面，可以删除。
session-title = { $title }
session-noted = 备注已存入 { $id }。
session-note-missing = 没有备注可以存。把对方说的话写在命令的最后。
sessions-no-flow = 还没有选问题
input-needed = { $path } 需要回答，但没有人可以问。
input-ended-at = 问到“{ $name }”时，输入已经结束。
input-ended-consent = 可以自动检测吗？
answer-misfit = { $path } 的回答用不了。{ $message }
answer-circle = 这些回答在绕圈：{ $path } 出现了 { $count } 次。
answers-unused = 没有问题用到：{ $names }。请去掉这些回答，或改正路径。
answers-no-flow = 要走哪个流程？写在命令里，或在答案文件里写 flow = "…"。
for-github = GitHub 是公开的：谁都能看到，删了也可能留有副本。账号和联系方式已略去；交易哈希、地址和订单号也已略去，加上 --with-numbers 才会写进去。在那里主动说要私下帮您的人，就是骗子。
for-github-less = 完整的摘要太长，网址里放不下，所以这个网址里是一种语言的简短摘要。
for-zendesk-request = 没有登录时，Zendesk 要知道是谁提的。发送时请补上“requester”，写姓名和邮箱。
for-zammad = Zammad 要知道是谁的工单：发送时请补上“customer”，写邮箱。
for-zammad-group = 配置里没写组（tickets.zammad.group），工单会进 Users 组。
output-exists = { $path } 已经存在，没有动它。请换一个文件名，或先把它移走。
output-unwritable = 写不进 { $path }：{ $reason }。摘要改为显示在这里。
outcome-resolved = 已解决
outcome-advice = 已有办法
outcome-wait = 等待
outcome-contact = 联系客服
outcome-urgent = 紧急
outcome-legal = 法律途径

## 与客服的联系：记录、查看，以及答应的时间。

session-noted-promise = 对方答应 { $when } 前答复。过了时间，walletfix resume { $id } 会提醒。
session-noted-late = 对方答应 { $when } 前答复，时间已过。现在该做什么：walletfix resume { $id }
note-ask-said = 对方说了什么？写一行。
note-ask-at = 什么时候联系的？例如：昨天 14:30、2 小时前。直接回车 = 现在。
note-ask-channel = 通过哪个渠道？{ $channels }。写编号或别的名称。直接回车 = 跳过。
note-ask-channel-any = 通过哪个渠道？例如：在线客服、电话。直接回车 = 跳过。
note-ask-agent = 客服叫什么名字？直接回车 = 跳过。
note-ask-promised = 答应什么时候答复？例如 24 小时、3 个工作日、明天 18:00。直接回车 = 跳过。
note-ask-ticket = 给了哪个工单号？直接回车 = 跳过。
note-nothing = 没有记下任何内容。
note-repeat = 没有记下任何内容。请改好这一处，把整条命令再运行一次。
note-first = 这是第一个问题，前面没有了。
note-help = 每个问题写一行，不知道的直接回车跳过。答完最后一个问题才会记下。:back 回到上一个问题，:quit 退出，什么都不会记下。
note-command = 这是排查时用的命令，不能写进备注。写一行字，或按 Ctrl-C 退出，什么都不会记下。
note-no-channel = 没有这个编号的渠道。有：{ $channels }。
note-option = { $option }：{ $message }
note-promise-unclear = 没看懂时间。可以写 24 小时、3 个工作日、明天 18:00、2026-11-30 14:30。
note-promise-before = 答应的时间不晚于联系的时间。请写更晚的时间，不是今年的要写年份。
note-long = 这里最多写 { $count } 个字。
sessions-history = 联系与备注：
sessions-note-line = { $head }：{ $said }
sessions-note-promised = 答应 { $when } 前答复
sessions-note-ticket = 工单号 { $ticket }
sessions-state-overdue = { $state }，{ $when } 起答复逾期
sessions-state-waited = { $state }，等待已于 { $when } 到期
overdue-elsewhere = 另一次排查的答复已经逾期：walletfix resume { $id }
overdue-words = { $words }
overdue-support = 客服
overdue-who = { $name }（{ $channel }）
overdue-promise = { $who } 答应 { $when } 前答复，时间已过。
overdue-promise-said = { $who } 答应 { $when } 前答复：“{ $said }”。时间已过。
overdue-waited = 建议的等待时间已于 { $when } 到期。
overdue-write-ticket = 现在再联系一次客服，报上工单号 { $ticket }。
overdue-write = 现在带着摘要再联系一次客服：walletfix summary { $id }。
overdue-again = 已有 { $count } 次过了答应的时间，也可以投诉，渠道见 { $command }。
overdue-answered = 答复已经来了，就记下来：walletfix sessions note { $id }

## 流程测试。

test-failed = 未通过 { $place }：{ $flow }：{ $name }：{ $reason }
test-passed-all = { $count } 个测试通过。
test-some-failed = { $passed } 个通过，{ $failed } 个未通过。
test-none = 没有测试。
test-unsound = 流程里有错误
test-missing-answer = 步骤 { $path } 需要回答
test-misfit = { $path } 的回答用不了：{ $message }
test-circle = 回答在 { $path } 处绕圈
test-unused = 从没用到：{ $names }
test-missing-probe = 自动检测 { $path } 要在 probes 里写结果
test-event-misfit = 事件 { $event } 用不了：排查停在 { $path }
test-not-resumed = 恢复后，到 { $path } 为止的经过接不上
test-not-ended = 停在 { $path }，没有走到结尾
test-expected = { $what }：应为 { $expected }，实际是 { $actual }
test-nothing = 无
test-not-visited = 没有走到 { $path }
test-was-asked = 问到了 { $path }
test-unknown-profile = 没有 { $name } 这份服务商资料
test-reason-at = { $reason }（第 { $line } 行）
test-coverage-flow = 流程
test-coverage-ends = 到过的结尾
test-coverage-ways = 走过的路线
test-coverage-all = 合计
test-coverage-share = { $covered } / { $total }
test-coverage-cases = 路线中属于分支条件的：{ $covered } / { $total }。
test-coverage-foreign = 不计入：{ $count } 行分支条件问的是另一类服务商，这里没有那类服务商的资料。
test-coverage-missing = 还没有测试走到：
test-coverage-low = 测试到过的结尾或走过的路线不到 { $least }%。
test-suggested = 下面这些测试能走到其余的地方。加上 --write 会写进文件：
test-written = 已在 { $path } 里加了 { $count } 个测试。
test-unreached = 没有找到能走到这里的回答：
test-unreached-cut = 没有找到能走到这里的回答。流程太大，没能全部找遍：
test-unwritable = 写不进 { $path }：{ $reason }。原来的内容没有动。
test-file-unsound = { $path } 里有错误，所以没有加测试。请先用 walletfix validate 检查。
test-file-changed = { $path } 刚刚被改过，所以没有加测试。请再运行一次。
test-file-closed = 没法在 { $path } 末尾加测试。请把测试写成 [[test]] 小节。
