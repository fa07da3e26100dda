/** What a chain or a wallet refuses before any contract of ours is asked. */
export const CHAIN = {
  "chain.out_of_gas": [/out of gas/, "The transaction ran out of gas. Try again with more."],
  "chain.insufficient_fee": [/insufficient fee/, "The fee is below what this node takes."],
  "chain.insufficient_funds": [/insufficient funds|is smaller than/, "The account has too little to pay for this."],
  "chain.sequence": [
    /account sequence mismatch/,
    "Another transaction of this account was faster. Try again.",
  ],
  "chain.no_contract": [/no such contract/, "There is no contract at this address."],
  "chain.overflow": [/Cannot (?:Add|Sub|Mul) with given operands/, "A figure is too large."],
  "chain.message": [
    /Error parsing into type/,
    "The contract does not know this message: it may be of another version.",
  ],
  "chain.address": [
    /bech32|[Aa]ddress .* not normalized|addr_validate|Invalid input|human address/,
    "An address is not one of this chain.",
  ],
  "chain.late": [/tx timeout height|timed out|was submitted but was not yet found/, "The transaction did not land in time."],
  "chain.declined": [/[Rr]equest rejected|[Uu]ser (?:rejected|denied)/, "The wallet declined to sign."],
} as const satisfies Record<string, readonly [RegExp, string]>;
