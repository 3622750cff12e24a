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
session-deleted = 已删除 { $count } 条排查记录。
sessions-empty = 这台电脑上没有排查记录。
sessions-line = { $id }  { $when }  { $title }  { $state }
sessions-state-open = 未完成，{ $count } 个回答
sessions-state-ended = 已结束：{ $outcome }
sessions-state-closed = 打不开
session-title = { $title }
session-noted = 备注已存入 { $id }。
session-note-ask = 写一行备注，按回车：
sessions-note-line = 备注：{ $note }
session-note-missing = 没有备注可以存。
sessions-no-flow = 还没有选问题
input-needed = { $path } 需要回答，但没有人可以问。
input-ended = 问到 { $path } 时，输入已经结束。
answer-misfit = { $path } 的回答用不了。{ $message }
answer-circle = 这些回答在绕圈：{ $path } 出现了 { $count } 次。
answers-unused = 没有问题用到：{ $names }。请去掉这些回答，或改正路径。
answers-no-flow = 要走哪个流程？写在命令里，或在答案文件里写 flow = "…"。
output-unwritable = 写不进 { $path }：{ $reason }。摘要改为显示在这里。
outcome-resolved = 已解决
outcome-advice = 已有办法
outcome-wait = 等待
outcome-contact = 联系客服
outcome-urgent = 紧急
outcome-legal = 法律途径

## 流程测试。

test-failed = 未通过 { $place }：{ $flow }：{ $name }：{ $reason }
test-passed-all = { $count } 个测试通过。
test-some-failed = { $passed } 个通过，{ $failed } 个未通过。
test-none = 没有测试。
test-unsound = 流程里有错误
test-missing-answer = 步骤 { $path } 需要回答
test-misfit = { $path } 的回答用不了：{ $message }
test-circle = 回答在 { $path } 处绕圈
test-unused = 从没问到：{ $names }
test-missing-probe = 自动检测 { $path } 要在 probes 里写结果
test-event-misfit = 事件 { $event } 用不了：排查停在 { $path }
test-not-ended = 停在 { $path }，没有走到结尾
test-expected = { $what }：应为 { $expected }，实际是 { $actual }
test-nothing = 无
test-not-visited = 没有走到 { $path }
test-was-asked = 问到了 { $path }
test-unknown-profile = 没有 { $name } 这份服务商资料
