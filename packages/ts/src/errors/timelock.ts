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
  "timelock.protected": [
    "operation {id:id} only changes the guardian or only unpauses: the guardian does not cancel it",
    "Operation {id} only changes the guardian, or only ends a pause: the guardian cannot cancel it.",
  ],
  "timelock.execution_paused": [
    "execution is paused until {until:time}, now it is {now:time}; the clock of operation {id:id} runs on",
    "Execution is paused until {until}. The time in which operation {id} may be executed runs on.",
  ],
  "timelock.too_many_pins": [
    "an operation has at most {most:count} pins, not {count:count}",
    "The actions call or migrate more than {most} contracts.",
  ],
  "timelock.void": ["operation {id:id} is void: {broken:cause}", "Operation {id} is void: {broken}."],
  "timelock.broken_pin": [
    "{contract:address} ran code {pinned:id} when this was proposed, and runs code {found:id} now",
    "{contract} ran code {pinned} when this was proposed, and runs code {found} now",
  ],
  "timelock.not_guardian": [
    "only the guardian or the timelock may do this, not {sender:address}",
    "Only the guardian can do this, or a proposal.",
  ],
  "timelock.term_ended": [
    "the guardian's term ended at {until:time}, now it is {now:time}",
    "Your term as guardian ended on {until}.",
  ],
  "timelock.term": [
    "a guardian's term ends after {now:time} and not after {latest:time} ({days:count} days), not at {until:time}",
    "A guardian's term lasts {days} days at most: until {latest}.",
  ],
  "timelock.nobody_to_remove": ["there is no guardian to remove", "There is no guardian to remove."],
  "timelock.incident_length": [
    "the {text:text} of an act has 1 to {most:count} bytes, not {bytes:count}",
    "The {text} must have 1 to {most} bytes.",
  ],
  "timelock.pause_length": [
    "a pause lasts 1 to {most:seconds} s, not {seconds:seconds}",
    "A pause can last {most} seconds at most.",
  ],
  "timelock.pause_too_soon": [
    "the last pause ended or ends at {until:time}; another may begin at {free_from:time}, now it is {now:time}",
    "The next pause can begin on {free_from} at the earliest.",
  ],
  "timelock.nothing_paused": ["nothing is paused", "Nothing is paused."],
  "timelock.above_rules": [
    "{class:class}: a least delay of {least:seconds} s is above the timelock of {timelock:seconds} s in the rules, which are to be raised first",
    "The least delay of class {class} cannot be above its timelock of {timelock} seconds. Raise that in the rules first.",
  ],
} as const;
