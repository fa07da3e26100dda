/** Why voting refuses: what it says, and what to tell a person. */
export const voting = {
  "voting.stage": [
    "{why:cause}: poll {poll:id} opens from {opens:time} and ends at {ends:time}, now it is {now:time}",
    "Poll {poll} does not take this now: it may open from {opens}, and ends at {ends}.",
  ],
  "voting.unknown_poll": ["there is no poll {poll:id}", "There is no poll {poll}."],
  "voting.not_opened": ["poll {poll:id} has not opened", "Poll {poll} has not opened yet."],
  "voting.id_taken": [
    "poll {poll:id} does not go on above {highest:id}, the highest id seen",
    "Poll {poll} needs an id above {highest}.",
  ],
  "voting.season": [
    "a season is {least:seconds} to {most:seconds} seconds, not {season:seconds}",
    "A season must last {least} to {most} seconds.",
  ],
  "voting.least_total_stake": [
    "the least total stake must be below 2^100, not {stake:amount}",
    "The least total stake is too large.",
  ],
  "voting.foreign_vault": [
    "the vault tells {voting:address}, not this contract",
    "This vault belongs to another voting contract, {voting}.",
  ],
  "voting.accounts": ["name 1 to {most:count} accounts, not {count:count}", "Name 1 to {most} accounts at once."],
  "voting.nothing_expired": ["none of these attestations has expired", "None of these attestations has expired."],
  "voting.illegal_step": [
    "a poll that is {stage:name} does not take {event:name}",
    "The poll is {stage}: this cannot be done now.",
  ],
  "voting.nothing_to_cast": [
    "the account had neither stake nor anything received when the poll opened",
    "You had no stake, and nothing was delegated to you, when this poll opened: you cannot vote in it.",
  ],
  "voting.final_phase": [
    "the close has moved twice: a ballot may now only be No, or change a Yes to No or Abstain",
    "The final phase of this poll: only a No, or a Yes changed to No or Abstain, is taken now.",
  ],
  "voting.below_the_line": [
    "{attested:count} accounts are attested, fewer than {min_attested:count}: only signals, emergencies that cancel or pause, and registry repair may open",
    "Only {attested} accounts are attested, fewer than {min_attested}: this poll cannot open until there are more.",
  ],
  "voting.delegate_not_attested": [
    "only an attested account may register as a delegate",
    "Only an attested account can become a delegate.",
  ],
  "voting.is_delegate": [
    "the account is registered as a delegate since {since:time}; resign first",
    "You have been a delegate since {since}. Resign first.",
  ],
  "voting.is_principal": [
    "the account delegates; undelegate before registering as a delegate",
    "You delegate. Take your delegation back before you become a delegate.",
  ],
  "voting.not_delegate": ["the account is not registered as a delegate", "You are not a delegate."],
  "voting.not_principal": ["the account does not delegate", "You do not delegate."],
  "voting.not_attested": ["the account is not attested", "The account is not attested."],
  "voting.not_expired": [
    "the attestation lives until {until:time}, now it is {now:time}",
    "The attestation lives until {until}.",
  ],
  "voting.no_delegates": [
    "a delegation names at least one delegate; undelegate to take it back",
    "Name at least one delegate, or take your delegation back.",
  ],
  "voting.too_many_delegates": [
    "a delegation names at most {most:count} delegates, not {count:count}",
    "Delegate to at most {most} delegates.",
  ],
  "voting.zero_part": ["the part of {delegate:address} is zero", "Give {delegate} a part above zero."],
  "voting.over_whole": [
    "the parts sum to {sum:bps} basis points, more than 10000",
    "Your parts add up to more than 100 %.",
  ],
  "voting.duplicate_delegate": ["{delegate:address} is named twice", "{delegate} is named twice."],
  "voting.oneself": ["an account cannot delegate to itself", "You cannot delegate to yourself."],
  "voting.no_such_delegate": ["{delegate:address} is not a registered delegate", "{delegate} is not a delegate."],
  "voting.delegate_lapsed": [
    "{delegate:address} is registered as a delegate, but is not attested",
    "{delegate} is a delegate without an attestation, and carries nothing now.",
  ],
  "voting.stake_limit": [
    "total stake would reach {stake:amount}; it stays below 2^100",
    "All stake together has reached its limit.",
  ],
  "voting.power_limit": ["total power would pass 2^64 - 1", "All power together has reached its limit."],
  "voting.out_of_bounds": ["a sum of contributions left its bounds", "A sum left its bounds. Please report this."],
  "voting.scale": ["K must be 1 to {most:count}, not {scale:count}", "The scale K must be 1 to {most}."],
  "voting.floor_stake": [
    "the floor stake must be at least 1 and below 2^100, not {floor:amount}",
    "The floor stake must be at least 1 and below 2^100.",
  ],
} as const;
