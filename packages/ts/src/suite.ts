/** The six contracts of a DAO. */
export const CONTRACTS = ["vault", "voting", "identity", "proposal", "timelock", "treasury"] as const;

export type ContractName = (typeof CONTRACTS)[number];

/** One thing for each contract. */
export type Suite<T> = Record<ContractName, T>;

/** The same for each contract. */
export function each<T>(make: (name: ContractName) => T): Suite<T> {
  return Object.fromEntries(CONTRACTS.map((name) => [name, make(name)])) as Suite<T>;
}
