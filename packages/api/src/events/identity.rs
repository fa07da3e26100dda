//! What the registry tells.

use super::kind::{ADDRESS, COUNT, HEX, NAME, SECONDS, TEXT, TIME};
use super::{action, always, event, sometimes, Action, Attribute, Contract, Event, MIGRATED};

pub const CONTRACT: Contract = Contract { name: "identity", actions: ACTIONS, events: EVENTS };

const ACTIONS: &[Action] = &[
    action("instantiate", &["identity_instantiated", "identity_issuer_added"]),
    action("file", &["identity_filed"]),
    action("submit", &["identity_submitted", "identity_renewed"]),
    action("activate", &["identity_activated"]),
    action("revoke", &["identity_revoked"]),
    action("revoke_few", &["identity_revoked"]),
    action("revoke_signed", &["identity_revoked"]),
    action("expire", &["identity_expired"]),
    action("ready", &["identity_ready"]),
    action("add_issuer", &["identity_issuer_added"]),
    action("remove_issuer", &["identity_issuer_removed"]),
    action("migrate", &["identity_migrated"]),
];

const ISSUER: &[Attribute] = &[always("issuer", &TEXT, "The id of the issuer.")];

const ABOUT: &[Attribute] =
    &[always("account", &ADDRESS, "Whose."), always("issuer", &TEXT, "The id of the issuer.")];

const ATTESTED: &[Attribute] =
    &[always("attested", &COUNT, "How many attestations live now, of all issuers.")];

const EVENTS: &[Event] = &[
    event(
        "identity_instantiated",
        "The registry begins. Nothing of this ever changes; epochs of 14 days count from this block.",
        &[&[
            always("voting", &ADDRESS, "The voting contract that is told."),
            always("timelock", &ADDRESS, "Who may add and remove issuers, and revoke."),
            always(
                "min_issuers",
                &COUNT,
                "As many issuers as must have live attestations before it is ready.",
            ),
            always("min_attested", &COUNT, "As many attestations as there must be before it is ready."),
            always("day", &SECONDS, "The mechanism's day."),
        ]],
    ),
    event(
        "identity_filed",
        "An issuer filed a statement, in the place of an earlier one about the same account.",
        &[
            ABOUT,
            &[
                always("nullifier", &HEX, "The person, as the issuer names it: 32 bytes."),
                always("expires", &TIME, "The first moment at which it may not be submitted any more."),
            ],
        ],
    ),
    event(
        "identity_submitted",
        "A statement began to mature, in the place of one of the same account that was maturing.",
        &[
            ABOUT,
            &[
                always("nullifier", &HEX, "The person, as the issuer names it: 32 bytes."),
                always("matures", &TIME, "The first moment at which the account may activate."),
                always("lapses", &TIME, "The first moment at which it may not any more."),
                sometimes("lapsed", &ADDRESS, "Whose lapsed statement had this nullifier; it is gone."),
            ],
        ],
    ),
    event(
        "identity_activated",
        "A statement is an attestation now.",
        &[ABOUT, &[always("until", &TIME, "When it expires.")], ATTESTED],
    ),
    event(
        "identity_renewed",
        "An attestation goes on, and is this issuer's.",
        &[ABOUT, &[always("until", &TIME, "When it expires.")]],
    ),
    event("identity_revoked", "An attestation was revoked.", &[ABOUT, ATTESTED]),
    event("identity_expired", "An attestation that had expired was taken out.", &[ABOUT, ATTESTED]),
    event("identity_ready", "The registry declared to voting that it is ready.", &[ATTESTED]),
    event(
        "identity_issuer_added",
        "An issuer was named. Attestations that an earlier one of the same id left are its.",
        &[
            ISSUER,
            &[
                always("kind", &NAME, "How it speaks: `account`, `secp256k1` or `ed25519`."),
                always("key", &TEXT, "Its account, or its public key in base64."),
            ],
        ],
    ),
    event(
        "identity_issuer_removed",
        "An issuer was removed.",
        &[ISSUER, &[always("attested", &COUNT, "How many of its attestations stay until they expire.")]],
    ),
    event("identity_migrated", "Other code has taken the contract over.", &[MIGRATED]),
];
