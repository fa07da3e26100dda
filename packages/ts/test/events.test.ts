import { describe, expect, expectTypeOf, test } from "vitest";
import type { ChainEvent, EventFacts } from "../src/index.js";
import { EVENTS, EventError, parseEvents } from "../src/index.js";
import { eventsOf } from "./event_sources.js";
import { contracts } from "./given.js";
import type { Kind } from "../src/facts.js";
import { patternOf, readFact } from "../src/facts.js";
import { CONTRACTS, read } from "./rust.js";

interface Documented {
  kinds: { kind: Kind; form: string; values?: string[] }[];
}

function event(type: string, attributes: Record<string, string>, emitter?: string): ChainEvent {
  const pairs = Object.entries({ ...(emitter && { _contract_address: emitter }), ...attributes });
  return { type, attributes: pairs.map(([key, value]) => ({ key, value })) };
}

const voted = {
  proposal_id: "3", voter: "wasm1alice", choice: "yes", power: "18446744073709551615", stake: "1267650600228229401496703205375",
  unattested_stake: "0", closes: "1764075600", extensions: "1", msg_index: "2",
};

describe("the table of events and the contracts", () => {
  test("every kind is read, and every word of a kind", () => {
    for (const { kind, form, values } of (JSON.parse(read("schema/events.json")) as Documented).kinds) {
      expect(patternOf(kind), kind).toBeDefined();
      for (const word of form === "enum" ? (values ?? []) : []) expect(readFact(kind, word), kind).toBe(word);
    }
  });

  test("a proposal with what it calls, and a budget with its recipients", () => {
    expect(readFact("pins", "wasm1bell:7,wasm1well:12")).toEqual([
      { contract: "wasm1bell", code_id: 7 }, { contract: "wasm1well", code_id: 12 },
    ]);
    expect(readFact("addresses", "wasm1smith,wasm1mason")).toEqual(["wasm1smith", "wasm1mason"]);
    expect(readFact("json", '{"threshold_bps":5000}')).toEqual({ threshold_bps: 5000 });
    expect(readFact("json", "{")).toBeUndefined();
  });

  test.each(CONTRACTS)("every event of %s is known, with all its attributes", (contract) => {
    const table = Object.entries(EVENTS).filter(([name]) => name.startsWith(`${contract}_`));
    const ours = table.map(([name, facts]) => [name, Object.keys(facts).sort()]);
    const theirs = [...eventsOf(contract)].map(([name, keys]) => [name, [...keys].sort()]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
  });
});

describe("the events of a transaction", () => {
  test("Alice's vote, typed", () => {
    const [one] = parseEvents([event("wasm-voting_voted", voted, contracts.voting)], contracts);

    if (one?.name !== "voting_voted") throw new Error(`not a vote: ${one?.name}`);
    expect(one).toMatchObject({ contract: contracts.voting, message: 2 });
    expect(one.facts).toEqual({
      proposal_id: 3, voter: "wasm1alice", choice: "yes", power: 18446744073709551615n,
      stake: 1267650600228229401496703205375n, unattested_stake: 0n, closes: 1764075600, extensions: 1,
    });
    expectTypeOf(one.facts).toEqualTypeOf<EventFacts<"voting_voted">>();
    expectTypeOf(one.facts.power).toEqualTypeOf<bigint>();
    expectTypeOf(one.facts.choice).toEqualTypeOf<"yes" | "no" | "abstain" | null>();
  });

  test("an override leaves a delegate's ballot without a choice", () => {
    const [one] = parseEvents([event("wasm-voting_voted", { ...voted, choice: "none" }, contracts.voting)], contracts);
    expect(one?.facts).toMatchObject({ choice: null });
  });

  test("Mallory's contract emits a vote, and it counts for nothing", () => {
    const forged = [
      event("wasm-voting_voted", voted, "wasm1mallory"),
      event("wasm-voting_voted", voted, contracts.vault),
      event("wasm-voting_voted", voted),
    ];
    expect(parseEvents(forged, contracts)).toEqual([]);
  });

  test("what is no event of ours is passed over", () => {
    const others = [
      event("transfer", { amount: "5uiso" }),
      event("wasm", { action: "vote" }, contracts.voting),
      event("wasm-voting_unheard_of", {}, contracts.voting),
      event("voting_voted", voted, contracts.voting),
      event("wasm-toString", {}, contracts.voting),
    ];
    expect(parseEvents(others, contracts)).toEqual([]);
  });

  test("a vote without its power is an error that names it", () => {
    const { power: _, ...rest } = voted;
    const events = [event("wasm-voting_voted", rest, contracts.voting)];
    expect(() => parseEvents(events, contracts)).toThrow(new EventError("voting_voted", "power", undefined));
    const odd = [event("wasm-voting_voted", { ...voted, power: "-1" }, contracts.voting)];
    expect(() => parseEvents(odd, contracts)).toThrow("the event voting_voted has an unreadable `power`: -1");
  });

  test("a number that JavaScript cannot hold is an error, not a wrong number", () => {
    const odd = [event("wasm-voting_voted", { ...voted, closes: "9007199254740993" }, contracts.voting)];
    expect(() => parseEvents(odd, contracts)).toThrow(EventError);
  });

  test("a proposal that was defeated, without a deposit", () => {
    const resolved = {
      proposal_id: "4", proposer: "wasm1bob", title: "Pay: everyone { why: not }", class: "critical",
      outcome: "defeated", why: "stake_relative",
    };
    const [one] = parseEvents([event("wasm-proposal_resolved", resolved, contracts.proposal)], contracts);
    expect(one?.facts).toEqual({
      proposal_id: 4, proposer: "wasm1bob", title: "Pay: everyone { why: not }", class: "critical",
      outcome: "defeated", why: "stake_relative",
    });
  });

  test("what the treasury paid, by which means and to whom", () => {
    const paid = { number: "5", proposal_id: "3", by: "budget", holding: "ucash", amount: "150", to: "wasm1printer", budget: "1" };
    const shown = { number: "6", proposal_id: "4", by: "spend_nft", holding: "cw721:wasm1art", amount: "1", to: "wasm1museum", token_id: "17" };
    const made = { number: "7", proposal_id: "5", by: "execute", holding: "ucash", amount: "9" };
    const parsed = parseEvents([paid, shown, made].map((spent) => event("wasm-treasury_spent", spent, contracts.treasury)), contracts);
    expect(parsed.map(({ facts }) => facts)).toEqual([
      { number: 5, proposal_id: 3, by: "budget", holding: "ucash", amount: 150n, to: "wasm1printer", budget: 1 },
      { number: 6, proposal_id: 4, by: "spend_nft", holding: "cw721:wasm1art", amount: 1n, to: "wasm1museum", token_id: "17" },
      { number: 7, proposal_id: 5, by: "execute", holding: "ucash", amount: 9n },
    ]);
    const odd = [event("wasm-treasury_spent", { ...paid, by: "magic" }, contracts.treasury)];
    expect(() => parseEvents(odd, contracts)).toThrow("the event treasury_spent has an unreadable `by`: magic");
  });

  test("a cap that will rise, and one of a collection", () => {
    const raised = { holding: "ucash", limit: "500 basis points", raised_to: "1000 basis points", raised_from: "1764075600" };
    const art = { holding: "cw721:wasm1art", limit: "3 tokens", until: "1764075600" };
    const parsed = parseEvents([raised, art].map((listed) => event("wasm-treasury_listed", listed, contracts.treasury)), contracts);
    expect(parsed.map(({ facts }) => facts)).toEqual([
      { holding: "ucash", limit: { share: { bps: 500 } }, raised_to: { share: { bps: 1_000 } }, raised_from: 1764075600 },
      { holding: "cw721:wasm1art", limit: { count: { count: 3 } }, until: 1764075600 },
    ]);
  });

  test("the guardian pauses what leaves the treasury, and says why", () => {
    const paused = { scope: "treasury_outflow", until: "1764075600", number: "2", by: "wasm1guard", incident: "2026-1", reason: "A stolen key." };
    const [one] = parseEvents([event("wasm-timelock_paused", paused, contracts.timelock)], contracts);
    expect(one?.facts).toEqual({ ...paused, until: 1764075600, number: 2 });
    const odd = [event("wasm-timelock_paused", { ...paused, scope: "everything" }, contracts.timelock)];
    expect(() => parseEvents(odd, contracts)).toThrow(EventError);
  });

  test("an upgrade waits for its operators, is executed, and is rolled back", () => {
    const weight = { ready_weight: "5", needed_weight: "5", total_weight: "6" };
    const told = [
      event("wasm-timelock_ready", { proposal_id: "7", operator: "wasm1ann", ...weight }, contracts.timelock),
      event("wasm-voting_migrated", { from: "0.1.0", to: "0.2.0-rc.1+a1", layout: "1", rollback: "false" }, contracts.voting),
      event("wasm-timelock_upgraded", { proposal_id: "7", rollback_until: "1764075600" }, contracts.timelock),
      event("wasm-timelock_upgraded", { proposal_id: "8", rollback_until: "none" }, contracts.timelock),
      event("wasm-timelock_rolled_back", { proposal_id: "7", steps: "1", by: "wasm1ann", incident: "2026-1", reason: "Votes are lost.", number: "3" }, contracts.timelock),
    ];
    expect(parseEvents(told, contracts).map(({ facts }) => facts)).toEqual([
      { proposal_id: 7, operator: "wasm1ann", ready_weight: 5, needed_weight: 5, total_weight: 6 },
      { from: "0.1.0", to: "0.2.0-rc.1+a1", layout: 1, rollback: false },
      { proposal_id: 7, rollback_until: 1764075600 },
      { proposal_id: 8, rollback_until: null },
      { proposal_id: 7, steps: 1, by: "wasm1ann", incident: "2026-1", reason: "Votes are lost.", number: 3 },
    ]);
  });

  test("a poll by two keys, and an account without an attestation", () => {
    const opened = {
      proposal_id: "4", snapshot_height: "2", snapshot_time: "3", closes: "8", mode: "two_key",
      total_power: "4", total_stake: "5", total_attested: "6", stake_base: "5", quorum_bps: "1500", cap: "7",
    };
    const account = {
      account: "wasm1carol", power: "0", stake: "9", unattested_stake: "9", attested_until: "none", generation: "0",
      total_power: "4", total_stake: "14", total_attested: "6",
    };
    const parsed = parseEvents(
      [event("wasm-voting_poll_opened", opened, contracts.voting), event("wasm-voting_account", account, contracts.voting)],
      contracts,
    );
    expect(parsed.map(({ facts }) => facts)).toMatchObject([{ mode: "two_key" }, { attested_until: null }]);
  });
});
