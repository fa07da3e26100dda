//! Interop: voting as a cw4 group and as a voting module of DAO DAO, asked as their users ask.
//!
//! Their own compiled contracts use it in `packages/cli/tests/interop`, on a real chain.

mod group;
mod module;
