/** Why the timelock refuses an upgrade, its way back, or an operator: what it says, and what to tell a person. */
export const upgrade = {
  "timelock.operators_not_ready": [
    "an operation that is {stage:name} does not take {event:name}: it may be executed from {eta:time} until before {expires:time}, now it is {now:time}; operators of weight {needed_weight:count} of {total_weight:count} are to be ready before {until:time}, and {ready_weight:count} are",
    "The operation is {stage}: operators of weight {needed_weight} of {total_weight} must be ready before {until}, and {ready_weight} are",
  ],
  "timelock.not_executing": [
    "this is an action of an operation, and none is executed now",
    "This is done only by a proposal that is executed.",
  ],
  "timelock.upgraded_already": [
    "operation {id:id} has upgraded already: there is one `upgrade` in an operation",
    "Operation {id} has upgraded already. A proposal takes one upgrade.",
  ],
  "timelock.upgrade_too_many": [
    "an upgrade has at most {most:count} {what:text}, not {count:count}",
    "An upgrade takes at most {most} {what}.",
  ],
  "timelock.upgrade_twice": [
    "{contract:address} stands twice among the {what:text} of an upgrade",
    "{contract} is named twice among the {what} of the upgrade.",
  ],
  "timelock.upgrade_checksum_length": [
    "the checksum of {contract:address} is a SHA-256 and has {needed:count} bytes, not {bytes:count}",
    "The checksum of {contract} must be a SHA-256: {needed} bytes.",
  ],
  "timelock.code_not_approved": [
    "{contract:address} is migrated to code {code_id:id}, and the upgrade approves no code for it",
    "The upgrade approves no code for {contract}. Nothing was done.",
  ],
  "timelock.other_code": [
    "{contract:address}: code {code_id:id} has the checksum {found:hex}, and {approved:hex} was approved",
    "Code {code_id} is not the code that was approved for {contract}. Nothing was done.",
  ],
  "timelock.step_of_timelock": [
    "a migration of the timelock has no rollback: {contract:address} is the timelock",
    "The timelock itself cannot be rolled back: leave it out of the steps.",
  ],
  "timelock.step_too_many": [
    "{contract:address} was not migrated, and has no step back",
    "{contract} is not migrated: leave it out of the steps.",
  ],
  "timelock.step_missing": [
    "{contract:address} was migrated from code {pinned:id} to {upgraded:id}, and the rollback has no step for it",
    "The rollback has no step for {contract}.",
  ],
  "timelock.nothing_to_roll_back": [
    "a rollback of an upgrade that has migrated nothing but the timelock, if that",
    "The upgrade migrates nothing that can be rolled back.",
  ],
  "timelock.step_message_too_long": [
    "the message of the step of {contract:address} has at most {most:count} bytes, not {bytes:count}",
    "The message that takes {contract} back is too long: at most {most} bytes.",
  ],
  "timelock.step_message": [
    "the step of {contract:address}: {why:text}",
    "The step back of {contract} has no readable message: {why}.",
  ],
  "timelock.rollback_within": [
    "operation {id:id} is not rolled back by what operation {other:id} calls: its pins were checked before",
    "Operation {id} cannot be rolled back while operation {other} is executed. Try again in a transaction of its own.",
  ],
  "timelock.not_administered": [
    "the timelock does not administer {contract:address}, and cannot roll it back",
    "The timelock does not administer {contract}, and could not roll it back.",
  ],
  "timelock.alarm_query": ["the query of an alarm: {why:text}", "The query of an alarm cannot be read: {why}."],
  "timelock.alarm_changeable": [
    "an alarm asks our own contracts what governance alone changes, and `{query:text}` of {contract:address} at `{pointer:text}` is not that",
    "An alarm may ask only what governance alone changes: {query} of {contract} at {pointer} is not that.",
  ],
  "timelock.soak_length": [
    "a soak lasts 1 to {longest:seconds} s ({days:count} days), not {seconds:seconds} s",
    "A soak can last {days} days at most.",
  ],
  "timelock.not_soaking": [
    "a soak that is {stage:name} does not take {event:name}: it lasts until before {until:time}, now it is {now:time}",
    "it could be rolled back once, before {until}",
  ],
  "timelock.no_rollback": [
    "operation {id:id} has no rollback: none was approved, or nothing was upgraded yet",
    "Operation {id} has no way back.",
  ],
  "timelock.no_alarm": [
    "no alarm of operation {id:id} is raised: the guardian and the timelock may roll it back, and not {sender:address}",
    "No alarm is raised, so only the guardian can roll back operation {id}, or a proposal.",
  ],
  "timelock.changed_since": [
    "{contract:address} runs code {found:id}, and not the code {upgraded:id} that it was upgraded to: what came later is not undone",
    "{contract} was changed again since the upgrade. That is not undone.",
  ],
  "timelock.too_many_operators": [
    "there are at most {most:count} operators, not {count:count}",
    "There can be {most} operators at most.",
  ],
  "timelock.operator_weight": [
    "an operator weighs 1 to {most:count}, not {weight:count}: {account:address}",
    "The weight of {account} must be 1 to {most}.",
  ],
  "timelock.operator_twice": ["{account:address} is among the operators twice", "{account} is named twice."],
  "timelock.asks_nobody": ["operation {id:id} waits for no operators", "Operation {id} waits for no operators."],
  "timelock.not_operator": [
    "only an operator of this operation may do this, not {sender:address}",
    "only an operator can say that, one that was named when the operation was scheduled",
  ],
  "timelock.other_release": [
    "the release of checksum {asked:hex} is to be ready, not that of {given:hex}",
    "another release is to be ready, that of {asked}",
  ],
  "timelock.operators_late": [
    "operators speak until before {until:time}, now it is {now:time}",
    "operators could speak before {until}",
  ],
  "timelock.operators_over": [
    "nothing waits for the operators of an operation that is {stage:name}",
    "it is {stage}, and waits for nobody",
  ],
} as const;
