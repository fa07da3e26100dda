/** What may be sent to each contract, and how a message becomes bytes. */
import type { Coin, EncodeObject } from "./cosmwasm.js";
import { toUtf8 } from "./cosmwasm.js";
import type { ExecuteMsg as IdentityExecuteMsg } from "./generated/Identity.types.js";
import type { ExecuteMsg as ProposalExecuteMsg } from "./generated/Proposal.types.js";
import type { ExecuteMsg as TimelockExecuteMsg } from "./generated/Timelock.types.js";
import type { ExecuteMsg as TreasuryExecuteMsg } from "./generated/Treasury.types.js";
import type { ExecuteMsg as VaultExecuteMsg } from "./generated/Vault.types.js";
import type { ExecuteMsg as VotingExecuteMsg } from "./generated/Voting.types.js";

/** What each contract takes. */
export interface ExecuteMsgs {
  vault: VaultExecuteMsg;
  voting: VotingExecuteMsg;
  identity: IdentityExecuteMsg;
  proposal: ProposalExecuteMsg;
  timelock: TimelockExecuteMsg;
  treasury: TreasuryExecuteMsg;
}

/** A message as the `Binary` that other messages carry. */
export function toBinary(message: unknown): string {
  return btoa(Array.from(toUtf8(JSON.stringify(message)), (byte) => String.fromCharCode(byte)).join(""));
}

/** What a `Binary` carries. */
export function fromBinary(binary: string): unknown {
  const bytes = Uint8Array.from(atob(binary), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The message for a wallet that executes any contract. */
export function execute(sender: string, contract: string, message: object, funds: Coin[] = []): EncodeObject {
  const value = { sender, contract, msg: toUtf8(JSON.stringify(message)), funds };
  return { typeUrl: "/cosmwasm.wasm.v1.MsgExecuteContract", value };
}

/**
 * The message for a wallet that sends cw20 tokens to a contract, with what to do with them: to stake where the vault
 * stakes a token (`{ stake: {} }`), or to propose where the deposit is one (`{ propose: { draft } }`).
 */
export function cw20Send(
  sender: string,
  token: string,
  { contract, amount, message }: { contract: string; amount: string | bigint; message: object },
): EncodeObject {
  return execute(sender, token, { send: { contract, amount: String(amount), msg: toBinary(message) } });
}
