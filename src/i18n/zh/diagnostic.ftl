### 文件里有什么不对。键是规则的名字；一条规则有几种说法时再加后缀。

## 多条规则共用
did-you-mean = 是不是 { $name }？
one-of-help = 可以写 { $names }

kind-word = 引号里的文字
kind-number = 整数
kind-float = 小数
kind-bool = true 或 false
kind-time = 日期或时间
kind-array = 方括号里的列表
kind-table = 表
kind-either = { $first }或{ $second }

## 读取
toml-syntax = 不符合 TOML 语法：{ $detail }
toml-syntax-help = 这个文件的其他部分还没有检查，请先改好这一处
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
missing-key = 缺少 { $key }
wrong-type = { $key } 应为{ $expected }，这里是{ $found }
wrong-type-text = { $key } 要写两种语言
wrong-type-text-help = 请写 { $key }.zh = "…" 和 { $key }.en = "…"
bad-value-number = { $key } 的数字太大
bad-value-date = { $key } 应为日期，例如 2026-11-21
bad-value-instant = { $key } 应为带时差的日期和时间，例如 2026-11-21T10:00:00+08:00
bad-value-format = format 应为 1
bad-value-word = { $key } 不能是 { $value }
text-missing = 缺少 { $key }.{ $lang }
text-missing-empty = { $key }.{ $lang } 是空的
placeholder-syntax = 这个花括号后面不是占位符
placeholder-syntax-closing = 这个花括号没有对应的左括号
placeholder-syntax-help = 占位符写成 {"{"}fact{"}"}，花括号本身写成 {"{{"} 或 {"}}"}
placeholder-unknown-here = { $key } 里不能用占位符
