//! The rules by name. One kebab word is the id in brackets, the key of its sentence and the name of its fixture.

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The flow cannot be used.
    Error,
    /// Probably not what the author wants.
    Warning,
    /// A matter of style.
    Info,
}

impl Severity {
    /// The word that JSON and people read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

macro_rules! rules {
    ($($name:ident $id:literal $severity:ident $fixed:literal,)*) => {
        /// A rule of the flow language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $(#[doc = concat!("`", $id, "`")] $name,)* }

        impl Rule {
            /// Every rule, by group.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The kebab word in brackets.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// How bad a finding of it is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// Whether it can neither be suppressed nor lowered.
            pub fn fixed(self) -> bool {
                match self { $(Self::$name => $fixed,)* }
            }
        }
    };
}

rules! {
    // reading
    TomlSyntax "toml-syntax" Error true,
    Toml11 "toml-1-1" Warning false,
    NotUtf8 "not-utf8" Error true,
    BadCharacter "bad-character" Error true,
    FormatMissing "format-missing" Error true,
    FormatTooNew "format-too-new" Error true,
    UnknownKey "unknown-key" Error false,
    MissingKey "missing-key" Error false,
    WrongType "wrong-type" Error false,
    BadId "bad-id" Error false,
    BadValue "bad-value" Error false,
    VerbMissing "verb-missing" Error true,
    VerbTwice "verb-twice" Error true,
    DuplicateOption "duplicate-option" Error false,
    AllowUnused "allow-unused" Warning false,
    // graph
    UnknownStep "unknown-step" Error true,
    UnknownFlow "unknown-flow" Error true,
    NotShared "not-shared" Error true,
    SharedTarget "shared-target" Error true,
    RunCycle "run-cycle" Error true,
    NextMissingAnswer "next-missing-answer" Error true,
    NextUnknownAnswer "next-unknown-answer" Error false,
    NextElseUnused "next-else-unused" Warning false,
    UnreachableStep "unreachable-step" Error false,
    CannotFinish "cannot-finish" Error true,
    CycleWithoutUser "cycle-without-user" Error true,
    ReturnOutsideShared "return-outside-shared" Error true,
    SharedWithoutReturn "shared-without-return" Error true,
    GuardTwice "guard-twice" Error true,
    TooDeep "too-deep" Warning false,
    NoWayToSupport "no-way-to-support" Warning false,
    // facts
    WhenSyntax "when-syntax" Error false,
    WhenOperator "when-operator" Error false,
    UnknownFact "unknown-fact" Error true,
    UnknownOption "unknown-option" Error true,
    UnknownProfileKey "unknown-profile-key" Error true,
    TypeMismatch "type-mismatch" Error true,
    CurrencyMismatch "currency-mismatch" Error false,
    CurrencyMayDiffer "currency-may-differ" Warning false,
    NumberRange "number-range" Error false,
    BadLiteral "bad-literal" Error false,
    FactMaybeUnset "fact-maybe-unset" Error true,
    FactMaybeUnknown "fact-maybe-unknown" Error true,
    CaseNever "case-never" Error false,
    CaseAlways "case-always" Warning false,
    ElseNever "else-never" Warning false,
    UnusedFact "unused-fact" Warning false,
    WithUnknownInput "with-unknown-input" Error false,
    WithNotInput "with-not-input" Error false,
    WithType "with-type" Error false,
    WithMissing "with-missing" Error false,
    ExportMaybeUnset "export-maybe-unset" Error false,
    // language
    TextMissing "text-missing" Error false,
    TextSame "text-same" Warning false,
    TextWrongScript "text-wrong-script" Warning false,
    PlaceholderMismatch "placeholder-mismatch" Error true,
    PlaceholderUnknown "placeholder-unknown" Error true,
    PlaceholderSyntax "placeholder-syntax" Error false,
    LabelTooWide "label-too-wide" Error false,
    TextTooLong "text-too-long" Warning false,
    PunctuationMixed "punctuation-mixed" Info false,
    // safety
    AsksSecret "asks-secret" Error true,
    LiteralContact "literal-contact" Error true,
    UrlNotHttps "url-not-https" Error true,
    UrlOffDomain "url-off-domain" Error true,
    LookalikeDomain "lookalike-domain" Error true,
    OutcomeWithoutChannel "outcome-without-channel" Error false,
    TextWithoutField "text-without-field" Error false,
    RetryBeforeStatus "retry-before-status" Error true,
    // profile
    BadHours "bad-hours" Error false,
    BadTimeZone "bad-time-zone" Error false,
    BadDate "bad-date" Error false,
    ProfileStale "profile-stale" Warning false,
    // tests
    TestMissingFlow "test-missing-flow" Error false,
    TestBadAnswer "test-bad-answer" Error false,
    TestStaleAnswer "test-stale-answer" Error false,
    ContentStale "content-stale" Warning false,
    // analysis
    AnalysisLimit "analysis-limit" Warning false,
}
