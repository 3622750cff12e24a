### 读取文件，并显示其中的问题。

## 每个问题的上下

files-word-error = 错误
files-word-warning = 警告
files-word-info = 建议
files-word-help = 提示
files-word-note = 说明
files-example = 这样作答就能看到：

## 最后一个问题之后

files-tally = { $files } 个文件里有 { $list }
files-tally-and = { $left }、{ $right }
files-tally-errors = { $count } 个错误
files-tally-warnings = { $count } 个警告
files-tally-infos = { $count } 条建议

## 加载流程包

files-missing = 找不到 { $path }。请给出放流程的文件夹，或一个 .toml 文件。
files-no-flow = { $path } 里没有流程。流程是 .toml 文件，不放在 profiles、regions、tests 和 schema 里。
files-not-allowed = 没有权限读取 { $path }。请检查谁可以读取它。
files-not-a-file = { $path } 不是文件。这里应该是一个 .toml 文件。
files-not-toml = { $path } 不是 .toml 文件。流程、服务方资料和测试都是 .toml 文件。
files-too-large = { $path } 超过 { $megabytes } MB。流程不会这么大，请检查这是什么文件。
files-unreadable = 读不了 { $path }：{ $reason }。
