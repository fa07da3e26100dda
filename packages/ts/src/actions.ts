/** Messages for use inside proposals: what the DAO does if one passes, as `Draft.actions` takes them. */
import type { Coin } from "./cosmwasm.js";
import type { Draft } from "./generated/Proposal.types.js";
import type { Assertion, Expect, Operator, RollbackPlan } from "./generated/Timelock.types.js";
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

/** Migrates a contract whose administrator is the timelock. Alone it is refused: `upgrade` approves the code besides. */
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
export function assertion(contracts: Suite<string>, holds: Holds): Action {
  return callOwn(contracts, "timelock", { assert: { assertion: asked(holds) } });
}

function asked({ query, ...rest }: Holds): Assertion {
  return { ...rest, query: toBinary(query) };
}

/** A contract that becomes other code, or the code that it was: by its id, its SHA-256 in hex, and the message to it. */
export interface Migration {
  contract: string;
  codeId: number;
  checksum: string;
  message: object;
}

/** The way back from an upgrade, which is voted on with it. */
export interface WayBack {
  /** For how many seconds from the execution it may be gone: 1 second to 14 days. */
  soak: number;
  /** One for each contract that is migrated, the timelock apart: to the code that it runs now, or to a bridge. */
  steps: Migration[];
  /** What lets anyone go back once it does not hold: of our own contracts, and only what governance alone changes. */
  alarms?: Holds[];
}

/**
 * Migrates contracts, and approves their code by its checksum: without that no proposal migrates. These actions stay
 * together and in this order; what is asserted of the new code comes behind.
 */
export function upgrade(contracts: Suite<string>, migrations: Migration[], rollback?: WayBack): Action[] {
  const approved = migrations.map(({ contract, checksum }) => ({ contract, checksum }));
  const back = rollback && { rollback: wayBack(rollback) };
  return [
    ...migrations.map(({ contract, codeId, message }) => migrate(contract, codeId, message)),
    callOwn(contracts, "timelock", { upgrade: { migrations: approved, ...back } }),
  ];
}

function wayBack({ soak, steps, alarms = [] }: WayBack): RollbackPlan {
  return {
    soak,
    steps: steps.map(({ contract, codeId, checksum, message }) => ({ contract, code_id: codeId, checksum, msg: toBinary(message) })),
    alarms: alarms.map(asked),
  };
}

/** Names who is asked to have releases ready, from now on; nobody else is any more. */
export function setOperators(contracts: Suite<string>, operators: Operator[]): Action {
  return callOwn(contracts, "timelock", { set_operators: { operators } });
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
