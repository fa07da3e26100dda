//! Identity: the whole suite, in which our registry says who is attested and voting obeys.

pub mod parish;

mod attesting;
mod governing;
