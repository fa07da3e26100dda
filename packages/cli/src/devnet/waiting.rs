//! Waiting, with an end.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// The pause between two looks.
const PAUSE: Duration = Duration::from_millis(50);

/// Looks until it is so, or the time is over; tells which.
pub(super) fn until(limit: Duration, mut so: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    loop {
        if so() {
            return true;
        }
        if start.elapsed() >= limit {
            return false;
        }
        sleep(PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_looks_once_at_least_and_ends() {
        assert!(until(Duration::ZERO, || true));
        assert!(!until(Duration::from_millis(1), || false));
    }
}
