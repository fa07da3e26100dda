/** Why a transaction or a query was refused: a stable code, words for a person, and the facts. */
import type { Kind, Kinds } from "../facts.js";
import { patternOf, readFact } from "../facts.js";
import { formatLimit, formatTime } from "../format.js";
import type { Limit } from "../generated/Treasury.types.js";
import { CHAIN } from "./chain.js";
import { identity } from "./identity.js";
import { proposal } from "./proposal.js";
import { shared } from "./shared.js";
import { timelock } from "./timelock.js";
import { treasury } from "./treasury.js";
import { upgrade } from "./upgrade.js";
import { vault } from "./vault.js";
import { voting } from "./voting.js";

/** Every sentence that a contract can refuse with, by code, and what to tell a person. */
export const ERRORS = { ...shared, ...vault, ...voting, ...identity, ...proposal, ...timelock, ...upgrade, ...treasury } as const;

export type ContractErrorCode = keyof typeof ERRORS;
export type ChainErrorCode = keyof typeof CHAIN;

type FactsOf<S> = S extends `${string}{${infer Name}:${infer K extends Kind}}${infer Rest}`
  ? { [N in Name]: Kinds[K] } & FactsOf<Rest>
  : unknown;
type Flat<T> = { [Key in keyof T]: T[Key] };

/** What an error of this code tells. */
export type ErrorFacts<Code extends ContractErrorCode> = Flat<FactsOf<(typeof ERRORS)[Code][0]>>;

interface Told {
  /** For a person, in a sentence. */
  text: string;
  /** What the chain said. */
  raw: string;
}

/** A refusal. `code` tells which facts it has; codes stay as they are from version to version. */
export type DaoError =
  | { [Code in ContractErrorCode]: Told & { code: Code; facts: ErrorFacts<Code>; cause?: DaoError } }[ContractErrorCode]
  | { [Code in ChainErrorCode]: Told & { code: Code; facts: Record<string, never> } }[ChainErrorCode]
  | (Told & { code: "unknown"; facts: Record<string, never> });

/** What an error of a client says: pass what was thrown, or the `rawLog` of a transaction that failed. */
export function parseError(thrown: unknown): DaoError {
  const raw = thrown instanceof Error ? thrown.message : String(thrown);
  for (const sentence of sentences(raw)) {
    const found = match(sentence, raw);
    if (found) return found;
  }
  const found = Object.entries(CHAIN).find(([, [pattern]]) => pattern.test(raw));
  const [code, [, text]] = found ?? ["unknown", [undefined, raw]];
  return { code, text, raw, facts: {} } as DaoError;
}

/** What a contract may have said, within what the chain and the client say around it: the longest first. */
function* sentences(raw: string): Generator<string> {
  const said = raw
    .replace(/: (?:[a-z]+ )+wasm contract failed[\s\S]*$/, "")
    .replace(/^[\s\S]*message index: \d+: /, "")
    .replace(/^(?:(?:dispatch|submessages|reply): )+/, "");
  yield said;
  for (const { index } of said.matchAll(/: /g)) yield said.slice(index + 2);
}

interface Matcher {
  code: ContractErrorCode;
  pattern: RegExp;
  facts: readonly (readonly [name: string, kind: Kind])[];
  /** How much of it is not a fact: the more, the surer. */
  literal: number;
}

const PLACEHOLDER = /\{(\w+):(\w+)\}/g;

function matcher(code: ContractErrorCode): Matcher {
  const [says] = ERRORS[code];
  const parts = says.split(/\{\w+:\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const facts = [...says.matchAll(PLACEHOLDER)].map(([, name = "", kind = ""]) => [name, kind as Kind] as const);
  const source = parts.map((part, index) => part + (facts[index] ? `(${patternOf(facts[index][1])})` : "")).join("");
  return { code, pattern: new RegExp(`^${source}$`), facts, literal: parts.join("").length };
}

let matchers: Matcher[] | undefined;

/** Every code, the surest first. Made at the first use, so that importing costs nothing. */
function allMatchers(): Matcher[] {
  const codes = Object.keys(ERRORS) as ContractErrorCode[];
  return (matchers ??= codes.map(matcher).sort((one, other) => other.literal - one.literal));
}

function match(sentence: string, raw: string): DaoError | undefined {
  for (const { code, pattern, facts: names } of allMatchers()) {
    const values = pattern.exec(sentence)?.slice(1);
    if (!values) continue;
    const facts = names.map(([name, kind], index) => [name, kind, readFact(kind, values[index] ?? "")] as const);
    if (facts.some(([, , fact]) => fact === undefined)) continue;
    const within = facts.find(([, kind]) => kind === "cause")?.[2];
    const cause = within === undefined ? undefined : match(String(within), String(within));
    // What is within is another sentence of the same contract (its code begins alike), or this is not the error.
    if (within !== undefined && cause?.code.split(".")[0] !== code.split(".")[0]) continue;
    const text = ERRORS[code][1].replace(/\{(\w+)\}/g, (_, name) => spoken(facts.find(([own]) => own === name), cause));
    const told = Object.fromEntries(facts.map(([name, , fact]) => [name, fact]));
    return { code, text, raw, facts: told, ...(cause && { cause }) } as DaoError;
  }
  return undefined;
}

function spoken(fact: readonly [string, Kind, unknown] | undefined, cause: DaoError | undefined): string {
  const [, kind, value] = fact ?? [];
  if (kind === "time") return formatTime(value as number);
  if (kind === "limit") return formatLimit(value as Limit);
  if (kind === "cause" && cause) return cause.text.replace(/\.$/, "");
  return String(value);
}
