//! Chapter quadratic.
