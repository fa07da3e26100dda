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

  timelock_scheduled: { id: "id", class: "class", hash: "hex", eta: "time", expires: "time" },
  timelock_executed: { id: "id", hash: "hex", actions: "count" },
  timelock_cancelled: { id: "id" },
  timelock_asserted: { contract: "text", pointer: "text", value: "text" },
  timelock_proposal_named: { proposal: "address" },

  treasury_spent: {
    number: "id",
    proposal_id: "id",
    asset: "asset",
    amount: "amount",
    to: "address",
    small: "flag",
  },
  treasury_allowance_set: { asset: "asset", limit: "amount" },
} as const;
