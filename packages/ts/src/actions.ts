/** Messages for use inside proposals: what the DAO does if one passes, as `Draft.actions` takes them. */
import type { Coin } from "./cosmwasm.js";
import type { Draft } from "./generated/Proposal.types.js";
import type { Expect } from "./generated/Timelock.types.js";
import type { ExecuteMsgs } from "./messages.js";
import { fromBinary, toBinary } from "./messages.js";
import type { ContractName, Suite } from "./suite.js";

/** One action of a proposal. The timelock is who sends it. */
export type Action = Draft["actions"][number];

/** Calls any contract. */
export function call(contract: string, message: object, funds: Coin[] = []): Action {
  return { wasm: { execute: { contract_addr: contract, msg: toBinary(message), funds } } };
}

/** Calls a contract of the DAO. What only the timelock may do, this is the way to do. */
export function callOwn<Name extends ContractName>(
  contracts: Suite<string>,
  name: Name,
  message: ExecuteMsgs[Name],
  funds: Coin[] = [],
): Action {
  return call(contracts[name], message, funds);
}

/** Sends coins of the timelock's own account. The DAO's assets are the treasury's: for those, `treasury.spend`. */
export function sendCoins(to: string, amount: Coin[]): Action {
  return { bank: { send: { to_address: to, amount } } };
}

/** Migrates a contract whose administrator is the timelock. */
export function migrate(contract: string, codeId: number, message: object): Action {
  return { wasm: { migrate: { contract_addr: contract, new_code_id: codeId, msg: toBinary(message) } } };
}

/** What must hold at that point, or the whole proposal does nothing. */
export interface Holds {
  contract: string;
  query: object;
  /** Where in the answer: keys and indices behind `/`. */
  pointer: string;
  expect: Expect;
  value: string;
}

/** Takes everything back unless a query answers what it should: the last action, as a rule. */
export function assertion(contracts: Suite<string>, { query, ...rest }: Holds): Action {
  return callOwn(contracts, "timelock", { assert: { assertion: { ...rest, query: toBinary(query) } } });
}

/** An action that was read back, with the message that it carries. */
export interface ReadAction {
  action: Action;
  /** The contract that is called, migrated or administered, where it is one. */
  contract?: string;
  /** What it is told, where there is a message. */
  message?: unknown;
}

/** The actions of a proposal from its body, for people to read. What is executed are the bytes as they are. */
export function readActions(body: { actions: string }): ReadAction[] {
  return (fromBinary(body.actions) as Action[]).map((action) => {
    const [inner] = "wasm" in action ? Object.values(action.wasm) : [];
    const { contract_addr, msg } = (inner ?? {}) as { contract_addr?: string; msg?: string };
    return {
      action,
      ...(contract_addr !== undefined && { contract: contract_addr }),
      ...(msg !== undefined && { message: fromBinary(msg) }),
    };
  });
}
