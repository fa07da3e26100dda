/** Why the vault refuses: what it says, and what to tell a person. */
export const vault = {
  "vault.more_than_stake": [
    "{account:address} has {stake:amount} at stake, so {amount:amount} cannot be unstaked",
    "You have {stake} at stake, less than the {amount} you want to take out.",
  ],
  "vault.unbonding": [
    "unbonding takes {least:count} to {most:count} days of {day:seconds} seconds, not {unbonding:seconds} seconds",
    "Unbonding must take {least} to {most} days of {day} seconds.",
  ],
  "vault.no_claims": ["{account:address} has nothing to claim", "Nothing of yours is on its way out."],
  "vault.not_released": [
    "the next claim of {account:address} is released at {released:time}, now it is {now:time}",
    "Your next claim is released on {released}.",
  ],
  "vault.already_noticed": [
    "voting has been told the stake of {account:address}: there is nothing to sync",
    "Voting knows this account's stake already.",
  ],
} as const;
