//! What each figure of ours is, in the order in which a reader looks for it.

/// Names and what they mean.
type Words = &'static [(&'static str, &'static str)];

/// Every figure of ours, by subject.
pub const GROUPS: &[(&str, Words)] = &[
    ("Founding and staking", STAKING),
    ("Delegating", DELEGATING),
    ("Deciding, 1 kB", DECIDING),
    ("Deciding, 10 kB", DECIDING_LONG),
    ("What decisions do", RULING),
    ("The registry", REGISTERING),
    ("Queries", ASKING),
];

const STAKING: Words = &[
    ("create", "six contracts in one transaction"),
    ("stake-first", "the first stake of an account"),
    ("stake-more", "more, by an attested member"),
    ("stake-more-unattested", "more, by an account that is not attested"),
    ("stake-more-delegating", "more, by one who delegates"),
    ("stake-more-delegating-to-8", "more, by one who delegates to eight"),
    ("stake-first-cw20", "the first stake, of a cw20"),
    ("stake-more-cw20", "more, of a cw20"),
    ("unstake", "some of it, with a notice to voting"),
    ("unstake-again", "more on the same day"),
    ("unstake-quiet", "without a notice"),
    ("sync", "voting is told after a quiet exit"),
    ("sync-32-days", "and claims of 32 days are brought forward"),
    ("claim", "what is released is paid"),
    ("claim-32-days", "the most days of one claim"),
    ("claim-cw20", "paid in a cw20"),
];

const DELEGATING: Words = &[
    ("register-delegate", ""),
    ("resign", ""),
    ("delegate", "everything to one"),
    ("delegate-again", "the same again, to renew it"),
    ("delegate-to-another", "everything to another"),
    ("delegate-split-8", "split over eight"),
    ("delegate-split-8-again", "the same again"),
    ("undelegate", "taken back from one"),
    ("undelegate-8", "taken back from eight"),
];

macro_rules! deciding {
    ($size:literal) => {
        &[
            (concat!("propose-", $size), "with a deposit"),
            (concat!("vote-first-", $size), "the first vote, which opens the poll"),
            (concat!("vote-", $size), "the eleventh vote of a hundred"),
            (concat!("vote-no-", $size), "by an account that is not attested"),
            (concat!("vote-again-", $size), "a vote is changed"),
            (concat!("vote-delegate-", $size), "by a delegate of five"),
            (concat!("vote-delegate-again-", $size), "a delegate's vote is changed"),
            (concat!("override-before-", $size), "a principal votes before its delegate does"),
            (concat!("override-after-", $size), "a principal votes after its delegate"),
            (concat!("override-after-second-", $size), "another principal of that delegate"),
            (concat!("override-again-", $size), "a principal changes its vote"),
            (concat!("override-8-before-", $size), "a principal of eight, before them"),
            (concat!("override-8-after-", $size), "a principal of eight, after them"),
            (concat!("resolve-", $size), "what passed is scheduled"),
            (concat!("execute-", $size), "the treasury pays"),
            (concat!("claim-deposit-", $size), "the deposit goes back"),
            (concat!("decision-", $size), "all of it: propose, 100 votes, resolve, execute, deposit"),
        ]
    };
}

const DECIDING: Words = deciding!("1k");
const DECIDING_LONG: Words = deciding!("10k");

const RULING: Words = &[
    ("propose-longest", "as many bytes as are taken"),
    ("open", "a poll is opened by nobody's vote"),
    ("withdraw", "the proposer takes it back"),
    ("resolve-defeated", "what was refused"),
    ("resolve-lapsed", "what nobody opened"),
    ("execute-spend", "a payment"),
    ("execute-spend-asserted", "a payment and an assertion"),
    ("execute-spend-16", "sixteen payments"),
    ("execute-spend-cw20", "a payment of a cw20"),
    ("execute-spend-small", "a small payment"),
    ("execute-spend-small-16", "sixteen small payments"),
    ("execute-set-rules", "all rules"),
    ("execute-set-routines-32", "the most routine calls"),
    ("execute-set-allowance", ""),
    ("execute-add-issuer", ""),
    ("execute-remove-issuer", ""),
    ("execute-set-registrar", ""),
    ("execute-revoke-32", "the most attestations of one call"),
    ("execute-cancel", "an emergency cancels an operation"),
    ("assert", "anyone asserts"),
];

const REGISTERING: Words = &[
    ("file", "an issuer files a statement"),
    ("submit-filed", "the account submits it"),
    ("submit-secp256k1", "or one that was signed by secp256k1"),
    ("submit-ed25519", "or by ed25519"),
    ("activate", "the account is attested"),
    ("activate-of-an-account", "the issuer is an account"),
    ("renew-secp256k1", "the attestation is renewed"),
    ("renew-ed25519", ""),
    ("revoke", "by the issuer"),
    ("revoke-signed", "by its signature"),
    ("expire", "one is taken out of both"),
    ("expire-32", "the most of one call"),
    ("poke", "one is taken out of voting"),
    ("poke-32", "the most of one call"),
    ("ready", "the registry is ready"),
];

const ASKING: Words = &[
    ("ask-vault-claims", "a hundred release days"),
    ("ask-vault-unnoticed", "a hundred accounts"),
    ("ask-vault-deposit", ""),
    ("ask-voting-account", "one who delegates to eight"),
    ("ask-voting-power", ""),
    ("ask-voting-totals", ""),
    ("ask-voting-poll", "with every condition of the verdict"),
    ("ask-voting-delegated", ""),
    ("ask-voting-ballots", "a hundred ballots"),
    ("ask-voting-members", "a hundred members"),
    ("ask-voting-verdict", "what each condition asks, and what is missing"),
    ("ask-voting-may-vote", "by one who delegates to eight; from here on of 10,000 members"),
    ("ask-voting-breakdown", "of the same, in a poll"),
    ("ask-voting-votes", "a hundred votes of a delegate"),
    ("ask-voting-statistics", "of a delegate that has voted in a hundred polls"),
    ("ask-voting-statistics-of-none", "of one that has voted in none of them"),
    ("ask-voting-delegates", "a hundred delegates"),
    ("ask-voting-delegators", "a hundred of a thousand"),
    ("ask-proposal-proposals", "a hundred proposals"),
    ("ask-proposal-latest", "the latest hundred, all of them unresolved"),
    ("ask-proposal-latest-in-vain", "a hundred are looked at, and none passes the filter"),
    ("ask-proposal-latest-of-one", "a hundred of one proposer"),
    ("ask-proposal-proposal", ""),
    ("ask-proposal-body", "as long as it gets"),
    ("ask-proposal-preview-longest", "of the longest actions"),
    ("ask-proposal-preview-most", "of sixteen actions to six contracts"),
    ("ask-timelock-operations", "a hundred operations"),
    ("ask-timelock-operation", ""),
    ("ask-timelock-queue", "a hundred by eta"),
    ("ask-timelock-latest", "the latest hundred"),
    ("ask-timelock-incidents", "the latest hundred, with the longest reasons"),
    ("ask-treasury-asset", ""),
    ("ask-treasury-allowances", "the most allowances"),
    ("ask-treasury-outflows", "a hundred outflows"),
    ("ask-treasury-latest-outflows", "the latest hundred"),
    ("ask-treasury-budgets", "a hundred, each with the most recipients"),
    ("ask-treasury-budgets-of", "the same, of one holder"),
    ("ask-treasury-streams-of", "a hundred of one recipient"),
    ("ask-treasury-obligations", ""),
    ("ask-identity-issuers", "the most issuers"),
    ("ask-identity-attestation", ""),
];
