//! Voting: windows, ballots, snapshots, the late flip, the adaptive quorum, the bootstrap, and the line.

pub mod town;

mod ballots;
mod bootstrap;
mod late_flip;
mod line;
mod quorum;
mod snapshot;
mod window;
