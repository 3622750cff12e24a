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
