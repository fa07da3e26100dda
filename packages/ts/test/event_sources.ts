/** The events of a contract as its source writes them: names and attributes, read from `event.rs` and its callers. */
import type { CONTRACTS } from "./rust.js";
import { contractSources, read } from "./rust.js";

interface Constructor {
  body: string;
  /** The events it makes by itself. */
  names: string[];
  /** The attributes it adds by itself. */
  keys: string[];
}

/** What a migration tells, whichever contract it is of: the kit says it for all of them. */
const MIGRATED = migrated();

function migrated(): string[] {
  const [, body = ""] = /Event::new\(told_as\)([\s\S]*?)\n\}/.exec(read("packages/kit/src/migration.rs")) ?? [];
  return [...body.matchAll(/\.add_attribute\("(\w+)"/g)].map(([, key = ""]) => key);
}

/** Each event with every attribute that it may have. */
export function eventsOf(contract: (typeof CONTRACTS)[number]): Map<string, Set<string>> {
  const constructors = constructorsIn(contract, read(`contracts/${contract}/src/event.rs`));
  const callers = contractSources().filter((path) => path.startsWith(`contracts/${contract}/`) && !path.endsWith("/event.rs"));
  const events = new Map<string, Set<string>>();
  for (const [name, constructor] of constructors) {
    const keys = [...keysOf(constructors, constructor), ...callers.flatMap((path) => addedTo(name, read(path)))];
    const outside = callers.flatMap((path) => facts(contract, read(path), `event::${name}`));
    for (const event of [...constructor.names, ...outside]) {
      events.set(event, new Set([...(events.get(event) ?? []), ...keys]));
    }
  }
  for (const path of callers) {
    for (const [, event = ""] of read(path).matchAll(/migration::migrate\([^"]*"(\w+)"/g)) events.set(event, new Set(MIGRATED));
  }
  if (events.size === 0) throw new Error(`no events found in ${contract}`);
  return events;
}

/** What a caller adds to an event that it has made: `let paused = event::paused(…)`, then `paused.add_attribute("…", …)`, or `say`. */
function addedTo(constructor: string, source: string): string[] {
  const made = source.matchAll(new RegExp(`let (\\w+) =\\s*event::${constructor}\\(`, "g"));
  return [...made].flatMap(([, variable]) =>
    [...source.matchAll(new RegExp(`(?<!\\w)${variable}\\s*\\.(?:add_attribute|say(?:_number)?)\\(\\s*"(\\w+)"`, "g"))].map(([, key = ""]) => key),
  );
}

function constructorsIn(contract: string, source: string): Map<string, Constructor> {
  const functions = source.split(/^(?=(?:pub )?fn )/m).slice(1);
  const found = functions.map((body) => [/^(?:pub )?fn (\w+)/.exec(body)?.[1] ?? "", body] as const);
  const names = (body: string) => [...body.matchAll(new RegExp(`(?<!(?:add_attribute|say(?:_number)?)\\(\\s*)"(${contract}_\\w+)"`, "g"))].map(([, name = ""]) => name);
  return new Map(
    found.map(([name, body]) => {
      // A constructor may make the event of another fact: `poll("poll_opened", …)`.
      const others = found.flatMap(([other]) => (other === name ? [] : facts(contract, body, other)));
      const computed = /(?:add_attribute|say(?:_number)?)\((?!\s*")[^,]*/.exec(body);
      if (computed) throw new Error(`${contract}: an attribute's name is computed, so no reader can know it: ${computed[0]}`);
      const keys = [...body.matchAll(/(?:add_attribute|say(?:_number)?)\(\s*"(\w+)"/g)].map(([, key = ""]) => key);
      return [name, { body, names: [...names(body), ...others], keys }];
    }),
  );
}

/** The events that calls like `poll("poll_opened", …)` or `event::proposal(\n"resolved", …)` make. */
function facts(contract: string, source: string, call: string): string[] {
  const calls = source.matchAll(new RegExp(`(?<![\\w.])${call}\\(\\s*"(\\w+)"`, "g"));
  return [...calls].map(([, fact = ""]) => (fact.startsWith(`${contract}_`) ? fact : `${contract}_${fact}`));
}

function keysOf(all: Map<string, Constructor>, { body, keys }: Constructor): string[] {
  const called = [...all].filter(([name, other]) => other.body !== body && new RegExp(`(?<![\\w.:])${name}\\(`).test(body));
  return [...keys, ...called.flatMap(([, other]) => keysOf(all, other))];
}
