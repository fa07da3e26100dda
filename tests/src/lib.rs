//! What the chapters share: the naive model, written from the text of the mechanism alone.

pub mod model;
