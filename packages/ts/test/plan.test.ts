import { describe, expect, test } from "vitest";
import type { Params } from "../src/index.js";
import { CONTRACTS, each, instantiateMsgs, plan, predictAddresses, standardParams, standardRules } from "../src/index.js";
import { contracts } from "./given.js";
import { read } from "./rust.js";

const founder = "wasm1c3c6m7v6pnl26qw0mcve6nd9zwsf0lcwqm327s";
const salt = new TextEncoder().encode("salt");
const codes = { vault: 11, voting: 12, identity: 13, proposal: 14, timelock: 15, treasury: 16 };
const issuer = { id: "town-hall", key: { account: { address: "wasm1alice" } } };

function town(): Params {
  return standardParams("Town", { native: { denom: "uiso" } }, [issuer]);
}

describe("the plan of a DAO", () => {
  test("six contracts in order, one salt, and the vault without an administrator", () => {
    const messages = plan(town(), { codes, contracts, creator: founder, salt });

    expect(messages.map(({ value }) => [value.codeId, value.label, value.admin])).toEqual([
      [11n, "Town vault", ""],
      [12n, "Town voting", contracts.timelock],
      [13n, "Town identity", contracts.timelock],
      [14n, "Town proposal", contracts.timelock],
      [15n, "Town timelock", contracts.timelock],
      [16n, "Town treasury", contracts.timelock],
    ]);
    for (const { typeUrl, value } of messages) {
      expect(typeUrl).toBe("/cosmwasm.wasm.v1.MsgInstantiateContract2");
      expect(value).toMatchObject({ sender: founder, salt, funds: [], fixMsg: false });
    }
    const told = messages.map(({ value }) => JSON.parse(new TextDecoder().decode(value.msg)));
    expect(told).toEqual(Object.values(instantiateMsgs(town(), contracts)));
  });

  test("the order is that of the command", () => {
    const source = read("packages/api/src/plan.rs");
    expect([...source.matchAll(/make\("(\w+)", codes/g)].map(([, name]) => name)).toEqual([...CONTRACTS]);
  });

  test("a founder decides what the command's founder decides", () => {
    const source = read("packages/api/src/plan.rs").split("pub struct Params {")[1]?.split("\n}")[0] ?? "";
    const fields = [...source.matchAll(/^ {4}pub (\w+):/gm)].map(([, field = ""]) => field);
    const ours = Object.keys({ ...town(), registrar: null, guardian: null } satisfies Required<Params>);
    expect(ours.sort()).toEqual(fields.sort());
  });

  test("each contract is told exactly what its schema asks", () => {
    const messages = instantiateMsgs(town(), contracts);
    for (const name of CONTRACTS) {
      const { instantiate } = JSON.parse(read(`schema/${name}.json`));
      expect(Object.keys(messages[name]).sort(), name).toEqual(expect.arrayContaining([...instantiate.required].sort()));
      expect(Object.keys(instantiate.properties), name).toEqual(expect.arrayContaining(Object.keys(messages[name])));
    }
  });

  test("another registrar goes to voting alone", () => {
    const [ours, theirs] = [instantiateMsgs(town(), contracts), instantiateMsgs({ ...town(), registrar: "wasm1other" }, contracts)];
    expect(theirs).toEqual({ ...ours, voting: { ...ours.voting, registrar: "wasm1other" } });
  });

  test("a guardian goes to the timelock alone, and an outflow cap to the treasury alone", () => {
    const guardian = { guardian: "wasm1guard", seconds: 86_400 };
    const ours = instantiateMsgs(town(), contracts);
    expect(ours.timelock.guardian).toBeNull();
    expect(instantiateMsgs({ ...town(), guardian }, contracts)).toEqual({ ...ours, timelock: { ...ours.timelock, guardian } });
    const open = instantiateMsgs({ ...town(), outflow_cap_bps: 10_000 }, contracts);
    expect(open).toEqual({ ...ours, treasury: { ...ours.treasury, outflow_cap_bps: 10_000 } });
  });

  test("the outflow cap is that of the mechanism, and what is staked is listed with it", () => {
    expect(read("packages/core/src/cap.rs")).toContain("DEFAULT_CAP_BPS: u16 = 500;");
    expect(town()).toMatchObject({ outflow_cap_bps: 500, listed: [{ holding: { native: { denom: "uiso" } }, limit: { share: { bps: 500 } } }] });
  });

  test("addresses follow from code, creator and salt, and from nothing else", () => {
    const checksums = each((name) => new Uint8Array(32).fill(name.length));
    const predicted = predictAddresses({ checksums, creator: founder, salt, prefix: "wasm" });
    const elsewhere = predictAddresses({ checksums, creator: founder, salt: new Uint8Array([1]), prefix: "wasm" });

    expect(predicted.vault).toMatch(/^wasm1[a-z0-9]{58}$/);
    expect(predicted).toEqual(predictAddresses({ checksums, creator: founder, salt, prefix: "wasm" }));
    expect(elsewhere.vault).not.toBe(predicted.vault);
  });
});

describe("the default rules", () => {
  test("are those of the mechanism, figure by figure", () => {
    const source = read("packages/core/src/rules.rs");
    const [, body = ""] = /pub fn standard\(day: Day\) -> Rules \{([\s\S]*?)\n {4}\}/.exec(source) ?? [];
    const ours = standardRules(86_400);
    for (const name of ["signal", "standard", "critical", "emergency"] as const) {
      const pattern = new RegExp(`${name}: class\\(\\[(.*?)\\], (adaptive|fixed)\\(([\\d_]+)\\), \\[(.*?)\\]\\)`);
      const [, bps = "", kind = "", quorum = "", times = ""] = pattern.exec(body) ?? [];
      const figures = (list: string) => list.split(", ").map((figure) => seconds(figure.replaceAll("_", "")));
      const { delay, voting, timelock, window, ...rules } = ours[name];
      expect([delay, voting, timelock, window], name).toEqual(figures(times));
      expect([rules.threshold_bps, rules.stake_key_bps, rules.stake_support_bps, rules.head_count], name).toEqual(figures(bps));
      expect(Object.entries(rules.quorum).map(([key, value]) => [key, Object.values(value)]), name).toEqual([[kind, figures(quorum)]]);
    }
    expect(body).toContain("unattested_bps: 1_000");
    expect(body).toContain("cap_bps: 300");
    expect(ours).toMatchObject({ unattested_bps: 1_000, cap_bps: 300 });
  });

  test("an hour of a day of ten seconds is a second, not nothing", () => {
    expect(standardRules(10).emergency).toMatchObject({ delay: 1, timelock: 1 });
  });
});

function seconds(figure: string): number {
  const [, unit = "", count = ""] = /^(days|hours)\((\d+)\)$/.exec(figure) ?? [];
  if (unit === "") return Number(figure);
  return Number(count) * (unit === "days" ? 86_400 : 3_600);
}
