### What is wrong with a file. The key is the rule's id, with a variant where one rule has several sentences.

## Said with many rules
did-you-mean = did you mean `{ $name }`?
one-of-help = it can be { $names }

kind-word = text in quotes
kind-number = a whole number
kind-float = a number with a fraction
kind-bool = `true` or `false`
kind-time = a date or time
kind-array = a list in brackets
kind-table = a table
kind-either = { $first } or { $second }

## Reading
toml-syntax = this is not TOML: { $detail }
toml-syntax-help = nothing else in this file was checked; correct this first
toml-1-1-line-break = a line break inside `{"{"} {"}"}` is TOML 1.1, which many editors refuse
toml-1-1-comma = a comma before `{"}"}` is TOML 1.1, which many editors refuse
toml-1-1-escape = the escapes `\e` and `\x` are TOML 1.1, which many editors refuse
toml-1-1-seconds = a time without seconds is TOML 1.1, which many editors refuse
not-utf8 = this file is not UTF-8 text
not-utf8-utf16 = this file is UTF-16 or holds zero bytes; it must be UTF-8
not-utf8-help = save it as UTF-8 in the editor
bad-character-escape = { $code } begins a terminal command; it may not stand in a file
bad-character-control = { $code } is a control character; it may not stand in a file
bad-character-bidi = { $code } is invisible and turns the reading direction; it may not stand in a file
bad-character-invisible = { $code } is invisible; it may not stand in a file
bad-character-help = delete it; it often comes with text copied from a web page
format-missing = the line `format = 1` is missing
format-missing-help = write `format = 1` as the first line
format-too-new = this file has format { $format }; this program reads format 1
format-too-new-help = use a newer version of the program
unknown-key = `{ $key }` is not a key that can stand here
unknown-key-help = it can be { $keys }; keys of your own begin with `x-`
missing-key = `{ $key }` is missing
wrong-type = `{ $key }` must be { $expected }, not { $found }
wrong-type-text = `{ $key }` must be given in both languages
wrong-type-text-help = write `{ $key }.zh = "…"` and `{ $key }.en = "…"`
bad-value-number = `{ $key }` is too large a number
bad-value-date = `{ $key }` must be a date such as 2026-11-21
bad-value-instant = `{ $key }` must be a date and time with offset, such as 2026-11-21T10:00:00+08:00
bad-value-format = `format` must be 1
bad-value-word = `{ $key }` cannot be `{ $value }`
text-missing = `{ $key }.{ $lang }` is missing
text-missing-empty = `{ $key }.{ $lang }` is empty
placeholder-syntax = this brace does not open a placeholder
placeholder-syntax-closing = this brace closes nothing
placeholder-syntax-help = write a placeholder as `{"{"}fact{"}"}` and a brace as `{"{{"}` or `{"}}"}`
placeholder-unknown-here = `{ $key }` can have no placeholders
