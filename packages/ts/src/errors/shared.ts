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
  "migration.unmarked": [
    'the store has no "{item:name}": it does not say by which code it was written',
    "The contract does not say by which code it was written, so other code does not take it over.",
  ],
  "migration.foreign": [
    "the store is one of {store:text}, and the code is one of {code:text}",
    "The contract is one of {store}; code of {code} does not take it over.",
  ],
  "migration.version": ['"{version:text}" is no semantic version', "{version} is not a version that can be compared."],
  "migration.older": [
    "the store is of version {store:text}, and the code of version {code:text}: only a rollback goes to older code",
    "The contract is of version {store}. Only a rollback goes back to {code}.",
  ],
  "migration.layout": [
    "the store has layout {store:count}, and the code reads layout {code:count}",
    "The code reads stores of layout {code}, and this one has layout {store}.",
  ],
  "readiness.checksum_length": [
    "the checksum of readiness is a SHA-256 and has {needed:count} bytes, not {bytes:count}",
    "What operators are to have ready is named by a SHA-256: {needed} bytes.",
  ],
  "readiness.until": [
    "operators are asked to be ready by a moment after {now:time}, not by {until:time}",
    "Give operators until a later moment than {until}.",
  ],
} as const;
