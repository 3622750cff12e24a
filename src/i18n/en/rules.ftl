### What each rule asks for, in one line: what code scanning shows beside a finding.

## Reading
rule-toml-syntax = A file must be TOML
rule-toml-1-1 = A file should be TOML 1.0, which every editor reads
rule-not-utf8 = A file must be UTF-8
rule-bad-character = A file must hold no control characters and nothing invisible
rule-format-missing = A file must begin with its format
rule-format-too-new = The format must be one that this program reads
rule-unknown-key = Only keys of the format may stand in a file
rule-missing-key = A key that is needed must be there
rule-wrong-type = A value must be of the kind that its key takes
rule-bad-id = A name has small letters, digits and dashes, and no other meaning
rule-bad-value = A value must be one that its key takes
rule-verb-missing = A step must do something
rule-verb-twice = A step must do one thing
rule-duplicate-option = Options of a question must differ
rule-allow-unused = A suppression should still suppress something

## Graph
rule-unknown-step = A step that is named must be there
rule-unknown-flow = A flow that is named must be there
rule-not-shared = Only a shared flow can be run
rule-shared-target = No step may go to a shared flow
rule-run-cycle = Flows must not run each other in a circle
rule-next-missing-answer = Every answer must lead somewhere
rule-next-unknown-answer = Only answers of the step may stand in its next
rule-next-else-unused = An else should be of use
rule-unreachable-step = Some answers must lead to every step
rule-cannot-finish = From every step there must be a way to an end
rule-cycle-without-user = Somebody must be asked in every circle of steps
rule-return-outside-shared = Only a shared flow can return
rule-shared-without-return = A shared flow must return
rule-guard-twice = A pack has at most one guard flow and one flow for a leaked secret
rule-too-deep = No end should lie behind too many questions and actions
rule-no-way-to-support = Some answers should lead to support

## Facts
rule-when-syntax = A condition must follow the grammar
rule-when-operator = A condition must use the words and signs of the grammar
rule-unknown-fact = A condition may only read facts that a step sets
rule-unknown-option = A fact may only be compared with values that it can have
rule-unknown-profile-key = Only keys of a profile can be read
rule-type-mismatch = What is compared must be of types that can be compared
rule-currency-mismatch = Amounts of two currencies cannot be compared
rule-currency-may-differ = An amount should be in the currency of the provider
rule-number-range = A number must lie in its range
rule-bad-literal = A value in a condition must be written as its type is
rule-fact-maybe-unset = A fact must be set on every way to where it is read
rule-fact-maybe-unknown = A fact that is used must be known there
rule-case-never = A case must be true for some answers
rule-case-always = A case should not be true for all answers that come to it
rule-else-never = Some answers should come to an else
rule-unused-fact = What is asked should be of use
rule-with-unknown-input = A value may only be handed to an input that is there
rule-with-not-input = A value may only be handed to a question that is an input
rule-with-type = A value that is handed on must be of the type of its input
rule-with-missing = A check must be given the inputs that it needs
rule-export-maybe-unset = A fact that a flow gives must be set on every way to its return

## Language
rule-text-missing = Every text must be there in both languages
rule-text-same = The two languages should differ
rule-text-wrong-script = A text should be in the script of its language
rule-placeholder-mismatch = Both languages must have the same placeholders
rule-placeholder-unknown = A placeholder must name something that is known
rule-placeholder-syntax = A placeholder must be closed and hold a name
rule-label-too-wide = A label must fit into one line
rule-text-too-long = A text should fit onto one screen
rule-punctuation-mixed = Punctuation follows the language

## Safety
rule-asks-secret = No text may ask for a secret
rule-literal-contact = Contact details come from a profile or a region, never from a text
rule-url-not-https = An address on the web must begin with https
rule-url-off-domain = An address must be of an official domain
rule-lookalike-domain = A host must not look like an official domain
rule-outcome-without-channel = A purpose that a flow names must have a channel
rule-text-without-field = Free text that is kept must have a field, so that it can be masked
rule-retry-before-status = Nobody may be told to pay again before the first payment has failed for certain

## Profile
rule-bad-hours = Opening hours must be written as OpenStreetMap writes them
rule-bad-time-zone = A time zone must be one of the IANA names
rule-bad-date = A day must be written as a date
rule-profile-stale = What goes stale should have been checked in the last 12 months

## Tests
rule-test-missing-flow = A test must be of a flow that is there
rule-test-bad-answer = A test must give answers that its steps take
rule-test-stale-answer = A test may only name steps that are there
rule-content-stale = A flow should have been reviewed in the last 12 months

## Analysis
rule-analysis-limit = A flow should be small enough to be proven

## Code scanning
sarif-base = The root of the repository
sarif-help-fixed = This rule cannot be suppressed.
sarif-help-free = Where it does not fit, write a reason in the step or in [flow]: allow = {"{"} { $rule } = "…" {"}"}.

## Pages
explain-why = Why it matters:
explain-mend = How to mend it:
explain-beside = Both examples use:
explain-wrong = Not like this:
explain-right = Like this:
explain-allow = Where the rule does not fit, write the reason in the step or in [flow]:
explain-allow-nowhere = It cannot be suppressed: only flows have `allow`, and this is found in another file.
explain-allow-unbuilt = Suppressing it does not help here: the flow cannot be used until it is mended.
explain-reason = why it is fine here
explain-group-reading = Reading files
explain-group-graph = Steps and flows
explain-group-facts = Facts and conditions
explain-group-language = Texts
explain-group-safety = Safety
explain-group-profile = Providers and regions
explain-group-tests = Tests
explain-group-analysis = Analysis
explain-list-warning = { $meaning } (warning)
explain-list-info = { $meaning } (note on style)
explain-list-more = More about one of them, with an example: walletfix explain unknown-step
