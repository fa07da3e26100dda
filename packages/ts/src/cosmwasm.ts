/**
 * What the generated clients and composers stand on: the two methods they need of a client, and the types of CosmJS.
 * A `CosmWasmClient` and a `SigningCosmWasmClient` of CosmJS fit as they are.
 */
import type { ExecuteResult, MsgExecuteContractEncodeObject } from "@cosmjs/cosmwasm";
import type { Coin, StdFee } from "@cosmjs/stargate";

export type { Coin, ExecuteResult, StdFee };
export type EncodeObject = MsgExecuteContractEncodeObject;

/** Whoever can ask a contract. */
export interface ICosmWasmClient {
  queryContractSmart(contract: string, query: Record<string, unknown>): Promise<any>;
}

/** Whoever can ask a contract, and sign a message to it. */
export interface ISigningCosmWasmClient extends ICosmWasmClient {
  execute(
    sender: string,
    contract: string,
    msg: Record<string, unknown>,
    fee: StdFee | "auto" | number,
    memo?: string,
    funds?: readonly Coin[],
  ): Promise<ExecuteResult>;
}

/** The message that executes a contract, without coins unless some are given. */
export const MsgExecuteContract = {
  fromPartial: ({ funds = [], ...message }: ExecuteFields) => ({ ...message, funds }),
};

interface ExecuteFields {
  sender: string;
  contract: string;
  msg: Uint8Array;
  funds?: Coin[] | undefined;
}

/** The bytes of a text. */
export function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

type CamelCase<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : S;

/** A message's fields, named as JavaScript names them. */
export type CamelCasedProperties<T> = { [Key in keyof T as Key extends string ? CamelCase<Key> : Key]: T[Key] };
