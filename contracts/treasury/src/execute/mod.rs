//! One file per message.

mod cancel_stream;
mod close_execution;
mod create_budget;
mod create_stream;
#[allow(clippy::module_inception)]
mod execute;
mod list;
mod lower_cap;
mod pause;
mod pay_from_budget;
mod raise_cap;
mod receive;
mod revoke_budget;
mod set_allowance;
mod spend;
mod spend_nft;
mod spend_small;
mod unlist;
mod unpause;
mod withdraw;

pub use cancel_stream::cancel_stream;
pub use close_execution::close_execution;
pub use create_budget::create_budget;
pub use create_stream::create_stream;
pub use execute::execute;
pub use list::list;
pub use lower_cap::lower_cap;
pub use pause::pause;
pub use pay_from_budget::pay_from_budget;
pub use raise_cap::raise_cap;
pub use receive::receive;
pub use revoke_budget::revoke_budget;
pub use set_allowance::set_allowance;
pub use spend::spend;
pub use spend_nft::{spend_nft, MAX_TOKEN_ID};
pub use spend_small::spend_small;
pub use unlist::unlist;
pub use unpause::unpause;
pub use withdraw::withdraw;
