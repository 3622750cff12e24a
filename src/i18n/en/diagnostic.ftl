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
toml-syntax-quotes = only straight quotation marks hold a text
toml-syntax-quotes-help = write `"` on both sides
toml-syntax-sign = `{ $wrong }` does not belong here
toml-syntax-sign-help = write `{ $right }`
toml-syntax-no-value = no value stands here
toml-syntax-no-value-help = write one, such as `key = "…"`
toml-syntax-no-equals = `=` is missing here
toml-syntax-no-equals-help = write `key = "…"`; keys hold no spaces
toml-syntax-unquoted = `{ $word }` stands without quotation marks
toml-syntax-unquoted-help = write `"{ $word }"`
toml-syntax-unquoted-help-switch = write `{ $switch }`, or `"{ $word }"` for a text
toml-syntax-name = `{ $name }` cannot be a name
toml-syntax-remark = `//` does not begin a remark
toml-syntax-remark-help = begin it with `#`
toml-syntax-comma = a comma is missing before this
toml-syntax-comma-help = write `,` between two entries
toml-syntax-open-header = the name in brackets does not end with `]`
toml-syntax-open-header-help = write `]` right after the name; a name holds no spaces
toml-syntax-open-list = this list does not end with `]`
toml-syntax-open-list-help = write `]` after its last entry
toml-syntax-open-table = this table does not end with `{"}"}`
toml-syntax-open-table-help = write `{"}"}` after its last entry, on the same line
toml-syntax-open-text = the closing quotation mark is missing
toml-syntax-open-text-help = close the text on the line on which it begins
toml-syntax-backslash = a backslash and this letter mean nothing in a text
toml-syntax-backslash-help = write two backslashes for one
toml-syntax-no-key = a name is missing here
toml-syntax-no-key-help = write it in front of the `=`
toml-syntax-extra-comma = there is one comma too many
toml-syntax-extra-comma-help = delete it; one stands between two items
toml-syntax-extra-equals = there is one `=` too many
toml-syntax-extra-equals-help = delete it; one stands between a name and its value
toml-syntax-deep = this is nested too deep
toml-syntax-deep-help = a flow needs a few levels; delete the brackets and dots that are too many
toml-syntax-number = this is not how a number is written
toml-syntax-number-help = write it like 5; what is no number needs quotation marks
toml-syntax-date = there is no such date or time
toml-syntax-date-help = write it like 2026-09-01T10:00:00+08:00
toml-syntax-bool = this is neither `true` nor `false`
toml-syntax-bool-help = write it in small letters
toml-syntax-inner-quotes = the text ended before this
toml-syntax-inner-quotes-help = inside a text write “…”, or `\"`; a new entry needs a line of its own
toml-syntax-after = nothing may follow the value
toml-syntax-after-help = delete it, or begin a new line
toml-syntax-twice = `{ $name }` stands here twice
toml-syntax-twice-help = keep one of the two
toml-syntax-twice-help-line = the first is in line { $line }; give one of them another name
toml-syntax-value-already = `{ $key }` has a value already, so nothing can follow it after a dot
toml-syntax-value-already-help = write only `{ $key }.zh` and `{ $key }.en`
toml-syntax-open-list-help-line = write `]` at the end of line { $line }, after its last entry
toml-syntax-odd-quotes = a quotation mark is missing in this line
toml-syntax-odd-quotes-help = each text begins and ends with `"`; inside a text write “…”
toml-syntax-wide-space = this is a full-width space ({ $code })
toml-syntax-no-break-space = this is a no-break space ({ $code })
toml-syntax-space-help = write an ordinary space, or delete it
toml-syntax-header-help = a name holds only `a` to `z`, digits and `-`; write `{ $right }`
toml-syntax-header-help-dot = only an ordinary dot stands between names; write `{ $right }`
toml-syntax-condition-quotes = inside a condition words have no quotation marks
toml-syntax-condition-quotes-help = write `"{ $condition }"`
toml-syntax-open-text-help-many = close the text with `{ $mark }`
toml-syntax-extra-close = `{"}"}` closes nothing here
toml-syntax-extra-close-help = delete it; the table has ended before
toml-syntax-no-open-table = `{"{"}` is missing before this
toml-syntax-no-open-table-help = write `{"{"}` before its first entry
toml-syntax-remains = this belongs to no list
toml-syntax-remains-help = a `[` may be missing above, or a `]` may stand too early
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
unknown-key-step-help = write `[step.{ $name }]` if it is a step; tables of your own begin with `x-`
missing-key = `{ $key }` is missing
missing-key-next-help = write `next = "…"` with the step that follows
missing-key-else-help = write `else = "…"` with the step for everybody else
missing-key-wait-help = write how long to wait, such as `wait = "3d"`
missing-key-options-help = write `options = [{"{"} value = "…", zh = "…", en = "…" {"}"}, …]`; each can have a `next` of its own
missing-key-type-help = write how it is answered, such as `type = "yes-no"`, `"choice"`, `"amount"`, `"time"` or `"text"`
missing-key-owner-help = write the team that answers for this flow, such as `owner = "app-support"`
missing-key-start-help = write `start = "…"` with the first step
wrong-type = `{ $key }` must be { $expected }, not { $found }
wrong-type-branch-help = write `branch = [{"{"} when = "…", next = "…" {"}"}]`
wrong-type-options-help = write `options = [{"{"} value = "…", zh = "…", en = "…" {"}"}, …]`
wrong-type-switch-help = write `{ $key } = true` or `{ $key } = false`
wrong-type-text = `{ $key }` must be given in both languages
wrong-type-text-help = write `{ $key }.zh = "…"` and `{ $key }.en = "…"`
bad-value-number = `{ $key }` is too large a number
bad-value-date = `{ $key }` must be a date such as 2026-11-21
bad-value-instant = `{ $key }` must be a date and time with offset, such as 2026-11-21T10:00:00+08:00
bad-value-format = `format` must be 1
bad-value-word = `{ $key }` cannot be `{ $value }`
text-missing = `{ $key }.{ $lang }` is missing
text-missing-help = write `{ $key }.{ $lang } = "…"` beside it
text-missing-option = this option has no `{ $lang }`
text-missing-option-help = write `{ $lang } = "…"` in the same braces
text-missing-empty = `{ $key }.{ $lang }` is empty
placeholder-syntax = this brace does not open a placeholder
placeholder-syntax-closing = this brace closes nothing
placeholder-syntax-help = write a placeholder as `{"{"}fact{"}"}` and a brace as `{"{{"}` or `{"}}"}`
placeholder-unknown-here = `{ $key }` can have no placeholders

## Flow files
bad-id = `{ $name }` is not an id
bad-id-long = `{ $name }` is longer than 40 characters
bad-id-help = an id begins with a letter and holds only `a` to `z`, digits and `-`
bad-id-reserved = `{ $name }` has a meaning of its own and cannot be an id here
bad-id-reserved-help = choose another word
bad-value-shared-only = `{ $key }` can stand only in a flow with `shared = true`
bad-value-main-only = `{ $key }` can stand only in a flow that is not shared
bad-value-shared-folder = a flow in `shared/` must be shared
bad-value-shared-folder-help = write `shared = true`, or move the file
bad-value-reason = a suppression needs a reason
bad-value-allow-fixed = `{ $rule }` cannot be suppressed
bad-value-rule = no rule is named `{ $rule }`
bad-value-no-options = a question needs at least one option
bad-value-no-cases = `branch` needs at least one case
bad-value-currency = `{ $value }` is not a currency; write a code such as `CNY`, or `any`
bad-value-currency-code = `{ $value }` is not the code of a currency
bad-value-timeout = `timeout` must be from `1s` to `5s`
bad-value-can-skip = `can-skip` says nothing here, since this step does not ask
bad-value-once = a list grows by an entry each time, so it cannot be asked once
bad-value-duration = this is not a duration; write for example `30m`, `24h`, `3d`, `15bd` or `profile.waits.NAME`
bad-value-wait-outcome = `wait` goes only with `end = "wait"`
bad-value-since-outcome = `since` goes only with `end = "wait"`
wrong-type-value = `{ $key }` cannot be given this kind of value
missing-key-return-text = `text` is missing: no built-in words exist for the value `{ $value }`
verb-missing = this step does nothing
verb-missing-help = give it one of { $verbs }
verb-twice = a step does one thing; this one has `{ $first }` and `{ $second }`
verb-twice-help = make two steps of it
duplicate-option = the value `{ $value }` stands here twice
duplicate-option-label = `{ $value }` reads the same as `{ $other }`
allow-unused = nothing here breaks `{ $rule }` any more
allow-unused-help = delete this suppression

## Steps and flows
unknown-step = no step is named `{ $name }`
unknown-flow = no flow is named `{ $name }`
unknown-flow-path-help = a flow is named by its place in the pack, such as `shared/check-network`; nothing outside the pack can be named
not-shared = `{ $name }` is not a shared flow
not-shared-help = use `go` to leave for it, or make it shared
shared-target = `{ $name }` is a shared flow
shared-target-help = use `run` to come back from it
run-cycle = flows run each other in a circle: { $way }
run-cycle-help = a shared flow may not run itself, directly or through others
next-missing-answer = no step is given for { $names }
next-missing-answer-help = add a step for each, or `else`
next-missing-answer-else = `next` leads nowhere when the answer is known
next-missing-answer-else-help = add `else`
next-unknown-answer = `{ $name }` is not an answer of this step
next-unknown-answer-skip = `unknown` cannot be the answer of this step
next-unknown-answer-help = its answers are { $names }
next-unknown-answer-none-help = name one step, or a table with `else`; answers of this type have no names
next-unknown-answer-choices = an option of `choices` cannot lead anywhere: several can be ticked
next-unknown-answer-choices-help = give the step one `next` and sort by `has` in a `branch`
next-else-unused = every answer has a step already; `else` is never taken
next-else-unused-single = every option has a step of its own; this `next` is never taken
cycle-without-user = these steps go round without asking anybody anything: { $way }
cycle-without-user-help = every cycle must pass an `ask`, `tell`, `do` or `try`
return-outside-shared = only a shared flow can `return`
return-outside-shared-help = end it with `end`, or write `shared = true`
shared-without-return = this shared flow never returns
shared-without-return-help = give it a step with `return`
guard-twice = the pack has a guard already: `{ $first }`
guard-twice-secret-out = the pack has a flow with `secret-out` already: `{ $first }`
unreachable-step = no step leads to `{ $name }`
unreachable-step-help = name it as the `next` of a step, or delete it
unreachable-step-answers = no answers lead to `{ $name }`
unreachable-step-answers-help = the conditions before it never let anybody through; correct them, or delete this step
cannot-finish = whoever gets here goes round for ever: no answer leads to an end
cannot-finish-help = let one of the answers in this loop lead out of it
cannot-finish-run = with some answers before it, nobody gets out of the flow that runs here
cannot-finish-run-help = an answer that is handed on cannot be changed there; let a way for it lead out, or do not hand it on
no-way-to-support = no way through this flow leads to support
no-way-to-support-help = let a way end with `contact`, `urgent` or `legal`, or `go` to a flow that does
too-deep = it takes { $count } questions and actions to get here; after { $most } most people give up
too-deep-help = ask what decides first, or split the flow

## Facts and conditions
type-words = a single choice
type-yes-no = yes or no
type-choices = a choice of several
type-amount = an amount
type-number = a number
type-time = a time
type-version = a version
type-text = text
type-date = a date
type-duration = a duration
when-syntax = { $expected } should stand here, not { $found }
when-syntax-character = `{ $character }` does not belong in a condition
when-syntax-quotes-help = write the word without quotation marks
when-syntax-deep = this condition is nested too deeply
when-found = `{ $found }`
when-found-end = the end
when-expect = { $names }
when-expect-fact = the name of a step
when-expect-value = a value
when-operator = `{ $wrong }` is no sign or word of a condition
when-operator-help = write `{ $right }`
when-operator-equal-help = write `is` for words, and `=` for amounts, numbers and versions
unknown-fact = no step is named `{ $name }`, so there is no such fact
unknown-fact-value-help = several values of one step are written `step is one of (a, b)`
unknown-fact-no-fact = the step `{ $name }` sets no fact
unknown-fact-not-given = `{ $name }` is not given by a shared flow
unknown-fact-not-given-help = the shared flow must list it in `gives`, and the first part must be the `run` step
unknown-option = `{ $name }` can never be `{ $value }`
unknown-profile-key = profiles have no `{ $name }`
type-mismatch-bare = `{ $name }` is { $type }; only yes or no can stand alone
type-mismatch-bare-help = write what it should be, such as `{ $name } is …` or `{ $name } > …`
type-mismatch-is = `{ $name }` is { $type }, which `is` does not compare
type-mismatch-is-help = use `is known`, or `<`, `=`, `>` for amounts, numbers and versions
type-mismatch-has = `{ $name }` is { $type }; `has` asks for ticks
type-mismatch-has-help = write `{ $name } is …`
type-mismatch-compare = `{ $name }` is { $type }, which has no order
type-mismatch-compare-help = amounts, numbers and versions can be compared; for words write `{ $name } is …`
type-mismatch-equal = `{ $name }` is { $type }, which `=` does not compare
type-mismatch-equal-help = write `{ $name } { $word } { $value }`
type-mismatch-compare-time = `{ $name }` is { $type }, which is not compared like a number
type-mismatch-compare-time-help = write `{ $name } older than 24h` or `{ $name } newer than 3d`
type-mismatch-any-currency = `{ $name }` can be in any currency and cannot be compared
type-mismatch-any-currency-help = give the question one `currency`
type-mismatch-sides = { $left } cannot be compared with { $right }
type-mismatch-age = `{ $name }` is { $type }; `older` and `newer` ask for a time
type-mismatch-age-help = use a fact of `type = "time"`
type-mismatch-duration = `{ $name }` is { $type }, not a duration
type-mismatch-since = `{ $name }` is { $type }; `since` needs a time
currency-mismatch = { $left } and { $right } cannot be compared
currency-may-differ = this is in { $written }, but the profile `{ $profile }` counts in { $currency }
currency-may-differ-help = such an amount is not comparable and the test is then false; give the question a `currency`
number-range = { $number } is outside what the question allows
number-range-ticks = the number of ticks must be from 1 to { $count }
number-range-options = { $count ->
    [one] { $number } is not possible with 1 option
   *[other] { $number } is not possible with { $count } options
}
number-range-order = `min` is { $min } and `max` is { $max }
bad-literal-amount = `{ $value }` is not an amount; write a number and a currency, such as `100 CNY`
bad-literal-number = `{ $value }` is not a whole number
bad-literal-version = `{ $value }` is not a version; write it as `8.5.1`
bad-literal-duration = `{ $value }` is not a duration; write it as `30m`, `24h`, `3d` or `15bd`
bad-literal-country = `{ $value }` is not a country; write two capital letters, such as `CN`
bad-literal-yes-no = `{ $value }` is neither `yes` nor `no`
bad-literal-time = `{ $value }` is not a time; write it as `2026-11-21T10:00:00+08:00`
bad-literal-text = `{ $value }` is not text of at most 500 characters in one line
bad-literal-list = `{ $value }` is not a list of options
fact-maybe-unset = somebody can get here without `{ $name }` being asked or checked
fact-maybe-unset-help = ask it on every way that leads here, or test `{ $name } is known` first
fact-maybe-unknown = `{ $name }` may be unknown here
fact-maybe-unknown-help = test `{ $name } is known` first, and lead the others elsewhere
fact-maybe-unknown-profile = not every provider has `{ $name }`
fact-maybe-unknown-profile-help = test `{ $name } is known` first, and lead the others elsewhere
case-never = this is never true here, whatever anybody answers
case-never-help = correct the condition, or delete this case
case-always = this is always true here, so nothing behind it is ever looked at
case-always-help = correct the condition, or let the step before it lead there straight away
else-never = the cases cover everything, so `else` is never taken
else-never-help = delete the last case and let `else` lead where it leads
export-maybe-unset = `{ $name }` is handed to the caller, but somebody can get to `{ $step }` without its being asked or checked
export-maybe-unset-help = ask it on every way, or take `{ $name }` out of `gives`
unused-fact = the answer of `{ $name }` changes nothing and is kept nowhere
unused-fact-help = give it a `field` or a `label`, use it in a condition, or leave the step out
with-unknown-input = the automatic check `{ $callee }` has no input `{ $name }`
with-unknown-input-flow = the flow `{ $callee }` has no input `{ $name }`
with-unknown-input-none-help = it takes no inputs
with-not-input = the question `{ $name }` of `{ $callee }` is not an input
with-not-input-help = write `input = true` there
with-not-input-verb = the step `{ $name }` of `{ $callee }` is not a question
with-type = `{ $name }` cannot take { $type }
with-type-words = this fact has values that `{ $name }` cannot have
with-type-currency = `{ $name }` takes { $currency } alone, and this may be another currency
with-type-currency-help = write the same `currency` at the question that this comes from, or none there
with-type-range = this number can be smaller or greater than `{ $name }` allows
with-type-range-help = write the same `min` and `max` at both questions
with-missing = the automatic check `{ $probe }` needs `{ $name }`

## Texts
text-same = both languages say the same
text-wrong-script-zh = this should be Chinese
text-wrong-script-en = this should be English
placeholder-mismatch = the `{ $lang }` text has no `{ $name }`, the other has
placeholder-unknown = no step is named `{ $name }`, so there is nothing to fill in
placeholder-unknown-no-fact = the step `{ $name }` sets no fact, so there is nothing to fill in
placeholder-unknown-not-given = `{ $name }` is not given by a shared flow
placeholder-unknown-follow-up = `follow-up` is known only in the text of an `end` with `wait`
label-too-wide = this takes { $columns } columns; a line has { $limit }
text-too-long = this takes about { $columns } columns; a screen has { $limit }
punctuation-mixed-zh = `{ $sign }` after Chinese should be full-width
punctuation-mixed-en = `{ $sign }` does not belong in English
text-without-field = the text of `{ $name }` has a label but no field, so the summary could not mask it
text-without-field-help = give it a `field`, or `private = true`
retry-before-status = somebody can get here although paying again is not safe
retry-before-status-help = lead only those here for whom this condition is true
retry-before-status-unasked = this condition asks for no status, so it cannot know whether the first payment went through
retry-before-status-unasked-help = use an `ask` with `field = "status-shown"`, or the check `tx-status`

## Analysis
analysis-limit = this flow has too many ways to prove it: whether every step can be reached and left is not known
analysis-limit-help = split it into several flows, or test fewer facts far from where they are asked
profile-stale = last checked on { $date }, more than 12 months ago
profile-stale-help = check it again and write the new date to `verified`
content-stale = last reviewed on { $date }, more than 12 months ago
content-stale-help = read it again beside the app of today, and write the new date to `reviewed`

## Safety
asks-secret = this asks for a secret (`{ $secret }`); no flow may
asks-secret-help = ask what happened instead, or say what the person does in the app, such as "sign in"; warnings begin with "never" or "do not"
literal-contact = `{ $value }` is a contact and cannot stand in a text
literal-contact-help = contacts come from the profile and the region: use `show`, an `end` with channels, or a placeholder such as {"`{profile.status-page}`"}
url-not-https = `{ $value }` is not a safe web address
url-not-https-help = write `{ $value }`, if the page is reached like that
url-off-domain = `{ $host }` is not one of the provider's hosts
url-off-domain-help = correct the address, or add the host to `official-domains` if it belongs to the provider
lookalike-domain = `{ $host }` looks like `{ $official }` and is no part of it
lookalike-domain-scripts = `{ $host }` mixes letters of several scripts that look alike
lookalike-domain-help = correct the host; add it to `official-domains` only if the provider itself names it
outcome-without-channel = nobody can be reached for `{ $purpose }` here, which the step `{ $step }` needs
outcome-without-channel-help = add a `[[channel]]` with `for = ["{ $purpose }"]` to the profile or to the region of its country
