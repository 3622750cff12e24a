//! Facts to ticket: the summary in text, Markdown and JSON.
