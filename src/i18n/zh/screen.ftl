### screen

## prompts: how every screen is answered

prompt-urgent = 紧急：{ $text }
prompt-ahead = 还有 { $least } 步。
prompt-ahead-range = 还有 { $least } 到 { $most } 步。
prompt-ahead-least = 至少还有 { $least } 步。
prompt-note = 按回车继续。
prompt-skip-line = 输入 :skip = { $label }
prompt-plain-hint-unkept = 有选项时输入序号。随时可以输入 ? 看说明，:back 返回，:quit 退出（什么都不写）。
prompt-wait = 正在检测：{ $label }（最多 { $seconds } 秒）
prompt-one-list = 上下键移动，也可以输入序号或几个字，回车选定。{ $menu }
prompt-several-found = 空格或回车勾选，按 Esc 清除输入的字。
prompt-one-line = 输入序号，按回车。{ $menu }
prompt-several-line = 输入序号，用逗号隔开（例如 1,2），然后按回车。{ $menu }
prompt-line = 输入后按回车。{ $menu }
prompt-line-again = 输入后按回车；按上键取回原来的回答。{ $menu }
prompt-note-menu = { $menu }
prompt-escape-unkept = Esc 返回，输入 : 打开菜单：说明、退出。
prompt-escape-typed = Esc 返回，:help。
prompt-commands = 上下键移动，或输入命令，回车执行。按 Esc 回到问题。
prompt-fits-nothing = 没有符合的。回车就这样回答，Esc 清除。
prompt-more-above = 上面还有 { $count } 项
prompt-more-below = 下面还有 { $count } 项
prompt-part-above = 按上键看前面
prompt-part-below = 按下键看后面
prompt-rows-hidden = 还有 { $count } 行
prompt-one-list-short = 选好后按回车。{ $menu }
prompt-several-line-short = 输入序号，如 1,2。{ $menu }
prompt-more = 还有 { $count } 项
prompt-read-on = 按回车往下看。
prompt-nothing-ticked = 一项也没选
prompt-wait-enter = 按回车跳过。
prompt-wait-skip = 按任意键跳过，最多再等 { $seconds } 秒
prompt-wait-skip-several = 还剩 { $count } 项。按任意键跳过，最多再等 { $seconds } 秒

prompt-menu-back = 返回上一步
prompt-menu-help = 看说明
prompt-menu-skip = 跳过这个问题
prompt-menu-review = 看全部回答，可以修改
prompt-menu-flow = 不是这个问题，换一个
prompt-menu-lang = English（换成英文）
prompt-menu-stop = 到此为止，整理给客服
prompt-menu-quit = 保存并退出
prompt-menu-quit-unkept = 退出，什么都不写

## 程序自己的画面，以及画面之间说的话。

screen-what-happened = 遇到了什么问题？用自己的话写一句。
screen-all-problems = 全部问题：哪一个最像？
screen-words-how = 例如：昨天转给朋友 200 元，对方没收到。不要写密码、验证码和助记词。直接回车看问题列表。
screen-words-how-stay = 例如：昨天转给朋友 200 元，对方没收到。不要写密码、验证码和助记词。直接回车看问题列表，:back 返回刚才的问题。
screen-words-how-keep = 直接回车，保持不变。
screen-words-found = 最像的是这几个，是哪一个？
screen-words-all = 都不是，看全部问题
screen-words-again = 换一种说法再找
screen-words-own = 用自己的话说
screen-words-none = 没有找到相近的问题。下面是全部问题。
screen-review-words = 问题（自己的话）
screen-stay = 返回刚才的问题
screen-first = 这是第一个画面，前面没有了。
screen-orphaned = 这些回答不再适用，已去掉：{ $names }
screen-unsaved = 这次的回答存不下来：{ $reason }。可以继续，但退出后不能恢复。
screen-understood = 已记为：{ $words }
screen-found = { $name }（自动检测）：{ $result }。
screen-found-observed = { $name }（自动检测）：{ $result }（{ $observed }）。
screen-unseen = { $name }：没能自动查到（{ $reason }）。这不代表正常，也不代表有故障。
screen-consent = 要让这台电脑自动检测几项吗？检测的是它的网络和时间、服务状态、应用的最新版本。只会访问：{ $hosts }。您的回答和资料都不会发出去。和打开网页一样，这些网站会看到这台电脑的 IP 地址。不检测也能做完全部步骤。
screen-consent-transaction = 要让这台电脑查一下这笔交易吗？{ $hosts } 会看到交易哈希和这台电脑的 IP 地址，别的都看不到。不查也能做完全部步骤。
screen-consent-address = 要让这台电脑查一下这个地址的余额吗？{ $hosts } 会看到地址和这台电脑的 IP 地址，别的都看不到。不查也能做完全部步骤。
screen-consent-help = 选“是”：这台电脑只访问这里列出的网站，不访问别的。选“否”：什么都不访问，要检测的几项记为不知道。两种都能接着做，之后不再问。
screen-could-not-check = { $name }：没能自动查到（{ $reason }）。这不代表正常，也不代表有故障。请自己看一眼再回答：
screen-no-answer = 这一行是空的。写下回答，或输入 ? 看说明。
screen-cannot-skip = 这个问题不能跳过。输入 ? 看说明。
screen-guard-first = 请先回答这个安全确认，再换问题。
screen-stop-later = 同一步出现第 3 次时，才会问要不要停下。现在要保存并退出，输入 :quit。
screen-really-none = 这几种情况都没有，对吗？拿不准就选“不知道”，先按有危险处理。
screen-really-none-none = 对，都没有
screen-really-none-again = 再看一遍列表
screen-really-none-unsure = 不知道
screen-really-none-skipped = 这样就是“不知道”，先按有危险处理。
screen-too-often = 这一步至少出现 3 次了。可以继续，也可以停在这里，带着摘要联系客服。
screen-too-often-on = 继续
screen-too-often-stop = 停下，联系客服
screen-country = 您在哪个国家或地区？接下来要列出当地的报警电话和官方渠道。
screen-elsewhere = 其他地方
screen-review = 以下是全部回答。选一个来修改，或不写进摘要。
screen-review-line = { $name }：{ $value }
screen-review-left-out = { $line }（不写进摘要）
screen-review-empty = 还没有回答。
screen-review-what = 这个回答怎么处理？
screen-review-what-change = 修改
screen-review-what-restore = 写进摘要
screen-review-what-drop = 不写进摘要
screen-review-what-leave = 保持不变
screen-dropped = 不写进摘要：{ $line }
screen-follow-up = 等到：{ $time }
screen-end = 按回车看摘要。程序不会替您发送任何内容。
screen-leave = 这就是摘要的全部内容，客服看到的就是这些。接下来做什么？
screen-leave-done = 没有问题，结束
screen-leave-copy = 复制
screen-leave-save = 存成文件
screen-leave-line = 改一行，或去掉一行
screen-leave-file = 加一个文件，只写名字
screen-leave-which = 哪一行？
screen-leave-attached = 文件
screen-leave-save-where = 文件叫什么名字？
screen-leave-save-how = 写名字或路径。直接回车 = { $name }，存在当前文件夹。
screen-leave-save-again = 写名字或路径。直接回车 = { $name }。
screen-leave-added = 已加上：{ $name }，{ $size }
screen-leave-changed = 已修改：{ $line }
screen-leave-gone = 摘要里不再有：
screen-leave-new = 摘要里现在是：
screen-leave-rest = 其余部分和上面显示的一样。
screen-leave-ended = 已结束，记录已保存。再看摘要：walletfix summary { $id }
screen-leave-ended-unkept = 已结束，这次没有保存记录。
screen-leave-file-which = 要附上哪个文件？
screen-leave-file-how = 写它的路径。摘要里只写名字、大小和校验值，不写内容。直接回车 = 不加。
copied = 已复制，可以粘贴了。
copied-by-terminal = 已交给终端复制。有的终端不接收：如果粘贴出来是别的内容，就存成文件。
copy-impossible = 这里没有剪贴板，请存成文件。
copy-too-large = 内容太长，这里复制不了，请存成文件。
saved-to = 已存为 { $file }，这台电脑上只有您能看。
save-exists = { $file } 已经存在，没有动它。请换一个名字。
save-failed = 没能存为 { $file }：{ $reason }。请换一个名字。
attach-failed = 读不了 { $name }：{ $reason }。没有加进去。
screen-gave-up = 这些步骤走不下去了。请带着下面的摘要联系客服，里面写明了已经试过什么。
screen-help-about = 这一步属于“{ $flow }”：{ $about }。
screen-help-part = 这一步属于“{ $flow }”。
screen-help-do = 做完再回答；做不了就照实选，也可以跳过。
screen-help-try = 做完先看结果；没有用就照实选，也可以跳过。
screen-help-question = 选最接近您看到的那一个。
screen-help-lines =
    随时可以输入：:back 返回、:skip 不知道、:review 全部回答、:flow 换一个问题、:lang English、:quit 保存并退出、? 说明。可以写序号、名称或名称的开头。
    真客服不需要您的密码、验证码、助记词或私钥，这里也用不到。
screen-help-menu =
    随时可以按 Esc 返回，输入 : 打开菜单：全部回答、换一个问题、English、保存并退出。在列表里输入序号或几个字就能选，输入 ? 看这段说明。
    真客服不需要您的密码、验证码、助记词或私钥，这里也用不到。

group-money = 钱没到，或卡住了
group-access = 登录不了
group-safety = 被盗和诈骗
group-app = 应用本身的问题
group-provider = 服务商出了问题
group-support = 求助

reason-not-found = 没有这个文件或文件夹
reason-not-allowed = 没有权限
reason-folder = 它是文件夹
reason-no-file = 它不是普通文件
reason-too-large = 它超过 4 GiB
reason-no-folder = 该放文件夹的地方是一个文件
reason-full = 磁盘已满
reason-read-only = 磁盘只能读取
reason-other = 系统不允许（{ $system }）

screen-check-by-hand = 自动检测：{ $name }（{ $path } 的 probe { $probe }）。假设它查到什么？不会发送任何内容。
