/** Why the proposal contract refuses: what it says, and what to tell a person. */
export const proposal = {
  "proposal.action": ["action {index:count}: {why:cause}", "Action {index}: {why}."],
  "proposal.kind": [
    "action {index:count} is neither a `bank` nor a `wasm` message: other kinds are not taken",
    "Action {index} is of a kind that is not taken: only bank and wasm messages are.",
  ],
  "proposal.no_contract": [
    "action {index:count} calls {contract:text}, which does not exist and is not created by an earlier action",
    "Action {index} calls {contract}, which does not exist.",
  ],
  "proposal.no_code": [
    "action {index:count} names code {code_id:id}, which does not exist",
    "Action {index} uses code {code_id}, which does not exist.",
  ],
  "proposal.too_long": [
    "the {text:text} has {bytes:count} bytes, more than {most:count}",
    "The {text} is too long: {bytes} bytes, at most {most}.",
  ],
  "proposal.no_title": ["a proposal has a title", "Give the proposal a title."],
  "proposal.link_hash": [
    "the link's sha256 has 32 bytes, not {bytes:count}",
    "The link needs the SHA-256 of its text: 32 bytes.",
  ],
  "proposal.too_many_actions": [
    "a proposal has at most {most:count} actions, not {count:count}",
    "A proposal takes at most {most} actions.",
  ],
  "proposal.one_at_a_time": [
    "{proposer:address} has proposal {id:id} unresolved: one at a time",
    "Your proposal {id} is not resolved yet. One at a time.",
  ],
  "proposal.no_standing": [
    "to propose, be attested or stake {least:amount}; {proposer:address} has staked {stake:amount}",
    "To propose, be attested, or stake at least {least}; you have staked {stake}.",
  ],
  "proposal.no_deposit": [
    "proposing costs no deposit here: send no tokens",
    "Proposing costs no deposit here. Send nothing along.",
  ],
  "proposal.inexact_deposit": [
    "the deposit is {needed:amount} {asset:asset} now, not {sent:amount}",
    "The deposit is {needed} {asset} now; {sent} were sent.",
  ],
  "proposal.deposit_overflow": ["the deposit is too large to be doubled", "The deposit is too large to be doubled."],
  "proposal.unknown": ["there is no proposal {id:id}", "There is no proposal {id}."],
  "proposal.nothing_to_claim": ["proposal {id:id} has no deposit to claim", "Proposal {id} has no deposit to claim."],
  "proposal.routines": [
    "the list of routine calls has at most {most:count} entries, each once, each with a message of 1 to 64 bytes",
    "The list of routine calls takes at most {most} entries, each once, with messages of 1 to 64 bytes.",
  ],
  "proposal.below_least_delay": [
    "{class:class}.timelock is {timelock:seconds} s, below the timelock's least delay of {least:seconds} s",
    "The timelock of class {class} must be at least {least} seconds.",
  ],
  "proposal.not_over": [
    "proposal {id:id} is {stage:debug}: only one that is closed or lapsed is resolved",
    "Proposal {id} cannot be resolved now: its poll is not over, or it was resolved before.",
  ],
  "proposal.illegal_step": [
    "a proposal that is {stage:debug} does not take {event:debug}",
    "The proposal does not take this at its present stage.",
  ],
  "proposal.not_defensive": [
    "action {index:count} is not defensive: an emergency takes defensive actions only",
    "Action {index} is not defensive. An emergency takes only defensive actions.",
  ],
  "proposal.empty_emergency": [
    "an emergency without an action: an opinion is a signal",
    "An emergency needs an action.",
  ],
  "proposal.malformed_message": ["not a message: {why:text}", "This is not a message that is taken: {why}."],
  "proposal.not_object": ["a message is one JSON object", "A message must be one JSON object."],
  "proposal.not_one_key": [
    "a message has one top-level key, not {count:count}",
    "A message must have exactly one top-level key.",
  ],
  "proposal.rule_out_of_bounds": [
    "{class:class}.{rule:name} must be {least:count} to {most:count}, not {value:count}",
    "{rule} of class {class} must be {least} to {most}.",
  ],
  "proposal.shared_rule_out_of_bounds": [
    "{rule:name} must be {least:count} to {most:count}, not {value:count}",
    "{rule} must be {least} to {most}.",
  ],
  "proposal.outlasts_unbonding": [
    "{class:class}: voting + 2 x extension + 1.5 x timelock + window is {sum:seconds} s, longer than the unbonding of {unbonding:seconds} s",
    "A proposal of class {class} could take {sum} seconds, longer than the unbonding of {unbonding} seconds.",
  ],
  "proposal.guardian_not_alone": [
    "action {index:count} changes the guardian: such a change is the only action of its proposal",
    "Action {index} changes the guardian. That must be the only action of its proposal.",
  ],
  "proposal.too_many_rescues": [
    "at most {most:count} rescues are approved at the same time",
    "There are {most} approved rescues already. Revoke one first.",
  ],
  "proposal.no_rescue": [
    "no rescue of {contract:text} to the code {checksum:hex} is approved",
    "No rescue of {contract} to this code is approved.",
  ],
  "proposal.rescue_until": [
    "a rescue is approved until after {now:time} and not after {latest:time} ({days:count} days), not {until:time}",
    "A rescue can be approved for {days} days at most: until {latest}.",
  ],
  "proposal.rescue_hash": [
    "the {what:text} of a rescue is a SHA-256 and has 32 bytes, not {bytes:count}",
    "The {what} of a rescue must be a SHA-256: 32 bytes.",
  ],
  "proposal.no_upgrade": [
    "action {index:count} migrates a contract: an action `upgrade` of the timelock behind it approves the code",
    "Action {index} migrates a contract. Put an upgrade of the timelock behind it, which approves the code.",
  ],
  "proposal.behind_upgrade": [
    "action {index:count} stands behind an `upgrade` of the timelock: only assertions do",
    "Action {index} stands behind the upgrade, where only assertions may stand. Put it before.",
  ],
  "proposal.nothing_to_be_ready_for": [
    "operators are asked to be ready for a migration, and no action migrates a contract",
    "No action migrates a contract, so there is nothing for operators to be ready for.",
  ],
} as const;
