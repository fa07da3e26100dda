/**
 * Options for TanStack Query v5 (`useQuery(dao.queries.voting.poll({ poll: 3 }))`, and the same for Vue, Svelte, Solid).
 * They are plain objects: nothing of TanStack is imported.
 */
import type { QueuePosition } from "./generated/Timelock.types.js";
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

/** How a query goes on from page to page. */
interface Paging {
  /** The field with the list. Without one the answer itself is what is read, and says where to go on. */
  list?: string;
  /** What of the last entry the next page begins after: a field, several, or the entry itself where it is empty. */
  startAfter?: string | readonly string[];
  /** The same for what is answered newest first. */
  startBefore?: string;
}

/** What a page answers itself, in `next`: a page may be short, and another follows all the same. */
const NEXT = { startBefore: "next" } as const;

/** Every query that answers page by page. A test holds it against the schemas. */
export const PAGED = {
  vault: { claims: { list: "claims", startAfter: "day" }, unnoticed: { list: "accounts", startAfter: "" } },
  voting: {
    ballots: { list: "ballots", startAfter: "voter" },
    votes: { list: "votes", startBefore: "poll" },
    voterStatistics: NEXT,
    delegates: { list: "delegates", startAfter: "account" },
    delegators: { list: "delegators", startAfter: "account" },
    listMembers: { list: "members", startAfter: "addr" },
  },
  identity: { attestations: { list: "attestations", startAfter: "account" } },
  proposal: { proposals: { list: "proposals", startAfter: "id" }, latestProposals: NEXT },
  timelock: {
    operations: { list: "operations", startAfter: "id" },
    latestOperations: { list: "operations", startBefore: "id" },
    queue: { list: "operations", startAfter: ["eta", "id"] },
    incidents: { list: "incidents", startAfter: "number" },
    latestIncidents: { list: "incidents", startBefore: "number" },
  },
  treasury: {
    outflows: { list: "outflows", startAfter: "number" },
    latestOutflows: { list: "outflows", startBefore: "number" },
    sums: { list: "sums", startAfter: "day" },
    budgets: { list: "budgets", startAfter: "id" },
    budgetsOf: { list: "budgets", startAfter: "id" },
    streams: { list: "streams", startAfter: "id" },
    streamsOf: { list: "streams", startAfter: "id" },
  },
} as const satisfies Record<ContractName, Record<string, Paging>>;

/** Where a page begins. */
export type Cursor = string | number | QueuePosition;

/** What `useInfiniteQuery` and `fetchInfiniteQuery` take. */
export interface PagedOptions<T> {
  queryKey: QueryKey;
  queryFn: (context: { pageParam: Cursor | undefined }) => Promise<T>;
  initialPageParam: Cursor | undefined;
  getNextPageParam: (last: T) => Cursor | undefined;
}

type Rest<T> = Omit<T, "startAfter" | "startBefore">;
/** What a list is asked besides the place of the page; nothing may be said where nothing has to be. */
type PageArgs<A extends unknown[]> = object extends Rest<A[0]> ? [args?: Rest<A[0]>] : [args: Rest<A[0]>];

/** A factory of options for each query of a client that answers page by page. */
export type PagedFactories<Name extends ContractName, C> = {
  [Key in keyof (typeof PAGED)[Name] & keyof Asks<C>]: (
    ...args: PageArgs<Parameters<Asks<C>[Key]>>
  ) => PagedOptions<Awaited<ReturnType<Asks<C>[Key]>>>;
};

/** The most that a page holds, whatever is asked for. */
const LARGEST_PAGE = 100;

type Page = Record<string, unknown>;

/** The factories of a client for what it answers page by page; pages of 100 unless told otherwise. */
export function pagedFactories<Name extends ContractName, C extends { contractAddress: string }>(
  name: Name,
  client: C,
  chainId: string,
): PagedFactories<Name, C> {
  const asks = client as unknown as Record<string, (args: object) => Promise<Page>>;
  const pages = Object.entries<Paging>(PAGED[name]);
  const factories = pages.map(([query, paging]) => [
    query,
    (args: { limit?: number } = {}): PagedOptions<Page> => {
      const limit = Math.min(args.limit ?? LARGEST_PAGE, LARGEST_PAGE);
      const place = paging.startBefore === undefined ? "startAfter" : "startBefore";
      return {
        queryKey: ["isonomia", chainId, client.contractAddress, query, "pages", { ...args, limit }],
        queryFn: ({ pageParam }) => (asks[query] as Ask & (typeof asks)[string])({ ...args, limit, [place]: pageParam }),
        initialPageParam: undefined,
        getNextPageParam: (page) => following(page, paging, limit),
      };
    },
  ]);
  return Object.fromEntries(factories) as PagedFactories<Name, C>;
}

/** Where the page behind this one begins, if there is one. */
function following(page: Page, { list, startAfter, startBefore }: Paging, limit: number): Cursor | undefined {
  const cursor = startBefore ?? startAfter ?? "";
  if (list === undefined) return (page[String(cursor)] as Cursor | null | undefined) ?? undefined;
  const entries = (page[list] ?? []) as unknown[];
  return entries.length < limit ? undefined : placeOf(entries.at(-1), cursor);
}

function placeOf(entry: unknown, cursor: string | readonly string[]): Cursor {
  const fields = entry as Record<string, unknown>;
  if (typeof cursor !== "string") return Object.fromEntries(cursor.map((field) => [field, fields[field]])) as unknown as Cursor;
  return (cursor === "" ? entry : fields[cursor]) as Cursor;
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
