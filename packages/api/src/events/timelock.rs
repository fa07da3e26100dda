//! What the timelock tells.

use super::kind::{ADDRESS, CLASS, COUNT, FLAG, HEX, ID, PAUSE, PINS, SECONDS, TEXT, TIME};
use super::{action, always, event, or_none, sometimes, Action, Attribute, Contract, Event, MIGRATED};

pub const CONTRACT: Contract = Contract { name: "timelock", actions: ACTIONS, events: EVENTS };

const ACTIONS: &[Action] = &[
    action(
        "instantiate",
        &[
            "timelock_instantiated",
            "timelock_proposal_named",
            "timelock_least_delays_set",
            "timelock_guardian_named",
        ],
    ),
    action("schedule", &["timelock_scheduled", "timelock_awaits"]),
    action("execute", &["timelock_executed"]),
    action("cancel", &["timelock_cancelled"]),
    action("pause", &["timelock_paused"]),
    action("unpause", &["timelock_unpaused"]),
    action("set_guardian", &["timelock_guardian_named"]),
    action("remove_guardian", &["timelock_guardian_removed"]),
    action("set_least_delays", &["timelock_least_delays_set", "timelock_least_delay_falls"]),
    action("set_proposal", &["timelock_proposal_named"]),
    action("assert", &["timelock_asserted"]),
    action("upgrade", &["timelock_upgraded", "timelock_code_approved"]),
    action("rollback", &["timelock_rolled_back"]),
    action("ready", &["timelock_ready"]),
    action("unready", &["timelock_unready"]),
    action("set_operators", &["timelock_operators_named", "timelock_operator_named"]),
    action("migrate", &["timelock_migrated"]),
];

const OPERATION: &[Attribute] =
    &[always("proposal_id", &ID, "Which: an operation has the id of its proposal.")];

const INCIDENT: &[Attribute] = &[
    always(
        "by",
        &ADDRESS,
        "Who acted: the guardian, the timelock by a proposal, or whoever rolled back at an alarm.",
    ),
    always("incident", &TEXT, "The name of the incident."),
    always("reason", &TEXT, "Why."),
    always("number", &ID, "The number of the entry in the incident log, from 1."),
];

const WEIGHT: &[Attribute] = &[
    always("ready_weight", &COUNT, "The weight of the operators who are ready."),
    always("needed_weight", &COUNT, "The least weight with which it is executed: five sixths of all."),
    always("total_weight", &COUNT, "The weight of all of them."),
];

const SIGNAL: &[Attribute] = &[always("operator", &ADDRESS, "Who says so.")];

const EVENTS: &[Event] = &[
    event(
        "timelock_instantiated",
        "The timelock begins. Nothing of this ever changes.",
        &[&[
            always("treasury", &ADDRESS, "Who is told of pauses."),
            always("day", &SECONDS, "The mechanism's day."),
        ]],
    ),
    event(
        "timelock_scheduled",
        "An operation waits. Nothing of this changes any more.",
        &[
            OPERATION,
            &[
                always("class", &CLASS, "Its class."),
                always("hash", &HEX, "The SHA-256 of its actions."),
                always("eta", &TIME, "The first moment at which anyone may execute it."),
                always("expires", &TIME, "The first moment at which nobody may any more."),
                always("protected", &FLAG, "Whether the guardian can neither cancel it nor hold it up."),
                sometimes("pins", &PINS, "The contracts that it calls: on other code it is void."),
            ],
        ],
    ),
    event(
        "timelock_executed",
        "An operation is executed; its actions follow.",
        &[
            OPERATION,
            &[
                always("hash", &HEX, "The SHA-256 of its actions."),
                always("actions", &COUNT, "How many they are."),
            ],
        ],
    ),
    event("timelock_cancelled", "An operation will not be executed.", &[OPERATION, INCIDENT]),
    event(
        "timelock_paused",
        "Something is paused. For 7 days after the pause there is no other.",
        &[
            &[
                always("scope", &PAUSE, "What."),
                always("until", &TIME, "The first moment at which it is over."),
            ],
            INCIDENT,
        ],
    ),
    event(
        "timelock_unpaused",
        "What was paused is so no longer.",
        &[&[always("scope", &PAUSE, "What."), always("until", &TIME, "When the pause was over: now.")]],
    ),
    event(
        "timelock_guardian_named",
        "Who may cancel and pause from now on, in the place of anybody else.",
        &[&[
            always("guardian", &ADDRESS, "Who."),
            always("until", &TIME, "The first moment at which it may not any more."),
        ]],
    ),
    event("timelock_guardian_removed", "Nobody may cancel and pause from now on.", &[]),
    event(
        "timelock_least_delays_set",
        "The least delays that hold. What was to fall falls no more, but for what follows.",
        &[&[
            always("standard", &SECONDS, "Of a Standard."),
            always("critical", &SECONDS, "Of a Critical."),
            always("emergency", &SECONDS, "Of an Emergency."),
        ]],
    ),
    event(
        "timelock_least_delay_falls",
        "A least delay falls later, by itself.",
        &[&[
            always("class", &CLASS, "Of which class."),
            always("seconds", &SECONDS, "To what."),
            always("from", &TIME, "The first moment at which that holds."),
        ]],
    ),
    event(
        "timelock_asserted",
        "An assertion holds. It changes nothing.",
        &[&[
            always("contract", &TEXT, "Which contract was asked."),
            always("pointer", &TEXT, "At what of its answer, in quotation marks."),
            always("value", &TEXT, "What was expected there, in quotation marks."),
        ]],
    ),
    event(
        "timelock_proposal_named",
        "Who may schedule from now on.",
        &[&[always("proposal", &ADDRESS, "Which contract.")]],
    ),
    event(
        "timelock_awaits",
        "An operation waits for the operators that are named now. Without five sixths of their weight it expires.",
        &[
            OPERATION,
            &[
                always("until", &TIME, "The first moment that is too late to be ready."),
                always("checksum", &HEX, "The SHA-256 of what is to be ready."),
            ],
            WEIGHT,
        ],
    ),
    event("timelock_ready", "An operator is ready.", &[OPERATION, SIGNAL, WEIGHT]),
    event("timelock_unready", "An operator is not ready any more.", &[OPERATION, SIGNAL, WEIGHT]),
    event(
        "timelock_operators_named",
        "Who is asked to have releases ready from now on: each follows, and nobody else is any more.",
        &[&[always("operators", &COUNT, "How many.")]],
    ),
    event(
        "timelock_operator_named",
        "An operator is asked from now on.",
        &[&[always("operator", &ADDRESS, "Who."), always("weight", &COUNT, "What its word weighs.")]],
    ),
    event(
        "timelock_upgraded",
        "The code of the contracts that an operation has migrated, each of which follows, is what the voters approved.",
        &[
            OPERATION,
            &[or_none("rollback_until", &TIME, "The first moment at which it may not be rolled back any more.")],
        ],
    ),
    event(
        "timelock_code_approved",
        "A contract runs code that the voters approved.",
        &[
            OPERATION,
            &[
                always("contract", &ADDRESS, "Which."),
                always("pinned", &ID, "The code that it ran before."),
                always("upgraded", &ID, "The code that it runs."),
            ],
        ],
    ),
    event(
        "timelock_rolled_back",
        "An upgrade is rolled back; the migrations follow.",
        &[OPERATION, &[always("steps", &COUNT, "How many they are.")], INCIDENT],
    ),
    event("timelock_migrated", "Other code has taken the contract over.", &[MIGRATED]),
];
