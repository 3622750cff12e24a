### 每条规则要求什么，一行一条：代码扫描显示在发现的问题旁边。

## 读取
rule-toml-syntax = 文件必须是 TOML
rule-toml-1-1 = 文件最好用 TOML 1.0，所有编辑器都能读
rule-not-utf8 = 文件必须是 UTF-8
rule-bad-character = 文件里不能有控制字符和看不见的字符
rule-format-missing = 文件开头要写格式
rule-format-too-new = 格式必须是本程序能读的
rule-unknown-key = 文件里只能写格式规定的键
rule-missing-key = 必须有的键不能缺
rule-wrong-type = 值的种类要和键相符
rule-bad-id = 名字只用小写字母、数字和 -，且没有别的含义
rule-bad-value = 值必须是这个键能取的
rule-verb-missing = 每一步都要做一件事
rule-verb-twice = 一步只做一件事
rule-duplicate-option = 一个问题的选项不能重复
rule-allow-unused = 用不到的忽略项应删掉

## 步骤和流程
rule-unknown-step = 写到的步骤必须存在
rule-unknown-flow = 写到的流程必须存在
rule-not-shared = run 只能用共用流程
rule-shared-target = go 不能转到共用流程
rule-run-cycle = 流程不能互相调用成圈
rule-next-missing-answer = 每个答案都要有去向
rule-next-unknown-answer = next 里只能写这一步的答案
rule-next-else-unused = 用不到的 else 应删掉
rule-unreachable-step = 每一步都要有答案能走到
rule-cannot-finish = 每一步都要有路走到结尾
rule-cycle-without-user = 每个圈里都要有人可以停下
rule-return-outside-shared = 只有共用流程能用 return
rule-shared-without-return = 共用流程必须返回
rule-guard-twice = 一个包里最多一个 guard 流程、一个 secret-out 流程
rule-too-deep = 走到结尾的问题和操作不宜太多
rule-no-way-to-support = 总要有答案能走到客服

## 事实和条件
rule-when-syntax = 条件要符合语法
rule-when-operator = 条件要用语法里的词和符号
rule-unknown-fact = 条件只能读步骤产生的事实
rule-unknown-option = 事实只能和它会取的值比较
rule-unknown-profile-key = 只能读服务商资料里有的键
rule-type-mismatch = 比较的两边，类型要能比较
rule-currency-mismatch = 两种货币的金额不能比较
rule-currency-may-differ = 金额的币种应和服务商的一致
rule-number-range = 数字要在范围里
rule-bad-literal = 条件里的值要按类型的写法来写
rule-fact-maybe-unset = 读事实之前，每条路上都要先产生它
rule-fact-maybe-unknown = 要用的事实必须是已知的
rule-case-never = 每种情况都要有答案能成立
rule-case-always = 一种情况不应对所有答案都成立
rule-else-never = 应有答案能走到 else
rule-unused-fact = 问到的内容应有用处
rule-with-unknown-input = 只能把值交给存在的输入
rule-with-not-input = 只能把值交给写了 input 的问题
rule-with-type = 交过去的值，类型要和输入相符
rule-with-missing = 自动检测需要的输入不能缺
rule-export-maybe-unset = 流程要给出的事实，返回前每条路上都要先产生

## 文字
rule-text-missing = 每段文字都要有两种语言
rule-text-same = 两种语言的文字应不同
rule-text-wrong-script = 文字应使用本语言的字
rule-placeholder-mismatch = 两种语言的占位符必须相同
rule-placeholder-unknown = 占位符写的名字必须存在
rule-placeholder-syntax = 占位符要有名字，花括号要成对
rule-label-too-wide = 标签要能放进一行
rule-text-too-long = 文字应能放进一屏
rule-punctuation-mixed = 标点跟着语言走

## 安全
rule-asks-secret = 文字不能索要机密
rule-literal-contact = 联系方式只来自服务商资料或地区文件，不写在文字里
rule-url-not-https = 网址必须以 https 开头
rule-url-off-domain = 地址必须属于官方域名
rule-lookalike-domain = 域名不能和官方域名相似
rule-outcome-without-channel = 流程用到的用途必须有渠道
rule-text-without-field = 保存的文字要有 field，才能打码
rule-retry-before-status = 上一笔没有确定失败之前，不能叫人再付

## 服务商资料
rule-bad-hours = 营业时间要按 OpenStreetMap 的写法来写
rule-bad-time-zone = 时区必须是 IANA 名称
rule-bad-date = 日期要按日期的写法来写
rule-profile-stale = 会过期的内容应在 12 个月内核对过

## 测试
rule-test-missing-flow = 测试的流程必须存在
rule-test-bad-answer = 测试给的答案必须是步骤能接受的
rule-test-stale-answer = 测试只能写存在的步骤
rule-content-stale = 流程应在 12 个月内复核过

## 分析
rule-analysis-limit = 流程不宜太大，否则无法证明

## 代码扫描
sarif-base = 仓库的根目录
sarif-help-fixed = 这条规则不能忽略。
sarif-help-free = 不适用时，请在步骤或 [flow] 里写明理由：allow = {"{"} { $rule } = "…" {"}"}。

## 说明
explain-why = 为什么要紧：
explain-mend = 怎么改：
explain-beside = 两个例子都用到：
explain-wrong = 这样不对：
explain-right = 改成这样：
explain-allow = 不适用时，在步骤或 [flow] 里写明理由：
explain-allow-nowhere = 这条规则不能忽略：只有流程里能写 allow，而问题在别的文件里。
explain-allow-unbuilt = 这里忽略也没有用：不改好，流程就不能用。
explain-reason = 这里为什么没关系
explain-group-reading = 读取文件
explain-group-graph = 步骤和流程
explain-group-facts = 事实和条件
explain-group-language = 文字
explain-group-safety = 安全
explain-group-profile = 服务商和地区
explain-group-tests = 测试
explain-group-analysis = 分析
explain-list-warning = { $meaning }（警告）
explain-list-info = { $meaning }（提示）
explain-list-more = 想看其中一条的说明和例子：walletfix explain unknown-step
