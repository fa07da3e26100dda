//! What the proposal contract tells.

use super::kind::{
    ADDRESS, AMOUNT, ASSET, CLASS, DEFEAT, DEPOSIT, ENDING, HEX, ID, JSON, PINS, SCOPE, SECONDS, TEXT, TIME,
};
use super::{action, always, event, sometimes, Action, Attribute, Contract, Event, MIGRATED};

pub const CONTRACT: Contract = Contract { name: "proposal", actions: ACTIONS, events: EVENTS };

const ACTIONS: &[Action] = &[
    action(
        "instantiate",
        &["proposal_instantiated", "proposal_identity_named", "proposal_rules_set", "proposal_entry_set"],
    ),
    action("propose", &["proposal_submitted"]),
    action("withdraw", &["proposal_withdrawn"]),
    action("resolve", &["proposal_resolved", "proposal_withdrawn"]),
    action("claim_deposit", &["proposal_deposit_paid"]),
    action("set_rules", &["proposal_rules_set"]),
    action("set_entry", &["proposal_entry_set"]),
    action("set_identity", &["proposal_identity_named"]),
    action("set_routines", &["proposal_routines_set"]),
    action("approve_rescue", &["proposal_rescue_approved"]),
    action("revoke_rescue", &["proposal_rescue_revoked"]),
    action("migrate", &["proposal_migrated"]),
];

const PROPOSAL: &[Attribute] = &[
    always("proposal_id", &ID, "Which."),
    always("proposer", &ADDRESS, "Who made it."),
    always(
        "title",
        &TEXT,
        "Its title. The rest of its text and its actions are in the message, and in `body`.",
    ),
    always("class", &CLASS, "Its class."),
    sometimes("deposit_asset", &ASSET, "In what the deposit was paid, if one was asked for."),
    sometimes("deposit_amount", &AMOUNT, "How much of it."),
    sometimes("deposit_state", &DEPOSIT, "What becomes of it."),
];

const OUTCOME: &[Attribute] = &[always("outcome", &ENDING, "What it came to, for ever.")];

const WHY: &[Attribute] = &[sometimes("why", &DEFEAT, "Why it was defeated, if it was.")];

const RESCUE: &[Attribute] = &[
    always("contract", &ADDRESS, "Of which contract."),
    always("checksum", &HEX, "To the code of this checksum."),
];

const EVENTS: &[Event] = &[
    event(
        "proposal_instantiated",
        "The contract begins. Nothing of this ever changes.",
        &[&[
            always("voting", &ADDRESS, "Where polls are held."),
            always("timelock", &ADDRESS, "Where what passes is scheduled, and who may change the settings."),
            always("treasury", &ADDRESS, "Where forfeited deposits go."),
            always("unbonding", &SECONDS, "The unbonding time of the vault."),
            always("day", &SECONDS, "The mechanism's day."),
            always("first_id", &ID, "The id of the first proposal; they have no gaps."),
        ]],
    ),
    event(
        "proposal_identity_named",
        "The registry whose repair the policy knows from now on.",
        &[&[always("identity", &ADDRESS, "Which.")]],
    ),
    event(
        "proposal_rules_set",
        "The rules for proposals that are made from now on.",
        &[&[always("rules", &JSON, "`Rules` of schema/proposal.json.")]],
    ),
    event(
        "proposal_entry_set",
        "Who may propose from now on, and what it costs: the deposit of a Standard when nothing is unresolved.",
        &[&[
            always("least_stake", &AMOUNT, "The stake that somebody who is not attested needs."),
            sometimes("deposit_asset", &ASSET, "In what a deposit is paid, if one is asked for."),
            sometimes("deposit_amount", &AMOUNT, "How much of it."),
        ]],
    ),
    event(
        "proposal_routines_set",
        "The calls that are Standard from now on, and no others. There are none before the first of these events.",
        &[&[always("routines", &JSON, "A list of `Routine` of schema/proposal.json.")]],
    ),
    event(
        "proposal_submitted",
        "A proposal was made, and with it its poll (`voting_poll_entered`).",
        &[
            PROPOSAL,
            &[
                always("scope", &SCOPE, "What its actions may touch."),
                always("hash", &HEX, "The SHA-256 of its actions."),
                sometimes("pins", &PINS, "The contracts that it calls, if it calls any."),
            ],
        ],
    ),
    event(
        "proposal_withdrawn",
        "A proposal was withdrawn; by `resolve`, where voting obeys another proposal contract.",
        &[PROPOSAL, OUTCOME],
    ),
    event("proposal_resolved", "A proposal was resolved.", &[PROPOSAL, OUTCOME, WHY]),
    event(
        "proposal_deposit_paid",
        "The deposit of a proposal was paid out.",
        &[PROPOSAL, OUTCOME, WHY, &[always("to", &ADDRESS, "To whom: the proposer, or the treasury.")]],
    ),
    event(
        "proposal_rescue_approved",
        "An emergency may run this migration. It takes the place of an approval of the same migration.",
        &[
            RESCUE,
            &[
                always("hash", &HEX, "With the message of this SHA-256."),
                always("until", &TIME, "The first moment at which it may not any more."),
            ],
        ],
    ),
    event(
        "proposal_rescue_revoked",
        "No emergency may migrate this contract to this code any more, with whatever message.",
        &[RESCUE],
    ),
    event("proposal_migrated", "Other code has taken the contract over.", &[MIGRATED]),
];
