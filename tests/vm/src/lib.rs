//! Compiled contracts inside the embedded chain, on the machine that chains run them on, and what they cost there.
//!
//! Artifacts first: `scripts/wasm.sh` makes those of the suite, `tests/peers/build.sh` the others. They are looked for in
//! `artifacts/` or where `ISONOMIA_ARTIFACTS` says. Then `cargo test`, in this folder, runs the chapters on them.
//!
//! ```no_run
//! use isonomia_embedded::DaoBuilder;
//! use isonomia_vm::{artifacts, Vm};
//!
//! # fn main() -> anyhow::Result<()> {
//! let vm = Vm::new()?;
//! let mut dao = DaoBuilder::new().with_codes(vm.suite(artifacts())?).build()?;
//! let ann = dao.addr("ann");
//! let bill = vm.bill(350, || dao.stake(&ann, 1_000_000))?;
//! println!("{bill}");
//! # Ok(())
//! # }
//! ```
//!
//! [`Vm`] gives codes to an `App` of cw-multi-test. Each call runs in cosmwasm-vm on a thread of its own and asks the
//! thread that called it for storage, addresses and queries; the chain around it (messages, replies, rollback, coins) is
//! that of cw-multi-test.
//!
//! # Gas
//!
//! A [`Bill`] has two parts. `vm` is measured: the instructions of the contract and the functions of the machine, as
//! cosmwasm-vm 2.3.5 counts them; other lines count some percent more or less. The rest is what wasmd 0.70.3 adds
//! around it, by the prices of [`costs`]. It is the same in every run and every process. Beside measurements on such a
//! chain, without fees, gas of whole transactions (`tests/harness/chain.rs` holds the first three to a twentieth, the
//! benchmark in `gas` runs the others):
//!
//! | | measured | billed |
//! |---|---|---|
//! | a contract that does nothing | 96,500 | 96,862 |
//! | the least a vote can be | 106,400 | 107,783 |
//! | cw4-stake 2.0.0: bond | 143,000 | 143,963 |
//! | the same, with a multisig hooked | 210,000 | 210,710 |
//! | cw3-flex-multisig 2.0.0: vote on 1 kB, on 10 kB | 224,000, 524,000 | 223,679, 523,473 |
//! | DAO DAO 2.6.0: stake | 211,000 | 211,191 |
//! | DAO DAO 2.6.0: propose 1 kB, 10 kB | 510,000, 892,000 | 505,869, 887,986 |
//! | DAO DAO 2.6.0: vote on 1 kB, on 10 kB | 361,000, 660,000 | 357,480, 657,274 |
//!
//! What makes an estimate differ from a chain: fees ([`costs::FEE`]); addresses of users, which the embedded chain makes
//! 24 letters longer than those of a chain like `wasm1…`, so that an item under such a key costs 72 more to read and 720
//! more to write; digits of balances; labels.
//!
//! # Unlike a chain
//!
//! Out of cw-multi-test: a contract that asks itself within a call hears what was before the call; `SubMsg::gas_limit`
//! is ignored. A transaction that runs out of gas fails as a whole, as on a chain, but only within a bill: elsewhere
//! each call may use a thousand million. What a reply is told of an error is as little as the oldest chains tell.

mod backend;
mod bill;
mod code;
pub mod costs;
mod entry;
mod machine;
mod meter;
mod twin;
mod vm;

pub use bill::{Bill, Call};
pub use twin::{Switch, Twin};
pub use vm::{artifacts, Vm, GAS_LIMIT};
