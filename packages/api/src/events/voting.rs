//! What voting tells.

use super::kind::{ADDRESS, AMOUNT, BPS, CHOICE, CLASS, COUNT, ID, JSON, MODE, POWER, SCOPE, SECONDS, TIME};
use super::{action, always, event, or_none, sometimes, Action, Attribute, Contract, Event, MIGRATED};

pub const CONTRACT: Contract = Contract { name: "voting", actions: ACTIONS, events: EVENTS };

const ACTIONS: &[Action] = &[
    action("instantiate", &["voting_instantiated"]),
    action("set_stake", &["voting_account", "voting_received"]),
    action("attest", &["voting_account", "voting_received", "voting_line"]),
    action("revoke", &["voting_account", "voting_received", "voting_line"]),
    action("ready", &["voting_ready"]),
    action("poke", &["voting_account", "voting_received", "voting_line"]),
    action("register_delegate", &["voting_account", "voting_received", "voting_delegate_registered"]),
    action("resign", &["voting_account", "voting_resigned"]),
    action("delegate", &["voting_account", "voting_received", "voting_delegated"]),
    action("undelegate", &["voting_account", "voting_received", "voting_undelegated"]),
    action("open_poll", &["voting_poll_entered"]),
    action("cancel_poll", &["voting_poll_cancelled"]),
    action("settle", &["voting_poll_settled", "voting_quorum"]),
    action("open", &["voting_latched", "voting_line", "voting_quorum", "voting_poll_opened"]),
    action(
        "vote",
        &[
            "voting_latched",
            "voting_line",
            "voting_quorum",
            "voting_poll_opened",
            "voting_voted",
            "voting_tally",
        ],
    ),
    action("set_registrar", &["voting_registrar_named"]),
    action("set_proposal", &["voting_proposal_named"]),
    action("migrate", &["voting_migrated"]),
];

const POLL: &[Attribute] = &[always("proposal_id", &ID, "Of which proposal.")];

const WEIGHT: &[Attribute] = &[
    always("power", &POWER, "Power in the people's key."),
    always("stake", &AMOUNT, "Stake in the stake key."),
    always("unattested_stake", &AMOUNT, "What of that stake is nobody's who is attested."),
];

const TOTALS: &[Attribute] = &[
    always("total_power", &POWER, "V: the power of all."),
    always("total_stake", &AMOUNT, "X: the stake of all."),
    always("total_attested", &COUNT, "n: how many are attested."),
];

const BUCKET: &[Attribute] = &[
    always("generation", &COUNT, "In which generation of the delegate: it counts its registrations."),
    always("season", &COUNT, "In which season of it, from 0. A part lives in its season and in the next."),
];

const EVENTS: &[Event] = &[
    event(
        "voting_instantiated",
        "The contract begins.",
        &[&[
            always("vault", &ADDRESS, "Who tells the stake, for ever."),
            always("registrar", &ADDRESS, "Who tells who is attested, until `voting_registrar_named`."),
            always("proposal", &ADDRESS, "Who enters polls, until `voting_proposal_named`."),
            always("timelock", &ADDRESS, "Who may name others, for ever."),
            always("scale", &COUNT, "K of the curve: power is the root of K times the stake, rounded down."),
            always("floor_stake", &AMOUNT, "m of the curve: below it, power is the chord."),
            always("season", &SECONDS, "The length of a season."),
            always("min_attested", &COUNT, "The line: as many attested accounts as two keys need."),
            always("least_total_stake", &AMOUNT, "The least stake that the support of a poll is taken of."),
            always("unbonding", &SECONDS, "The unbonding time of the vault."),
            always("day", &SECONDS, "The mechanism's day. Epochs of 14 days count from this block."),
        ]],
    ),
    event(
        "voting_registrar_named",
        "Another registrar tells who is attested. It is not ready before it says so.",
        &[&[always("registrar", &ADDRESS, "Who.")]],
    ),
    event(
        "voting_proposal_named",
        "Another contract enters polls.",
        &[&[always("proposal", &ADDRESS, "Who.")]],
    ),
    event(
        "voting_ready",
        "The registrar is ready: two keys may latch in a later block.",
        &[&[always("height", &COUNT, "The height at which it first said so.")]],
    ),
    event(
        "voting_latched",
        "Two keys judge from now on, for ever.",
        &[],
    ),
    event(
        "voting_account",
        "An account changed, and the totals with it. An account that had power and has 0 is no member any more.",
        &[
            &[always("account", &ADDRESS, "Whose.")],
            WEIGHT,
            &[
                or_none("attested_until", &TIME, "When its attestation expires; it counts until it is taken out."),
                always("generation", &COUNT, "How often it has registered as a delegate."),
            ],
            TOTALS,
        ],
    ),
    event(
        "voting_line",
        "Once two keys have latched: the count of the time in which n is below the line has changed.",
        &[&[
            or_none("below_since", &TIME, "Since when it counts. A recovery shorter than 14 days does not end it."),
            or_none("above_since", &TIME, "Since when n is at or above the line."),
        ]],
    ),
    event(
        "voting_delegate_registered",
        "An account receives delegations from now on; what it delegated itself, dead already, is gone.",
        &[&[
            always("delegate", &ADDRESS, "Who."),
            always("generation", &COUNT, "Its new generation."),
            always("since", &TIME, "When its season 0 began: now."),
        ]],
    ),
    event(
        "voting_resigned",
        "A delegate receives no more: its generation has ended, and every part of it is dead.",
        &[&[always("delegate", &ADDRESS, "Who.")]],
    ),
    event(
        "voting_delegated",
        "An account delegates: one event per part. The first part takes the place of all that it delegated before.",
        &[
            &[
                always("principal", &ADDRESS, "Who delegates."),
                always("part", &COUNT, "Which part, from 1."),
                always("delegate", &ADDRESS, "To whom."),
                always("bps", &BPS, "How much of its own power and stake."),
            ],
            BUCKET,
        ],
    ),
    event(
        "voting_undelegated",
        "An account delegates no more.",
        &[&[always("principal", &ADDRESS, "Who.")]],
    ),
    event(
        "voting_received",
        "What a delegate receives in a season has changed: this is all of it now.",
        &[&[always("delegate", &ADDRESS, "Who.")], BUCKET, WEIGHT],
    ),
    event(
        "voting_poll_entered",
        "A poll was entered. Nothing of this changes any more.",
        &[
            POLL,
            &[
                always("class", &CLASS, "The class of the proposal."),
                always("scope", &SCOPE, "What its actions may touch."),
                always("opens", &TIME, "The first moment at which anyone may open it."),
                always("lapses", &TIME, "The first moment at which nobody may any more."),
                always("rules", &JSON, "The rules of its class: `ClassRules` of schema/voting.json."),
                always("unattested_bps", &BPS, "κ: what un-attested stake can make up of a side."),
                always("cap_bps", &BPS, "γ: the cap of a delegate, of all power."),
            ],
        ],
    ),
    event("voting_poll_cancelled", "A poll will not open.", &[POLL]),
    event(
        "voting_poll_opened",
        "A poll was opened. The state at the start of this block counts in it, and this is what it is judged by.",
        &[
            POLL,
            &[
                always("snapshot_height", &COUNT, "The height of this block."),
                always("snapshot_time", &TIME, "Its time, by which seasons are told."),
                always("closes", &TIME, "The first moment after voting, unless the close moves."),
                always("mode", &MODE, "How it is judged."),
            ],
            TOTALS,
            &[
                always("stake_base", &AMOUNT, "What the support of stake is taken of."),
                always("quorum_bps", &BPS, "Its quorum."),
                always("cap", &POWER, "The most power that a delegate casts, unless it has more of its own."),
            ],
        ],
    ),
    event(
        "voting_voted",
        "A ballot stands so now: the voter's own, or a delegate's that an override changed.",
        &[
            POLL,
            &[
                always("voter", &ADDRESS, "Whose ballot."),
                or_none("choice", &CHOICE, "What it says; none of a delegate that has not voted itself."),
            ],
            WEIGHT,
            &[
                always("closes", &TIME, "The first moment after voting now."),
                always("extensions", &COUNT, "How often the close has moved."),
            ],
        ],
    ),
    event(
        "voting_tally",
        "The tally after the ballots before this.",
        &[
            POLL,
            &[
                always("yes_power", &POWER, "Power for Yes."),
                always("yes_stake", &AMOUNT, "Stake for Yes."),
                always("yes_unattested", &AMOUNT, "What of that stake is un-attested."),
                always("no_power", &POWER, "Power for No."),
                always("no_stake", &AMOUNT, "Stake for No."),
                always("no_unattested", &AMOUNT, "What of that stake is un-attested."),
                always("abstain_power", &POWER, "Power for Abstain."),
                always("abstain_stake", &AMOUNT, "Stake for Abstain."),
                always("abstain_unattested", &AMOUNT, "What of that stake is un-attested."),
                always("heads", &COUNT, "Attested accounts with power of their own that said Yes themselves."),
            ],
        ],
    ),
    event(
        "voting_poll_settled",
        "A poll is over and settled. Where the quorum follows it, its turnout is noted for an epoch; the largest counts.",
        &[
            POLL,
            &[
                always("closes", &TIME, "Its last close."),
                sometimes("epoch", &COUNT, "The epoch, from 0."),
                sometimes("turnout_bps", &BPS, "All power that was cast, of all power."),
            ],
        ],
    ),
    event(
        "voting_quorum",
        "The turnouts of the epochs that had finished moved the adaptive quorum. They are applied before every opening.",
        &[&[
            always("quorum_bps", &BPS, "The quorum."),
            always("average_turnout_bps", &BPS, "The moving average of turnout that it follows."),
        ]],
    ),
    event("voting_migrated", "Other code has taken the contract over.", &[MIGRATED]),
];
