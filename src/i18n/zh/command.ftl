### Messages of the commands.

error-line = 错误：{ $message }
output-broken = 写不进标准输出：{ $reason }。
terminal-broken = 没法在终端里提问：{ $reason }。

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
usage-expects-percent = 要写 0 到 100 的整数。
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
flow-none-sound = 那个文件夹里没有可用的流程：都有错误，或通向有错误的流程。
flow-unsound-see = 全部错误：walletfix validate
answers-missing = 找不到 { $path }。请给出一个答案文件。
profile-unknown = 没有 { $profile } 这份服务商资料。可以写 { $known }。
profile-unsound = 服务商资料 { $profile } 有错误，不能使用。
profile-missing = 找不到 { $path }。请给出一份服务商资料。

validate-sound = { $files } 个文件都没有错误，其中 { $flows } 个是流程。

validate-explain = 说明和例子：walletfix explain { $rule }
explain-unknown = 没有 { $name } 这条规则。
explain-unknown-nearest = 没有 { $name } 这条规则。最接近的是 { $nearest }。
explain-unknown-list = 全部规则：walletfix explain

flows-no-group = 其他问题
flows-shared = 其他流程会用到的检查清单

flow-title = { $title }（{ $flow }）
flow-group = 分类：{ $group }
flow-owner = 负责团队：{ $owner }
flow-reviewed = 上次审阅：{ $date }
flow-start = 第一步：{ $step }
flow-step = { $number }. { $step }（{ $kind }）
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

contacts-of = 可以联系谁：{ $name }
contacts-for-contact = 客服
contacts-for-urgent = 紧急情况：钱正在被转走，或要马上冻结账户
contacts-for-legal = 投诉和监管机构
contacts-for-fraud = 反诈热线
contacts-prepare = 联系前准备好：订单号、时间、金额、屏幕上的错误提示和应用版本。walletfix diagnose 会把它们写成一份摘要。
