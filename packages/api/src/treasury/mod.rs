//! The treasury: what the DAO owns, paid out by the timelock, and by budgets and streams that it has made.

mod answers;
mod holding;
mod query;

pub use crate::migration::MigrateMsg;
pub use answers::*;
pub use holding::{Holding, HoldingCap};
pub use query::QueryMsg;

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Uint128, WasmMsg};
use cw20::Cw20ReceiveMsg;
use isonomia_core::cap::Limit;

use crate::asset::Asset;
use crate::cw721::Cw721ReceiveMsg;

/// Makes a treasury. It receives native coins, cw20 and cw721 tokens from anyone.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct InstantiateMsg {
    /// Who may spend. It may not exist yet.
    pub timelock: String,
    /// Seconds of a day: the same as in the vault.
    pub day: u64,
    /// The small-spend allowances to begin with, at most 32.
    pub allowances: Vec<Allowance>,
    /// The outflow cap of coins and cw20 tokens that are given no other: basis points in any 7 days, 0 to 10000.
    pub outflow_cap_bps: u16,
    /// The holdings that are listed from the start, each with its cap, at most 32. Their contracts are not asked.
    pub listed: Vec<HoldingCap>,
}

/// What may leave by small spends in any 30 days.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Allowance {
    /// Of which asset.
    pub asset: Asset,
    /// Base units; an asset without an allowance has 0.
    pub limit: Uint128,
}

/// What a treasury takes.
///
/// Whatever pays fails while the treasury is paused, where it executes already, and where it would pay what streams are
/// owed. "Counts against the cap" means: it fails where more would leave than the outflow cap of the holding has left in
/// 7 days.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub enum ExecuteMsg {
    /// Takes cw20 tokens in; the message inside is ignored.
    ///
    /// Any contract may call it: it changes nothing, the tokens are the treasury's already.
    Receive(Cw20ReceiveMsg),
    /// Takes a cw721 token in; the message inside is ignored.
    ///
    /// Any contract may call it: it changes nothing, the token is the treasury's already.
    ReceiveNft(Cw721ReceiveMsg),
    /// Pays out within the rolling 30-day allowance of the asset, however many proposals it is split over.
    ///
    /// Only the timelock may. Counts against the cap. Fails where the amount is zero, or more than what is left of the
    /// allowance.
    SpendSmall {
        /// The payment.
        payment: Payment,
    },
    /// Pays out.
    ///
    /// Only the timelock may. Counts against the cap. Fails where the amount is zero.
    Spend {
        /// The payment.
        payment: Payment,
    },
    /// Sends a cw721 token.
    ///
    /// Only the timelock may. Counts one token against the cap of its collection. Fails where the token is somebody
    /// else's.
    SpendNft {
        /// The token.
        nft: Nft,
        /// To whom.
        to: String,
    },
    /// Sends any wasm message.
    ///
    /// Only the timelock may. Whatever has left of the listed coins and cw20 tokens when the message is done counts
    /// against their caps. Coins that go with it must be listed. To a listed cw20 it says `transfer`, `send`,
    /// `decrease_allowance`, `mint`, `update_minter`, `update_marketing` and `upload_logo` alone; to a listed cw721
    /// `revoke`, `revoke_all` and `mint`; neither is migrated. To the treasury itself it says nothing.
    Execute {
        /// The message.
        msg: WasmMsg,
    },
    /// Ends an `Execute`: compares the balances and counts what has left.
    ///
    /// Only the treasury itself may.
    CloseExecution {},
    /// Sets the small-spend allowance of an asset; 0 removes it.
    ///
    /// Only the timelock may. Fails past 32 assets.
    SetAllowance {
        /// The allowance.
        allowance: Allowance,
    },
    /// Lists a holding, with the cap that it would have unlisted; a listing that was to end goes on.
    ///
    /// Only the timelock may. Fails where it is listed, where its contract does not answer as a token does, and past 32
    /// holdings.
    List {
        /// What.
        holding: Holding,
    },
    /// Takes a holding off the list, after the delay of a Critical proposal and not before 5 days have passed.
    ///
    /// Only the timelock may. Fails where it is not listed, and where streams are owed some of it.
    Unlist {
        /// What.
        holding: Holding,
    },
    /// Lowers the outflow cap of a listed holding, at once; a raise that waits is dropped. The same limit drops it alone.
    ///
    /// Only the timelock may. Fails where the limit is above the one that holds.
    LowerCap {
        /// Of what.
        holding: Holding,
        /// The limit.
        limit: Limit,
    },
    /// Raises the outflow cap of a listed holding, after the delay of a Critical proposal and not before 5 days have
    /// passed. It takes the place of a raise that waits.
    ///
    /// Only the timelock may. Fails where the limit is not above the one that holds.
    RaiseCap {
        /// Of what.
        holding: Holding,
        /// The limit.
        limit: Limit,
    },
    /// Gives somebody a budget.
    ///
    /// Only the timelock may. The limit of the first period counts against the cap now; what is paid in later ones counts
    /// when it is paid. Fails where a figure is out of its bounds, and past 32 recipients.
    CreateBudget {
        /// The budget.
        budget: NewBudget,
    },
    /// Ends a budget at once.
    ///
    /// Only the timelock may. Fails where it has ended.
    RevokeBudget {
        /// Which.
        id: u64,
    },
    /// Pays out of a budget.
    ///
    /// Only its holder may. After the first period it counts against the cap. Fails where the budget has ended or was
    /// revoked, where the recipient is not on its list, and past what is left of the period.
    PayFromBudget {
        /// Which budget.
        id: u64,
        /// To whom.
        to: String,
        /// Base units.
        amount: Uint128,
    },
    /// Makes a stream: the whole amount is set aside, and earned in proportion to the time that has passed.
    ///
    /// Only the timelock may. The whole amount counts against the cap now. Fails where the asset is not listed, and where
    /// a figure is out of its bounds.
    CreateStream {
        /// The stream.
        stream: NewStream,
    },
    /// Stops a stream: what is earned stays owed to the recipient, what is not is the treasury's again.
    ///
    /// Only the timelock may. Fails where it was cancelled before, or is earned whole.
    CancelStream {
        /// Which.
        id: u64,
    },
    /// Pays out everything that is due of a stream.
    ///
    /// Only its recipient may. Fails where nothing is due, as before the cliff.
    Withdraw {
        /// Which stream.
        id: u64,
    },
    /// Pauses: nothing is paid, promised or executed until then.
    ///
    /// Only the timelock may. Fails where it is paused already, and for more than 3 days.
    Pause {
        /// The first moment at which it pays again.
        until: u64,
    },
    /// Ends a pause.
    ///
    /// Only the timelock may. Fails where it is not paused.
    Unpause {},
}

/// A payment.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// What is paid.
    pub asset: Asset,
    /// Base units.
    pub amount: Uint128,
    /// To whom.
    pub to: String,
}

/// A cw721 token.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Nft {
    /// Its contract.
    pub collection: String,
    /// Its id there, 1 to 256 bytes.
    pub token_id: String,
}

/// A budget to be made.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct NewBudget {
    /// Who may pay out of it.
    pub holder: String,
    /// In what.
    pub asset: Asset,
    /// The most of one period, in base units.
    pub limit: Uint128,
    /// Seconds of a period: 1 to 365 days.
    pub period: u64,
    /// The first moment at which it pays no more, at most 730 days from now.
    pub until: u64,
    /// To whom alone it may pay, 1 to 32 accounts; to anyone where there is no list.
    pub recipients: Option<Vec<String>>,
}

/// A stream to be made.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct NewStream {
    /// Who earns it.
    pub recipient: String,
    /// In what; it must be listed.
    pub asset: Asset,
    /// The whole of it, in base units.
    pub amount: Uint128,
    /// From when on it is earned; from its making where nothing is said.
    pub start: Option<u64>,
    /// Seconds from the start before which nothing is due.
    pub cliff: u64,
    /// Seconds from the start to the end: 1 second to 3650 days.
    pub duration: u64,
}
