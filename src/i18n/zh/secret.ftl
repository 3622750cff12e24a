### secret

## 像是什么

secret-recovery-phrase = 助记词
secret-private-key = 私钥
secret-keystore = 钱包密钥文件
secret-pem-key = 密钥文件
secret-otp-secret = 身份验证器的密钥
secret-backup-codes = 备用验证码
secret-one-time-code = 验证码
secret-pin = PIN 码
secret-password = 密码
secret-card = 银行卡号
secret-cvv = 卡背面的安全码
secret-bank-account = 银行账号
secret-id-number = 身份证号
secret-token = 登录令牌或接口密钥

## 拦下之后

secret-refused = 刚才的内容像是 { $kind }。没有保存。这里用不到它，客服也用不到。
secret-refused-wiped = 刚才的内容像是 { $kind }。没有保存，也已从屏幕上清掉。这里用不到它，客服也用不到。
secret-refused-visible = 刚才的内容像是 { $kind }。没有保存，但上面还看得见：结束后请清空屏幕。这里用不到它，客服也用不到。
secret-first = 先回答这一问，再做别的。
secret-skip = 这个问题也可以跳过。
secret-private-key-or-hash = 私钥（交易哈希和地址也是这样一串）
secret-shortened = 刚才的内容里有 { $kind }，只留下后四位。已记为：{ $rest }
secret-shortened-visible = 刚才的内容里有 { $kind }，只留下后四位。已记为：{ $rest }。上面还看得见完整的号码：结束后请清空屏幕。
secret-shortened-in-file = 答案文件里有完整的卡号或账号，摘要只留下后四位。请从文件里删掉完整的号码。
secret-in-file = 内容像是 { $kind }。没有保存。请从文件里删掉它：这里用不到，客服也用不到。

## 换个说法

secret-instead-choice = 选下面的一项就行。
secret-instead-note = 这里不需要填写，按回车继续。
secret-instead-recovery-phrase = 换个说法就好，例如：助记词还在手上。
secret-instead-private-key = 换个说法就好，例如：私钥还在手上。
secret-instead-keystore = 换个说法就好，例如：密钥文件打不开。
secret-instead-pem-key = 换个说法就好，例如：密钥文件打不开。
secret-instead-otp-secret = 换个说法就好，例如：验证器的密钥有备份。
secret-instead-backup-codes = 换个说法就好，例如：备用验证码还有。
secret-instead-one-time-code = 换个说法就好，例如：验证码收不到，或提示验证码错误。
secret-instead-pin = 换个说法就好，例如：PIN 码提示错误。
secret-instead-password = 换个说法就好，例如：密码忘了，或提示密码错误。
secret-instead-card = 只写卡号的后四位就够了。
secret-instead-cvv = 换个说法就好，例如：提示安全码错误。
secret-instead-bank-account = 只写账号的后四位就够了。
secret-instead-id-number = 换个说法就好，例如：身份验证通过了，或没通过。
secret-instead-token = 换个说法就好，例如：登录老是失效。
secret-instead-hash = 交易哈希只填在问交易哈希的地方。这里写别的就行。
secret-instead-line = 只填这里问的内容就行。

## 别处出现过吗

secret-note-exposed = 如果它在别处也填过，或发给过别人，马上运行：walletfix resume { $id }
secret-unasked = 上次拦下的内容像是 { $kind }，还有一件事要问。
secret-exposed = 这段内容，您还在别处填写过，或发给过别人吗？网页、聊天、表格、拍照都算。
secret-exposed-yes = 有，别处也出现过
secret-exposed-no = 没有，只在这里贴过
secret-exposed-unsure = 不知道
secret-exposed-hash = 它是交易哈希或地址，不是私钥
secret-urgent = 别人拿到它，就可能登录账户或转走钱。现在就转到“{ $flow }”吗？
secret-urgent-go = 是，现在就处理
secret-urgent-stay = 先回答刚才的问题
secret-urgent-channels = 别人拿到它，就可能登录账户或转走钱。马上联系下面的渠道，冻结账户。
secret-urgent-alone = 别人拿到它，就可能登录账户或转走钱。打开钱包应用，从“帮助”联系客服，马上冻结账户。
