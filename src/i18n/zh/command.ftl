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
usage-expects-languages = 可以写 zh、en 或 both。
usage-expects-percent = 要写 0 到 100 的整数。
usage-expects-country = 要写国家或地区的两个字母代码，例如 CN。
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

flows-none-found = 没有找到相近的问题。可以换一种说法再试。
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
contacts-prepare = 联系前准备好：订单号、时间、金额、屏幕上的错误提示、应用版本，截图里的密码和验证码先遮住。walletfix diagnose 会把它们写成一份摘要。
contacts-no-answer = 没有回复时：walletfix contact --follow-up 写明什么时候再问、怎么写、再没有结果向谁投诉。
contacts-country = 要看当地的报警和投诉渠道，加上 --country 和国家代码，例如 --country CN。
contacts-elsewhere = 要看别处的公共机构，加上 --country 和国家代码，例如 --country US。
contacts-no-region = 这里没有登记 { $country } 的公共机构，请向当地官方查证报警和投诉的号码。
contacts-silent = 没有回复怎么办：{ $name }
contacts-ask-again = 如果现在写过去
contacts-asked = 按 { $time } 写过去算
contacts-complain = 再没有结果，按这个顺序投诉
contacts-prepare-complaint = 投诉前准备好：排查的摘要、付款凭证、每次联系的时间和对方说了什么。

graph-known = 有回答
graph-no-tests = 这个流程包没有测试，所以没有虚线。
graph-all-tested = 每条路线、每个结尾都有测试走过。
graph-untested = 虚线：流程包里通过的测试没有走过的路线和结尾（共 { $count } 处）。

step-unknown = 流程 { $flow } 里没有 { $name } 这一步。
step-unknown-nearest = 流程 { $flow } 里没有 { $name } 这一步。最接近的是 { $nearest }。
step-unknown-list = 全部步骤：walletfix flows show { $flow }
play-begins = 这是预览：不发送、不保存任何内容，自动检测的结果由您来定。文件一保存，流程就会重新读取。
play-at = 从 { $name } 开始。到这里为止用了这些回答：
    { $answers }
play-no-way = 用服务商资料 { $profile }，没有找到能走到 { $name } 的回答。请用 --profile 换一份，或从更早的步骤开始。
play-own = 这些流程是程序自带的，不能修改。请用 --flows 给出您自己的文件夹。
play-unchanged = 没有文件变动。
play-last-sound = 改好之前，继续用上一个没有错误的版本。
play-warnings = 有 { $count } 个警告，用 walletfix validate 查看。
play-mistakes-elsewhere = 流程包的其他文件里有 { $count } 个错误，用 walletfix validate 查看。
play-hint = ？{ $text }

## new: a flow and its test from a few answers

new-title = 在文件夹 { $folder } 里新建流程
new-title-file = 新建流程：{ $path }
new-ask-flow = 流程叫什么？这是文件的名称，用户看不到。
new-example-flow = 例如 app-does-not-open：小写字母、数字和 -
new-help-flow = 用问题起名，不用团队起名：写测试和条件的人会读到它。以 shared/ 开头，就是给其他流程用的检查清单。
new-ask-title-zh = 问题叫什么？用几个汉字写，用户会在列表里选它。
new-example-title-zh = 例如：应用打不开
new-help-title-zh = 一行，最多 76 列，一个汉字占两列。写用户看到的现象，不写原因。
new-ask-title-en = 同样的意思，英文怎么写？
new-example-title-en = 例如 The app does not open
new-help-title-en = 一行，最多 76 列。每段文字都有中英文，两边说的事实相同。
new-ask-group = 列在哪一类下面？
new-help-group = 选用户会去找的那一类。以后可以在文件里改。
new-ask-question-zh = 第一个问题用中文怎么问？要能用“是”或“否”回答。
new-example-question-zh = 例如：应用能打开吗？
new-help-question-zh = 问眼睛能看到的。“是”通向一件可以试的事，“否”通向客服；步骤、其他类型的回答和其他结尾，在文件里再加。
new-ask-question-zh-shared = 第一个问题用中文怎么问？要能用“是”或“否”回答，“是”表示一切正常。
new-help-question-zh-shared = 问眼睛能看到的。“是”把 ok 交回给调用它的流程，“否”通向一件可以试的事，其余的在文件里再加。
new-ask-question-en = 同样的问题，英文怎么写？
new-example-question-en = 例如 Does the app open?
new-help-question-en = 同样的事实，同样的顺序。任何问题都不能要密码、验证码或助记词。
new-ask-question-en-shared = 同样的问题，英文怎么写？
new-help-question-en-shared = 同样的事实，同样的顺序。任何问题都不能要密码、验证码或助记词。
new-ask-owner = 哪个团队负责这个流程？
new-example-owner = 例如 app-support
new-help-owner = 发现流程里有错的人会找这个团队。用户看不到。
new-help =
    :back 回到上一个问题，已有的回答还在。:quit 退出，什么都不写。:lang 换成 English。
    回答完最后一个问题才写文件，每个回答以后都能在文件里改。
new-no-command = 这里可以用 :back、:lang、:quit 和 ?。
new-finding = { $message }（{ $rule }）
new-finding-help =
    { $message }（{ $rule }）
    提示：{ $help }
new-empty = 名称是空的
new-refused = 没有采用：{ $message }
new-remark = 已采用，但{ $message }。要重写，请输入 :back。
new-reserved = 流程包的文件夹 { $folder } 里放的不是流程，请换一个名称
new-exists = { $path } 已经有了，不会覆盖。请换一个名称。
new-not-a-folder = { $path } 是一个文件。请给出放流程的文件夹。
new-unwritable = 写不进 { $path }：{ $reason }。什么都没有写。
new-reason-exists = 已经有同名的东西
new-nothing-written = 什么都没有写。
new-ended = 输入到此为止。还没有回答：{ $open }。什么都没有写。
new-written = 已写好：{ $path }
new-next = 这两个文件现在就能通过。用编辑器打开，改成需要的样子，然后
new-next-validate = - 看全部错误：{ $command }
new-next-play = - 走一遍：{ $command }
new-next-test = - 运行测试：{ $command }

# What stands in the files.
new-note-flow =
    start 写明第一步。每一步有一个动词，说明做什么：
    ask、tell、do、try、probe、branch、run、go、return 或 end。
new-note-ask =
    提问。next 写明每个回答通向哪一步，一个也不能少。
    其他类型：choice（要写 options）、choices、amount、number、time、version、text。
new-note-label = 客服在摘要里看到这个回答时，前面的名称。
new-note-try = 可以试的一件事。跳过的人和以前试过的人，走 not-fixed 那条路。
new-note-end = 一条路的结尾：resolved、advice、wait、contact、urgent 或 legal。
new-note-support = contact、urgent 和 legal 会显示服务商的渠道，文字里不写号码。
new-note-return = 交回给调用它的流程：run = "shared/…"，并在 next 里给每个值一步。
new-note-test =
    这样回答的人，必须走到这里。步骤改了，就删掉不再适用的测试；
    walletfix test --write 会给没有测试的路线加上测试。
new-text-restart = 请关闭应用再重新打开。
new-text-solved = 现在又能用了。
new-text-support = 带着这份摘要联系客服。
new-test-fine = 一切正常
new-test-helps = 重新打开就好了
new-test-helps-not = 重新打开也没有用
new-test-straight = 直接联系客服
