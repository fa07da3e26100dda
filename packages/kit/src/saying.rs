//! Events in few bytes.

use cosmwasm_std::{attr, Event};

/// Adds an attribute as `add_attribute` does, by one function for all of them. That one is written out at every call, which
/// makes a contract that tells much larger by kilobytes.
pub trait Say {
    /// The event, and this of it.
    fn say(self, key: &str, value: impl Into<String>) -> Self;
    /// The same of a number.
    fn say_number(self, key: &str, number: impl Into<u64>) -> Self;
}

impl Say for Event {
    fn say(mut self, key: &str, value: impl Into<String>) -> Event {
        add(&mut self, key, value.into());
        self
    }

    fn say_number(mut self, key: &str, number: impl Into<u64>) -> Event {
        add_number(&mut self, key, number.into());
        self
    }
}

#[inline(never)]
fn add(event: &mut Event, key: &str, value: String) {
    event.attributes.push(attr(key, value));
}

#[inline(never)]
fn add_number(event: &mut Event, key: &str, number: u64) {
    add(event, key, number.to_string());
}
