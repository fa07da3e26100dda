//! Pins: the code that a contract ran when a proposal that calls it was submitted. Code that is swapped between the vote and
//! the execution voids the operation.

use cosmwasm_schema::cw_serde;

/// A contract, and the code that it ran at submission.
#[cw_serde]
#[derive(Eq)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// The contract.
    pub contract: String,
    /// The id of its code.
    pub code_id: u64,
}

/// A pin that does not hold any more.
#[cw_serde]
#[derive(Eq, thiserror::Error)]
#[error("{contract} ran code {pinned} when this was proposed, and runs code {found} now")]
pub struct BrokenPin {
    /// The contract.
    pub contract: String,
    /// The code that it ran at submission.
    pub pinned: u64,
    /// The code that it runs now.
    pub found: u64,
}

/// Pins without the names, as they are stored.
pub type PinsList = Vec<(String, u64)>;

impl Pin {
    /// Holds the pin against the code that the contract runs now.
    pub fn check(&self, found: u64) -> Result<(), BrokenPin> {
        if self.code_id != found {
            return Err(BrokenPin { contract: self.contract.clone(), pinned: self.code_id, found });
        }
        Ok(())
    }

    /// Pins in one line: the contract, a colon and the code, with commas between.
    pub fn line(pins: &[Pin]) -> String {
        let each = |pin: &Pin| format!("{}:{}", pin.contract, pin.code_id);
        pins.iter().map(each).collect::<Vec<_>>().join(",")
    }

    /// Pins without the names, as they are stored.
    pub fn to_list(pins: &[Pin]) -> PinsList {
        pins.iter().map(|pin| (pin.contract.clone(), pin.code_id)).collect()
    }

    /// The pins that were stored so.
    pub fn from_list(list: PinsList) -> Vec<Pin> {
        list.into_iter().map(|(contract, code_id)| Pin { contract, code_id }).collect()
    }
}
