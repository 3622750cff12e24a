### 自动检测：名称、结果、没有结果的原因。

probe-network = 这台电脑的网络
probe-network-online = 能上网
probe-network-captive = 要先登录这个 Wi-Fi
probe-network-filtered = 部分网站被拦截
probe-network-offline = 上不了网
probe-service-status = 服务状态
probe-service-status-ok = 服务正常
probe-service-status-maintenance = 正在维护
probe-service-status-degraded = 部分功能有故障
probe-service-status-down = 已经中断
probe-latest-version = 应用的最新版本
probe-clock = 这台电脑的时间
probe-clock-ok = 时间准确
probe-clock-wrong = 时间不准
probe-support-hours = 客服时间
probe-support-hours-open = 现在有人
probe-support-hours-closed = 现在没人
probe-tx-status = 链上的交易状态
probe-tx-status-confirmed = 已确认
probe-tx-status-pending = 待确认
probe-tx-status-queued = 在排队，等前面的交易
probe-tx-status-replaced = 已被替换
probe-tx-status-failed = 链上失败
probe-tx-status-not-found = 没有查到这一笔
probe-address-balance = 地址的余额
probe-address = 地址的格式
probe-address-valid = 格式正确
probe-address-no-checksum = 地址里不带校验，其他没有问题
probe-address-wrong-chain = 是另一条链的地址
probe-address-test-chain = 是测试网的地址
probe-address-contract = 是合约地址
probe-address-invalid = 不是完整的地址
probe-same-address = 两个地址的比较
probe-same-address-same = 完全相同
probe-same-address-look-alike = 看着像，其实不同
probe-same-address-different = 不同
probe-domain = 网址
probe-domain-official = 是官方网址
probe-domain-look-alike = 冒充官方的网址
probe-domain-unlisted = 不在官方名单里
probe-wallet-error = 错误提示的含义
probe-wallet-error-insufficient-funds = 余额不足
probe-wallet-error-insufficient-gas = 矿工费不够
probe-wallet-error-nonce-too-low = 序号（Nonce）已用过
probe-wallet-error-underpriced = 替换用的矿工费太低
probe-wallet-error-rejected-by-user = 在钱包里点了拒绝
probe-wallet-error-reverted = 合约拒绝执行
probe-wallet-error-out-of-energy = 能量不够
probe-wallet-error-other = 其他错误
probe-offline = 已设为不联网
probe-contacts = 只会访问：{ $hosts }。不会发送您的任何资料。
probe-contacts-number = 只会访问：{ $hosts }。{ $seeing } 会看到要查的交易哈希或地址，以及这台电脑的 IP 地址，除此之外不会发送您的任何资料。
probe-checks = { $count } 项
probe-of = { $name }（{ $word }）
probe-for-contact = 一般问题
probe-for-urgent = 紧急
probe-for-legal = 投诉和法律
probe-for-fraud = 诈骗
probe-platform-ios = iOS
probe-platform-android = Android
probe-platform-desktop = 电脑版
probe-platform-extension = 浏览器扩展
probe-line = { $name }：{ $result }，{ $ms } 毫秒
probe-line-observed = { $name }：{ $result }（{ $observed }），{ $ms } 毫秒
probe-line-unseen = { $name }：没能自动查到（{ $reason }），{ $ms } 毫秒
probe-unknown-means = 没能查到的就是不知道。这不代表正常，也不代表有故障。
probe-this-computer = 网络和时间检测的是这台电脑，不是您的手机。
probe-name-unknown = 没有名为 { $name } 的自动检测。
probe-name-unknown-nearest = 没有名为 { $name } 的自动检测。最接近的是 { $nearest }。
probe-name-list = 全部自动检测：{ $names }
probe-input-first = { $name } 写在了检测名称前面。先写检测名称，再写它的参数，例如 latest-version platform=ios。
probe-input-none = { $probe } 不需要参数。
probe-input-unknown = { $probe } 没有参数 { $name }。它的参数是 { $known }。
probe-input-unknown-nearest = { $probe } 没有参数 { $name }。最接近的是 { $nearest }。
probe-input-needed = { $name } 需要 { $input }，写成 { $input }={ $example }。
probe-input-any = 值
probe-secret-typed = 终端可能记下了刚才输入的这一行，请从历史记录里删掉。

## 网站的回答、状态页、版本列表

reply-page = { $host } 返回的是网页，不是数据，要先登录的 Wi-Fi 也会这样
reply-garbled = { $host } 返回的内容读不懂
reply-unexpected = { $host } 返回的内容和预期的格式不同
reply-elsewhere = { $host } 转到了别的网站，要先登录的 Wi-Fi 也会这样
reply-missing = { $host } 上没有这个页面
reply-refused = { $host } 拒绝回答（HTTP { $code }）
reply-busy = { $host } 被查得太频繁
reply-busy-until = { $host } 被查得太频繁，{ $time } 以后才会回答
reply-sign-in = 要先登录这个 Wi-Fi
reply-fault = { $host } 自己出了故障（HTTP { $code }）
reply-other = { $host } 返回 HTTP { $code }
status-no-page = 没有登记服务状态页
status-no-parts = 服务状态页没有分项
status-other-parts = 服务状态页上没有这一项，只有 { $names }
status-new-word = 服务状态页写的是“{ $word }”，不知道是什么意思
newest-ask = 这个应用的版本没有公开的列表
newest-no-list = 没有登记查版本的地方
newest-not-in-store = { $host } 没有收录这个应用
newest-none = { $host } 上没有发布过版本
newest-no-number = { $host } 上的“{ $name }”里没有版本号

## 没有结果的原因

probe-unknown = 没能查到
probe-not-available-yet = 这项检测还没有做好
probe-too-late = { $seconds } 秒内没有结果
probe-stopped = 检测中途停了
probe-input-missing = 前面还缺一项回答
probe-hours-not-known = 服务时间不详
probe-no-channel = 没有登记这类渠道
probe-not-scripted = 文件里没有给出结果
probe-scripted-unknown = 文件里写的是没能查到
probe-skipped = 这项检测跳过了
probe-no-consent = 没有同意联网检测
probe-by-hand = 预览时设为查不到
probe-no-reason = 没有说明原因
probe-chain-not-known = 不认识这条链的地址格式
probe-address-shortened = 地址中间省略了，两端相同不等于全部相同
probe-no-web-address = 里面没有网址
probe-no-official-domains = 没有登记官方网址

## 主机没有回应：停在哪一步，为什么。

net-no-address = 查不到 { $host } 的地址（DNS）
net-astray = { $host } 被指到了这台电脑或内网
net-refused = { $host } 拒绝连接
net-unreachable = 这台电脑没有到 { $host } 的路由
net-cut = 到 { $host } 的连接断了
net-silent-name = 查 { $host } 的地址（DNS）超时
net-silent-connection = 连接 { $host } 超时
net-silent-tls = 与 { $host } 建立加密连接（TLS）超时
net-silent = { $host } 超时没有回应
net-certificate-date = { $host } 的证书与这台电脑的日期不符，先核对时间
net-certificate-name = { $host } 出示的是别的网站的证书
net-certificate-issuer = 这台电脑不信任 { $host } 的证书
net-tls = 与 { $host } 的加密连接（TLS）没有建立起来
net-too-large = { $host } 的回应太大
net-garbled = { $host } 的回应看不懂
net-proxy = 通过这台电脑的代理连不上 { $host }
net-no-roots = 这台电脑没有可信证书的名单
net-here = 这台电脑没能发起到 { $host } 的连接

## 网络和时间。

net-dns = 一个网址也查不到地址（DNS）
net-status = { $host } 的回应是 { $status }
clock-no-date = 没有网站给出时间
clock-one-operator = 只有一家给出了时间
clock-disagree = 各家给出的时间不一致

### 链上查询为什么没有结果。

chain-none-on-file = 没有登记可以查询的区块链浏览器
chain-not-on-file = 只能查 { $chains }，没有登记这条链的区块链浏览器
chain-none-of-form = 只能查 { $chains }，那里的交易哈希不是这种写法
chain-fits-several = 这种写法可能是 { $chains } 的交易哈希，要先选定是哪条链
chain-tx-no-id = 这不是交易哈希：交易哈希是 64 位 0 到 9、a 到 f，有的链前面还有 0x
chain-tx-is-address = 这是一个地址，不是交易哈希：在钱包里点开这一笔，复制交易哈希（TxID）
chain-tx-length = 交易哈希应有 64 位，这里是 { $count } 位，可能没有复制全
chain-tx-shortened = 交易哈希的中间省略了，要复制完整的
chain-tx-other = { $chain } 的交易哈希不是这种写法，可能选错了链
chain-not-seen = { $host } 上查不到这一笔：可能在另一条链上，刚发出的也可能还没有传到
chain-address-flawed = 这不是完整的地址
chain-address-other = 这不是 { $chain } 的地址
chain-busy = { $host } 收到的查询太多，暂时不回答
chain-moved = { $host } 要转到别的网址，没有跟过去
chain-status = { $host } 没有回答（HTTP { $status }）
chain-page = { $host } 给出的是网页，不是数据：可能要先登录这个网络
chain-strange = { $host } 的回答看不懂
chain-disagrees = { $host } 的回答前后矛盾
chain-refusal = { $host } 拒绝了查询（JSON-RPC { $code }）
chain-stale = { $host } 落后了：它的最新区块是 { $minutes } 分钟前的
chain-ahead = { $host } 的最新区块比这台电脑的时钟快 { $minutes } 分钟，其中一个不准
chain-other = { $host } 是另一条链的节点（链 ID { $id }）
chain-changing = 链上状态正在变化，请过一分钟再查
chain-digits = 金额的位数太多，没法准确写出
chain-coin = 不知道这条链的币叫什么
chain-test-money = 这是测试网，上面的币没有价值
