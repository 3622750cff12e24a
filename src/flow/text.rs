//! Texts: the same sentence in Chinese and English, with placeholders for facts and profile keys.

use crate::i18n::Lang;
use crate::source::Span;
use crate::wording::join;
use std::sync::Arc;

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Chinese.
    pub zh: Template,
    /// English.
    pub en: Template,
}

/// Literal pieces and placeholders, in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Template {
    /// In order. Shared, since a text goes unchanged from its file to the flow.
    pub pieces: Arc<[Piece]>,
    /// The string's value in the file.
    pub span: Span,
}

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Piece {
    /// As it stands.
    Literal(String),
    /// A value to fill in.
    Placeholder(Placeholder),
}

/// What a placeholder asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Placeholder {
    /// `{fact}` or `{step.fact}`.
    Fact(String),
    /// `{fact.rest}`: labels that were not ticked.
    Rest(String),
    /// `{fact.count}`: how many were ticked.
    Count(String),
    /// `{profile.path}`, without `profile.`.
    Profile(String),
    /// `{follow-up}` in the text of an end with `wait`: the instant until which to wait.
    FollowUp,
}

impl Placeholder {
    /// As an author writes it.
    pub fn written(&self) -> String {
        match self {
            Self::Fact(name) => format!("{{{name}}}"),
            Self::Rest(name) => format!("{{{name}.rest}}"),
            Self::Count(name) => format!("{{{name}.count}}"),
            Self::Profile(path) => format!("{{profile.{path}}}"),
            Self::FollowUp => "{follow-up}".to_owned(),
        }
    }
}

impl Text {
    /// A text without placeholders.
    pub fn plain(zh: &str, en: &str) -> Self {
        let template =
            |text: &str| Template { pieces: Arc::from([Piece::Literal(text.to_owned())]), span: Span::default() };
        Self { zh: template(zh), en: template(en) }
    }

    /// The template in `lang`.
    pub fn template(&self, lang: Lang) -> &Template {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The sentence in `lang`, each placeholder replaced by what `fill` answers.
    pub fn render(&self, lang: Lang, fill: &dyn Fn(&Placeholder) -> String) -> String {
        self.template(lang).render(fill)
    }

    /// The sentence as its author wrote it, placeholders in braces.
    pub fn as_written(&self, lang: Lang) -> String {
        self.render(lang, &Placeholder::written)
    }

    /// The sentence of a text that has no placeholders, such as a title.
    pub fn as_plain(&self, lang: Lang) -> String {
        self.render(lang, &|_| String::new())
    }
}

impl Template {
    /// The sentence, each placeholder replaced by what `fill` answers.
    ///
    /// Authors write a space on both sides of a placeholder; it is dropped where the value puts Chinese next to Chinese.
    pub fn render(&self, fill: &dyn Fn(&Placeholder) -> String) -> String {
        let mut out = String::new();
        for piece in self.pieces.iter() {
            match piece {
                Piece::Literal(text) => join(&mut out, text),
                Piece::Placeholder(placeholder) => join(&mut out, &fill(placeholder)),
            }
        }
        out
    }

    /// Every placeholder, in order.
    pub fn placeholders(&self) -> impl Iterator<Item = &Placeholder> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Placeholder(placeholder) => Some(placeholder),
            Piece::Literal(_) => None,
        })
    }
}
