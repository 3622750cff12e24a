//! The pack that is being played, and what becomes of it when a file of it is saved.

use super::edits::Edits;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::load::{self, Loaded};
use crate::cli::reading::Reading;
use crate::diagnostic::Severity;
use crate::i18n::{Lang, Message};
use crate::library::{FileName, LibraryError};
use crate::pack::Pack;
use crate::parse;
use crate::profile::Profile;
use std::path::Path;

/// The last version in which the flow was sound.
pub(super) struct Opened {
    pub(super) pack: Pack,
    /// The flow that is played.
    pub(super) flow: String,
    /// The provider.
    pub(super) profile: String,
}

impl Opened {
    /// The pack as it is now. Errors: the flow is unknown or has mistakes, or there is no such provider.
    pub(super) fn first(
        context: &Context,
        folder: Option<&Path>,
        flow: &str,
        profile: Option<&str>,
    ) -> Result<(Self, Edits), Exit> {
        let reading = folder.map(|folder| Reading::with_contents(&[folder.to_owned()]));
        let loaded = match &reading {
            Some(reading) => {
                if let Some(error) = reading.errors.first() {
                    return Err(load::refuse(context, error));
                }
                read(reading).map_err(|error| load::refuse(context, &error))?
            }
            None => load::pack(context, None, false)?,
        };
        load::flow(context, &loaded, flow)?;
        let profile = match profile {
            Some(id) => load::profile(context, &loaded, id)?,
            // The program's own pack has only an example beside the generic profile.
            None if folder.is_none() => &loaded.pack.generic,
            None => loaded.pack.default_profile(),
        };
        let (flow, profile) = (flow.to_owned(), profile.id.clone());
        Ok((Self { flow, profile, pack: loaded.pack }, Edits::of(folder.map(Path::to_owned), reading)))
    }

    /// The provider.
    pub(super) fn profile(&self) -> &Profile {
        self.pack.profiles.get(&self.profile).unwrap_or(&self.pack.generic)
    }

    /// Reads the pack again and says what has changed. Where the flow cannot be walked as it is, the mistakes are shown and
    /// the last sound version stays.
    pub(super) fn again(&mut self, context: &Context, lang: Lang, edits: &mut Edits) {
        // Somebody may have switched to the other language meanwhile.
        let context = &Context { lang, ..context.clone() };
        let say = |message: &Message| context.say(message);
        context.say_text("\n");
        let Some((reading, names)) = edits.take() else { return say(&Message::new("play-own")) };
        say(&changed(&names));
        if let Some(error) = reading.errors.first() {
            load::refuse(context, error);
            return say(&Message::new("play-last-sound"));
        }
        let loaded = match read(reading) {
            Ok(loaded) => loaded,
            Err(error) => {
                load::refuse(context, &error);
                return say(&Message::new("play-last-sound"));
            }
        };
        if load::flow(context, &loaded, &self.flow).is_err() {
            return say(&Message::new("play-last-sound"));
        }
        if loaded.pack.generic.id != self.profile && !loaded.pack.profiles.contains_key(&self.profile) {
            context.show_findings(&loaded.errors());
            context.complain(&Message::new("profile-unsound").with("profile", self.profile.as_str()));
            return say(&Message::new("play-last-sound"));
        }
        let count = |severity| loaded.diagnostics.iter().filter(|found| found.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        if errors > 0 {
            say(&Message::new("play-mistakes-elsewhere").with("count", errors));
        } else if warnings > 0 {
            say(&Message::new("play-warnings").with("count", warnings));
        }
        self.pack = loaded.pack;
    }
}

fn changed(names: &[String]) -> Message {
    match names {
        [] => Message::new("play-unchanged"),
        [only] => Message::new("watch-changed").with("file", only.as_str()),
        [first, rest @ ..] => Message::new("watch-changed-more").with("file", first.as_str()).with("count", rest.len()),
    }
}

/// Errors: a file that cannot be read; without it, whatever leads to it would be called wrong.
fn read(reading: &Reading) -> Result<Loaded, LibraryError> {
    let names = reading.packs.iter().flat_map(|pack| pack.folder.files.iter());
    let files = names.map(FileName::load).collect::<Result<Vec<_>, _>>()?;
    let (pack, diagnostics) = parse::read_pack(&files);
    Ok(Loaded { files: files.len(), pack, diagnostics })
}
