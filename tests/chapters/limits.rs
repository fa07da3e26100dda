//! Chapter limits: each at the limit, and one past it.

mod actions;
mod figures;
mod lists;
mod nothing;
mod texts;
