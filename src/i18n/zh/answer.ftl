### 看懂回答，以及各种值给人看的写法。

## 选项

answer-yes = 是
answer-no = 否
do-done = 做完了
do-cannot = 做不了
do-already-done = 之前做过了
do-skipped = 跳过这一步
try-fixed = 好了，问题解决了
try-not-fixed = 还是不行
try-already-tried = 之前试过了
try-skipped = 跳过这一步

## 没看懂的回答

answer-no-option = 没有这个选项。写 1 到 { $count } 的序号，或选项开头的字。
answer-number-not-listed = 没有这个序号。写 1 到 { $count } 的序号，或选项开头的字。
answer-several-options = 可能是 { $names }。写序号就不会弄错，例如 { $first }。
answer-no-skip = 这个问题不能跳过，请选一个最接近的回答。输入 ? 看说明。
yes-no-unclear = 没看懂。写“是”或“否”，写 1 或 2 也可以。
yes-no-unclear-skip = 没看懂。写“是”“否”或“不知道”，写 1、2、3 也可以。
choices-too-few = 选了 { $count } 项，至少要选 { $min } 项。序号之间用空格或逗号分开，例如 1 3。
choices-too-many = 选了 { $count } 项，最多选 { $max } 项。序号之间用空格或逗号分开，例如 1 3。
choices-skip-and-more = 选了“不知道”，就不能再选别的。只留一种，例如 1 3。
number-unclear = 没看懂数字。写一个整数，例如 { $example }。
number-between = 数字要在 { $min } 到 { $max } 之间。
number-at-least = 数字不能小于 { $min }。
number-at-most = 数字不能大于 { $max }。
number-example = 写一个整数，例如 { $example }
number-example-between = 写 { $min } 到 { $max } 的整数
amount-unclear = 没看懂金额。写数字和币种，例如 { $example }。
amount-negative = 金额不写负号。写数字和币种，例如 100 CNY。
amount-two-numbers = 这里有两个数字。只写一个金额，例如 { $example }。
amount-comma = 逗号只能每三位一个，例如 1,280；小数点用英文句点，例如 1.28。
amount-other-currency = 这里要的是 { $wanted }，不是 { $found }。例如 { $example }。
amount-no-currency = 还缺币种。数字后面写上币种代码，例如 { $example }。
amount-too-long = 这个数字太长了，最多 28 位。再核对一遍。
amount-example = 例如 { $example }
time-unclear = 没看懂时间。例如：昨天 14:30、2 小时前、2026-11-20 14:30。
time-future = 这个时间还没到。写已经过去的时间，例如：昨天 14:30、2 小时前。
time-day-or-month = 分不清月和日。写成 11 月 5 日 14:30，或 2026-11-05 14:30。
time-example = 例如：昨天 14:30、2 小时前、11 月 20 日 9:05
time-example-any = 例如：明天 18:00、后天 12:00、11 月 30 日 9:05
version-unclear = 没看懂版本号。写数字和点，例如 8.5.1。
version-two = 这里有两个版本号。只写应用里显示的那个，例如 8.5.1。
version-example = 例如 8.5.1
text-cut = 一共 { $length } 个字，只保留了前 { $longest } 个。
text-empty = 这里还没有内容。写一行字。
text-example-error = 照着屏幕上的错误提示写
text-example-order-id = 照原样写，可以直接粘贴
text-example-tx-hash = 填转账详情里显示的交易哈希（TxID）；私钥看起来也一样，不要填
text-example-address = 直接粘贴地址
text-example-email = 例如 name@example.com
text-example-phone = 可以带国家区号
text-example-url = 照原样写，可以直接粘贴
command-unknown = 没有 { $typed } 这个命令。可以用 { $names }。
command-unknown-in-text = 没有 { $typed } 这个命令。可以用 { $names }。正文以冒号开头时，前面加一个 \。
command-several = { $typed } 对应好几个命令：{ $names }。再多写几个字母。
given-id = 这里要写选项的代号：{ $names }。
given-list = 这里要写选项代号的列表：{ $names }。
given-form = 写法不对。{ $example }。
given-text = 这里要写一行文字。

## 值的写法

said-do-done = 做完了
said-do-cannot = 做不了
said-do-already-done = 之前已做过
said-do-skipped = 已跳过
said-try-fixed = 解决了
said-try-not-fixed = 没有解决
said-try-already-tried = 之前已试过
said-try-skipped = 已跳过
value-unknown = 不知道
value-unchecked = 没能查到
value-none-ticked = 都没有
list-comma = 、
return-ok = 正常
return-fixed = 已恢复
return-offline = 没有网络
return-current = 已是最新版本
return-updated = 已更新
return-safe = 安全
return-done = 已完成
return-none = 没有
return-failed = 没有成功
zone-china = 北京时间
time-in-zone = { $time }（{ $zone }）
time-this-year = { $month } 月 { $day } 日 { $clock }
time-other-year = { $year } 年 { $month } 月 { $day } 日 { $clock }
day-with-year = { $year } 年 { $month } 月 { $day } 日
time-today = 今天 { $clock }
time-tomorrow = 明天 { $clock }
time-weekday-1 = 周一 { $clock }
time-weekday-2 = 周二 { $clock }
time-weekday-3 = 周三 { $clock }
time-weekday-4 = 周四 { $clock }
time-weekday-5 = 周五 { $clock }
time-weekday-6 = 周六 { $clock }
time-weekday-7 = 周日 { $clock }
duration-second = { $count } 秒
duration-minute = { $count } 分钟
duration-hour = { $count } 小时
duration-day = { $count } 天
duration-business-day = { $count } 个工作日
duration-month = { $count } 个月

## 联系渠道

contact-name = { $name }：{ $address }
contact-name-only = { $name }
contact-open-always = 现在有人，全天 24 小时
contact-open = 现在有人，到 { $time }{ $zone }
contact-open-no-end = 现在有人
contact-closed = 现在没人，{ $time } 上班{ $zone }
contact-zone = （{ $zone }）
contact-zone-named = { "" }
contact-zone-both = （{ $zone }），您当地 { $local }
contact-zone-own = （您当地时间）
contact-closed-no-opening = 现在没人，一年内也没有登记的服务时间
contact-hours-unknown = 服务时间不详，请在应用内核实
contact-hours-unknown-regional = 服务时间不详，请向官方核实
contact-busy = 现在一般比较忙，可能要排队
contact-busy-until = 现在一般比较忙，{ $time }{ $zone } 以后会好些
contact-replies = 一般 { $wait } 内答复
contact-due = 到 { $time }{ $zone } 还没有回复，就再问一次
contact-due-of =
    { $channel }
    { $by }。
contact-slow = 钱正在被转走时，不要只等它
contact-languages = 那里只用{ $languages }
contact-confirm-official = 拨打或打开之前，请先在已安装的应用里核对。
contact-confirm-regional = 公共机构的号码以官方最新公布为准，用之前先核对。
contact-confirm-low = 这一条还没有确认，请在应用内核实。
contact-confirm-low-regional = 这一条还没有确认，请向官方核实。
contact-verified = 最近一次核对：{ $date }
contact-next-at-once = 钱正在被转走时，没人接就马上换下一个，不要等。
contact-holidays = 遇到节假日，服务时间可能不同。
contact-public = 不要公开发帖求助：不写订单号、地址、金额和手机号。发帖后主动私信来帮忙的，都不是客服。
contact-missing = 摘要里还没有：{ $names }。找到了就一起发给客服，截图里的密码和验证码先遮住。
contact-no-promise = 这里没有登记多久答复。联系时问清楚最晚什么时候答复，记下工单号，过了那个时间就再问一次。
contact-silence = 再问的时候，把下面这段贴进原来的工单或对话。方括号里填上自己的，没有就删掉：
contact-follow-up = 您好，我之前就这件事联系过客服，工单号 { $ticket }，订单号 { $order }，到现在还没有收到答复。请告诉我现在处理到哪一步、还需要什么材料、最晚什么时候答复。我不会提供密码、验证码、助记词或私钥。谢谢。
contact-slot-ticket = [工单号]
contact-slot-order = [订单号]
contact-complain = 再问一次也没有结果，可以投诉，渠道和顺序用这个命令看：{ $command }
contact-none = 这里没有登记的渠道。请打开已安装的应用，在“我的”或“设置”里找客服。
contact-none-local = 这里没有登记当地报警的号码。打当地的报警电话，号码以官方公布的为准。
contact-secrets = 真客服不需要您的密码、验证码、助记词或私钥。谁来要，谁就是骗子。
contact-language-zh = 中文
contact-language-en = 英文
