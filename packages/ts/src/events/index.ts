/** What happened in a transaction, typed: the events of a DAO's own contracts, and of no others. */
import type { Suite } from "../suite.js";
import { CONTRACTS } from "../suite.js";
import type { Kind, Kinds } from "../facts.js";
import { readFact } from "../facts.js";
import { EVENTS } from "../generated/events.js";

export { EVENTS };
export type EventName = keyof typeof EVENTS;

type Fact<S> = S extends `${infer K extends Kind}|none` ? Kinds[K] | null : S extends Kind ? Kinds[S] : never;
type Flat<T> = { [Key in keyof T]: T[Key] };
type Facts<T> = Flat<
  { -readonly [Key in keyof T as T[Key] extends `${string}?` ? never : Key]: Fact<T[Key]> } & {
    -readonly [Key in keyof T as T[Key] extends `${string}?` ? Key : never]?: T[Key] extends `${infer K}?` ? Fact<K> : never;
  }
>;

/** What an event of this name tells. */
export type EventFacts<Name extends EventName> = Facts<(typeof EVENTS)[Name]>;

/** An event of a DAO. `name` tells which facts it has. */
export type DaoEvent = {
  [Name in EventName]: {
    name: Name;
    /** The contract that says so. */
    contract: string;
    /** Which message of the transaction it belongs to, where the chain tells. */
    message?: number;
    facts: EventFacts<Name>;
  };
}[EventName];

/** An event as a node reports it: CosmJS's `DeliverTxResponse` and `ExecuteResult` have lists of them. */
export interface ChainEvent {
  readonly type: string;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

/** An event of a known name that does not tell what it should: this package and the contracts are of different versions. */
export class EventError extends Error {
  constructor(name: EventName, attribute: string, value: string | undefined) {
    super(`the event ${name} has ${value === undefined ? "no" : `an unreadable`} \`${attribute}\`${value === undefined ? "" : `: ${value}`}`);
    this.name = "EventError";
  }
}

/**
 * The events of a DAO among those of a transaction, in their order.
 *
 * An event counts only if the contract it names itself after has emitted it: anybody's contract can emit an event of
 * any name. What this version does not know is passed over; a known event that cannot be read is an `EventError`.
 */
export function parseEvents(events: readonly ChainEvent[], contracts: Suite<string>): DaoEvent[] {
  return events.flatMap((event) => parseEvent(event, contracts) ?? []);
}

/** The same for one event; `undefined` where it is none of this DAO. */
export function parseEvent(event: ChainEvent, contracts: Suite<string>): DaoEvent | undefined {
  const name = event.type.replace(/^wasm-/, "");
  const emitter = CONTRACTS.find((contract) => name.startsWith(`${contract}_`));
  if (name === event.type || !isEventName(name) || emitter === undefined) return undefined;
  // The chain writes the emitter first; a contract cannot use a key that begins with `_`.
  const contract = event.attributes.find(({ key }) => key === "_contract_address")?.value;
  if (contract === undefined || contract !== contracts[emitter]) return undefined;
  const facts = Object.entries(EVENTS[name]).flatMap(([key, spec]) => {
    const value = event.attributes.find((attribute) => attribute.key === key)?.value;
    return readAttribute(name, key, spec, value);
  });
  const index = event.attributes.find(({ key }) => key === "msg_index")?.value;
  const message = index === undefined ? {} : { message: Number(index) };
  return { name, contract, ...message, facts: Object.fromEntries(facts) } as DaoEvent;
}

function isEventName(name: string): name is EventName {
  return Object.hasOwn(EVENTS, name);
}

function readAttribute(name: EventName, key: string, spec: string, value: string | undefined): [string, unknown][] {
  const optional = spec.endsWith("?");
  if (value === undefined && optional) return [];
  const [kind, none] = spec.replace("?", "").split("|");
  if (none !== undefined && value === none) return [[key, null]];
  const fact = value === undefined ? undefined : readFact(kind as Kind, value);
  if (fact === undefined) throw new EventError(name, key, value);
  return [[key, fact]];
}

/** What the events of one name tell, in their order. */
export function factsOf<Name extends EventName>(events: readonly DaoEvent[], name: Name): EventFacts<Name>[] {
  return events.filter((event) => event.name === name).map(({ facts }) => facts as EventFacts<Name>);
}
