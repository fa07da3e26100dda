//! What the treasury tells.

use super::kind::{ADDRESS, ADDRESSES, AMOUNT, ASSET, BPS, HOLDING, ID, LIMIT, MEANS, SECONDS, TEXT, TIME};
use super::{action, always, event, sometimes, Action, Attribute, Contract, Event, MIGRATED};

pub const CONTRACT: Contract = Contract { name: "treasury", actions: ACTIONS, events: EVENTS };

const ACTIONS: &[Action] = &[
    action("instantiate", &["treasury_instantiated", "treasury_allowance_set", "treasury_listed"]),
    action("receive", &[]),
    action("receive_nft", &[]),
    action("spend_small", &["treasury_counted", "treasury_spent"]),
    action("spend", &["treasury_counted", "treasury_spent"]),
    action("spend_nft", &["treasury_counted", "treasury_spent"]),
    action("execute", &[]),
    action("close_execution", &["treasury_counted", "treasury_spent"]),
    action("set_allowance", &["treasury_allowance_set"]),
    action("list", &["treasury_listed"]),
    action("unlist", &["treasury_listed"]),
    action("lower_cap", &["treasury_listed"]),
    action("raise_cap", &["treasury_listed"]),
    action("create_budget", &["treasury_counted", "treasury_budget_created"]),
    action("pay_from_budget", &["treasury_counted", "treasury_budget_paid", "treasury_spent"]),
    action("revoke_budget", &["treasury_budget_revoked"]),
    action("create_stream", &["treasury_counted", "treasury_stream_created"]),
    action("cancel_stream", &["treasury_stream_cancelled"]),
    action("withdraw", &["treasury_stream_withdrawn", "treasury_spent"]),
    action("pause", &["treasury_paused"]),
    action("unpause", &["treasury_unpaused"]),
    action("migrate", &["treasury_migrated"]),
];

const BUDGET: &[Attribute] = &[always("budget", &ID, "Which, from 1.")];

const STREAM: &[Attribute] = &[
    always("stream", &ID, "Which, from 1."),
    always("withdrawn", &AMOUNT, "What was paid out of it."),
    always(
        "reserved",
        &AMOUNT,
        "What is set aside for it: all that is or will be earned and was not paid out.",
    ),
];

const MADE_BY: &[Attribute] = &[always("proposal_id", &ID, "Which proposal made it.")];

const EVENTS: &[Event] = &[
    event(
        "treasury_instantiated",
        "The treasury begins. Nothing of this ever changes.",
        &[&[
            always("timelock", &ADDRESS, "Who may spend."),
            always("day", &SECONDS, "The mechanism's day, by which outflows are summed."),
            always("outflow_cap_bps", &BPS, "The outflow cap of coins and cw20 tokens that were given no other."),
        ]],
    ),
    event(
        "treasury_spent",
        "An outflow was entered in the ledger; it has left, or leaves by the message that follows.",
        &[&[
            always("number", &ID, "Its number in the ledger, from 1."),
            always("proposal_id", &ID, "Which proposal paid, or made what did."),
            always("by", &MEANS, "By what."),
            always("holding", &HOLDING, "Of what."),
            always("amount", &AMOUNT, "How much; 1 of a collection."),
            sometimes("to", &ADDRESS, "To whom, where that is known."),
            sometimes("token_id", &TEXT, "Which token, by `spend_nft`."),
            sometimes("budget", &ID, "Which budget, by `budget`."),
            sometimes("stream", &ID, "Which stream, by `stream`."),
        ]],
    ),
    event(
        "treasury_counted",
        "Something counts against the outflow cap of its holding.",
        &[&[
            always("holding", &HOLDING, "Of what."),
            always("amount", &AMOUNT, "How much."),
            always("counted", &AMOUNT, "The sum of this day and the 7 before it."),
        ]],
    ),
    event(
        "treasury_allowance_set",
        "What small spends of an asset may pay out in any 30 days.",
        &[&[
            always("asset", &ASSET, "Of what."),
            always("limit", &AMOUNT, "How much; nothing where 0."),
        ]],
    ),
    event(
        "treasury_listed",
        "A holding is listed as this says, and its cap is this.",
        &[&[
            always("holding", &HOLDING, "Which."),
            always("limit", &LIMIT, "Its cap, for good or until a raise starts."),
            sometimes("raised_to", &LIMIT, "What it is raised to by itself, if a raise waits."),
            sometimes("raised_from", &TIME, "The first moment at which that holds."),
            sometimes("until", &TIME, "The first moment at which it is listed no more, if that was decided."),
        ]],
    ),
    event(
        "treasury_budget_created",
        "A budget was made. Its first period begins now. Nothing of this changes any more.",
        &[
            BUDGET,
            MADE_BY,
            &[
                always("holder", &ADDRESS, "Who may pay out of it."),
                always("asset", &ASSET, "In what."),
                always("limit", &AMOUNT, "The most of one period."),
                always("period", &SECONDS, "The length of a period."),
                always("until", &TIME, "The first moment at which it pays no more."),
                sometimes("recipients", &ADDRESSES, "To whom alone it may pay, if that was decided."),
            ],
        ],
    ),
    event(
        "treasury_budget_paid",
        "A budget has paid (`treasury_spent` says what).",
        &[BUDGET, &[always("left", &AMOUNT, "What may still be paid in this period.")]],
    ),
    event("treasury_budget_revoked", "A budget pays no more.", &[BUDGET]),
    event(
        "treasury_stream_created",
        "A stream was made; what is reserved is all of it. But for that and what was paid out nothing changes any more.",
        &[
            STREAM,
            MADE_BY,
            &[
                always("recipient", &ADDRESS, "Who earns it."),
                always("asset", &ASSET, "In what."),
                always("start", &TIME, "From when on it is earned, second by second."),
                always("cliff", &TIME, "Before this moment nothing is."),
                always("end", &TIME, "From this moment on everything is."),
            ],
        ],
    ),
    event(
        "treasury_stream_cancelled",
        "A stream earns no more from now on.",
        &[STREAM, &[always("returned", &AMOUNT, "What is the treasury's again.")]],
    ),
    event("treasury_stream_withdrawn", "A stream has paid (`treasury_spent` says what).", &[STREAM]),
    event(
        "treasury_paused",
        "Nothing is paid.",
        &[&[always("until", &TIME, "The first moment at which it pays again.")]],
    ),
    event("treasury_unpaused", "The treasury pays again.", &[]),
    event("treasury_migrated", "Other code has taken the contract over.", &[MIGRATED]),
];
