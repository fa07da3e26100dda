//! The populations: what a file may say, what is rebuilt from counts, and how unequal the result is.

mod csv;
mod files;
mod rebuilding;
mod shape;
