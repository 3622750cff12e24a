### Help pages: help-COMMAND says what a command is for, help-COMMAND--ARGUMENT what an argument does,
### help-any--ARGUMENT the same for all commands that share it.

help-heading-usage = 用法
help-heading-commands = 命令
help-heading-arguments = 参数
help-heading-options = 选项
help-heading-summary = 摘要
help-word-command = 命令
help-word-options = 选项
man-about = 一步一步查出数字钱包的问题
man-name = 名称
man-synopsis = 概要
man-description = 描述
man-environment = 环境变量
man-variable-data-dir = 保存排查记录的文件夹
man-variable-lang = 程序的语言：zh 或 en，没有 --lang 时使用
man-variable-plain = 设为 1 时逐行显示，等于 --plain
help-takes = { $help }：{ $words }

help-walletfix = 一步一步查出数字钱包的问题，最后要么解决，要么得到一份可以发给客服的求助摘要
help-walletfix--version = 显示版本
help-walletfix--after =
    在终端里不写命令，等于 diagnose。
    程序不会替您发送任何内容，也不会问密码、验证码或助记词。

    退出码
      0  完成
      1  发现错误，或有测试没通过
      2  命令行或答案文件要的东西不存在
      3  需要回答但没有人能回答，或中途退出：用 resume 接着做
      4  有文件读不了或写不进

help-any--lang = 程序的语言：zh 或 en
help-any--help = 显示帮助
help-any--flows = 流程文件夹，代替程序自带的流程
help-any--plain = 逐行显示，不重绘屏幕，适合读屏软件和管道
help-any--offline = 完全不联网：需要网络的自动检测都不做
help-any--probe = 不再询问，直接做自动检测，先列出要访问的网站
help-any--now = 用这个时间代替系统时间，例如 2026-09-01T10:00:00+08:00
help-any--output = 把摘要写进这个文件（必须是新文件或空文件）
help-any--summary-lang = 摘要的语言，客服用另一种语言时使用：zh、en 或 both（两种）
help-any--copy = 同时把摘要复制到剪贴板
help-any--for = 输出工单系统用的格式
help-any--with-numbers = 和 --for github 一起用：连同交易哈希、地址和订单号，发出后所有人都能看到
help-any--short = 聊天用的短摘要，最多 500 个字符
help-any--session = 哪一次：编号或编号的开头几位
help-any--path = 文件或文件夹。不写就是文件夹 flows
help-any--profile = 服务商资料：名称，或它的文件

help-diagnose = 按清单一步一步排查一个问题
help-diagnose--flow = 要排查的问题，名称见“walletfix flows”。不写会先问发生了什么
help-diagnose--answers = 从这个文件取答案，不再提问
help-diagnose--no-save = 不在这台电脑上保存，之后不能继续
help-diagnose--format = 摘要的格式
help-diagnose--after =
    提问显示在标准错误，标准输出里只有摘要：
      walletfix diagnose > ticket.md

help-resume = 继续上次没做完的排查
help-resume--session = 哪一次：编号或编号的开头几位。不写就是最近没做完的一次
help-resume--format = 摘要的格式

help-sessions = 列出、查看、补充或删除保存在这台电脑上的排查记录
help-sessions--after = 记录保存 90 天。
help-sessions-list = 列出排查记录
help-sessions-show = 查看一次排查里的回答，以及记下的联系
help-sessions-note = 记下与客服的一次联系：时间、客服姓名、说了什么、答应了什么
help-sessions-note--text = 对方说了什么。不写时，在终端里会逐项问，其他情况从标准输入读
help-sessions-note--at = 联系的时间：“昨天 14:30”、“2 小时前”、2026-11-20T14:30。不写就是现在
help-sessions-note--channel = 渠道：服务商资料里的编号或名称，或别的名称
help-sessions-note--agent = 客服的姓名
help-sessions-note--promised = 答应什么时候答复：“明天 18:00”，或从联系时算起的“24 小时”、“3 个工作日”
help-sessions-note--ticket = 对方给的工单号
help-sessions-note--after =
    过了答应的时间，“walletfix resume”会提醒。这些内容都会写进摘要：
      walletfix sessions note 7k2m --agent 小王 --promised "24 小时" "再等一天"
help-sessions-delete = 删除排查记录
help-sessions-delete--session = 要删除的记录：编号或编号的开头几位
help-sessions-delete--all = 删除全部记录

help-summary = 重新显示一次排查的摘要，可换格式、语言或长短
help-summary--format = 摘要的格式

help-verify = 核对粘贴来的摘要：完好，还是路上损坏了哪里
help-verify--file = 存有摘要的文件，文本、Markdown 或 JSON 都可以。不写或写“-”：读标准输入
help-verify--after =
    引用、换行变动、引号变样、前后多出的文字都没有关系：
      pbpaste | walletfix verify
    它只能发现无意的损坏。它不是签名，有意作假的人可以另写一份。

help-replay = 重新显示一次排查的每一个画面和当时的回答
help-replay--code = 摘要里的代码；也可以是文件：一份摘要或一份记录；也可以是这台电脑上一份记录的编号
help-replay--after =
    代码可以照听到的写：小写、把 1 写成 I 或 L、把 0 写成 O、有没有空格都行。代码里没有填写的内容，
    显示为“[金额]”之类。JSON 摘要里有其中大部分，记录里全都有。

help-contact = 列出服务商的联系渠道，正在服务的排在前面
help-contact--format = 显示格式
help-contact--for = 只列这一种用途
help-contact--country = 列出这个国家或地区的公共机构，两个字母的代码
help-contact--since = 什么时候写过去的：“昨天 14:30”、“2 小时前”。不写就从现在算
help-contact--follow-up = 没有回复时：什么时候再问、怎么写、向谁投诉

help-probe = 只做自动检测
help-probe--name = 检测的名称，参数写在后面。不写就做所有不需要参数的检测
help-probe--format = 显示格式
help-probe--after =
    先列出要访问的网站。名称和参数的写法，例如：
      walletfix probe network clock
      walletfix probe latest-version platform=ios

help-flows = 列出可以排查的问题
help-flows--format = 显示格式
help-flows-show = 用文字显示一个流程的步骤
help-flows-show--flow = 哪个流程，名称见“walletfix flows”
help-flows-search = 用自己的话查找问题，最像的在最前
help-flows-search--words = 发生了什么，中文英文都可以，平时怎么说就怎么写
help-flows-search--format = 显示格式

help-validate = 检查流程、服务商资料、地区和测试里的错误
help-validate--format = 显示格式，代码扫描用 sarif，GitHub Actions 用 github
help-validate--deny = 这个级别的发现也算不通过
help-validate--watch = 不退出，每次保存文件后重新检查。按 Ctrl-C 结束
help-validate--now = 按这个时间判断文件里的日期。不写就不判断日期
help-validate--after =
    用在 CI 里：
      walletfix validate flows --deny warnings --format github
      walletfix test flows

help-explain = 说明“validate”的一条规则是什么意思、怎么改，附例子
help-explain--rule = 哪条规则，即结果里方括号中的词。不写就列出全部规则

help-test = 运行流程的测试
help-test--format = 显示格式
help-test--coverage = 说明测试到过哪些结尾、走过哪些步骤之间的路线，哪些还没有
help-test--min-coverage = 到过的结尾或走过的路线不到这个百分数，就算未通过
help-test--suggest = 写出能走到其余地方的测试
help-test--write = 把这些测试加进各流程的测试文件
help-test--now = 指出在这个时间以前 12 个月内没有复核过的流程；测试仍用自己的时间

help-new = 回答几个问题，写出一个能通过检查的流程和它的测试
help-new--flow = 流程的名称，例如 app-does-not-open。不写会先问
help-new--flows = 放流程的文件夹。不写就是文件夹 flows；当前文件夹里有流程时，就是当前文件夹
help-new--after =
    每个问题也可以用标准输入里的一行来回答：
      walletfix new app-does-not-open < answers.txt
    已有的文件不会被覆盖。

help-play = 用两种语言预览一个流程，边改边看
help-play--flow = 哪个流程：流程的名称，或流程文件
help-play--flows = 流程文件夹。不写就是文件夹 flows，没有它就用程序自带的流程
help-play--at = 从这一步开始，例如 network 或 network.this-device，用最少的回答走到那里
help-play--profile = 服务商资料的名称
help-play--after =
    自动检测的结果由您来定。返回、核对和退出与 diagnose 一样，不发送、不保存任何内容。
    每个流程开头的安全确认不包括在内，它自己的流程可以单独预览。
    流程包的文件一保存，就重新走一遍已有的回答，走到第一个不再适用的为止。终端里立刻重走，用普通文字行时在下一次回答之后。空行会立刻检查，:reload 会重新读取。
    保存的流程有错误，就显示错误，继续用上一个没有错误的版本。

help-graph = 画出一个流程的步骤和步骤之间的路线，用 Mermaid 或 DOT 写成
help-graph--flow = 哪个流程：流程的名称，或流程文件
help-graph--flows = 流程文件夹。不写就是文件夹 flows，没有它就用程序自带的流程
help-graph--format = 画图的语言，不写就是 mermaid
help-graph--after =
    结尾按结局上色，也写明是哪一种。虚线是流程包里通过的测试没有走过的地方；流程包没有测试，就没有虚线。
      walletfix graph transfer-failed --format dot | dot -Tsvg > flow.svg

help-schema = 显示文件或 JSON 摘要里可以写什么，用 JSON Schema 写成
help-schema--name = 文件的种类
help-schema--after =
    流程包的文件在第一行写明用哪一个：
      #:schema schema/flow-1.json
    `summary` 是 JSON 摘要的结构，供读摘要的程序使用。

help-completions = 显示某个 shell 的补全脚本
help-completions--shell = 哪个 shell

help-man = 显示手册页，man 的格式

help-help = 显示某个命令的帮助
help-help--command = 哪个命令
