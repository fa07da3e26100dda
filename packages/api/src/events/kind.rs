//! What the value of an attribute is.

/// A kind of values.
#[derive(Debug)]
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// What such a value means.
    pub says: &'static str,
    /// How it is written.
    pub form: Form,
}

/// How values are written.
#[derive(Debug)]
pub enum Form {
    /// Decimal digits of at most 64 bits.
    U64,
    /// Decimal digits of at most 128 bits.
    Uint128,
    /// `true` or `false`.
    Bool,
    /// One of these words.
    Enum(&'static [&'static str]),
    /// Hexadecimal digits, two for each byte.
    Hex,
    /// An address of the chain.
    Address,
    /// A number, a space, and one of these units.
    Measure(&'static [&'static str]),
    /// Values of a form, with commas between; at least one.
    List(&'static Form),
    /// A contract, a colon, and a number.
    Pin,
    /// JSON.
    Json,
    /// Text without a space.
    Word,
    /// Any text.
    Text,
}

macro_rules! kinds {
    ($($const:ident $name:literal $form:expr, $says:literal;)*) => {
        $(#[doc = $says] pub const $const: Kind = Kind { name: $name, says: $says, form: $form };)*

        /// All of them.
        pub const KINDS: &[&Kind] = &[$(&$const),*];
    };
}

kinds! {
    ADDRESS "address" Form::Address, "An account or a contract.";
    ADDRESSES "addresses" Form::List(&Form::Address), "Accounts.";
    AMOUNT "amount" Form::Uint128, "Base units of a coin or token.";
    ASSET "asset" Form::Word, "A native denomination, or `cw20:` and the token's contract.";
    BPS "bps" Form::U64, "Basis points: 10000 are the whole.";
    CHOICE "choice" Form::Enum(&["yes", "no", "abstain"]), "What a ballot says.";
    CLASS "class" Form::Enum(&["signal", "standard", "critical", "emergency"]), "The class of a proposal.";
    COUNT "count" Form::U64, "A number of something.";
    DEFEAT "defeat" Form::Enum(&[
        "lapsed", "quorum", "threshold", "stake_relative", "stake_support", "head_count", "policy", "late",
    ]), "Why a proposal failed: the first condition that did not hold.";
    DEPOSIT "deposit" Form::Enum(&["held", "returned", "forfeited", "paid"]), "What becomes of a deposit.";
    FLAG "flag" Form::Bool, "Whether something is so.";
    HEX "hex" Form::Hex, "Bytes.";
    HOLDING "holding" Form::Word, "What a treasury holds: an asset, or `cw721:` and the collection's contract.";
    ID "id" Form::U64, "The number of a thing. A proposal, its poll and its operation have the same.";
    JSON "json" Form::Json, "A value as in messages and answers.";
    LIMIT "limit" Form::Measure(&["basis points", "tokens"]), "What may leave of a holding in any 7 days.";
    MEANS "means" Form::Enum(&["spend_small", "spend", "spend_nft", "execute", "budget", "stream"]), "By what the treasury paid.";
    MODE "mode" Form::Enum(&["bootstrap", "two_key", "stake_repair", "stake_registrar"]), "How a poll is judged.";
    NAME "name" Form::Word, "One word.";
    ENDING "ending" Form::Enum(&["withdrawn", "defeated", "adopted", "scheduled"]), "What a proposal came to.";
    PAUSE "pause" Form::Enum(&["treasury_outflow", "execution"]), "What is paused.";
    PINS "pins" Form::List(&Form::Pin), "Contracts, each with the code that it ran when a proposal was made.";
    POWER "power" Form::U64, "Power in the people's key; up to 2^64 - 1.";
    SCOPE "scope" Form::Enum(&["ordinary", "cancel_or_pause", "repair", "registrar", "guardian"]), "What a proposal's actions may touch.";
    SECONDS "seconds" Form::U64, "A span of time.";
    TEXT "text" Form::Text, "Text of people.";
    TIME "time" Form::U64, "A moment, in seconds since 1970.";
}
