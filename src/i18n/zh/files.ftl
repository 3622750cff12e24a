### 读取文件，并显示其中的问题。

## 每个问题的上下

files-word-error = 错误
files-word-warning = 警告
files-word-info = 建议
files-word-help = 提示
files-word-note = 说明
files-help-line = 提示：{ $help }
files-example = 这样作答就能看到：

## 最后一个问题之后

files-tally = { $files } 个文件里有 { $list }
files-tally-and = { $left }、{ $right }
files-tally-errors = { $count } 个错误
files-tally-warnings = { $count } 个警告
files-tally-infos = { $count } 条建议

## 反复检查

watch-waiting = 正在等文件变动，按 Ctrl-C 结束。
watch-changed = { $file } 有变动。
watch-changed-more = { $file } 和另外 { $count } 个文件有变动。
watch-again = 已重新检查。
watch-broken = 无法留意文件的变动：{ $reason }。

## 加载流程包

files-missing = 找不到 { $path }。请给出放流程的文件夹，或一个 .toml 文件。
files-no-flow = { $path } 里没有流程。流程是 .toml 文件，不放在 profiles、regions、tests 和 schema 里。
files-not-allowed = 没有权限读取 { $path }。请检查文件权限。
files-not-a-file = { $path } 不是文件。这里应该是一个 .toml 文件。
files-not-toml = { $path } 不是 .toml 文件。流程、服务商资料和测试都是 .toml 文件。
files-outside = { $path } 是指向流程包之外的链接。请把文件本身放进来。
files-too-deep = { $path } 的文件夹层级太深，没有读取。请把流程放在靠近最上层的文件夹里。
files-bad-name = 文件名 { $path } 里有显示不出来的字符。文件名只用 a 到 z、数字和 -。
files-too-large = { $path } 超过 { $megabytes } MB。流程不会这么大，请检查这是什么文件。
files-unreadable = 读不了 { $path }：{ $reason }。

## 服务商资料和地区

bad-hours = 服务时间的写法不对
bad-hours-help = 例如 Mo-Fr 09:00-17:00; PH off 或 24/7（OpenStreetMap 的 opening_hours 写法）
bad-time-zone = 没有 { $value } 这个时区
bad-time-zone-help = 请写 IANA 名称，例如 Asia/Shanghai
bad-date = { $key } 应为一个日期
bad-date-help = 不加引号，也不写时刻：2026-11-21
bad-id-generic = generic 是程序自带的服务商资料
bad-id-generic-help = 请给这个文件换一个名字
bad-value-address = 地址不能为空，也不能有空格
bad-value-amount = 看不出 { $value } 是多少钱
bad-value-amount-help = 请写数字和币种：20000 CNY
bad-value-country = 没有 { $value } 这个国家或地区代码
bad-value-country-help = 请写 ISO 3166 的两个大写字母，例如 CN
bad-value-country-twice = { $value } 已经写在 { $file } 里
bad-value-profile-currency = 币种写 2 到 10 个大写字母或数字，例如 CNY
bad-value-empty = { $key } 是空的
bad-value-empty-list = { $key } 至少要有一项
bad-value-host = { $value } 不是主机名
bad-value-host-help = 只写主机名，用小写字母：example.com
bad-value-id-twice = 另一个渠道已经用了 { $value } 这个 id
bad-value-language = 语言写代码，例如 zh 或 en
bad-value-one-of-keys = { $key } 里只能写 { $names } 中的一个
bad-value-status = status 应为 100 到 599 的数字
bad-value-url = { $value } 不是网址
bad-value-url-help = 请写完整：https://example.com/status
bad-value-version-source = { $key } 应为 "ask"，或者是带 itunes、github 或 feed 的表
bad-value-store-app = App Store 里没有 { $value } 这样的名字
bad-value-store-app-help = 请写 Bundle ID 或编号：com.example.app、414478124
bad-value-repository = GitHub 上没有 { $value } 这样的仓库名
bad-value-repository-help = 请写 OWNER/NAME
bad-value-wait = 看不出 { $value } 是多长时间
bad-value-wait-help = 请写数字和单位：30m、24h、3d、15bd、13mo
missing-key-one-of = { $key } 里要写 { $names }

## 测试和答案

bad-value-test-place = { $flow } 的测试要放在 tests/{ $flow }.toml
bad-value-test-twice = 已经有一个测试叫 { $value }
bad-value-answers-and-events = 一个测试里只写 answers 或 events 中的一个
bad-value-path-twice = { $path } 已经有值
bad-value-expects-nothing = 这个测试没有写预期，永远不会失败
bad-value-event = 看不懂 { $value } 这个事件
bad-value-event-help = 例如 symptom = pending、seen PATH、probe PATH = RESULT、back、change PATH = VALUE、drop PATH、flow = FLOW、lang zh、country CN、clock +2h、resume、words TEXT、note TEXT、consent no、refused PATH KIND、exposed yes、attach NAME SIZE SHA256、give-up
bad-value-profile = 没有 { $value } 这份服务商资料
wrong-type-given = { $key } 不能直接写小数
wrong-type-given-help = 请加引号，例如 "100.50 CNY" 或 "8.5"
test-missing-flow = 没有 { $flow } 这个流程
test-bad-answer = { $path } 不能是这个值
test-stale-answer = { $flow } 里没有 { $name } 这个步骤
test-stale-answer-help = 请删掉这个测试，再用 walletfix test --suggest --write 写出新的
test-stale-answer-no-way = { $flow } 的步骤 { $name } 不运行别的流程，后面没有步骤
test-stale-answer-behind = { $name } 会回到 { $flow }，那里的步骤仍用最初的路径
test-stale-answer-no-guard = 这个流程包没有安全检查流程
test-stale-answer-visit = 第几次要写从 1 开始的数字，例如 again#2
test-stale-answer-not-asked = 步骤 { $name } 不提问
test-stale-answer-probe = 步骤 { $name } 是自动检测，不问人；结果要写在 probes 里
test-stale-answer-not-probe = 步骤 { $name } 不是自动检测；答案要写在 answers 里
test-stale-answer-not-told = 步骤 { $name } 不是 tell
test-stale-answer-no-flow = 没有 { $name } 这个主流程
test-stale-answer-no-end = 步骤 { $name } 不是 end
test-stale-answer-outcome = { $name } 这个结尾的结果不是这一种
test-stale-answer-category = { $flow } 里没有 { $name } 这个结尾
test-stale-answer-no-return = { $name } 不是共用流程，没有返回值
test-stale-answer-return = 这个流程不会返回 { $name }
test-stale-answer-no-fact = 步骤 { $name } 不产生结果
