### Messages of the commands.

error-line = 错误：{ $message }
output-broken = 写不进标准输出：{ $reason }。
reason-not-found = 它不存在
reason-not-allowed = 没有权限
reason-folder = 它是文件夹
reason-no-folder = 它不是文件夹
reason-full = 磁盘已满
reason-read-only = 磁盘只能读取
reason-other = { $system }

command-being-built = 这个版本里，{ $command } 命令还没有做好。

usage-see-help = 全部选项：{ $command }
usage-unknown-command = 没有 { $name } 这个命令。
usage-unknown-command-nearest = 没有 { $name } 这个命令。最接近的是 { $nearest }。
usage-unknown-option = 没有 { $name } 这个选项。
usage-unknown-option-nearest = 没有 { $name } 这个选项。最接近的是 { $nearest }。
usage-too-many = 多了一个参数：{ $argument }。
usage-no-value = { $argument } 后面不写值。
usage-missing-value = { $argument } 后面要写一个值。
usage-bad-word = { $argument } 不能写 { $value }。可以写 { $valid }。
usage-bad-value = { $argument } 不能写 { $value }。{ $expected }
usage-bad-value-plain = { $argument } 不能写 { $value }。
usage-expects-language = 可以写 zh 或 en。
usage-expects-time = 要写带时区偏移的时间，例如 2026-09-01T10:00:00+08:00。
usage-missing-argument = 缺少 { $argument }。
usage-twice = { $argument } 写了两次，写一次就够。
usage-conflict = { $argument } 和 { $other } 不能一起用，请选一个。
usage-not-utf8 = 有一个参数不是可读的文字，要用 UTF-8。
usage-not-understood = 没看懂这行命令。

flow-unknown = 没有 { $name } 这个流程。
flow-unknown-nearest = 没有 { $name } 这个流程。最接近的是 { $nearest }。
flow-unknown-list = 全部流程：walletfix flows
flow-unsound = 流程 { $flow } 有错误，或会进入有错误的流程，不能使用。
flow-unsound-see = 全部错误：walletfix validate
profile-unknown = 没有 { $profile } 这个服务商。可以写 { $known }。

validate-sound = { $files } 个文件都没有错误，其中 { $flows } 个是流程。

flows-group-money = 钱没到，或卡住了
flows-group-access = 登录不了
flows-group-safety = 被盗和诈骗
flows-group-app = 应用本身的问题
flows-group-provider = 服务商出了问题
flows-group-support = 联系客服
flows-no-group = 其他问题
flows-shared = 其他流程会用到的检查清单

flow-title = { $title }（{ $flow }）
flow-group = 分类：{ $group }
flow-owner = 负责团队：{ $owner }
flow-reviewed = 上次审阅：{ $date }
flow-start = 第一步：{ $step }
flow-else = 其他
flow-verb-ask = 提问
flow-verb-tell = 说明
flow-verb-do = 请操作
flow-verb-try = 请试一试
flow-verb-probe = 自动检测：{ $probe }
flow-verb-branch = 按已知情况分流
flow-verb-run = 走检查清单 { $flow }
flow-verb-go = 转到流程 { $flow }
flow-verb-return = 带着结果 { $value } 返回
flow-verb-end = 结束：{ $outcome }

## 流程包、平台资料、会话。

session-unknown = 没有 { $name } 这个会话。用 walletfix sessions 查看保存的会话。
session-ambiguous = 有几个会话都以 { $name } 开头：{ $ids }。请多写几位。
session-held = 会话 { $name } 正在另一个窗口里打开。请先在那里关闭。
session-unreadable = { $path } 不是本程序的会话，或来自更新的版本。
session-io = 读写不了 { $path }：{ $reason }。
session-none = 没有可以继续的会话。
session-no-home = 没有存放会话的文件夹。请把 WALLETFIX_DATA_DIR 设为一个文件夹。
session-no-flows = 那个会话用的流程不在了：{ $reason }请用 --flows 指明文件夹。
session-saved = 已保存。继续：walletfix resume { $id }
session-not-saved = 没有保存任何内容。
session-torn = 会话的最后一行没有写完，已略去，会再问一次。
session-newer-events = 会话里有 { $count } 条记录来自其他版本的程序，已略去。
session-edited = 流程在那之后改过。有 { $count } 条记录不再适用，从第一条起重新问。
session-going-on = 继续：{ $title }，已有 { $count } 个回答。
session-deleted = 已删除 { $count } 个会话。
sessions-empty = 这台电脑上没有保存会话。
sessions-line = { $id }  { $when }  { $title }  { $state }
sessions-state-open = 未完成，{ $count } 个回答
sessions-state-ended = 已结束：{ $outcome }
session-title = { $title }
sessions-no-flow = 还没有选问题
input-needed = { $path } 需要回答，但没有人可以问。
input-ended = 输入在 { $path } 这个问题处结束了。
answer-misfit = { $path } 的回答用不了。{ $message }
answer-circle = 这些回答在绕圈：{ $path } 出现了 { $count } 次。
answers-unused = 没有问题用到：{ $names }。请去掉这些回答，或改正路径。
answers-no-flow = 要走哪个流程？写在命令里，或在回答文件里写 flow = "…"。
output-unwritable = 写不进 { $path }：{ $reason }。摘要改为显示在这里。
outcome-resolved = 已解决
outcome-advice = 已有办法
outcome-wait = 等待
outcome-contact = 联系客服
outcome-urgent = 紧急
outcome-legal = 法律途径

## 流程测试。

test-failed = 未通过 { $flow }：{ $name }：{ $reason }
test-passed-all = { $count } 个测试通过。
test-some-failed = { $passed } 个通过，{ $failed } 个未通过。
test-none = 没有测试。
test-unsound = 流程里有错误
test-missing-answer = 步骤 { $path } 需要回答
test-misfit = { $path } 的回答用不了：{ $message }
test-circle = 回答在 { $path } 处绕圈
test-unused = 从没问到：{ $names }
test-missing-probe = 检测 { $path } 需要在 probes 里写结果
test-event-misfit = 事件 { $event } 用不了：会话停在 { $path }
test-not-ended = 停在 { $path }，没有走到结尾
test-expected = { $what }：应为 { $expected }，实际是 { $actual }
test-nothing = 无
test-not-visited = 没有走到 { $path }
test-was-asked = 问到了 { $path }
test-unknown-profile = 没有 { $name } 这个平台
