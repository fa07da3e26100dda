//! What the vault tells.

use super::kind::{ADDRESS, AMOUNT, ASSET, COUNT, FLAG, SECONDS, TIME};
use super::{action, always, event, Action, Attribute, Contract, Event};

pub const CONTRACT: Contract = Contract { name: "vault", actions: ACTIONS, events: EVENTS };

const ACTIONS: &[Action] = &[
    action("instantiate", &["vault_instantiated"]),
    action("stake", &["vault_staked", "vault_synced"]),
    action("unstake", &["vault_unstaked", "vault_notice_failed"]),
    action("claim", &["vault_claimed"]),
    action("sync", &["vault_synced"]),
];

const WHOSE: &[Attribute] = &[always("account", &ADDRESS, "Whose.")];

const EVENTS: &[Event] = &[
    event(
        "vault_instantiated",
        "The vault begins. Nothing of this ever changes.",
        &[&[
            always("voting", &ADDRESS, "The voting contract that is told of every change."),
            always("asset", &ASSET, "What is staked."),
            always("unbonding", &SECONDS, "Time between the notice of an exit and its payment."),
            always("day", &SECONDS, "The mechanism's day, by which claims are released."),
        ]],
    ),
    event(
        "vault_staked",
        "Stake was locked.",
        &[
            WHOSE,
            &[
                always("amount", &AMOUNT, "What was locked."),
                always("stake", &AMOUNT, "All of the account's stake now."),
            ],
        ],
    ),
    event(
        "vault_unstaked",
        "Stake has left, and is a claim. If `vault_notice_failed` follows, the claim is as that one says.",
        &[
            WHOSE,
            &[
                always("amount", &AMOUNT, "What left: it is added to the claim of its release day."),
                always("stake", &AMOUNT, "What stays of the account's stake."),
                always("released", &TIME, "When the claim is released: the first moment of a day."),
                always("noticed", &FLAG, "Whether voting is told; if not, somebody must send `sync`."),
            ],
        ],
    ),
    event(
        "vault_notice_failed",
        "Voting was told of the exit before this, and erred: the claim waits, and somebody must send `sync`.",
        &[
            WHOSE,
            &[
                always("amount", &AMOUNT, "What left."),
                always("released", &TIME, "When the claim is released, in the place of the earlier moment."),
            ],
        ],
    ),
    event(
        "vault_claimed",
        "Released claims were paid, and are gone: all of the account up to a day.",
        &[
            WHOSE,
            &[
                always("amount", &AMOUNT, "The sum of them."),
                always("through", &COUNT, "The number of that day: a moment of release, divided by the day."),
            ],
        ],
    ),
    event(
        "vault_synced",
        "Voting has been told of earlier exits at last. Claims of which it had not been told come forward to a moment, \
         unless they are released before; of more than 32 such release days, the 32 earliest.",
        &[
            WHOSE,
            &[
                always("stake", &AMOUNT, "The account's stake."),
                always("released", &TIME, "The moment to which the claims come forward."),
                always("noticed", &FLAG, "Whether that was all; if not, somebody must send `sync` again."),
            ],
        ],
    ),
];
