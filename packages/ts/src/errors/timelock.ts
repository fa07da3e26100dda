/** Why the timelock refuses: what it says, and what to tell a person. */
export const timelock = {
  "timelock.step": ["operation {id:id}: {why:cause}", "Operation {id}: {why}."],
  "timelock.illegal_step": [
    "an operation that is {stage:name} does not take {event:name}: it may be executed from {eta:time} until before {expires:time}, now it is {now:time}",
    "The operation is {stage}: it may be executed from {eta} until before {expires}",
  ],
  "timelock.not_binding": ["a {class:class} proposal has nothing to execute", "A {class} has nothing to execute."],
  "timelock.hash_length": ["a SHA-256 has {needed:count} bytes, not {bytes:count}", "A SHA-256 must have {needed} bytes."],
  "timelock.id_taken": ["operation {id:id} is scheduled already", "Operation {id} is scheduled already."],
  "timelock.unknown": ["no operation {id:id} was scheduled", "There is no operation {id}."],
  "timelock.other_actions": [
    "operation {id:id} executes the actions of hash {scheduled:hex}, these have {given:hex}",
    "These are not the actions that were voted on. Take them from the proposal's body, byte for byte.",
  ],
  "timelock.same_transaction": [
    "operation {id:id} cannot be executed in the transaction that executes operation {other:id}",
    "Execute operation {id} in a transaction of its own.",
  ],
  "timelock.no_actions": ["operation {id:id} has no actions", "Operation {id} has no actions."],
  "timelock.assertion_too_long": [
    "the {what:text} of an assertion has at most {most:count}, not {given:count}",
    "The {what} of the assertion is too long: at most {most}.",
  ],
  "timelock.no_answer": ["{contract:text} does not answer: {why:text}", "{contract} did not answer the assertion: {why}."],
  "timelock.unreadable": [
    "an assertion reads JSON without fractions and without a key twice: {why:text}",
    "The answer to the assertion cannot be read: {why}.",
  ],
  "timelock.nothing_there": [
    "the answer has nothing at `{pointer:text}`",
    "The answer to the assertion has nothing at {pointer}.",
  ],
  "timelock.not_number": [
    "`{text:text}` is not a whole number from 0 to 2^256 - 1, and only such are compared",
    "{text} is not a whole number, so it cannot be compared.",
  ],
  "timelock.assertion_fails": [
    "expected at `{pointer:text}`: {value:text}; the answer is {found:text}",
    "An assertion failed: at {pointer} it wants {value}, and found {found}. Nothing was done.",
  ],
} as const;
