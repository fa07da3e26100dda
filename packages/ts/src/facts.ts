/**
 * Facts in texts: what an event's attributes and an error's sentence hold, each of a kind that tells its type.
 * A moment is in seconds since 1970. What may exceed 2^53 is a `bigint`.
 */

import type { Defeat, DepositState, Pin, ProposalStage, Scope } from "./generated/Proposal.types.js";
import type { PauseScope } from "./generated/Timelock.types.js";
import type { Limit } from "./generated/Treasury.types.js";
import type { Choice, Mode } from "./generated/Voting.types.js";

/** The type of a fact of each kind. */
export interface Kinds {
  /** An address of the chain. */
  address: string;
  addresses: readonly string[];
  /** Base units of a coin or token. */
  amount: bigint;
  /** A native denomination, or `cw20:` and the token's contract. */
  asset: string;
  /** Basis points. */
  bps: number;
  /** Another error, in its own words. */
  cause: string;
  choice: Choice;
  class: "signal" | "standard" | "critical" | "emergency";
  count: number;
  /** What Rust prints of a value that has no words. */
  debug: string;
  /** Why a proposal failed. */
  defeat: Defeat;
  deposit: DepositState;
  /** What a proposal came to, in one word. */
  ending: "withdrawn" | "defeated" | "adopted" | "scheduled";
  flag: boolean;
  hex: string;
  /** What a treasury holds: an asset, or `cw721:` and the collection's contract. */
  holding: string;
  id: number;
  /** A value as in messages and answers. */
  json: unknown;
  /** An outflow cap. */
  limit: Limit;
  /** By what the treasury has paid. */
  means: "spend_small" | "spend" | "spend_nft" | "execute" | "budget" | "stream";
  /** How a poll is judged. */
  mode: Mode;
  /** One word, or a version. */
  name: string;
  /** Where a proposal stands. */
  outcome: ProposalStage;
  /** What is paused. */
  pause: PauseScope;
  /** Contracts, each with the code that it ran. */
  pins: readonly Pin[];
  /** Power in the people's key. */
  power: bigint;
  /** What a proposal's actions may touch. */
  scope: Scope;
  seconds: number;
  text: string;
  time: number;
}

export type Kind = keyof Kinds;

const number = { pattern: "\\d+", parse: Number };
const large = { pattern: "\\d+", parse: BigInt };
const word = { pattern: "[^\\s`]+", parse: String };
const words = { pattern: "[\\s\\S]+", parse: String };

/** A variant as Rust prints it, as messages have it: `TwoKey` is `two_key`. */
function snake(variant: string): string {
  return variant.replace(/\B[A-Z]/g, "_$&").toLowerCase();
}

function outcome(text: string): unknown {
  const [, why] = /^Defeated \{ why: (\w+) \}$/.exec(text) ?? [];
  return why === undefined ? snake(text) : { defeated: { why: snake(why) } };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pin(text: string): Pin {
  const colon = text.lastIndexOf(":");
  return { contract: text.slice(0, colon), code_id: Number(text.slice(colon + 1)) };
}

function limit(text: string): Limit | undefined {
  const figure = Number.parseInt(text, 10);
  if (!Number.isSafeInteger(figure)) return undefined;
  return text.endsWith("tokens") ? { count: { count: figure } } : { share: { bps: figure } };
}

const readers: { [K in Kind]: { pattern: string; parse: (text: string) => unknown } } = {
  address: { pattern: "[a-z0-9]+", parse: String },
  addresses: { pattern: "[a-z0-9]+(?:,[a-z0-9]+)*", parse: (text) => text.split(",") },
  amount: large,
  asset: word,
  bps: number,
  cause: words,
  choice: { pattern: "(?:yes|no|abstain)", parse: String },
  class: { pattern: "(?:signal|standard|critical|emergency)", parse: String },
  count: number,
  debug: words,
  defeat: { pattern: "(?:lapsed|quorum|threshold|stake_relative|stake_support|head_count|policy|late)", parse: String },
  deposit: { pattern: "(?:held|returned|forfeited|paid)", parse: String },
  ending: { pattern: "(?:withdrawn|defeated|adopted|scheduled)", parse: String },
  flag: { pattern: "(?:true|false)", parse: (text) => text === "true" },
  hex: { pattern: "[0-9a-f]+", parse: String },
  holding: word,
  id: number,
  json: { pattern: "[\\s\\S]+", parse: json },
  limit: { pattern: "\\d+ (?:basis points|tokens)", parse: limit },
  means: { pattern: "(?:spend_small|spend|spend_nft|execute|budget|stream)", parse: String },
  mode: { pattern: "(?:bootstrap|two_key|stake_repair|stake_registrar)", parse: String },
  name: { pattern: "[\\w.+-]+", parse: String },
  outcome: { pattern: "[A-Z][A-Za-z]+(?: \\{ why: [A-Z][A-Za-z]+ \\})?", parse: outcome },
  pause: { pattern: "(?:treasury_outflow|execution)", parse: String },
  pins: { pattern: "[a-z0-9]+:\\d+(?:,[a-z0-9]+:\\d+)*", parse: (text) => text.split(",").map(pin) },
  power: large,
  scope: { pattern: "(?:ordinary|cancel_or_pause|repair|registrar|guardian)", parse: String },
  seconds: number,
  text: { pattern: "[\\s\\S]*", parse: String },
  time: number,
};

/** The regular expression of a kind, as text and without groups that capture. */
export function patternOf(kind: Kind): string {
  return readers[kind].pattern;
}

/** A fact, or `undefined` where the text is none of that kind. */
export function readFact<K extends Kind>(kind: K, text: string): Kinds[K] | undefined {
  const { pattern, parse } = readers[kind];
  if (!new RegExp(`^${pattern}$`).test(text)) return undefined;
  const fact = parse(text);
  // A number that JavaScript cannot hold exactly is none.
  if (typeof fact === "number" && !Number.isSafeInteger(fact)) return undefined;
  return fact as Kinds[K];
}
