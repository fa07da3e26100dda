//! Chapter scenario.
