//! Sentences that upset people put around what they paste; `{}` is what they paste.

/// About a recovery phrase, in Chinese.
pub(crate) const PHRASE_ZH: [&str; 8] = [
    "我的助记词是 {} 麻烦帮我看一下钱包还在不在",
    "客服让我把这些词发过去：{}，我已经发了，现在怎么办？",
    "恢复钱包的时候我输入的是「{}」，一直提示无效",
    "助记词：{}",
    "钱包打不开了，当时抄下来的就是这些 {} ，求帮忙恢复",
    "我把（{}）填到那个网站上，币就没了",
    "换了新手机，用{}导入，余额是0",
    "这是我截图里的内容\n{}\n你们看看对不对",
];

/// About a recovery phrase, in English.
pub(crate) const PHRASE_EN: [&str; 8] = [
    "my seed phrase is {} please help me get my money back",
    "I typed {} into the site and now everything is gone!!",
    "Recovery phrase: {}",
    "the wallet says invalid when I enter \"{}\", what is wrong",
    "I wrote these down when I set it up: {}. Nothing else.",
    "[{}] <- this is what support asked me for",
    "Hi, restoring with ({}) shows zero balance",
    "backup words\n{}\nthanks",
];

/// About a key, in Chinese.
pub(crate) const KEY_ZH: [&str; 6] = [
    "我的私钥是{}，转不出来怎么办",
    "私钥：{}",
    "导出来的密钥 {} 导入别的钱包提示格式错误",
    "有人知道了我的私钥（{}）会不会被盗",
    "我复制的是“{}”，不知道是什么，你们看一下",
    "客服要我发这个\n{}\n我就发给他了",
];

/// About a key, in English.
pub(crate) const KEY_EN: [&str; 6] = [
    "my private key is {} and the import fails",
    "private key: {}",
    "I exported {} from the old wallet but the new one does not accept it",
    "somebody saw my key ({}), is my money at risk?",
    "I copied \"{}\" from the settings, no idea what it is",
    "they told me to paste this\n{}\nso I did",
];

/// One of them, filled.
pub(crate) fn around(sentences: &[&str], number: usize, pasted: &str) -> String {
    sentences[number % sentences.len()].replace("{}", pasted)
}
