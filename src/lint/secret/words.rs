//! Words of both languages, as data: what a secret is called, what people are told to do with one, what turns an order
//! round. A word added here needs a line in `tests/judgement/asks-secret.tsv`.

use super::super::words::List;

/// Secrets that one word names.
pub(super) static SECRETS: List = List::new(
    "password, passwords, passcode, passcodes, passphrase, passphrases, pin, pins, mnemonic, keystore, cvv, \
     cvv2, cvc, otp, otps, totp, credentials, seed",
);

/// Secrets that two words name.
pub(super) static PAIRS: [(&str, List); 8] = [
    ("phrase", List::new("recovery, seed, secret, backup, mnemonic, pass, wallet, 12-word, 24-word")),
    ("words", List::new("recovery, seed, secret, backup, 12, 15, 18, 21, 24, twelve, twenty-four")),
    ("key", List::new("private, secret, signing, spending, api")),
    ("keys", List::new("private, secret, signing, spending, api")),
    ("secret", List::new("api, totp, 2fa, wallet")),
    ("number", List::new("card, identity-card, passport, security")),
    (
        "code",
        List::new(
            "verification, security, one-time, sms, text-message, login, sign-in, authenticator, authentication, \
            auth, 2fa, two-factor, two-step, confirmation, backup, recovery, pin, 6-digit, six-digit, 4-digit, \
            access, unlock",
        ),
    ),
    (
        "codes",
        List::new(
            "verification, security, one-time, sms, authenticator, authentication, 2fa, backup, recovery, access, \
            unlock",
        ),
    ),
];

/// Words that name a secret where nothing near them names something else.
pub(super) static WEAK: List = List::new("code, codes, phrase");

/// Where a sentence names one of these, "the code" and "the phrase" are no secrets.
pub(super) static NO_SECRET: List =
    List::new("error, errors, status, qr, country, area, postal, zip, promo, discount, referral, coupon, swift");

/// Right before the word they say that it is something else.
pub(super) static NO_SECRET_OF: List = List::new(
    "invitation, invite, branch, sort, bic, currency, tracking, contract, product, language, dialing, \
     category, replay, response, exit, reason, decline, refund, order, merchant, source, result, reply, bar, \
     report",
);

/// After such a word the secret only says which.
pub(super) static HEADS: List = List::new(
    "manager, managers, field, fields, box, page, screen, form, reset, resets, change, changes, prompt, \
     dialog, hint, rule, rules, policy, length, strength, option, options, setting, settings, section, menu, \
     problem, problems, error, errors, issue, issues, request, requests, sender, limit, app, apps, \
     generator, attempt, attempts, pad, backup, check, step, input, window, tab",
);

/// Orders to hand a secret over.
pub(super) static VERBS: List = List::new(
    "enter, type, input, key, fill, write, put, paste, copy, give, tell, send, text, mail, email, message, \
     share, show, read, say, dictate, spell, photograph, upload, attach, submit, provide, forward, post, \
     disclose, hand, reply, supply, state, list, repeat, take, import, quote, confirm, name, snap, scan, \
     report",
);

/// Words that may stand between an order and what it begins with.
pub(super) static ADVERBS: List = List::new(
    "please, now, then, just, simply, first, next, also, again, carefully, always, only, kindly, manually, \
     directly, immediately, finally, quickly, once, here, below, so, today, afterwards",
);

/// Words that turn what follows round.
pub(super) static NEGATIONS: List = List::new(
    "not, don't, doesn't, didn't, never, no, nobody, none, nothing, nowhere, without, avoid, stop, refuse, \
     cannot, can't, won't, shouldn't, mustn't, needn't, neither, nor, than, instead, unless, beware",
);

/// People who do things themselves: what they do is told, not ordered.
pub(super) static OTHERS: List = List::new(
    "scammers, they, somebody, someone, people, nobody, anybody, anyone, whoever, who, thieves, criminals, \
     fraudsters, attackers, strangers, fakes, impostors, some, many, those",
);

/// Where the object of an order ends.
pub(super) static BREAKS: List = List::new(
    "which, who, whom, whose, if, whether, when, how, why, where, after, before, until, while, because, \
     since, with, without, for, from, by, but, except, instead, not, no, never, nothing, than, about, under, \
     using, through, into, in, on, at, as, is, are, was, were, be, do, does, did, has, had, will, would, \
     can, could, may, says, shows, asks, what, that, so",
);

/// What stands before a secret that somebody owns.
pub(super) static OWNERS: List = List::new(
    "your, the, a, an, my, this, that, these, those, all, any, every, each, its, current, old, new, full, \
     complete, whole, exact, wallet, wallet's, account, login, sign-in, payment, trading, device, hardware, \
     email, secret, entire, and, or, user, username, name",
);

/// Chinese words for secrets, longer ones first.
pub(super) static SECRETS_ZH: List = List::new(
    "身份证号码, 身份证号, 恢复短语, 种子短语, 密码短语, 助记词, 恢复词, 种子词, 恢复种子, 验证码, 动态口令, \
     动态码, 短信码, 备用码, 恢复码, 安全码, 谷歌码, 二次验证码, pin 码, pin码, pin, cvv, cvc, 私钥, 密钥, \
     密码, 口令, 完整卡号, 银行卡号, 卡号, keystore, 12 个单词, 24 个单词, 12 个词, 24 个词, 十二个单词, \
     二十四个单词, 十二个词, 二十四个词",
);

/// After the word: it only says which page, which message, which setting.
pub(super) static HEADS_ZH: List = List::new(
    "框, 栏, 页, 管理, 错误, 问题, 设置, 界面, 长度, 强度, 提示, 输入框, 重置, 找回, 功能, 保护, 修改, 锁, \
     学, 错了, 不对, 次数, 尾号, 后四位, 末四位, 后 4 位, 末 4 位, 打码, 的后四位, 的末四位, 的后 4 位, \
     的末 4 位",
);

/// Orders to hand a secret over.
pub(super) static VERBS_ZH: List = List::new(
    "输入, 键入, 录入, 敲入, 填写, 填入, 填上, 填到, 填在, 填进, 填, 写下, 写入, 写在, 写上, 写, 发送, 发给, \
     发到, 发来, 发过来, 发我, 发一下, 发出, 提供, 告诉, 告知, 说出, 说一下, 说一遍, 说给, 讲出, 念出, 念给, \
     念一遍, 念一下, 读出, 读给, 读一遍, 报出, 报给, 报一下, 展示, 出示, 亮出, 拍照, 拍下, 拍张, 拍一张, \
     拍给, 截图, 截屏, 上传, 提交, 粘贴, 贴到, 贴在, 贴上, 复制, 导入, 分享, 共享, 回复, 私信, 交给, 转发, \
     留下, 给客服, 给我, 给工作人员",
);

/// After the order: it is told, not ordered.
pub(super) static TOLD_ZH: List = List::new(
    "的, 过, 了, 错, 完, 后, 时, 不, 没, 框, 法, 栏, 之后, 以后, 失败, 次数, 正确, 有误, 前, 进过, 到过, \
     给过, 入过, 给了, 进了",
);

/// After the secret that the order is about: the same.
pub(super) static TOLD_AFTER_ZH: List =
    List::new("后, 时, 之后, 以后, 的时候, 前, 之前, 错, 失败, 有误, 正确, 的那, 的页面, 的地方");

/// Before the order: somebody else does it, or it is only thought of.
pub(super) static OTHERS_ZH: List = List::new(
    "让, 叫您, 叫你, 要求, 要您, 要你, 有人, 谁, 对方, 骗子, 凡, 任何人, 如果, 若, 假如, 一旦, 曾, 已经, \
     是否, 有没有, 诈骗, 骗您, 骗你, 引导, 诱导, 催, 逼, 是不是, 怎么, 如何, 几次, 上次, 什么时候, 哪里, \
     在哪, 想要, 索要, 之前, 以前, 刚才",
);

/// Turns an order round.
pub(super) static NEGATIONS_ZH: List =
    List::new("不, 别, 勿, 莫, 没, 未, 无需, 无须, 禁止, 拒绝, 避免, 防止, 切忌, 以免, 免得, 停止, 无权");

/// Words that hold a negation and mean something else.
pub(super) static NO_NEGATION_ZH: List = List::new(
    "不断, 不仅, 不但, 不妨, 不管, 不论, 不然, 不久, 不得不, 不同, 别的, 别人, 分别, 区别, 特别, 识别, 级别, \
     个别, 辨别, 类别, 没关系, 不过, 不只, 未来, 需要",
);

/// What handing a secret over leads to: said to warn.
pub(super) static WARNINGS_ZH: List =
    List::new("等于, 骗, 危险, 会被盗, 就会泄露, 会丢, 不安全, 没必要, 风险, 偷走, 转走");
