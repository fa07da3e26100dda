/** Why the treasury refuses: what it says, and what to tell a person. */
export const treasury = {
  // Of an allowance, of an outflow cap, of its limit, of a message: the cause tells which.
  "treasury.of_holding": ["{holding:holding}: {why:cause}", "{holding}: {why}."],
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
  "treasury.over_cap": [
    "{amount:amount} is more than the {left:amount} left of the outflow cap: {limit:limit} in {days:count} days, which is {most:amount}, and {counted:amount} counted already",
    "{amount} is more than may leave now: {left} are left of {limit} in {days} days",
  ],
  "treasury.not_free": [
    "{holding:holding}: {amount:amount} is more than is free: the treasury has {balance:amount}, and {reserved:amount} of it is owed",
    "{holding}: the treasury has {balance}, of which {reserved} are owed to streams. {amount} is more than is free.",
  ],
  "treasury.default_limit": ["by default {why:cause}", "The outflow cap of everything else: {why}."],
  "treasury.limit_unit": [
    "coins and cw20 tokens are capped by a share, cw721 tokens by a count, not by {limit:limit}",
    "coins and cw20 tokens are capped by a share, cw721 tokens by a count",
  ],
  "treasury.limit_too_high": [
    "a cap is at most {most:limit}, not {limit:limit}",
    "an outflow cap is {most} at most",
  ],
  "treasury.limit_not_lower": [
    "a cap of {now:limit} is not lowered to {limit:limit}",
    "the outflow cap is {now}, and {limit} is not lower",
  ],
  "treasury.limit_not_higher": [
    "a cap of {now:limit} is not raised to {limit:limit}",
    "the outflow cap is {now}, and {limit} is not higher",
  ],
  "treasury.too_many_listed": [
    "at most {most:count} holdings are listed: there is no room for {holding:holding}",
    "At most {most} holdings can be listed.",
  ],
  "treasury.listed": ["{holding:holding} is listed already", "{holding} is listed already."],
  "treasury.not_listed": ["{holding:holding} is not listed", "{holding} is not listed."],
  "treasury.listing_ends": [
    "the listing of {holding:holding} ends at {until:time}",
    "The listing of {holding} ends on {until}.",
  ],
  "treasury.owed": [
    "{holding:holding} stays listed while streams are owed {reserved:amount} of it",
    "{holding} stays listed while streams are owed {reserved} of it.",
  ],
  "treasury.paused": [
    "the treasury is paused until {until:time}, now it is {now:time}",
    "The treasury is paused and pays nothing until {until}.",
  ],
  "treasury.pause_until": [
    "a pause that begins now ends after {now:time} and by {latest:time}, not at {until:time}",
    "A pause that begins now must end by {latest}.",
  ],
  "treasury.not_paused": ["the treasury is not paused", "The treasury is not paused."],
  "treasury.executing": [
    "the treasury executes a message: nothing else leaves it until that is done",
    "While the treasury executes a message, nothing else leaves it.",
  ],
  "treasury.not_executing": ["the treasury executes no message", "The treasury executes no message."],
  "treasury.to_itself": ["the treasury sends no message to itself", "The treasury sends no message to itself."],
  "treasury.message_refused": [
    "`{message:text}` is not said to a listed token, only {allowed:text}",
    "the treasury tells a listed token only {allowed}, not {message}",
  ],
  "treasury.token_administered": [
    "{holding:holding} is listed: neither its code nor its administrator is changed by the treasury",
    "{holding} is listed: the treasury changes neither its code nor its administrator.",
  ],
  "treasury.token_id": [
    "the id of a token has 1 to {most:count} bytes, not {length:count}",
    "The id of a token must have 1 to {most} bytes.",
  ],
  "treasury.not_owned": [
    "the token {token_id:text} of {collection:text} is {owner:text}'s",
    "The token {token_id} belongs to {owner}, not to the treasury.",
  ],
  "treasury.recipients": [
    "a list of recipients has 1 to {most:count} accounts, not {count:count}",
    "Name 1 to {most} recipients, or leave the list out.",
  ],
  "treasury.not_recipient": ["budget {id:id} does not pay to {to:text}", "Budget {id} does not pay to {to}."],
  "treasury.no_budget": ["there is no budget {id:id}", "There is no budget {id}."],
  "treasury.budget": ["budget {id:id}: {why:cause}", "Budget {id}: {why}."],
  "treasury.budget_period": [
    "a period has {least:seconds} to {most:seconds} s, not {period:seconds}",
    "A period of a budget must have {least} to {most} seconds.",
  ],
  "treasury.budget_until": [
    "a budget that is made now ends after {now:time} and by {latest:time}, not at {until:time}",
    "A budget that is made now must end by {latest}.",
  ],
  "treasury.budget_revoked": ["it was revoked", "it was revoked"],
  "treasury.budget_ended": ["it ended at {until:time}, now it is {now:time}", "it ended on {until}"],
  "treasury.over_limit": [
    "{amount:amount} is more than the {left:amount} left of {limit:amount} for the period that ends at {ends:time}",
    "{amount} is more than the {left} that are left of {limit} until {ends}",
  ],
  "treasury.no_stream": ["there is no stream {id:id}", "There is no stream {id}."],
  "treasury.stream": ["stream {id:id}: {why:cause}", "Stream {id}: {why}."],
  "treasury.stream_duration": [
    "a stream lasts 1 to {most:seconds} s, not {duration:seconds}",
    "A stream must last 1 to {most} seconds.",
  ],
  "treasury.stream_cliff": [
    "a cliff of {cliff:seconds} s lies past the end of a stream of {duration:seconds} s",
    "The cliff of {cliff} seconds lies past the end of the stream, which lasts {duration}.",
  ],
  "treasury.stream_start": ["a stream that starts at {start:time} never ends", "A stream that starts so late never ends."],
  "treasury.nothing_due": [
    "nothing is due: {earned:amount} is earned and {withdrawn:amount} was paid out; the cliff is at {cliff:time}, now it is {now:time}",
    "nothing is due now: {earned} are earned and {withdrawn} paid out; nothing is earned before {cliff}",
  ],
  "treasury.stream_cancelled": ["it was cancelled at {at:time}", "it was cancelled on {at}"],
  "treasury.stream_earned": [
    "it is earned whole since {end:time}: nothing can be taken back",
    "all of it is earned since {end}: nothing can be taken back",
  ],
} as const;
