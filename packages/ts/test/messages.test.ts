import { describe, expect, test } from "vitest";
import { assertion, call, cw20Send, execute, fromBinary, Isonomia, migrate, readActions, sendCoins, setOperators, toBinary, upgrade } from "../src/index.js";
import { contracts } from "./given.js";

const nobody = { queryContractSmart: async () => ({}) };
const dao = new Isonomia(nobody, { chainId: "isonomia-1", contracts });
const json = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes));

describe("actions, for use inside proposals", () => {
  test("a grant is a message of the timelock to the treasury, base64 within JSON", () => {
    const payment = { asset: { native: { denom: "ucash" } }, amount: "5000000", to: "wasm1ben" };

    const action = dao.action("treasury", { spend: { payment } });

    expect(action).toEqual({
      wasm: {
        execute: {
          contract_addr: contracts.treasury,
          msg: btoa('{"spend":{"payment":{"asset":{"native":{"denom":"ucash"}},"amount":"5000000","to":"wasm1ben"}}}'),
          funds: [],
        },
      },
    });
  });

  test("as the contracts pin a call", () => {
    expect(call("vault", { claim: {} })).toEqual({ wasm: { execute: { contract_addr: "vault", msg: "eyJjbGFpbSI6e319", funds: [] } } });
  });

  test("an assertion carries its query as base64", () => {
    const action = assertion(contracts, {
      contract: contracts.treasury, query: { config: {} }, pointer: "/day", expect: "equals", value: "86400",
    });
    if (!("wasm" in action) || !("execute" in action.wasm)) throw new Error("no call");
    expect(action.wasm.execute.contract_addr).toBe(contracts.timelock);
    expect(fromBinary(action.wasm.execute.msg)).toEqual({
      assert: {
        assertion: { contract: contracts.treasury, query: toBinary({ config: {} }), pointer: "/day", expect: "equals", value: "86400" },
      },
    });
  });

  test("an upgrade is its migrations, and behind them what approves their code and arms the way back", () => {
    const [old, fresh] = ["00".repeat(32), "ff".repeat(32)];
    const actions = upgrade(contracts, [{ contract: contracts.voting, codeId: 9, checksum: fresh, message: {} }], {
      soak: 604_800,
      steps: [{ contract: contracts.voting, codeId: 3, checksum: old, message: { rollback: true } }],
      alarms: [{ contract: contracts.voting, query: { config: {} }, pointer: "/scale", expect: "equals", value: "1000000" }],
    });

    expect(readActions({ actions: toBinary(actions) }).map(({ contract, message }) => [contract, message])).toEqual([
      [contracts.voting, {}],
      [contracts.timelock, {
        upgrade: {
          migrations: [{ contract: contracts.voting, checksum: fresh }],
          rollback: {
            soak: 604_800,
            steps: [{ contract: contracts.voting, code_id: 3, checksum: old, msg: toBinary({ rollback: true }) }],
            alarms: [{ contract: contracts.voting, query: toBinary({ config: {} }), pointer: "/scale", expect: "equals", value: "1000000" }],
          },
        },
      }],
    ]);
  });

  test("an upgrade without a way back says nothing of one", () => {
    const [, approval] = readActions({ actions: toBinary(upgrade(contracts, [{ contract: contracts.timelock, codeId: 9, checksum: "ff", message: {} }])) });
    expect(approval?.message).toEqual({ upgrade: { migrations: [{ contract: contracts.timelock, checksum: "ff" }] } });
  });

  test("operators are named by the timelock", () => {
    const action = setOperators(contracts, [{ operator: "wasm1ann", weight: 2 }]);
    expect(action).toEqual(dao.action("timelock", { set_operators: { operators: [{ operator: "wasm1ann", weight: 2 }] } }));
  });

  test("the body of a proposal can be read", () => {
    const actions = [
      dao.action("voting", { set_registrar: { registrar: "wasm1other" } }),
      sendCoins("wasm1ben", [{ denom: "uiso", amount: "5" }]),
      migrate(contracts.voting, 9, {}),
      { wasm: { clear_admin: { contract_addr: contracts.voting } } },
    ];

    const read = readActions({ actions: toBinary(actions) });

    expect(read.map(({ contract, message }) => [contract, message])).toEqual([
      [contracts.voting, { set_registrar: { registrar: "wasm1other" } }],
      [undefined, undefined],
      [contracts.voting, {}],
      [contracts.voting, undefined],
    ]);
    expect(read.map(({ action }) => action)).toEqual(actions);
  });
});

describe("binaries", () => {
  test("carry text of any language, and of any length", () => {
    const message = { propose: { title: "Für 人々 🏛", summary: "x".repeat(300_000) } };
    expect(fromBinary(toBinary(message))).toEqual(message);
  });
});

describe("messages for wallets", () => {
  test("staking a cw20 goes through the token", () => {
    const message = cw20Send("wasm1alice", "wasm1token", { contract: contracts.vault, amount: 5n, message: { stake: {} } });
    expect(message.value).toMatchObject({ sender: "wasm1alice", contract: "wasm1token", funds: [] });
    expect(json(message.value.msg)).toEqual({ send: { contract: contracts.vault, amount: "5", msg: toBinary({ stake: {} }) } });
  });

  test("any contract can be executed, with coins", () => {
    const message = execute("wasm1alice", "wasm1other", { ping: {} }, [{ denom: "uiso", amount: "1" }]);
    expect(message.typeUrl).toBe("/cosmwasm.wasm.v1.MsgExecuteContract");
    expect(message.value.funds).toEqual([{ denom: "uiso", amount: "1" }]);
    expect(json(message.value.msg)).toEqual({ ping: {} });
  });
});
