/**
 * Options for TanStack Query v5 (`useQuery(dao.queries.voting.poll({ poll: 3 }))`, and the same for Vue, Svelte, Solid).
 * They are plain objects: nothing of TanStack is imported.
 */
import type { ContractName } from "./suite.js";

type Ask = (...args: never[]) => Promise<unknown>;
/** The queries of a generated query client. */
type Asks<C> = { [Key in keyof C as C[Key] extends Ask ? Key : never]: Extract<C[Key], Ask> };

/** What identifies an answer: chain, contract, query, arguments. A prefix of it invalidates all below. */
export type QueryKey = readonly ["isonomia", chainId: string, contract: string, query: string, ...args: unknown[]];

/** What `useQuery`, `fetchQuery` and `ensureQueryData` take. */
export interface QueryOptions<T> {
  queryKey: QueryKey;
  queryFn: () => Promise<T>;
}

/** A factory of options for each query of a client. */
export type QueryFactories<C> = {
  [Key in keyof Asks<C>]: (...args: Parameters<Asks<C>[Key]>) => QueryOptions<Awaited<ReturnType<Asks<C>[Key]>>>;
};

/** The factories of a client. */
export function queryFactories<C extends { contractAddress: string }>(client: C, chainId: string): QueryFactories<C> {
  const fields = Object.entries(client) as [string, unknown][];
  const asks = fields.filter((field): field is [string, Ask] => typeof field[1] === "function");
  const factories = asks.map(([query, ask]) => [
    query,
    (...args: never[]) => ({
      queryKey: ["isonomia", chainId, client.contractAddress, query, ...args],
      queryFn: () => ask(...args),
    }),
  ]);
  return Object.fromEntries(factories) as QueryFactories<C>;
}

/**
 * Every query that answers page by page: the field with the list, and what of its last entry the next page begins
 * after (the entry itself where it is empty). A test holds it against the schemas.
 */
export const PAGED = {
  vault: { claims: ["claims", "day"], unnoticed: ["accounts", ""] },
  voting: { ballots: ["ballots", "voter"], listMembers: ["members", "addr"] },
  identity: { attestations: ["attestations", "account"] },
  proposal: { proposals: ["proposals", "id"] },
  timelock: { operations: ["operations", "id"], incidents: ["incidents", "number"] },
  treasury: {
    outflows: ["outflows", "number"],
    sums: ["sums", "day"],
    budgets: ["budgets", "id"],
    streams: ["streams", "id"],
  },
} as const satisfies Record<ContractName, Record<string, readonly [list: string, cursor: string]>>;

/** What `useInfiniteQuery` and `fetchInfiniteQuery` take. */
export interface PagedOptions<T> {
  queryKey: QueryKey;
  queryFn: (context: { pageParam: string | number | undefined }) => Promise<T>;
  initialPageParam: string | number | undefined;
  getNextPageParam: (last: T) => string | number | undefined;
}

/** A factory of options for each query of a client that answers page by page. */
export type PagedFactories<Name extends ContractName, C> = {
  [Key in keyof (typeof PAGED)[Name] & keyof Asks<C>]: (
    args?: Omit<Parameters<Asks<C>[Key]>[0], "startAfter">,
  ) => PagedOptions<Awaited<ReturnType<Asks<C>[Key]>>>;
};

/** The most that a page holds, whatever is asked for. */
const LARGEST_PAGE = 100;

/** The factories of a client for what it answers page by page; pages of 100 unless told otherwise. */
export function pagedFactories<Name extends ContractName, C extends { contractAddress: string }>(
  name: Name,
  client: C,
  chainId: string,
): PagedFactories<Name, C> {
  const asks = client as unknown as Record<string, (args: object) => Promise<Record<string, unknown[]>>>;
  const pages = Object.entries(PAGED[name]) as [string, readonly [string, string]][];
  const factories = pages.map(([query, [list, cursor]]) => [
    query,
    (args: { limit?: number } = {}): PagedOptions<Record<string, unknown[]>> => {
      const limit = Math.min(args.limit ?? LARGEST_PAGE, LARGEST_PAGE);
      return {
        queryKey: ["isonomia", chainId, client.contractAddress, query, "pages", { ...args, limit }],
        queryFn: ({ pageParam }) => (asks[query] as Ask & (typeof asks)[string])({ ...args, limit, startAfter: pageParam }),
        initialPageParam: undefined,
        getNextPageParam: (page) => {
          const entries = page[list] ?? [];
          return entries.length < limit ? undefined : after(entries.at(-1), cursor);
        },
      };
    },
  ]);
  return Object.fromEntries(factories) as PagedFactories<Name, C>;
}

function after(entry: unknown, cursor: string): string | number {
  return (cursor === "" ? entry : (entry as Record<string, unknown>)[cursor]) as string | number;
}

/** Every page of a list, one after the other, without TanStack. */
export async function* everyPage<T>({ queryFn, initialPageParam, getNextPageParam }: PagedOptions<T>): AsyncGenerator<T> {
  let pageParam = initialPageParam;
  do {
    const page = await queryFn({ pageParam });
    yield page;
    pageParam = getNextPageParam(page);
  } while (pageParam !== undefined);
}
