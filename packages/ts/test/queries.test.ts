import { QueryClient } from "@tanstack/query-core";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { ICosmWasmClient } from "../src/index.js";
import { CONTRACTS, everyPage, Isonomia, PAGED } from "../src/index.js";
import type { PollResponse } from "../src/voting.js";
import { contracts } from "./given.js";
import { camel, samples } from "./schemas.js";
import { read } from "./rust.js";

/** A chain with proposals 1 to 250, which counts what it is asked. */
function chain() {
  const asked: Record<string, unknown>[] = [];
  const client: ICosmWasmClient = {
    queryContractSmart: async (_, query) => {
      asked.push(query);
      const { limit: wanted = 30, start_after = 0 } = (query.proposals ?? {}) as { limit?: number; start_after?: number };
      const limit = Math.min(wanted, 100);
      const ids = Array.from({ length: 250 }, (_, index) => index + 1).filter((id) => id > start_after);
      return { proposals: ids.slice(0, limit).map((id) => ({ id })), poll: query };
    },
  };
  return { asked, dao: new Isonomia(client, { chainId: "isonomia-1", contracts }) };
}

/** A chain that gives these answers, one after the other, and notes what it is asked. */
function answering(pages: object[]) {
  const asked: Record<string, unknown>[] = [];
  const client: ICosmWasmClient = {
    queryContractSmart: async (_, query) => {
      asked.push(query);
      return pages[asked.length - 1] ?? {};
    },
  };
  return { asked, dao: new Isonomia(client, { chainId: "isonomia-1", contracts }) };
}

describe("options for TanStack Query", () => {
  test("fetch once, and again after an invalidation of the contract", async () => {
    const { asked, dao } = chain();
    const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });

    await queries.fetchQuery(dao.queries.voting.poll({ poll: 3 }));
    await queries.fetchQuery(dao.queries.voting.poll({ poll: 3 }));
    expect(asked).toEqual([{ poll: { poll: 3 } }]);

    await queries.fetchQuery(dao.queries.voting.poll({ poll: 4 }));
    await queries.invalidateQueries({ queryKey: ["isonomia", "isonomia-1", contracts.voting] });
    await queries.fetchQuery(dao.queries.voting.poll({ poll: 3 }));
    expect(asked).toHaveLength(3);
  });

  test("keep chains, DAOs and arguments apart", () => {
    const { dao } = chain();
    expect(dao.queries.voting.poll({ poll: 3 }).queryKey).toEqual(["isonomia", "isonomia-1", contracts.voting, "poll", { poll: 3 }]);
    expect(dao.queries.proposal.config().queryKey).toEqual(["isonomia", "isonomia-1", contracts.proposal, "config"]);
  });

  test("have the type of the answer", () => {
    const { dao } = chain();
    expectTypeOf(dao.queries.voting.poll).parameters.toEqualTypeOf<[{ poll: number }]>();
    expectTypeOf(dao.queries.voting.poll).returns.toHaveProperty("queryFn").returns.resolves.toEqualTypeOf<PollResponse>();
  });

  test("there are some for every query of the schemas", () => {
    const { dao } = chain();
    for (const contract of CONTRACTS) {
      const names = samples(contract, "query").map(({ name }) => camel(name));
      expect(Object.keys(dao.queries[contract]).sort(), contract).toEqual(names.sort());
    }
  });
});

describe("options page by page", () => {
  test("walk a list to its end", async () => {
    const { asked, dao } = chain();
    const queries = new QueryClient();

    const { pages } = await queries.fetchInfiniteQuery({ ...dao.pages.proposal.proposals(), pages: 9 });

    expect(pages.map(({ proposals }) => proposals.length)).toEqual([100, 100, 50]);
    expect(asked.map(({ proposals }) => proposals)).toEqual([
      { limit: 100, start_after: undefined },
      { limit: 100, start_after: 100 },
      { limit: 100, start_after: 200 },
    ]);
  });

  test("a list that ends with a full page ends with an empty one", async () => {
    const { asked, dao } = chain();
    const ids: number[] = [];
    for await (const { proposals } of everyPage(dao.pages.proposal.proposals({ limit: 25 }))) {
      ids.push(...proposals.map(({ id }) => id));
    }
    expect(ids).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
    expect(asked).toHaveLength(11);
  });

  test("a page larger than any does not end the list early", async () => {
    const { dao } = chain();
    let count = 0;
    for await (const { proposals } of everyPage(dao.pages.proposal.proposals({ limit: 200 }))) count += proposals.length;
    expect(count).toBe(250);
  });

  test("what says where it goes on is followed, over a page that is short or empty", async () => {
    const filter = { stage: "scheduled" as const };
    const { asked, dao } = answering([{ proposals: [{ id: 250 }], next: 151 }, { proposals: [], next: 51 }, { proposals: [{ id: 1 }], next: null }]);
    const ids: number[] = [];
    for await (const { proposals } of everyPage(dao.pages.proposal.latestProposals({ filter }))) ids.push(...proposals.map(({ id }) => id));
    expect(ids).toEqual([250, 1]);
    expect(asked).toEqual([undefined, 151, 51].map((start_before) => ({ latest_proposals: { filter, limit: 100, start_before } })));
  });

  test("what comes newest first goes on before its last", async () => {
    const { asked, dao } = answering([{ votes: [{ poll: 9 }, { poll: 7 }] }, { votes: [{ poll: 2 }] }]);
    const polls: number[] = [];
    for await (const { votes } of everyPage(dao.pages.voting.votes({ voter: "wasm1ann", limit: 2 }))) polls.push(...votes.map(({ poll }) => poll));
    expect(polls).toEqual([9, 7, 2]);
    expect(asked).toEqual([undefined, 7].map((start_before) => ({ votes: { voter: "wasm1ann", limit: 2, start_before } })));
  });

  test("the queue goes on after an eta and an id, and nothing else of the last", async () => {
    const { asked, dao } = answering([{ operations: [{ id: 4, eta: 8, stage: "ready" }] }, { operations: [] }]);
    for await (const { operations } of everyPage(dao.pages.timelock.queue({ limit: 1 }))) expect(operations.length).toBeLessThan(2);
    expect(asked).toEqual([undefined, { eta: 8, id: 4 }].map((start_after) => ({ queue: { limit: 1, start_after } })));
  });

  test("a list of somebody's asks whose", () => {
    const { dao } = chain();
    expectTypeOf(dao.pages.treasury.budgetsOf).parameters.toEqualTypeOf<[args: { holder: string; limit?: number }]>();
    expectTypeOf(dao.pages.treasury.budgets).parameters.toEqualTypeOf<[args?: { limit?: number }]>();
  });

  test("every list of the schemas is in the table, with a field to go on after or before", () => {
    for (const contract of CONTRACTS) {
      const schema = JSON.parse(read(`schema/${contract}.json`));
      const places = ["start_after", "start_before"];
      const paged = samples(contract, "query").filter(({ properties }) => places.some((place) => properties.includes(place)));
      expect(Object.keys(PAGED[contract]).sort(), contract).toEqual(paged.map(({ name }) => camel(name)).sort());
      for (const { name, properties } of paged) {
        const { list, ...rest } = (PAGED[contract] as Record<string, { list?: string }>)[camel(name)] ?? {};
        const [[place, cursor] = ["", ""]] = Object.entries(rest) as [string, string | string[]][];
        expect(properties.map(camel), `${contract}.${name}`).toContain(place);
        const response = schema.responses[name];
        // Whoever answers `next` is followed by it: its pages may be short.
        expect("next" in response.properties, `${contract}.${name}`).toBe(list === undefined);
        if (list === undefined) {
          expect(cursor, `${contract}.${name}`).toBe("next");
          continue;
        }
        const { $ref, type } = response.properties[list].items;
        const entry = $ref === undefined ? { type } : response.definitions[$ref.replace("#/definitions/", "")];
        const fields = [cursor].flat();
        expect(cursor === "" ? entry.type : Object.keys(entry.properties), `${contract}.${name}`).toEqual(cursor === "" ? "string" : expect.arrayContaining(fields));
      }
    }
  });
});
