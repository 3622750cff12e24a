banned = 先登陆。
space = { $count ->
    [one] 第 1 步。
   *[other] 第{ $count } 步。
}
quotes = 点「备份」。
length = 在这台装有钱包而且平时一直用来付款的手机上打开账单找到今天上午付出去的那一笔看它显示什么状态。
