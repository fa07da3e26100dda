/**
 * Every event and its attributes, each of a kind.
 *
 * `kind|none` is `null` where the attribute says `none`; `kind?` is left out where there is nothing to say.
 */
export const EVENTS = {
  /** The vault begins. Nothing of this ever changes. */
  vault_instantiated: {
    /** The voting contract that is told of every change. */
    voting: "address",
    /** What is staked. */
    asset: "asset",
    /** Time between the notice of an exit and its payment. */
    unbonding: "seconds",
    /** The mechanism's day, by which claims are released. */
    day: "seconds",
  },
  /** Stake was locked. */
  vault_staked: {
    /** Whose. */
    account: "address",
    /** What was locked. */
    amount: "amount",
    /** All of the account's stake now. */
    stake: "amount",
  },
  /** Stake has left, and is a claim. If `vault_notice_failed` follows, the claim is as that one says. */
  vault_unstaked: {
    /** Whose. */
    account: "address",
    /** What left: it is added to the claim of its release day. */
    amount: "amount",
    /** What stays of the account's stake. */
    stake: "amount",
    /** When the claim is released: the first moment of a day. */
    released: "time",
    /** Whether voting is told; if not, somebody must send `sync`. */
    noticed: "flag",
  },
  /** Voting was told of the exit before this, and erred: the claim waits, and somebody must send `sync`. */
  vault_notice_failed: {
    /** Whose. */
    account: "address",
    /** What left. */
    amount: "amount",
    /** When the claim is released, in the place of the earlier moment. */
    released: "time",
  },
  /** Released claims were paid, and are gone: all of the account up to a day. */
  vault_claimed: {
    /** Whose. */
    account: "address",
    /** The sum of them. */
    amount: "amount",
    /** The number of that day: a moment of release, divided by the day. */
    through: "count",
  },
  /** Voting has been told of earlier exits at last. Claims of which it had not been told come forward to a moment, unless they are released before; of more than 32 such release days, the 32 earliest. */
  vault_synced: {
    /** Whose. */
    account: "address",
    /** The account's stake. */
    stake: "amount",
    /** The moment to which the claims come forward. */
    released: "time",
    /** Whether that was all; if not, somebody must send `sync` again. */
    noticed: "flag",
  },
  /** The contract begins. */
  voting_instantiated: {
    /** Who tells the stake, for ever. */
    vault: "address",
    /** Who tells who is attested, until `voting_registrar_named`. */
    registrar: "address",
    /** Who enters polls, until `voting_proposal_named`. */
    proposal: "address",
    /** Who may name others, for ever. */
    timelock: "address",
    /** K of the curve: power is the root of K times the stake, rounded down. */
    scale: "count",
    /** m of the curve: below it, power is the chord. */
    floor_stake: "amount",
    /** The length of a season. */
    season: "seconds",
    /** The line: as many attested accounts as two keys need. */
    min_attested: "count",
    /** The least stake that the support of a poll is taken of. */
    least_total_stake: "amount",
    /** The unbonding time of the vault. */
    unbonding: "seconds",
    /** The mechanism's day. Epochs of 14 days count from this block. */
    day: "seconds",
  },
  /** Another registrar tells who is attested. It is not ready before it says so. */
  voting_registrar_named: {
    /** Who. */
    registrar: "address",
  },
  /** Another contract enters polls. */
  voting_proposal_named: {
    /** Who. */
    proposal: "address",
  },
  /** The registrar is ready: two keys may latch in a later block. */
  voting_ready: {
    /** The height at which it first said so. */
    height: "count",
  },
  /** Two keys judge from now on, for ever. */
  voting_latched: {
  },
  /** An account changed, and the totals with it. An account that had power and has 0 is no member any more. */
  voting_account: {
    /** Whose. */
    account: "address",
    /** Power in the people's key. */
    power: "power",
    /** Stake in the stake key. */
    stake: "amount",
    /** What of that stake is nobody's who is attested. */
    unattested_stake: "amount",
    /** When its attestation expires; it counts until it is taken out. */
    attested_until: "time|none",
    /** How often it has registered as a delegate. */
    generation: "count",
    /** V: the power of all. */
    total_power: "power",
    /** X: the stake of all. */
    total_stake: "amount",
    /** n: how many are attested. */
    total_attested: "count",
  },
  /** Once two keys have latched: the count of the time in which n is below the line has changed. */
  voting_line: {
    /** Since when it counts. A recovery shorter than 14 days does not end it. */
    below_since: "time|none",
    /** Since when n is at or above the line. */
    above_since: "time|none",
  },
  /** An account receives delegations from now on; what it delegated itself, dead already, is gone. */
  voting_delegate_registered: {
    /** Who. */
    delegate: "address",
    /** Its new generation. */
    generation: "count",
    /** When its season 0 began: now. */
    since: "time",
  },
  /** A delegate receives no more: its generation has ended, and every part of it is dead. */
  voting_resigned: {
    /** Who. */
    delegate: "address",
  },
  /** An account delegates: one event per part. The first part takes the place of all that it delegated before. */
  voting_delegated: {
    /** Who delegates. */
    principal: "address",
    /** Which part, from 1. */
    part: "count",
    /** To whom. */
    delegate: "address",
    /** How much of its own power and stake. */
    bps: "bps",
    /** In which generation of the delegate: it counts its registrations. */
    generation: "count",
    /** In which season of it, from 0. A part lives in its season and in the next. */
    season: "count",
  },
  /** An account delegates no more. */
  voting_undelegated: {
    /** Who. */
    principal: "address",
  },
  /** What a delegate receives in a season has changed: this is all of it now. */
  voting_received: {
    /** Who. */
    delegate: "address",
    /** In which generation of the delegate: it counts its registrations. */
    generation: "count",
    /** In which season of it, from 0. A part lives in its season and in the next. */
    season: "count",
    /** Power in the people's key. */
    power: "power",
    /** Stake in the stake key. */
    stake: "amount",
    /** What of that stake is nobody's who is attested. */
    unattested_stake: "amount",
  },
  /** A poll was entered. Nothing of this changes any more. */
  voting_poll_entered: {
    /** Of which proposal. */
    proposal_id: "id",
    /** The class of the proposal. */
    class: "class",
    /** What its actions may touch. */
    scope: "scope",
    /** The first moment at which anyone may open it. */
    opens: "time",
    /** The first moment at which nobody may any more. */
    lapses: "time",
    /** The rules of its class: `ClassRules` of schema/voting.json. */
    rules: "json",
    /** κ: what un-attested stake can make up of a side. */
    unattested_bps: "bps",
    /** γ: the cap of a delegate, of all power. */
    cap_bps: "bps",
  },
  /** A poll will not open. */
  voting_poll_cancelled: {
    /** Of which proposal. */
    proposal_id: "id",
  },
  /** A poll was opened. The state at the start of this block counts in it, and this is what it is judged by. */
  voting_poll_opened: {
    /** Of which proposal. */
    proposal_id: "id",
    /** The height of this block. */
    snapshot_height: "count",
    /** Its time, by which seasons are told. */
    snapshot_time: "time",
    /** The first moment after voting, unless the close moves. */
    closes: "time",
    /** How it is judged. */
    mode: "mode",
    /** V: the power of all. */
    total_power: "power",
    /** X: the stake of all. */
    total_stake: "amount",
    /** n: how many are attested. */
    total_attested: "count",
    /** What the support of stake is taken of. */
    stake_base: "amount",
    /** Its quorum. */
    quorum_bps: "bps",
    /** The most power that a delegate casts, unless it has more of its own. */
    cap: "power",
  },
  /** A ballot stands so now: the voter's own, or a delegate's that an override changed. */
  voting_voted: {
    /** Of which proposal. */
    proposal_id: "id",
    /** Whose ballot. */
    voter: "address",
    /** What it says; none of a delegate that has not voted itself. */
    choice: "choice|none",
    /** Power in the people's key. */
    power: "power",
    /** Stake in the stake key. */
    stake: "amount",
    /** What of that stake is nobody's who is attested. */
    unattested_stake: "amount",
    /** The first moment after voting now. */
    closes: "time",
    /** How often the close has moved. */
    extensions: "count",
  },
  /** The tally after the ballots before this. */
  voting_tally: {
    /** Of which proposal. */
    proposal_id: "id",
    /** Power for Yes. */
    yes_power: "power",
    /** Stake for Yes. */
    yes_stake: "amount",
    /** What of that stake is un-attested. */
    yes_unattested: "amount",
    /** Power for No. */
    no_power: "power",
    /** Stake for No. */
    no_stake: "amount",
    /** What of that stake is un-attested. */
    no_unattested: "amount",
    /** Power for Abstain. */
    abstain_power: "power",
    /** Stake for Abstain. */
    abstain_stake: "amount",
    /** What of that stake is un-attested. */
    abstain_unattested: "amount",
    /** Attested accounts with power of their own that said Yes themselves. */
    heads: "count",
  },
  /** A poll is over and settled. Where the quorum follows it, its turnout is noted for an epoch; the largest counts. */
  voting_poll_settled: {
    /** Of which proposal. */
    proposal_id: "id",
    /** Its last close. */
    closes: "time",
    /** The epoch, from 0. */
    epoch: "count?",
    /** All power that was cast, of all power. */
    turnout_bps: "bps?",
  },
  /** The turnouts of the epochs that had finished moved the adaptive quorum. They are applied before every opening. */
  voting_quorum: {
    /** The quorum. */
    quorum_bps: "bps",
    /** The moving average of turnout that it follows. */
    average_turnout_bps: "bps",
  },
  /** Other code has taken the contract over. */
  voting_migrated: {
    /** The version that the code had. */
    from: "name",
    /** The version that it has. */
    to: "name",
    /** The number of the layout of its store, from 1. */
    layout: "id",
    /** Whether that was a way back, on which versions may fall. */
    rollback: "flag",
  },
  /** The registry begins. Nothing of this ever changes; epochs of 14 days count from this block. */
  identity_instantiated: {
    /** The voting contract that is told. */
    voting: "address",
    /** Who may add and remove issuers, and revoke. */
    timelock: "address",
    /** As many issuers as must have live attestations before it is ready. */
    min_issuers: "count",
    /** As many attestations as there must be before it is ready. */
    min_attested: "count",
    /** The mechanism's day. */
    day: "seconds",
  },
  /** An issuer filed a statement, in the place of an earlier one about the same account. */
  identity_filed: {
    /** Whose. */
    account: "address",
    /** The id of the issuer. */
    issuer: "text",
    /** The person, as the issuer names it: 32 bytes. */
    nullifier: "hex",
    /** The first moment at which it may not be submitted any more. */
    expires: "time",
  },
  /** A statement began to mature, in the place of one of the same account that was maturing. */
  identity_submitted: {
    /** Whose. */
    account: "address",
    /** The id of the issuer. */
    issuer: "text",
    /** The person, as the issuer names it: 32 bytes. */
    nullifier: "hex",
    /** The first moment at which the account may activate. */
    matures: "time",
    /** The first moment at which it may not any more. */
    lapses: "time",
    /** Whose lapsed statement had this nullifier; it is gone. */
    lapsed: "address?",
  },
  /** A statement is an attestation now. */
  identity_activated: {
    /** Whose. */
    account: "address",
    /** The id of the issuer. */
    issuer: "text",
    /** When it expires. */
    until: "time",
    /** How many attestations live now, of all issuers. */
    attested: "count",
  },
  /** An attestation goes on, and is this issuer's. */
  identity_renewed: {
    /** Whose. */
    account: "address",
    /** The id of the issuer. */
    issuer: "text",
    /** When it expires. */
    until: "time",
  },
  /** An attestation was revoked. */
  identity_revoked: {
    /** Whose. */
    account: "address",
    /** The id of the issuer. */
    issuer: "text",
    /** How many attestations live now, of all issuers. */
    attested: "count",
  },
  /** An attestation that had expired was taken out. */
  identity_expired: {
    /** Whose. */
    account: "address",
    /** The id of the issuer. */
    issuer: "text",
    /** How many attestations live now, of all issuers. */
    attested: "count",
  },
  /** The registry declared to voting that it is ready. */
  identity_ready: {
    /** How many attestations live now, of all issuers. */
    attested: "count",
  },
  /** An issuer was named. Attestations that an earlier one of the same id left are its. */
  identity_issuer_added: {
    /** The id of the issuer. */
    issuer: "text",
    /** How it speaks: `account`, `secp256k1` or `ed25519`. */
    kind: "name",
    /** Its account, or its public key in base64. */
    key: "text",
  },
  /** An issuer was removed. */
  identity_issuer_removed: {
    /** The id of the issuer. */
    issuer: "text",
    /** How many of its attestations stay until they expire. */
    attested: "count",
  },
  /** Other code has taken the contract over. */
  identity_migrated: {
    /** The version that the code had. */
    from: "name",
    /** The version that it has. */
    to: "name",
    /** The number of the layout of its store, from 1. */
    layout: "id",
    /** Whether that was a way back, on which versions may fall. */
    rollback: "flag",
  },
  /** The contract begins. Nothing of this ever changes. */
  proposal_instantiated: {
    /** Where polls are held. */
    voting: "address",
    /** Where what passes is scheduled, and who may change the settings. */
    timelock: "address",
    /** Where forfeited deposits go. */
    treasury: "address",
    /** The unbonding time of the vault. */
    unbonding: "seconds",
    /** The mechanism's day. */
    day: "seconds",
    /** The id of the first proposal; they have no gaps. */
    first_id: "id",
  },
  /** The registry whose repair the policy knows from now on. */
  proposal_identity_named: {
    /** Which. */
    identity: "address",
  },
  /** The rules for proposals that are made from now on. */
  proposal_rules_set: {
    /** `Rules` of schema/proposal.json. */
    rules: "json",
  },
  /** Who may propose from now on, and what it costs: the deposit of a Standard when nothing is unresolved. */
  proposal_entry_set: {
    /** The stake that somebody who is not attested needs. */
    least_stake: "amount",
    /** In what a deposit is paid, if one is asked for. */
    deposit_asset: "asset?",
    /** How much of it. */
    deposit_amount: "amount?",
  },
  /** The calls that are Standard from now on, and no others. There are none before the first of these events. */
  proposal_routines_set: {
    /** A list of `Routine` of schema/proposal.json. */
    routines: "json",
  },
  /** A proposal was made, and with it its poll (`voting_poll_entered`). */
  proposal_submitted: {
    /** Which. */
    proposal_id: "id",
    /** Who made it. */
    proposer: "address",
    /** Its title. The rest of its text and its actions are in the message, and in `body`. */
    title: "text",
    /** Its class. */
    class: "class",
    /** In what the deposit was paid, if one was asked for. */
    deposit_asset: "asset?",
    /** How much of it. */
    deposit_amount: "amount?",
    /** What becomes of it. */
    deposit_state: "deposit?",
    /** What its actions may touch. */
    scope: "scope",
    /** The SHA-256 of its actions. */
    hash: "hex",
    /** The contracts that it calls, if it calls any. */
    pins: "pins?",
  },
  /** A proposal was withdrawn; by `resolve`, where voting obeys another proposal contract. */
  proposal_withdrawn: {
    /** Which. */
    proposal_id: "id",
    /** Who made it. */
    proposer: "address",
    /** Its title. The rest of its text and its actions are in the message, and in `body`. */
    title: "text",
    /** Its class. */
    class: "class",
    /** In what the deposit was paid, if one was asked for. */
    deposit_asset: "asset?",
    /** How much of it. */
    deposit_amount: "amount?",
    /** What becomes of it. */
    deposit_state: "deposit?",
    /** What it came to, for ever. */
    outcome: "ending",
  },
  /** A proposal was resolved. */
  proposal_resolved: {
    /** Which. */
    proposal_id: "id",
    /** Who made it. */
    proposer: "address",
    /** Its title. The rest of its text and its actions are in the message, and in `body`. */
    title: "text",
    /** Its class. */
    class: "class",
    /** In what the deposit was paid, if one was asked for. */
    deposit_asset: "asset?",
    /** How much of it. */
    deposit_amount: "amount?",
    /** What becomes of it. */
    deposit_state: "deposit?",
    /** What it came to, for ever. */
    outcome: "ending",
    /** Why it was defeated, if it was. */
    why: "defeat?",
  },
  /** The deposit of a proposal was paid out. */
  proposal_deposit_paid: {
    /** Which. */
    proposal_id: "id",
    /** Who made it. */
    proposer: "address",
    /** Its title. The rest of its text and its actions are in the message, and in `body`. */
    title: "text",
    /** Its class. */
    class: "class",
    /** In what the deposit was paid, if one was asked for. */
    deposit_asset: "asset?",
    /** How much of it. */
    deposit_amount: "amount?",
    /** What becomes of it. */
    deposit_state: "deposit?",
    /** What it came to, for ever. */
    outcome: "ending",
    /** Why it was defeated, if it was. */
    why: "defeat?",
    /** To whom: the proposer, or the treasury. */
    to: "address",
  },
  /** An emergency may run this migration. It takes the place of an approval of the same migration. */
  proposal_rescue_approved: {
    /** Of which contract. */
    contract: "address",
    /** To the code of this checksum. */
    checksum: "hex",
    /** With the message of this SHA-256. */
    hash: "hex",
    /** The first moment at which it may not any more. */
    until: "time",
  },
  /** No emergency may migrate this contract to this code any more, with whatever message. */
  proposal_rescue_revoked: {
    /** Of which contract. */
    contract: "address",
    /** To the code of this checksum. */
    checksum: "hex",
  },
  /** Other code has taken the contract over. */
  proposal_migrated: {
    /** The version that the code had. */
    from: "name",
    /** The version that it has. */
    to: "name",
    /** The number of the layout of its store, from 1. */
    layout: "id",
    /** Whether that was a way back, on which versions may fall. */
    rollback: "flag",
  },
  /** The timelock begins. Nothing of this ever changes. */
  timelock_instantiated: {
    /** Who is told of pauses. */
    treasury: "address",
    /** The mechanism's day. */
    day: "seconds",
  },
  /** An operation waits. Nothing of this changes any more. */
  timelock_scheduled: {
    /** Which: an operation has the id of its proposal. */
    proposal_id: "id",
    /** Its class. */
    class: "class",
    /** The SHA-256 of its actions. */
    hash: "hex",
    /** The first moment at which anyone may execute it. */
    eta: "time",
    /** The first moment at which nobody may any more. */
    expires: "time",
    /** Whether the guardian can neither cancel it nor hold it up. */
    protected: "flag",
    /** The contracts that it calls: on other code it is void. */
    pins: "pins?",
  },
  /** An operation is executed; its actions follow. */
  timelock_executed: {
    /** Which: an operation has the id of its proposal. */
    proposal_id: "id",
    /** The SHA-256 of its actions. */
    hash: "hex",
    /** How many they are. */
    actions: "count",
  },
  /** An operation will not be executed. */
  timelock_cancelled: {
    /** Which: an operation has the id of its proposal. */
    proposal_id: "id",
    /** Who acted: the guardian, the timelock by a proposal, or whoever rolled back at an alarm. */
    by: "address",
    /** The name of the incident. */
    incident: "text",
    /** Why. */
    reason: "text",
    /** The number of the entry in the incident log, from 1. */
    number: "id",
  },
  /** Something is paused. For 7 days after the pause there is no other. */
  timelock_paused: {
    /** What. */
    scope: "pause",
    /** The first moment at which it is over. */
    until: "time",
    /** Who acted: the guardian, the timelock by a proposal, or whoever rolled back at an alarm. */
    by: "address",
    /** The name of the incident. */
    incident: "text",
    /** Why. */
    reason: "text",
    /** The number of the entry in the incident log, from 1. */
    number: "id",
  },
  /** What was paused is so no longer. */
  timelock_unpaused: {
    /** What. */
    scope: "pause",
    /** When the pause was over: now. */
    until: "time",
  },
  /** Who may cancel and pause from now on, in the place of anybody else. */
  timelock_guardian_named: {
    /** Who. */
    guardian: "address",
    /** The first moment at which it may not any more. */
    until: "time",
  },
  /** Nobody may cancel and pause from now on. */
  timelock_guardian_removed: {
  },
  /** The least delays that hold. What was to fall falls no more, but for what follows. */
  timelock_least_delays_set: {
    /** Of a Standard. */
    standard: "seconds",
    /** Of a Critical. */
    critical: "seconds",
    /** Of an Emergency. */
    emergency: "seconds",
  },
  /** A least delay falls later, by itself. */
  timelock_least_delay_falls: {
    /** Of which class. */
    class: "class",
    /** To what. */
    seconds: "seconds",
    /** The first moment at which that holds. */
    from: "time",
  },
  /** An assertion holds. It changes nothing. */
  timelock_asserted: {
    /** Which contract was asked. */
    contract: "text",
    /** At what of its answer, in quotation marks. */
    pointer: "text",
    /** What was expected there, in quotation marks. */
    value: "text",
  },
  /** Who may schedule from now on. */
  timelock_proposal_named: {
    /** Which contract. */
    proposal: "address",
  },
  /** An operation waits for the operators that are named now. Without five sixths of their weight it expires. */
  timelock_awaits: {
    /** Which: an operation has the id of its proposal. */
    proposal_id: "id",
    /** The first moment that is too late to be ready. */
    until: "time",
    /** The SHA-256 of what is to be ready. */
    checksum: "hex",
    /** The weight of the operators who are ready. */
    ready_weight: "count",
    /** The least weight with which it is executed: five sixths of all. */
    needed_weight: "count",
    /** The weight of all of them. */
    total_weight: "count",
  },
  /** An operator is ready. */
  timelock_ready: {
    /** Which: an operation has the id of its proposal. */
    proposal_id: "id",
    /** Who says so. */
    operator: "address",
    /** The weight of the operators who are ready. */
    ready_weight: "count",
    /** The least weight with which it is executed: five sixths of all. */
    needed_weight: "count",
    /** The weight of all of them. */
    total_weight: "count",
  },
  /** An operator is not ready any more. */
  timelock_unready: {
    /** Which: an operation has the id of its proposal. */
    proposal_id: "id",
    /** Who says so. */
    operator: "address",
    /** The weight of the operators who are ready. */
    ready_weight: "count",
    /** The least weight with which it is executed: five sixths of all. */
    needed_weight: "count",
    /** The weight of all of them. */
    total_weight: "count",
  },
  /** Who is asked to have releases ready from now on: each follows, and nobody else is any more. */
  timelock_operators_named: {
    /** How many. */
    operators: "count",
  },
  /** An operator is asked from now on. */
  timelock_operator_named: {
    /** Who. */
    operator: "address",
    /** What its word weighs. */
    weight: "count",
  },
  /** The code of the contracts that an operation has migrated, each of which follows, is what the voters approved. */
  timelock_upgraded: {
    /** Which: an operation has the id of its proposal. */
    proposal_id: "id",
    /** The first moment at which it may not be rolled back any more. */
    rollback_until: "time|none",
  },
  /** A contract runs code that the voters approved. */
  timelock_code_approved: {
    /** Which: an operation has the id of its proposal. */
    proposal_id: "id",
    /** Which. */
    contract: "address",
    /** The code that it ran before. */
    pinned: "id",
    /** The code that it runs. */
    upgraded: "id",
  },
  /** An upgrade is rolled back; the migrations follow. */
  timelock_rolled_back: {
    /** Which: an operation has the id of its proposal. */
    proposal_id: "id",
    /** How many they are. */
    steps: "count",
    /** Who acted: the guardian, the timelock by a proposal, or whoever rolled back at an alarm. */
    by: "address",
    /** The name of the incident. */
    incident: "text",
    /** Why. */
    reason: "text",
    /** The number of the entry in the incident log, from 1. */
    number: "id",
  },
  /** Other code has taken the contract over. */
  timelock_migrated: {
    /** The version that the code had. */
    from: "name",
    /** The version that it has. */
    to: "name",
    /** The number of the layout of its store, from 1. */
    layout: "id",
    /** Whether that was a way back, on which versions may fall. */
    rollback: "flag",
  },
  /** The treasury begins. Nothing of this ever changes. */
  treasury_instantiated: {
    /** Who may spend. */
    timelock: "address",
    /** The mechanism's day, by which outflows are summed. */
    day: "seconds",
    /** The outflow cap of coins and cw20 tokens that were given no other. */
    outflow_cap_bps: "bps",
  },
  /** An outflow was entered in the ledger; it has left, or leaves by the message that follows. */
  treasury_spent: {
    /** Its number in the ledger, from 1. */
    number: "id",
    /** Which proposal paid, or made what did. */
    proposal_id: "id",
    /** By what. */
    by: "means",
    /** Of what. */
    holding: "holding",
    /** How much; 1 of a collection. */
    amount: "amount",
    /** To whom, where that is known. */
    to: "address?",
    /** Which token, by `spend_nft`. */
    token_id: "text?",
    /** Which budget, by `budget`. */
    budget: "id?",
    /** Which stream, by `stream`. */
    stream: "id?",
  },
  /** Something counts against the outflow cap of its holding. */
  treasury_counted: {
    /** Of what. */
    holding: "holding",
    /** How much. */
    amount: "amount",
    /** The sum of this day and the 7 before it. */
    counted: "amount",
  },
  /** What small spends of an asset may pay out in any 30 days. */
  treasury_allowance_set: {
    /** Of what. */
    asset: "asset",
    /** How much; nothing where 0. */
    limit: "amount",
  },
  /** A holding is listed as this says, and its cap is this. */
  treasury_listed: {
    /** Which. */
    holding: "holding",
    /** Its cap, for good or until a raise starts. */
    limit: "limit",
    /** What it is raised to by itself, if a raise waits. */
    raised_to: "limit?",
    /** The first moment at which that holds. */
    raised_from: "time?",
    /** The first moment at which it is listed no more, if that was decided. */
    until: "time?",
  },
  /** A budget was made. Its first period begins now. Nothing of this changes any more. */
  treasury_budget_created: {
    /** Which, from 1. */
    budget: "id",
    /** Which proposal made it. */
    proposal_id: "id",
    /** Who may pay out of it. */
    holder: "address",
    /** In what. */
    asset: "asset",
    /** The most of one period. */
    limit: "amount",
    /** The length of a period. */
    period: "seconds",
    /** The first moment at which it pays no more. */
    until: "time",
    /** To whom alone it may pay, if that was decided. */
    recipients: "addresses?",
  },
  /** A budget has paid (`treasury_spent` says what). */
  treasury_budget_paid: {
    /** Which, from 1. */
    budget: "id",
    /** What may still be paid in this period. */
    left: "amount",
  },
  /** A budget pays no more. */
  treasury_budget_revoked: {
    /** Which, from 1. */
    budget: "id",
  },
  /** A stream was made; what is reserved is all of it. But for that and what was paid out nothing changes any more. */
  treasury_stream_created: {
    /** Which, from 1. */
    stream: "id",
    /** What was paid out of it. */
    withdrawn: "amount",
    /** What is set aside for it: all that is or will be earned and was not paid out. */
    reserved: "amount",
    /** Which proposal made it. */
    proposal_id: "id",
    /** Who earns it. */
    recipient: "address",
    /** In what. */
    asset: "asset",
    /** From when on it is earned, second by second. */
    start: "time",
    /** Before this moment nothing is. */
    cliff: "time",
    /** From this moment on everything is. */
    end: "time",
  },
  /** A stream earns no more from now on. */
  treasury_stream_cancelled: {
    /** Which, from 1. */
    stream: "id",
    /** What was paid out of it. */
    withdrawn: "amount",
    /** What is set aside for it: all that is or will be earned and was not paid out. */
    reserved: "amount",
    /** What is the treasury's again. */
    returned: "amount",
  },
  /** A stream has paid (`treasury_spent` says what). */
  treasury_stream_withdrawn: {
    /** Which, from 1. */
    stream: "id",
    /** What was paid out of it. */
    withdrawn: "amount",
    /** What is set aside for it: all that is or will be earned and was not paid out. */
    reserved: "amount",
  },
  /** Nothing is paid. */
  treasury_paused: {
    /** The first moment at which it pays again. */
    until: "time",
  },
  /** The treasury pays again. */
  treasury_unpaused: {
  },
  /** Other code has taken the contract over. */
  treasury_migrated: {
    /** The version that the code had. */
    from: "name",
    /** The version that it has. */
    to: "name",
    /** The number of the layout of its store, from 1. */
    layout: "id",
    /** Whether that was a way back, on which versions may fall. */
    rollback: "flag",
  },
} as const;
