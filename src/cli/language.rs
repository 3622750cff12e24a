//! Which language to speak: what the person says, then what the system says, then English.

use crate::i18n::Lang;
use std::ffi::OsString;

/// The variables that name a locale, the stronger first.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language for these arguments, environment and system.
///
/// Arguments are scanned before they are parsed, so that mistakes in them are already told in the right language.
pub fn choose(
    arguments: &[OsString],
    variable: impl Fn(&str) -> Option<String>,
    system: impl FnOnce() -> Option<String>,
) -> Lang {
    asked(arguments)
        .and_then(|tag| Lang::from_tag(&tag))
        .or_else(|| variable("WALLETFIX_LANG").and_then(|tag| Lang::from_tag(&tag)))
        .unwrap_or_else(|| {
            // The first variable that is set decides, also when it says `C`: that is how people ask for plain English.
            let locale = LOCALE.iter().find_map(|name| variable(name).filter(|tag| !tag.is_empty())).or_else(system);
            locale.and_then(|tag| Lang::from_tag(&tag)).unwrap_or(Lang::En)
        })
}

/// The value of the last `--lang` before a lone `--`.
pub fn asked(arguments: &[OsString]) -> Option<String> {
    let mut asked = None;
    let mut rest = arguments.iter().take_while(|argument| *argument != "--");
    while let Some(argument) = rest.next() {
        let Some(argument) = argument.to_str() else { continue };
        if argument == "--lang" {
            asked = rest.next().and_then(|tag| tag.to_str()).map(str::to_owned);
        } else if let Some(tag) = argument.strip_prefix("--lang=") {
            asked = Some(tag.to_owned());
        }
    }
    asked
}

#[cfg(test)]
mod tests {
    use super::choose;
    use crate::i18n::Lang;

    fn language(arguments: &[&str], variables: &[(&str, &str)], system: Option<&str>) -> Lang {
        let arguments: Vec<_> = arguments.iter().map(Into::into).collect();
        let variable =
            |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, tag)| (*tag).to_owned());
        choose(&arguments, variable, || system.map(str::to_owned))
    }

    #[test]
    fn the_nearest_voice_wins() {
        let zh = [("WALLETFIX_LANG", "zh"), ("LC_ALL", "en_US.UTF-8")];
        assert_eq!(language(&[], &zh, None), Lang::Zh);
        assert_eq!(language(&["--lang", "en"], &zh, None), Lang::En);
        assert_eq!(language(&["diagnose", "--lang=en-GB"], &zh, None), Lang::En);
        assert_eq!(language(&["--", "--lang=en"], &zh, None), Lang::Zh);
        assert_eq!(language(&["--lang", "fr"], &zh, None), Lang::Zh);
        assert_eq!(language(&["--lang"], &zh, None), Lang::Zh);
    }

    #[test]
    fn the_locale_is_read_as_the_system_reads_it() {
        assert_eq!(language(&[], &[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")], None), Lang::En);
        assert_eq!(language(&[], &[("LC_ALL", ""), ("LC_MESSAGES", "zh_CN"), ("LANG", "en_US")], None), Lang::Zh);
        assert_eq!(language(&[], &[("LANG", "zh_TW.UTF-8@x")], Some("en")), Lang::Zh);
        assert_eq!(language(&[], &[("LANG", "fr_FR.UTF-8")], Some("zh-Hans-CN")), Lang::En);
        assert_eq!(language(&[], &[], Some("zh-Hans-CN")), Lang::Zh);
        assert_eq!(language(&[], &[], Some("C")), Lang::En);
        assert_eq!(language(&[], &[], None), Lang::En);
    }
}
