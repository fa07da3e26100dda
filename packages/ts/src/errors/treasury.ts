/** Why the treasury refuses: what it says, and what to tell a person. */
export const treasury = {
  "treasury.over_allowance_of": ["{asset:asset}: {over:cause}", "{asset}: {over}."],
  "treasury.over_allowance": [
    "{amount:amount} is more than the {left:amount} left of the allowance of {limit:amount} in {days:count} days",
    "{amount} is more than is left of the allowance for small spends: {left} of {limit} in {days} days",
  ],
  "treasury.too_many_allowances": [
    "at most {most:count} assets have an allowance: there is no room for {asset:asset}",
    "At most {most} assets can have an allowance.",
  ],
  "treasury.allowance_twice": ["{asset:asset} is given an allowance twice", "{asset} is given an allowance twice."],
  "treasury.no_proposal": [
    "an outflow is entered with its proposal, and the timelock has never executed any",
    "The treasury pays only in the course of a proposal.",
  ],
} as const;
