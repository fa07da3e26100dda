//! Voting: windows, ballots, snapshots, the late flip, the adaptive quorum, the bootstrap, the line, and repair.

pub mod line;
pub mod town;

mod ballots;
mod bootstrap;
mod history;
mod late_flip;
mod quorum;
mod repair;
mod snapshot;
mod window;
