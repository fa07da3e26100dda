/** Isonomia: two-key quadratic governance. Everything of one contract is also at `isonomia/voting` and so on. */
export * from "./actions.js";
export type { Coin, EncodeObject, ExecuteResult, ICosmWasmClient, ISigningCosmWasmClient, StdFee } from "./cosmwasm.js";
export * from "./dao.js";
export * from "./deployments.js";
export * from "./errors/index.js";
export * from "./events/index.js";
export * from "./format.js";
export * from "./messages.js";
export * from "./plan.js";
export * from "./queries.js";
export * from "./rules.js";
export * from "./suite.js";
export * as identity from "./identity.js";
export * as proposal from "./proposal.js";
export * as timelock from "./timelock.js";
export * as treasury from "./treasury.js";
export * as vault from "./vault.js";
export * as voting from "./voting.js";
