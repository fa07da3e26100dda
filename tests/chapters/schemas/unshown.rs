//! What no answer can show, and why.

/// A fact, and the reason.
pub const UNSHOWN: [(&str, &str); 3] = [
    ("voting AdminResponse.admin: given", "cw4's own answer: nobody changes the members by hand"),
    ("voting HooksResponse.hooks: filled", "cw4's own answer: nobody is told of changes"),
    ("timelock Class: signal", "a signal does nothing: it is never scheduled, and has no delay"),
];
