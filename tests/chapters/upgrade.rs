//! Chapter upgrade: code that the voters approved by its checksum, the way back that they approved with it, and the
//! operators who are to be ready.

mod approving;
mod arming;
pub mod foundry;
mod hostile;
pub mod readiness;
mod rolling_back;
