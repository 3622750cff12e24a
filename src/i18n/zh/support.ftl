### 客服拿到摘要以后：核对。

verify-paste = 请粘贴摘要，再按 Ctrl-D 结束。摘要前后有别的文字没有关系。
verify-none = 这段文字里没有 walletfix 的摘要。摘要以主题开头，以“walletfix verify …”一行结尾。
verify-summary = 摘要 { $id }
verify-summary-unnamed = 一份看不到编号的摘要
verify-intact = 完好：{ $summary }。每一部分都和写出时一样。
verify-damaged = 有损坏：{ $summary }。
verify-part = “{ $part }”
verify-part-line = “{ $part }”（第 { $line } 行）
verify-part-lines = “{ $part }”（第 { $first } 到 { $last } 行）
verify-part-legend = 标记的说明
verify-part-safety = 结尾几行
verify-part-other = 这个版本不认识的部分
verify-key = { $key }
verify-changed = - 改过：{ $part }
verify-missing = - 缺少，或者标题改过：{ $part }
verify-added = - 多出来，或者标题改过：{ $part }
verify-cut = - 在{ $part }之内或之后被截断：“… { $words }”。最后一行没有了，前面的内容也没法核对。请索要其余部分。
verify-cut-document = - 在“… { $words }”之后被截断。请索要其余部分。
verify-somewhere = - 有内容改过或换了位置，说不出在哪里。
verify-seal = - 只有“walletfix verify …”这一行改过，上面的内容和写出时一样。
verify-sealless = - “walletfix verify …”这一行（JSON 里是 checksum）损坏或者没有了，其余内容没法核对。
verify-broken = - 已经不能当作 JSON 读取：第 { $line } 行第 { $column } 列。

replay-time = 时间
replay-amount = 金额
replay-number = 数字
replay-version = 版本
replay-text = 文字
replay-no-reason = 代码里没有原因
replay-read = （已读）
