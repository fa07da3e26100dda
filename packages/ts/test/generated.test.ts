import { wasmTypes } from "@cosmjs/cosmwasm";
import { Registry } from "@cosmjs/proto-signing";
import { describe, expect, test } from "vitest";
import type { ICosmWasmClient, ISigningCosmWasmClient } from "../src/index.js";
import * as isonomia from "../src/index.js";
import { CONTRACTS, Isonomia } from "../src/index.js";
import { contracts } from "./given.js";
import { camel, camelKeys, samples } from "./schemas.js";

type Method = (...args: unknown[]) => unknown;
const method = (of: object, name: string) => (of as Record<string, Method>)[camel(name)] as Method;

/** A client that answers with what it was asked. */
const echo: ICosmWasmClient & ISigningCosmWasmClient = {
  queryContractSmart: async (contract, query) => ({ contract, query }),
  execute: async (...args) => ({ args }) as never,
};
const dao = new Isonomia(echo, { chainId: "isonomia-1", contracts });
const call = (of: object, name: string, fields: object, ...rest: unknown[]) =>
  Object.keys(fields).length ? method(of, name)(camelKeys(fields as never), ...rest) : method(of, name)(...rest);

describe.each(CONTRACTS)("%s", (contract) => {
  test("its client sends every query of the schema", async () => {
    for (const { name, fields } of samples(contract, "query")) {
      const asked = await call(dao[contract], name, fields);
      expect(asked, name).toEqual({ contract: contracts[contract], query: { [name]: fields } });
    }
  });

  test("its signing client sends every message of the schema", async () => {
    const funds = [{ denom: "uiso", amount: "5" }];
    const signing = dao.signing(echo, "wasm1alice")[contract];
    for (const { name, fields } of samples(contract, "execute")) {
      const sent = await call(signing, name, fields, 1.4, "a memo", funds);
      expect(sent, name).toEqual({ args: ["wasm1alice", contracts[contract], { [name]: fields }, 1.4, "a memo", funds] });
    }
  });

  test("its composer and its builder make the same messages, and CosmJS can sign them", () => {
    const registry = new Registry(wasmTypes);
    const builder = Object.values(isonomia[contract]).find((value) => Object.hasOwn(value as object, "name") && (value as { name: string }).name.endsWith("ExecuteMsgBuilder"));
    for (const { name, fields } of samples(contract, "execute")) {
      const message = call(dao.composing("wasm1alice")[contract], name, fields) as isonomia.EncodeObject;
      const { msg, ...rest } = registry.decode({ typeUrl: message.typeUrl, value: registry.encode(message) });
      expect(rest, name).toEqual({ sender: "wasm1alice", contract: contracts[contract], funds: [] });
      expect(JSON.parse(new TextDecoder().decode(msg)), name).toEqual({ [name]: fields });
      expect(call(builder as object, name, fields), name).toEqual({ [name]: fields });
    }
  });
});

test("what is left out is not sent as null", async () => {
  const { query } = (await dao.voting.ballots({ poll: 3 })) as unknown as { query: object };
  expect(JSON.stringify(query)).toBe('{"ballots":{"poll":3}}');
});
