//! The four classes of proposals.

use cosmwasm_schema::cw_serde;

/// The class of a proposal. The proposer does not choose it; the policy derives it from the actions.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum Class {
    /// No actions: an opinion.
    Signal,
    /// Small spends and routine calls.
    Standard,
    /// Everything else.
    Critical,
    /// Defensive actions only, faster and with a higher quorum.
    Emergency,
}

impl Class {
    /// All of them.
    pub const ALL: [Class; 4] = [Class::Signal, Class::Standard, Class::Critical, Class::Emergency];

    /// Whether a passed proposal of this class does something.
    pub fn is_binding(self) -> bool {
        self != Class::Signal
    }

    /// The name, as in messages.
    pub fn name(self) -> &'static str {
        match self {
            Class::Signal => "signal",
            Class::Standard => "standard",
            Class::Critical => "critical",
            Class::Emergency => "emergency",
        }
    }
}

/// What a proposal's actions may touch: this decides whether it may open below the line, and how it is judged.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum Scope {
    /// Anything.
    Ordinary,
    /// Emergency actions that only cancel or pause.
    CancelOrPause,
    /// Only adding or removing issuers: registry repair.
    Repair,
    /// Only repair, migrating the identity registry, or naming another registrar.
    Registrar,
    /// Only the guardian is changed, or something is only unpaused: the guardian cannot cancel it, no pause holds it up.
    Guardian,
}

impl Scope {
    /// The name, as in messages.
    pub fn name(self) -> &'static str {
        match self {
            Scope::Ordinary => "ordinary",
            Scope::CancelOrPause => "cancel_or_pause",
            Scope::Repair => "repair",
            Scope::Registrar => "registrar",
            Scope::Guardian => "guardian",
        }
    }
}
