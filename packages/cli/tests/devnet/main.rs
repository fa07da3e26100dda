//! The command and the compiled contracts on a real chain: wasmd, on this computer. Needs Go and `artifacts/`; run by
//! `scripts/e2e.sh`, not by `cargo test`.

mod attempt;
mod command;
mod crowd;
mod deployer;
mod deploying;
mod desk;
mod electorate;
mod faults;
mod founding;
mod hostile;
mod keepers;
mod lifecycle;
mod refusals;
mod relay;
mod settings;
mod throughput;
mod town;
mod twin;
mod validators;
mod waiting;

/// The compiled contracts, as `scripts/wasm.sh` leaves them.
const ARTIFACTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../artifacts");
