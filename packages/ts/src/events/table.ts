/**
 * Every event and its attributes, each of a kind. The only list of them here; a test holds it against the contracts.
 *
 * `kind|none` is `null` where the attribute says `none`; `kind?` is left out where there is nothing to say.
 */
const weight = { power: "power", stake: "amount", unattested_stake: "amount" } as const;
const totals = { total_power: "power", total_stake: "amount", total_attested: "count" } as const;
const poll = { proposal_id: "id", class: "class", opens: "time" } as const;
const ended = { account: "address", issuer: "text", attested: "count" } as const;
const proposal = {
  proposal_id: "id",
  proposer: "address",
  title: "text",
  class: "class",
  outcome: "outcome|none",
  deposit_asset: "asset?",
  deposit_amount: "amount?",
  deposit_state: "deposit?",
} as const;

/** An entry of the incident log, by its number. */
const notice = { number: "id", by: "address", incident: "text", reason: "text" } as const;
const stream = { stream: "id", withdrawn: "amount", reserved: "amount" } as const;

export const EVENTS = {
  vault_staked: { account: "address", amount: "amount", stake: "amount" },
  vault_unstaked: { account: "address", amount: "amount", stake: "amount", released: "time", noticed: "flag" },
  vault_notice_failed: { account: "address", amount: "amount", released: "time" },
  vault_claimed: { account: "address", amount: "amount", through: "count" },
  vault_synced: { account: "address", stake: "amount", noticed: "flag" },

  voting_account: { account: "address", ...weight, attested_until: "time|none", generation: "count", ...totals },
  voting_delegated: { principal: "address", delegate: "address", bps: "bps", generation: "count", season: "count" },
  voting_poll_entered: poll,
  voting_poll_cancelled: poll,
  voting_poll_opened: {
    ...poll,
    snapshot_height: "count",
    snapshot_time: "time",
    mode: "mode",
    ...totals,
    quorum_bps: "bps",
    cap: "power",
  },
  voting_poll_settled: { proposal_id: "id", closes: "time" },
  voting_voted: {
    proposal_id: "id",
    voter: "address",
    choice: "choice|none",
    ...weight,
    closes: "time",
    extensions: "count",
  },

  identity_instantiated: { voting: "address", timelock: "address", day: "seconds" },
  identity_filed: { issuer: "text", account: "address", nullifier: "hex", expires: "time" },
  identity_submitted: { account: "address", issuer: "text", nullifier: "hex", matures: "time" },
  identity_activated: { account: "address", issuer: "text", until: "time", attested: "count" },
  identity_renewed: { account: "address", issuer: "text", until: "time" },
  identity_revoked: ended,
  identity_expired: ended,
  identity_ready: { attested: "count" },
  identity_issuer_added: { issuer: "text", kind: "name", key: "text" },
  identity_issuer_removed: { issuer: "text", attested: "count" },

  proposal_submitted: proposal,
  proposal_withdrawn: proposal,
  proposal_resolved: proposal,
  proposal_deposit_paid: proposal,
  proposal_rescue_approved: { contract: "address", checksum: "hex", hash: "hex", until: "time" },
  proposal_rescue_revoked: { contract: "address", checksum: "hex" },

  timelock_scheduled: { id: "id", class: "class", hash: "hex", eta: "time", expires: "time" },
  timelock_executed: { id: "id", hash: "hex", actions: "count" },
  timelock_cancelled: { id: "id", ...notice },
  timelock_paused: { scope: "scope", until: "time", ...notice },
  timelock_unpaused: { scope: "scope", until: "time" },
  timelock_guardian_named: { guardian: "address", until: "time" },
  timelock_guardian_removed: {},
  timelock_least_delays_set: { standard: "seconds", critical: "seconds", emergency: "seconds" },
  timelock_least_delay_falls: { class: "class", seconds: "seconds", from: "time" },
  timelock_asserted: { contract: "text", pointer: "text", value: "text" },
  timelock_proposal_named: { proposal: "address" },

  treasury_spent: {
    number: "id",
    proposal_id: "id",
    by: "means",
    holding: "holding",
    amount: "amount",
    to: "address?",
    token_id: "text?",
    budget: "id?",
    stream: "id?",
  },
  treasury_counted: { holding: "holding", amount: "amount", counted: "amount" },
  treasury_allowance_set: { asset: "asset", limit: "amount" },
  treasury_listed: { holding: "holding", limit: "limit", raised_to: "limit?", raised_from: "time?", until: "time?" },
  treasury_budget_created: {
    budget: "id",
    proposal_id: "id",
    holder: "address",
    asset: "asset",
    limit: "amount",
    period: "seconds",
    until: "time",
  },
  treasury_budget_paid: { budget: "id", left: "amount" },
  treasury_budget_revoked: { budget: "id" },
  treasury_stream_created: {
    ...stream,
    proposal_id: "id",
    recipient: "address",
    asset: "asset",
    start: "time",
    cliff: "time",
    end: "time",
  },
  treasury_stream_cancelled: { ...stream, returned: "amount" },
  treasury_stream_withdrawn: stream,
  treasury_paused: { until: "time" },
  treasury_unpaused: {},
} as const;
