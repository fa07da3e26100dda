/** Why the registry refuses: what it says, and what to tell a person. */
export const identity = {
  "identity.no_issuers": ["a registry begins with 1 to {most:count} issuers, not with none", "Name 1 to {most} issuers."],
  "identity.min_issuers": [
    "a registry may wait for 1 to {most:count} issuers, not for {min_issuers:count}",
    "The registry can wait for 1 to {most} issuers, not for {min_issuers}.",
  ],
  "identity.day": [
    "a day has at least {least:seconds} seconds, voting says {seconds:seconds}",
    "Voting has a day of {seconds} seconds; at least {least} are needed.",
  ],
  "identity.has_code": [
    "{account:address} is a contract; only an account without code can be attested",
    "{account} is a contract. Only accounts of persons can be attested.",
  ],
  "identity.account_count": [
    "one call takes 1 to {most:count} accounts, not {count:count}",
    "Name 1 to {most} accounts at once.",
  ],
  "identity.twice": ["{account:address} stands twice in the list", "{account} is named twice."],
  "identity.none_expired": [
    "none of the {count:count} accounts has an attestation that has expired",
    "None of these attestations has expired.",
  ],
  "identity.too_many_issuers": ["a registry has at most {most:count} issuers", "The registry has its {most} issuers already."],
  "identity.issuer_id_length": [
    "an issuer's id has 1 to {most:count} bytes, not {bytes:count}",
    "An issuer's id must have 1 to {most} bytes.",
  ],
  "identity.issuer_id_taken": ["the issuer `{id:text}` is already named", "There is an issuer {id} already."],
  "identity.issuer_key": [
    "a secp256k1 key has 33 bytes from 02 or 03, or 65 from 04, an ed25519 key has 32; this one has {bytes:count}",
    "This is no public key of the kinds that are taken.",
  ],
  "identity.issuer_key_taken": ["the issuer `{id:text}` already speaks by this key", "The issuer {id} has this key already."],
  "identity.no_such_issuer": ["no issuer `{id:text}` is named", "There is no issuer {id}."],
  "identity.not_issuer": [
    "only an issuer that speaks by account may do this, not {sender:address}",
    "Only an issuer that speaks by account can do this.",
  ],
  "identity.nullifier_taken": [
    "the nullifier is in use by {account:address}",
    "This person is attested by another account, {account}.",
  ],
  "identity.nullifier_held": [
    "the nullifier is held for {account:address} until {until:time}, now it is {now:time}",
    "This person was attested by {account}, for which the place is held until {until}.",
  ],
  "identity.attested_otherwise": [
    "{account:address} is attested under another nullifier, which must have ended first",
    "This account is attested as another person. That attestation must end first.",
  ],
  "identity.nothing_maturing": [
    "{account:address} has submitted no statement that waits to be activated",
    "Nothing of yours waits to be activated. Submit a statement first.",
  ],
  "identity.not_attested": ["{account:address} is not attested", "{account} is not attested."],
  "identity.other_issuer": [
    "{account:address} was attested by `{issuer:text}`, which alone may revoke this, or governance",
    "{account} was attested by {issuer}: only that issuer can revoke it, or governance.",
  ],
  "identity.not_signing": [
    "the issuer `{issuer:text}` speaks by account and signs nothing",
    "The issuer {issuer} files its statements itself: submit without a signature.",
  ],
  "identity.forged": [
    "`{issuer:text}` has not signed this about {account:address}, at this registry, on the chain {chain_id:text}",
    "The signature is not one of {issuer} about your account, for this registry on this chain.",
  ],
  "identity.signature_used": [
    "what `{issuer:text}` signed last and was accepted expires at {last:time}; this expires at {expires:time}, not later",
    "This signature was used before, or is older than one that was. Ask {issuer} for a new one.",
  ],
  "identity.nullifier_length": [
    "a nullifier has {needed:count} bytes, not {bytes:count}",
    "A nullifier must have {needed} bytes.",
  ],
  "identity.statement_expired": [
    "what the issuer said expired at {expires:time}, now it is {now:time}",
    "What the issuer said expired at {expires}. Ask for a new statement.",
  ],
  "identity.not_filed": [
    "the issuer `{issuer:text}` has not filed this statement about {account:address}",
    "The issuer {issuer} has not filed this statement about your account.",
  ],
  "identity.unsigned": [
    "the issuer `{issuer:text}` signs its statements; this one came without a signature",
    "The issuer {issuer} signs its statements: send its signature along.",
  ],
  "identity.epoch_full": [
    "all {limit:count} activations of epoch {epoch:count} are taken; try again in the next",
    "All {limit} activations of this epoch are taken. Try again in the next.",
  ],
  "identity.issuer_full": [
    "the issuer has had its {limit:count} activations of epoch {epoch:count}; try again in the next",
    "Your issuer has had its {limit} activations of this epoch. Try again in the next.",
  ],
  "identity.majority": [
    "the issuer has {own:count} of {attested:count} attestations, more than half: it may not activate",
    "Your issuer has more than half of all attestations, and may activate no more for now.",
  ],
  "identity.revocations_used": [
    "an issuer may revoke {limit:count} of its attestations in an epoch; epoch {epoch:count} has none left",
    "The issuer has used its {limit} revocations of this epoch.",
  ],
  "identity.immature": [
    "the statement matures at {matures:time}, now it is {now:time}",
    "Your statement matures on {matures}. Activate it then.",
  ],
  "identity.lapsed": [
    "the statement lapsed at {lapses:time}, {life:count} days after its submission, now it is {now:time}; submit another",
    "Your statement lapsed on {lapses}. Submit another.",
  ],
  "identity.too_early_to_renew": [
    "the attestation may be renewed from {from:time}, now it is {now:time}",
    "Your attestation can be renewed from {from} on.",
  ],
  "identity.too_late_to_renew": [
    "the attestation expired at {until:time}, now it is {now:time}; take it out (`Expire`), then a new statement can mature",
    "Your attestation expired on {until}. Have it taken out, then submit a new statement.",
  ],
  "identity.too_few_issuers": [
    "{live:count} issuers have live attestations, fewer than {needed:count}",
    "Only {live} issuers have attested anybody; {needed} must have before the registry is ready.",
  ],
  "identity.too_few_attested": [
    "{attested:count} accounts are attested, fewer than {needed:count}",
    "Only {attested} accounts are attested; there must be {needed} before the registry is ready.",
  ],
  "identity.lopsided": [
    "an issuer has {own:count} of {attested:count} attestations, more than 60 %",
    "One issuer has more than 60 % of all attestations: the registry is not ready.",
  ],
  "identity.few_used": [
    "few are {limit:count} attestations in an epoch, 5 % of them; epoch {epoch:count} has none left",
    "An emergency can revoke {limit} attestations in an epoch, and this epoch has none left.",
  ],
} as const;
