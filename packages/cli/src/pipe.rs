//! Where nobody reads on: `isonomia run … | head`.

use std::panic;
use std::process::exit;

/// What a shell says of a process that SIGPIPE ended: 128 and the signal's number.
const ENDED_BY_SIGPIPE: i32 = 141;

/// Lets the command end quietly at its first write to a standard output or error that nobody reads any more. Rust has such
/// writes fail instead of the signal that ends other commands, and `println!` panics over it: here is the one place where
/// all of them are heard.
pub fn end_quietly_where_nobody_reads() {
    let otherwise = panic::take_hook();
    panic::set_hook(Box::new(move |told| {
        if told.payload().downcast_ref::<String>().is_some_and(|said| is_of_a_closed_pipe(said)) {
            exit(ENDED_BY_SIGPIPE);
        }
        otherwise(told);
    }));
}

fn is_of_a_closed_pipe(said: &str) -> bool {
    said.starts_with("failed printing to std") && said.contains("Broken pipe")
}
