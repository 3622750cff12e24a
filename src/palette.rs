//! Named styles: the one place that says how anything looks. Every style also reads without colour, since it adds weight to
//! words that already say everything.
//!
//! The language is quiet. What is asked is bold, what was answered stays bold above the next question; what merely explains
//! is dim; the rest is plain. Colour is for four things only, in shades that stay readable on light and dark backgrounds.

/// What a piece of text is, as far as its look is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Ordinary text.
    Body,
    /// The name of what begins here.
    Title,
    /// What is asked.
    Question,
    /// The option under the cursor, and the answer that was given.
    Picked,
    /// How to answer.
    Hint,
    /// A check that is waited for.
    Running,
    /// What must not be overlooked.
    Urgent,
    /// A mistake.
    Error,
    /// Something to look at.
    Warning,
    /// Something that is as it should be.
    Good,
}

/// Whether styles are shown. Only colours that stay readable on light and dark backgrounds are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    colour: bool,
}

impl Palette {
    /// With styles, or bare.
    pub fn new(colour: bool) -> Self {
        Self { colour }
    }

    /// The text in its style; unchanged without styles, and never with anything around an empty text.
    pub fn paint(self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Body => return text.to_owned(),
            Tone::Title => "1;4",
            Tone::Question | Tone::Picked => "1",
            Tone::Hint | Tone::Running => "2",
            Tone::Urgent | Tone::Error => "1;31",
            Tone::Warning => "1;35",
            Tone::Good => "1;32",
        };
        if self.colour && !text.is_empty() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}
