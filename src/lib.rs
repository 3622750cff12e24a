//! walletfix helps somebody whose digital wallet misbehaves: it walks them, in Chinese or English, through a checklist that
//! support staff wrote in TOML, and ends with the problem solved or with a summary that support can act on.
//!
//! This page is the architecture. Each room's own page says what the room is for and what it must not know.
//!
//! # In one minute
//!
//! A *flow* is a decision tree in a TOML file. A *pack* is the folder of flows, profiles, regions and tests that belong
//! together; one is inside the program. Reading a pack finds every mistake at once and yields only flows that are sound, so
//! that whoever walks one never meets a step that is missing. A *session* is one person's walk: a fold over an append-only
//! list of events. Resuming, going back, testing a flow, and the summary are that one mechanism seen from four sides.
//!
//! # The road of the data
//!
//! ```text
//! file --library--> bytes --parse, lint--> Pack + every Diagnostic --render--> exit 0 or 1
//!                                           |
//!                                           v
//!                     Session <--request, apply--> walk <--> Prompter | Prober
//!                                                   |
//!                                                   | an event: written and flushed before the next screen
//!                                                   v
//!                              record (a journal on disk) --replay--> Session      resume, back, tests
//!                                                   |
//!                                  Story --> Summary --> text | Markdown | JSON
//! ```
//!
//! It is a road with one two-way street: between the session, which knows what is next and nothing of the world, and the
//! loop in [`walk`], which knows the world and nothing of what is next.
//!
//! # The floors
//!
//! A room imports rooms of lower floors only. The few steps sideways are listed, each with its reason, in the test that
//! keeps all this (`tests/house/floors.rs`).
//!
//! | floor | rooms |
//! |---|---|
//! | the command | [`cli`]: arguments, environment, clocks, exit codes |
//! | the one loop | [`walk`] with a person or a script; [`flowtest`], the same loop for flow tests, and what they reach; [`replay`], a way in a few letters, gone again |
//! | readers of what happened | [`record`], the journal on disk; [`summary`], facts to ticket; [`explain`], what a finding means |
//! | engines and edges | [`parse`] and [`lint`], bytes to a checked pack; [`analysis`], what goes wrong on which way; [`session`], the fold; [`probe`], automatic checks; [`search`], own words to the flows that fit; [`library`], where packs come from |
//! | small arts | [`prompt`], three ways to ask; [`answer`], what was typed; [`secrets`], what nobody should have typed; [`hours`], calendars; [`contact`], who is there; [`domain`], whose host it is; [`seal`], whether a pasted summary is whole |
//! | nouns | [`flow`], the checked graph; [`profile`]; [`pack`]; [`script`], answers and tests; [`diagnostic`] |
//! | words | [`source`], text and places; [`deflated`], texts that lie in the program; [`wording`], plurals, widths, nearest names; [`i18n`], the program's own sentences; [`palette`]; [`zone`], time zones that lie in the program; [`terminal`], always given back |
//!
//! # What holds everywhere
//!
//! - **The core is pure.** No clock, terminal, file or network below the edges: instants come with events, the zone and the
//!   width are arguments. So every walk can be tried, repeated and saved at any step.
//! - **Two seams**, because two real things stand behind each: [`prompt::Prompter`] (lists, plain lines, a file of answers;
//!   around them, what an author sees beside each screen)
//!   and [`probe::Prober`] (in the background, from a file). The same answers give the same summary behind all of them.
//! - **End of input is never an answer**, and nobody is asked where nobody can answer.
//! - **Unknown is a value.** "I don't know", a check that failed and being offline are the normal case, not an error.
//! - **Lower floors build no sentences.** They hand up a [`i18n::Message`]; whoever shows it picks the language.
//! - **A diagnostic is data.** Drawing it, for people or as JSON, is a file of its own.
//! - **What is written to disk has shapes of its own**, not the inner types, so that either can change alone.
//! - **No secret passes.** [`secrets`] judges every reply before it becomes an event, the journal on its way in and out, and
//!   the last bytes of every output. What was typed is wiped from memory when it is dropped: the program frees no block
//!   without wiping it.
//! - **Nothing is sent.** No network but the checks the person allowed, no telemetry, and no field for a secret. The loop
//!   asks once, with every host named, before the first packet; a check that shows somebody a number of the person's is
//!   asked for by itself. A no is a finding (`unknown`, and why), the walk goes on, and the session remembers it by host.
//!   `probe` and `--probe` are a yes by command, after the hosts were named; `--offline` is a no to everything.
//!
//! # Where a wall stands elsewhere than one would guess
//!
//! - **What an answer means is not the prompter's business.** [`prompt`] hands back what was typed or picked, [`answer`]
//!   reads it; so lists, plain lines and files understand the same.
//! - **Rules read drafts, not checked flows.** [`flow::draft`] lies among the nouns rather than in [`parse`], so that
//!   [`lint`] finds something in a flow that is broken elsewhere, and knows no TOML.
//! - **Flow tests are no part of the session.** [`flowtest`] stands beside [`walk`], because a test proves something only
//!   where it goes the way that people go.
//! - **Who is there is asked in one place.** [`contact`] and [`hours`] lie below the checks and the summary, so that the
//!   screen, the check of support hours and the summary cannot disagree.
//! - **Whose host it is is asked in one place.** [`domain`] lies below the rules and the checks, so that a profile is judged
//!   as the links are that strangers send.
//! - **A check knows no session.** The loop tells [`probe`] where the person is, and the session only sees what came back.
//! - **The journal's shapes are not the session's.** [`record`] stands above [`session`] and turns its events into lines
//!   and back; nobody below knows that there is a disk.
//! - **The terminal lies at the bottom.** Giving it back needs nothing from above and must work whoever fails there.
//!
//! # Where to begin
//!
//! To add a rule: [`diagnostic::rule`], its line in `i18n/*/rules.ftl`, then [`parse`] or [`lint`], then a case under
//! `tests/`, then its page in `explain/pages`. To add a key: the reader in [`parse`], then [`parse::schema`]. To add a command: `cli/args`, a file beside the
//! others in [`cli`], its sentences in `i18n/*/help.ftl`. To add a flow no Rust is needed: see the README.

pub mod analysis;
pub mod answer;
pub mod cli;
pub mod contact;
pub mod deflated;
pub mod diagnostic;
pub mod domain;
pub mod explain;
pub mod flow;
pub mod flowtest;
pub mod hours;
pub mod i18n;
pub mod library;
pub mod lint;
pub mod pack;
pub mod palette;
pub mod parse;
pub mod probe;
pub mod profile;
pub mod prompt;
pub mod record;
pub mod replay;
pub mod script;
pub mod seal;
pub mod search;
pub mod secrets;
pub mod session;
pub mod source;
pub mod summary;
pub mod terminal;
pub mod walk;
pub mod wording;
pub mod zone;
