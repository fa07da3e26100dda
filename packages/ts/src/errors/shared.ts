/** Why several contracts refuse: what they say, and what to tell a person. */
export const shared = {
  "unauthorized": ["only {allowed:address} may do this, not {sender:address}", "Only {allowed} can do this."],
  "payment.wrong_coins": [
    "send exactly one coin, of {denom:text}, not {sent:debug}",
    "Send exactly one coin along, of {denom}.",
  ],
  "payment.no_coins": ["no coins are taken here, not {sent:debug}", "Send no coins along."],
  "payment.wrong_asset": ["{taken:asset} is taken here, not {sent:asset}", "Send {taken}, not {sent}."],
  "payment.zero": ["the amount is zero", "The amount must be above zero."],
  "payment.denom": [
    "a denomination has 3 to 128 characters, not `{denom:text}`",
    "{denom} is no denomination: those have 3 to 128 characters.",
  ],
  "day_length": [
    "a day has {least:seconds} to {most:seconds} seconds, not {seconds:seconds}",
    "A day must have {least} to {most} seconds.",
  ],
} as const;
