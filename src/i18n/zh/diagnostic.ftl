### 文件里有什么不对。键是规则的名字；一条规则有几种说法时再加后缀。

## 多条规则共用
did-you-mean = 是不是 { $name }？
one-of-help = 可以写 { $names }

kind-word = 引号里的文字
kind-number = 整数
kind-float = 小数
kind-bool = { " " }true 或 false
kind-time = 日期或时间
kind-array = 方括号里的列表
kind-table = 表
kind-either = { $first }或{ $second }

## 读取
toml-syntax = 不符合 TOML 语法：{ $detail }
toml-syntax-help = 这个文件的其他部分还没有检查，请先改好这一处
toml-syntax-quotes = 文字两边只能用英文直引号
toml-syntax-quotes-help = 请在两边都写 "
toml-syntax-sign = 这里不能写“{ $wrong }”
toml-syntax-sign-help = 请写 { $right }
toml-syntax-no-value = 这里没有写值
toml-syntax-no-value-help = 请写一个值，例如 key = "…"
toml-syntax-no-equals = 这里缺少 =
toml-syntax-no-equals-help = 请写 key = "…"；键里不能有空格
toml-syntax-unquoted = { $word } 没有加引号
toml-syntax-unquoted-help = 请写 "{ $word }"
toml-syntax-unquoted-help-switch = 请写 { $switch }；如果是文字，写 "{ $word }"
toml-syntax-name = { $name } 不能作名字
toml-syntax-remark = 注释不能用 // 开头
toml-syntax-remark-help = 请用 # 开头
toml-syntax-comma = 这里前面少了一个逗号
toml-syntax-comma-help = 两项之间请写英文逗号 ,
toml-syntax-open-header = 方括号里的名字后面缺少 ]
toml-syntax-open-header-help = 请紧接着名字写 ]；名字里不能有空格
toml-syntax-open-list = 这个列表缺少 ]
toml-syntax-open-list-help = 请在最后一项后面写 ]
toml-syntax-open-table = 这个表缺少 {"}"}
toml-syntax-open-table-help = 请在同一行最后一项后面写 {"}"}
toml-syntax-open-text = 这段文字缺少右边的引号
toml-syntax-open-text-help = 请在同一行里写上引号
toml-syntax-backslash = 文字里的反斜杠和这个字母连起来没有意义
toml-syntax-backslash-help = 要写反斜杠，请连写两个
toml-syntax-no-key = 这里缺少名字
toml-syntax-no-key-help = 请在 = 前面写名字
toml-syntax-extra-comma = 这里多了一个逗号
toml-syntax-extra-comma-help = 请删掉；两项之间只写一个
toml-syntax-extra-equals = 这里多了一个 =
toml-syntax-extra-equals-help = 请删掉；= 只写在名字和值之间
toml-syntax-deep = 括号套得太深
toml-syntax-deep-help = 流程最多套几层，请删掉多余的括号和点号
toml-syntax-number = 这里的数字写法不对
toml-syntax-number-help = 请写成 5 这样的数字；不是数字的内容要加引号
toml-syntax-date = 没有这样的日期或时间
toml-syntax-date-help = 请写成 2026-09-01T10:00:00+08:00 这样
toml-syntax-bool = 这里既不是 true，也不是 false
toml-syntax-bool-help = 请用小写字母
toml-syntax-inner-quotes = 文字在这里之前已经结束
toml-syntax-inner-quotes-help = 文字里面的引号请写“…”或 \"；另一项另起一行
toml-syntax-after = 值的后面不能再写别的
toml-syntax-after-help = 请删掉，或另起一行
toml-syntax-twice = { $name } 写了两次
toml-syntax-twice-help = 请只留一个
toml-syntax-twice-help-line = 第一个在第 { $line } 行，请给其中一个换个名字
toml-syntax-value-already = { $key } 已经有值，后面不能再加点号
toml-syntax-value-already-help = 请只写 { $key }.zh 和 { $key }.en
toml-syntax-open-list-help-line = 请在第 { $line } 行末尾、最后一项后面写 ]
toml-syntax-odd-quotes = 这一行少了一个引号
toml-syntax-odd-quotes-help = 每段文字都以英文引号 " 开头和结尾；文字里面请用“…”
toml-syntax-wide-space = 这里有全角空格（{ $code }）
toml-syntax-no-break-space = 这里有不换行空格（{ $code }）
toml-syntax-space-help = 请换成普通空格，或者删掉
toml-syntax-header-help = 名字只用 a 到 z、数字和 -；请写 { $right }
toml-syntax-header-help-dot = 名字之间只用英文句点；请写 { $right }
toml-syntax-condition-quotes = 条件里的词不加引号
toml-syntax-condition-quotes-help = 请写 "{ $condition }"
toml-syntax-open-text-help-many = 请用 { $mark } 结束这段文字
toml-syntax-extra-close = 这里多了一个 {"}"}
toml-syntax-extra-close-help = 请删掉；前面已经结束了
toml-syntax-no-open-table = 这里前面少了 {"{"}
toml-syntax-no-open-table-help = 请在第一项前面写 {"{"}
toml-syntax-remains = 这里不属于任何列表
toml-syntax-remains-help = 可能前面少了 [，或者 ] 写得太早
toml-1-1-line-break = 花括号里换行是 TOML 1.1 的写法，很多编辑器不认
toml-1-1-comma = 右花括号前的逗号是 TOML 1.1 的写法，很多编辑器不认
toml-1-1-escape = 转义 \e 和 \x 是 TOML 1.1 的写法，很多编辑器不认
toml-1-1-seconds = 时间不写秒是 TOML 1.1 的写法，很多编辑器不认
not-utf8 = 这个文件不是 UTF-8 文本
not-utf8-utf16 = 这个文件是 UTF-16 或含有零字节，应为 UTF-8
not-utf8-help = 请在编辑器里另存为 UTF-8
bad-character-escape = { $code } 会被当成终端命令，文件里不能有
bad-character-control = { $code } 是控制字符，文件里不能有
bad-character-bidi = { $code } 看不见，还会改变文字方向，文件里不能有
bad-character-invisible = { $code } 看不见，文件里不能有
bad-character-help = 请删掉；它多半是从网页复制时带进来的
format-missing = 缺少 format = 1 这一行
format-missing-help = 请在第一行写 format = 1
format-too-new = 这个文件是格式 { $format }，本程序只能读格式 1
format-too-new-help = 请使用更新版本的程序
unknown-key = 这里没有 { $key } 这个键
unknown-key-help = 可以写 { $keys }；自用的键以 x- 开头
unknown-key-step-help = 如果是步骤，请写 [step.{ $name }]；自己的表以 x- 开头
missing-key = 缺少 { $key }
missing-key-next-help = 请写 next = "…"，填接下来的步骤
missing-key-else-help = 请写 else = "…"，填其余的人接下来的步骤
missing-key-wait-help = 请写要等多久，例如 wait = "3d"
missing-key-options-help = 请写 options = [{"{"} value = "…", zh = "…", en = "…" {"}"}, …]，每项可以有自己的 next
missing-key-type-help = 请写明怎样回答，例如 type = "yes-no"、"choice"、"amount"、"time" 或 "text"
missing-key-owner-help = 请写负责这个流程的团队，例如 owner = "app-support"
missing-key-start-help = 请写 start = "…"，指明第一步
wrong-type = { $key } 应为{ $expected }，这里是{ $found }
wrong-type-branch-help = 请写 branch = [{"{"} when = "…", next = "…" {"}"}]
wrong-type-options-help = 请写 options = [{"{"} value = "…", zh = "…", en = "…" {"}"}, …]
wrong-type-switch-help = 请写 { $key } = true 或 { $key } = false
wrong-type-text = { $key } 要写两种语言
wrong-type-text-help = 请写 { $key }.zh = "…" 和 { $key }.en = "…"
bad-value-number = { $key } 的数字太大
bad-value-date = { $key } 应为日期，例如 2026-11-21
bad-value-instant = { $key } 应为带时差的日期和时间，例如 2026-11-21T10:00:00+08:00
bad-value-format = format 应为 1
bad-value-word = { $key } 不能是 { $value }
text-missing = 缺少 { $key }.{ $lang }
text-missing-help = 请在旁边补上 { $key }.{ $lang } = "…"
text-missing-option = 这个选项缺少 { $lang }
text-missing-option-help = 请在同一个花括号里补上 { $lang } = "…"
text-missing-empty = { $key }.{ $lang } 是空的
placeholder-syntax = 这个花括号后面不是占位符
placeholder-syntax-closing = 这个花括号没有对应的左括号
placeholder-syntax-help = 占位符写成 {"{"}fact{"}"}，花括号本身写成 {"{{"} 或 {"}}"}
placeholder-unknown-here = { $key } 里不能用占位符

## 流程文件
bad-id = { $name } 不能作名字
bad-id-long = { $name } 超过 40 个字符
bad-id-help = 名字以字母开头，只用 a 到 z、数字和 -
bad-id-reserved = { $name } 另有含义，这里不能作名字
bad-id-reserved-help = 请换一个词
bad-value-shared-only = { $key } 只能写在 shared = true 的流程里
bad-value-main-only = { $key } 不能写在共用流程里
bad-value-shared-folder = shared/ 里的流程必须是共用流程
bad-value-shared-folder-help = 请写 shared = true，或把文件移走
bad-value-reason = 要忽略一条规则，请写明理由
bad-value-allow-fixed = { $rule } 不能忽略
bad-value-rule = 没有名为 { $rule } 的规则
bad-value-no-options = 一个问题至少要有一个选项
bad-value-no-cases = branch 至少要有一种情况
bad-value-currency = { $value } 不是币种；请写 CNY 这样的代码，或写 any
bad-value-currency-code = { $value } 不是币种代码
bad-value-timeout = timeout 应在 1s 到 5s 之间
bad-value-can-skip = 这一步不提问，can-skip 不起作用
bad-value-once = 列表每问一次就多一条，不能只问一遍
bad-value-duration = 这不是时长；请写 30m、24h、3d、15bd 或 profile.waits.名字
bad-value-wait-outcome = wait 只能和 end = "wait" 一起写
bad-value-since-outcome = since 只能和 end = "wait" 一起写
wrong-type-value = { $key } 不能是这种值
missing-key-return-text = 缺少 text：返回值 { $value } 没有现成的说法
verb-missing = 这一步什么也没做
verb-missing-help = 请写 { $verbs } 中的一个
verb-twice = 一步只做一件事，这里同时有 { $first } 和 { $second }
verb-twice-help = 请拆成两步
duplicate-option = { $value } 写了两次
duplicate-option-label = { $value } 和 { $other } 的文字一样
allow-unused = 这里已经没有违反 { $rule } 的地方
allow-unused-help = 请删掉这一项

## 步骤和流程
unknown-step = 没有名为 { $name } 的步骤
unknown-flow = 没有名为 { $name } 的流程
unknown-flow-path-help = 流程按它在流程包里的位置来写，例如 `shared/check-network`；不能写流程包之外的文件
not-shared = { $name } 不是共用流程
not-shared-help = 要转过去请用 go，或把它改成共用流程
shared-target = { $name } 是共用流程
shared-target-help = 要用它并回来，请用 run
run-cycle = 流程互相调用，绕成了圈：{ $way }
run-cycle-help = 共用流程不能直接或间接调用自己
next-missing-answer = next 没有写 { $names } 的去向
next-missing-answer-help = 请逐个补上，或写 else
next-missing-answer-else = next 没有写答案已知时的去向
next-missing-answer-else-help = 请补上 else
next-unknown-answer = { $name } 不是这一步的答案
next-unknown-answer-skip = 这一步的答案不会是 unknown
next-unknown-answer-help = 它的答案可以是 { $names }
next-unknown-answer-none-help = 这种类型的答案没有名字；请只写一个步骤，或写带 else 的表
next-unknown-answer-choices = choices 的选项不能带 next：可以同时选几项
next-unknown-answer-choices-help = 请给这一步写一个 next，再用 branch 和 has 分开
next-else-unused = 每个答案都有去向，else 用不到
next-else-unused-single = 每个选项都有自己的去向，这个 next 用不到
cycle-without-user = 这几步会自己绕圈，中间没有人可以停下：{ $way }
cycle-without-user-help = 每个圈里都要有 ask、tell、do 或 try
return-outside-shared = 只有共用流程能用 return
return-outside-shared-help = 请改用 end，或写 shared = true
shared-without-return = 这个共用流程从不返回
shared-without-return-help = 请加一个带 return 的步骤
guard-twice = 已经有一个 guard 流程：{ $first }
guard-twice-secret-out = 已经有一个 secret-out 流程：{ $first }
unreachable-step = 没有步骤通向 { $name }
unreachable-step-help = 请在某一步的 next 里写它，或删掉它
unreachable-step-answers = 怎么回答都走不到 { $name }
unreachable-step-answers-help = 前面的条件不会放人过来；请改条件，或删掉这一步
cannot-finish = 走到这里就一直绕圈，怎么回答都到不了结尾
cannot-finish-help = 让圈里的某个答案通向圈外
cannot-finish-run = 前面有些答案会让人在这里调用的流程里一直绕圈
cannot-finish-run-help = 交过去的答案在那里改不了；请给它一条出去的路，或不要交过去
no-way-to-support = 这个流程没有一条路通向客服
no-way-to-support-help = 让某条路以 contact、urgent 或 legal 结尾，或 go 到这样的流程
too-deep = 走到这里要 { $count } 个问题和操作；超过 { $most } 个，多数人会放弃
too-deep-help = 请先问最关键的，或拆成几个流程

## 事实和条件
type-words = 单选
type-yes-no = 是或否
type-choices = 多选
type-amount = 金额
type-number = 整数
type-time = 时间
type-version = 版本号
type-text = 文字
type-date = 日期
type-duration = 时长
when-syntax = 这里应为{ $expected }，而不是{ $found }
when-syntax-character = 条件里不能有 { $character }
when-syntax-quotes-help = 词语两边不加引号
when-syntax-deep = 条件套得太深
when-found = “{ $found }”
when-found-end = 结尾
when-expect = { " " }{ $names }
when-expect-fact = 步骤的名字
when-expect-value = 一个值
when-operator = 条件里不写“{ $wrong }”
when-operator-help = 请写 { $right }
when-operator-equal-help = 词语请写 is，金额、数字和版本写 =
unknown-fact = 没有名为 { $name } 的步骤，也就没有这个事实
unknown-fact-value-help = 同一步的几个值，请写 step is one of (a, b)
unknown-fact-no-fact = 步骤 { $name } 不产生事实
unknown-fact-not-given = 共用流程没有给出 { $name }
unknown-fact-not-given-help = 共用流程要在 gives 里列出它，前半段要是 run 步骤的名字
unknown-option = { $name } 不会是 { $value }
unknown-profile-key = 服务商资料里没有 { $name }
type-mismatch-bare = { $name } 是{ $type }；只有是或否可以单独写
type-mismatch-bare-help = 请写明要比什么，例如 { $name } is … 或 { $name } > …
type-mismatch-is = { $name } 是{ $type }，不能用 is 比较
type-mismatch-is-help = 请用 is known；金额、整数和版本号用 <、=、>
type-mismatch-has = { $name } 是{ $type }；has 只用于多选
type-mismatch-has-help = 请写 { $name } is …
type-mismatch-compare = { $name } 是{ $type }，没有大小
type-mismatch-compare-help = 能比大小的是金额、整数和版本号；词请写 { $name } is …
type-mismatch-equal = { $name } 是{ $type }，不能用 = 比较
type-mismatch-equal-help = 请写 { $name } { $word } { $value }
type-mismatch-compare-time = { $name } 是{ $type }，不能像数字那样比较
type-mismatch-compare-time-help = 请写 { $name } older than 24h 或 { $name } newer than 3d
type-mismatch-any-currency = { $name } 可以是任何币种，不能比较
type-mismatch-any-currency-help = 请给这个问题写明 currency
type-mismatch-sides = { $left }和{ $right }不能比较
type-mismatch-age = { $name } 是{ $type }；older 和 newer 只用于时间
type-mismatch-age-help = 请用 type = "time" 的事实
type-mismatch-duration = { $name } 是{ $type }，不是时长
type-mismatch-since = { $name } 是{ $type }；since 要的是时间
currency-mismatch = { $left } 和 { $right } 不能比较
currency-may-differ = 这里写的是 { $written }，而 { $profile } 用的是 { $currency }
currency-may-differ-help = 币种不同时不能比较，条件不成立；请给问题写明 currency
number-range = { $number } 不在问题允许的范围里
number-range-ticks = 选中的个数应在 1 到 { $count } 之间
number-range-options = 一共 { $count } 个选项，不能写 { $number }
number-range-order = min 是 { $min }，max 是 { $max }
bad-literal-amount = { $value } 不是金额；请写数字和币种，例如 100 CNY
bad-literal-number = { $value } 不是整数
bad-literal-version = { $value } 不是版本号；请写成 8.5.1 这样
bad-literal-duration = { $value } 不是时长；请写成 30m、24h、3d 或 15bd 这样
bad-literal-country = { $value } 不是国家代码；请写两个大写字母，例如 CN
bad-literal-yes-no = { $value } 不是 yes 或 no
bad-literal-time = { $value } 不是时间；请写成 2026-11-21T10:00:00+08:00 这样
bad-literal-text = { $value } 不是一行 500 字以内的文字
bad-literal-list = { $value } 不是选项的列表
fact-maybe-unset = 有的路走到这里时，还没有问过或检测过 { $name }
fact-maybe-unset-help = 请在通向这里的每条路上都问它，或先判断 { $name } is known
fact-maybe-unknown = { $name } 在这里可能是未知
fact-maybe-unknown-help = 请先判断 { $name } is known，其余的另走一路
fact-maybe-unknown-profile = 不是每个服务商的资料都有 { $name }
fact-maybe-unknown-profile-help = 请先判断 { $name } is known，其余的另走一路
case-never = 怎么回答，这个条件在这里都不成立
case-never-help = 请改条件，或删掉这一条
case-always = 这个条件在这里总是成立，后面的用不到
case-always-help = 请改条件，或让前一步直接通向它的去向
else-never = 前面几条已经包括所有情况，else 用不到
else-never-help = 请删掉最后一条，让 else 通向它的去向
export-maybe-unset = { $name } 要交给调用它的流程，但有的路走到 { $step } 时，还没有问过或检测过它
export-maybe-unset-help = 请在每条路上都问它，或把 { $name } 从 gives 里去掉
unused-fact = { $name } 的答案没有用处，也没有保存
unused-fact-help = 请写 field 或 label，在条件里用它，或去掉这一步
with-unknown-input = 自动检测 { $callee } 没有输入 { $name }
with-unknown-input-flow = 流程 { $callee } 没有输入 { $name }
with-unknown-input-none-help = 它不接受输入
with-not-input = { $callee } 的问题 { $name } 不是输入
with-not-input-help = 请在那里写 input = true
with-not-input-verb = { $callee } 的步骤 { $name } 不是问题
with-type = { $name } 不能接受{ $type }
with-type-words = 这个事实有的取值，{ $name } 没有
with-type-currency = { $name } 只接受 { $currency }，这里可能是别的币种
with-type-currency-help = 请在金额的来源问题上写同样的 currency，或去掉那边的 currency
with-type-range = 这个数可能小于或大于 { $name } 允许的范围
with-type-range-help = 请在两个问题上写同样的 min 和 max
with-missing = 自动检测 { $probe } 要有 { $name }

## 文字
text-same = 两种语言的文字一样
text-wrong-script-zh = 这里应为中文
text-wrong-script-en = 这里应为英文
placeholder-mismatch = { $lang } 的文字里没有 { $name }，另一种语言有
placeholder-unknown = 没有名为 { $name } 的步骤，没有内容可填
placeholder-unknown-no-fact = 步骤 { $name } 不产生事实，没有内容可填
placeholder-unknown-not-given = 共用流程没有给出 { $name }
placeholder-unknown-follow-up = 只有带 wait 的 end 的文字里能用 follow-up
label-too-wide = 这里占 { $columns } 列，一行只有 { $limit } 列
text-too-long = 这里约占 { $columns } 列，一屏只有 { $limit } 列
punctuation-mixed-zh = 汉字后面的 { $sign } 应为全角
punctuation-mixed-en = 英文里不用 { $sign }
text-without-field = { $name } 的文字只有 label，没有 field，摘要不能打码
text-without-field-help = 请写 field，或写 private = true
retry-before-status = 有人走到这里时，再付一次并不安全
retry-before-status-help = 只让满足这个条件的人走到这里
retry-before-status-unasked = 这个条件没有看状态，不知道上一笔有没有付成
retry-before-status-unasked-help = 请用 field = "status-shown" 的问题，或自动检测 tx-status

## 分析
analysis-limit = 这个流程的走法太多，没能证明每一步都走得到、走得完
analysis-limit-help = 请拆成几个流程，或少在离问题很远的地方判断
profile-stale = 上次核对是 { $date }，已经超过 12 个月
profile-stale-help = 请重新核对，再改 verified 的日期
content-stale = 上次复核是 { $date }，已经超过 12 个月
content-stale-help = 请对照现在的应用重读一遍，再改 reviewed 的日期

## 安全
asks-secret = 这里在要 { $secret }，流程不能索要秘密信息
asks-secret-help = 请改问发生了什么，或只写在应用里做什么，例如“登录”；提醒的话用“不要”开头
literal-contact = 文字里不能写联系方式 { $value }
literal-contact-help = 联系方式只来自服务商和地区文件：请用 show、带渠道的 end，或 {"{profile.status-page}"} 这样的占位符
url-not-https = { $value } 不是安全的网址
url-not-https-help = 如果这样能打开，请写 { $value }
url-off-domain = { $host } 不在服务商的官方域名里
url-off-domain-help = 请改正地址；确实属于服务商的，写进 official-domains
lookalike-domain = { $host } 很像 { $official }，但不属于它
lookalike-domain-scripts = { $host } 混用了几种文字里看起来一样的字母
lookalike-domain-help = 请改正主机名；只有服务商自己公布过的，才写进 official-domains
outcome-without-channel = 这里没有用于 { $purpose } 的渠道，步骤 { $step } 要用到
outcome-without-channel-help = 请在这个文件或所属地区的文件里加一个 [[channel]]，写 for = ["{ $purpose }"]
