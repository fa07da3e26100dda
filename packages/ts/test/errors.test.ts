import { describe, expect, test } from "vitest";
import type { ContractErrorCode, DaoError } from "../src/index.js";
import { ERRORS, parseError } from "../src/index.js";
import type { RustError } from "./rust.js";
import { contractSources, errorsIn, read } from "./rust.js";

const codes = Object.keys(ERRORS) as ContractErrorCode[];

/** A sentence without the names of its facts. */
const bare = (sentence: string) => sentence.replace(/\{[^}]*\}/g, "{}");

const OPERATION_STEP = "an operation that is {} does not take {}: it may be executed from {} until before {}, now it is {}";

/** What our sentences of a Rust one are, where the words there are computed or belong to one call only. */
const COMPUTED: Record<string, string[]> = {
  // `words(expect)` comes before the value: "at least 5".
  "expected at `{}`: {}{}; the answer is {}": ["expected at `{}`: {}; the answer is {}"],
  // What its operators lack comes last, if it waits for any.
  [`${OPERATION_STEP}{}`]: [OPERATION_STEP, `${OPERATION_STEP}${lack()}`],
  // These are printed with quotes.
  "the store has no {}: it does not say by which code it was written": ['the store has no "{}": it does not say by which code it was written'],
  "{} is no semantic version": ['"{}" is no semantic version'],
};

/** What an operation that is not ready says of its operators. */
function lack(): string {
  const [, words = ""] = /format!\("(; operators [^"]*)"\)/.exec(read("packages/core/src/operation.rs")) ?? [];
  if (words === "") throw new Error("an operation says otherwise what its operators lack");
  return bare(words);
}

function rustErrors(): RustError[] {
  return contractSources().flatMap((file) => {
    const spoken = [...read(file).matchAll(/StdError::generic_err\(format!\("([^"]*)"\)\)/g)];
    return [...errorsIn(file), ...spoken.map(([, format = ""]) => ({ file, variant: "generic", format, fields: {} }))];
  });
}

function ours(): Map<string, ContractErrorCode> {
  return new Map(codes.map((code) => [bare(ERRORS[code][0]), code]));
}

/**
 * Several variants of the treasury say this, each with fields of other names: one code has them all, and its cause
 * tells which. So its facts are held against the types in their order.
 */
const OF_HOLDING = "{}: {}";

/** Our sentences, without the names of their facts, of a Rust one. */
const theirs = (format: string) => COMPUTED[bare(format)] ?? [bare(format)];

describe("the map of errors and the contracts", () => {
  test("no error of the sources is overlooked", () => {
    const marked = contractSources().map((file) => read(file).match(/#\[error\((?!transparent)/g)?.length ?? 0);
    expect(contractSources().flatMap(errorsIn)).toHaveLength(marked.reduce((sum, count) => sum + count, 0));
  });

  test("every error of a contract has a code and words", () => {
    const known = ours();
    const missing = rustErrors().filter(({ format }) => theirs(format).some((sentence) => !known.has(sentence)));
    expect(missing.map(draft), "write these into src/errors, with words for people").toEqual([]);
  });

  test("every code is an error of a contract", () => {
    const said = new Set(rustErrors().flatMap(({ format }) => theirs(format)));
    expect(codes.filter((code) => !said.has(bare(ERRORS[code][0]))), "no contract says these").toEqual([]);
  });

  test("no two codes have one sentence", () => {
    expect(ours().size).toBe(codes.length);
  });

  test("a fact has the name and fits the type that it has in Rust", () => {
    const wrong = rustErrors().flatMap(({ file, format, fields }) => {
      const [code] = theirs(format).flatMap((sentence) => ours().get(sentence) ?? []);
      if (code === undefined) return [];
      const [says] = ERRORS[code];
      const kinds = Object.fromEntries([...says.matchAll(/\{(\w+):(\w+)\}/g)].map(([, name = "", kind = ""]) => [name, kind]));
      const named = [...format.matchAll(/\{([a-z]\w*)/g)].map(([, name = ""]) => name).filter((name) => fields[name] !== undefined);
      const kindOf = (name: string) => (bare(format) === OF_HOLDING ? Object.values(kinds)[named.indexOf(name)] : kinds[name]);
      return named
        .filter((name) => !(KINDS[fields[name] ?? ""] ?? ["cause", "debug", "name", "text", "asset"]).includes(kindOf(name) ?? ""))
        .map((name) => `${file}: {${name}} of type ${fields[name]} is ${kinds[name] ?? "missing"} here`);
    });
    expect(wrong).toEqual([]);
  });

  test("words for people name only facts that there are", () => {
    for (const code of codes) {
      const [says, text] = ERRORS[code];
      for (const [, name] of text.matchAll(/\{(\w+)\}/g)) expect(says, code).toContain(`{${name}:`);
    }
  });

  test("each sentence is told from all others", () => {
    for (const code of codes) {
      const error = parseError(new Error(sample(code)));
      expect(error.code, ERRORS[code][0]).toBe(code);
      expect(error.text, code).not.toMatch(/\{\w+\}|undefined/);
    }
  });
});

/** Which kinds a Rust type may have. What is not here are errors and enums. */
const KINDS: Record<string, string[]> = {
  Addr: ["address"],
  String: ["text", "address"],
  "&'static str": ["text", "name"],
  u16: ["bps", "count"],
  u32: ["count"],
  u64: ["count", "id", "time", "seconds", "bps"],
  usize: ["count"],
  u128: ["amount"],
  Uint128: ["amount"],
  HexBinary: ["hex"],
  Asset: ["asset", "holding"],
  Holding: ["holding"],
  Limit: ["limit"],
  Class: ["class"],
};

/** The entry that an error wants, but for its words. */
function draft({ file, variant, format, fields }: RustError): string {
  const [, area = "shared"] = /^contracts\/(\w+)\//.exec(file) ?? [];
  const code = `${area}.${variant.replace(/\B[A-Z]/g, "_$&").toLowerCase()}`;
  const says = format.replace(/\{(\w*)[^}]*\}/g, (_, name: string) => `{${name || "?"}:${kindOf(name, fields[name])}}`);
  return `${JSON.stringify(code)}: [${JSON.stringify(says)}, ""], // ${file}`;
}

/** A guess, for whoever completes the entry. */
function kindOf(name: string, type = ""): string {
  if (/^[A-Z]/.test(name)) return "count";
  if (type === "u64" && /^(now|until|from|at|ends?|latest|opens|expires|start|free_from)$/.test(name)) return "time";
  return KINDS[type]?.[0] ?? "debug";
}

/** What may be within those that have another error within. */
const CAUSES: Partial<Record<ContractErrorCode, string>> = {
  "voting.stage": "a poll that is Closed does not take Vote",
  "proposal.action": "a message is one JSON object",
  "timelock.step": "an operation that is Waiting does not take Execute: it may be executed from 5 until before 9, now it is 1",
  "timelock.void": "wasm1pool ran code 3 when this was proposed, and runs code 4 now",
  "treasury.of_holding": "5 is more than the 4 left of the allowance of 6 in 30 days",
  "treasury.default_limit": "a cap is at most 10000 basis points, not 10001 basis points",
  "treasury.budget": "it was revoked",
  "treasury.stream": "it was cancelled at 1764075600",
};

function sample(code: ContractErrorCode): string {
  const samples: Record<string, string> = {
    address: "wasm1alice", amount: "12", asset: "uiso", bps: "100", cause: CAUSES[code] ?? "no cause", class: "critical",
    count: "7", debug: "Open", hex: "00ff", holding: "cw721:wasm1art", id: "3", limit: "500 basis points", name: "Pending", seconds: "60", text: "word", time: "1764075600",
  };
  return ERRORS[code][0].replace(/\{\w+:(\w+)\}/g, (_, kind) => samples[kind] ?? `no sample of ${kind}`);
}

describe("what a client throws", () => {
  const wasmd = "[CosmWasm/wasmd@v0.70.3/x/wasm/keeper/keeper.go:431]";

  test("a vote that failed in a block", () => {
    const error = parseError(
      new Error(
        "Error when broadcasting tx 0A1B at height 9. Code: 5; Raw log: failed to execute message; message index: 0: " +
          "the close has moved twice: a ballot may now only be No, or change a Yes to No or Abstain: execute wasm contract failed",
      ),
    );
    expect(error.code).toBe("voting.final_phase");
  });

  test("a simulation that failed in a contract that the contract called", () => {
    const error = parseError(
      new Error(
        "Query failed with (6): rpc error: code = Unknown desc = failed to execute message; message index: 1: dispatch: " +
          `submessages: total power would pass 2^64 - 1: execute wasm contract failed ${wasmd} with gas used: '93111': unknown request`,
      ),
    );
    expect(error).toMatchObject({ code: "voting.power_limit", facts: {} });
  });

  test("a query of what there is not", () => {
    const error = parseError(new Error("Query failed with (18): Generic error: there is no proposal 9: query wasm contract failed: unknown request"));
    expect(error).toMatchObject({ code: "proposal.unknown", facts: { id: 9 }, text: "There is no proposal 9." });
  });

  test("facts have their types, and moments are written for people", () => {
    const error = parseError("the next claim of wasm1alice is released at 1764115200, now it is 1764075600");
    expect(error).toMatchObject({
      code: "vault.not_released",
      facts: { account: "wasm1alice", released: 1764115200, now: 1764075600 },
      text: "Your next claim is released on 2025-11-26 00:00:00 UTC.",
    });
  });

  test("an amount is not squeezed into a float", () => {
    const error = parseError("wasm1bob has 170141183460469231731687303715884105727 at stake, so 170141183460469231731687303715884105728 cannot be unstaked");
    if (error.code !== "vault.more_than_stake") throw new Error(error.code);
    expect(error.facts.amount - error.facts.stake).toBe(1n);
  });

  test("an error within an error", () => {
    const error = parseError("uiso: 50 is more than the 40 left of the allowance of 100 in 30 days: execute wasm contract failed");
    expect(error.code).toBe("treasury.of_holding");
    const { cause, text } = error as Extract<DaoError, { code: "treasury.of_holding" }>;
    expect(cause).toMatchObject({ code: "treasury.over_allowance", facts: { left: 40n } });
    expect(text).toBe("uiso: 50 is more than is left of the allowance for small spends: 40 of 100 in 30 days.");
  });

  test("a payment above the outflow cap", () => {
    const error = parseError("cw20:wasm1token: 51 is more than the 40 left of the outflow cap: 500 basis points in 7 days, which is 50, and 10 counted already");
    expect(error).toMatchObject({
      code: "treasury.of_holding",
      facts: { holding: "cw20:wasm1token" },
      cause: { code: "treasury.over_cap", facts: { left: 40n, counted: 10n, limit: { share: { bps: 500 } } } },
      text: "cw20:wasm1token: 51 is more than may leave now: 40 are left of 5 % in 7 days.",
    });
  });

  test("the same of a collection, which is capped by a count", () => {
    const error = parseError("cw721:wasm1art: a cap of 1 tokens is not raised to 1 tokens");
    expect(error).toMatchObject({ code: "treasury.of_holding", cause: { code: "treasury.limit_not_higher", facts: { now: { count: { count: 1 } } } } });
    expect(error.text).toBe("cw721:wasm1art: the outflow cap is 1 token, and 1 token is not higher.");
  });

  test("an operation that is void names the contract that changed", () => {
    const error = parseError("operation 7 is void: wasm1pool ran code 3 when this was proposed, and runs code 4 now");
    expect(error).toMatchObject({ code: "timelock.void", facts: { id: 7 }, cause: { code: "timelock.broken_pin", facts: { pinned: 3, found: 4 } } });
    expect(error.text).toBe("Operation 7 is void: wasm1pool ran code 3 when this was proposed, and runs code 4 now.");
  });

  test("an operation that waits for its operators tells what they lack", () => {
    const error = parseError(
      "operation 7: an operation that is Waiting does not take Execute: it may be executed from 1764000000 until before 1764432000, now it is 1764086400; " +
        "operators of weight 5 of 6 are to be ready before 1764115200, and 3 are",
    );
    expect(error).toMatchObject({
      code: "timelock.step",
      cause: { code: "timelock.operators_not_ready", facts: { needed_weight: 5, total_weight: 6, ready_weight: 3, until: 1764115200 } },
      text: "Operation 7: The operation is Waiting: operators of weight 5 of 6 must be ready before 2025-11-26 00:00:00 UTC, and 3 are.",
    });
  });

  test("a rollback that comes too late, and a word of somebody who is no operator", () => {
    const late = parseError("operation 7: a soak that is Over does not take RollBack: it lasts until before 1764115200, now it is 1764115201");
    expect(late).toMatchObject({ code: "timelock.step", facts: { id: 7 }, cause: { code: "timelock.not_soaking", facts: { stage: "Over", until: 1764115200 } } });
    const stranger = parseError("operation 7: only an operator of this operation may do this, not wasm1mallory");
    expect(stranger).toMatchObject({ code: "timelock.step", cause: { code: "timelock.not_operator", facts: { sender: "wasm1mallory" } } });
  });

  test("code that was not voted on names both checksums", () => {
    const error = parseError("submessages: wasm1pool: code 9 has the checksum 00ff, and 11ee was approved: execute wasm contract failed");
    expect(error).toMatchObject({ code: "timelock.other_code", facts: { contract: "wasm1pool", code_id: 9, found: "00ff", approved: "11ee" } });
  });

  test("a store that other code does not take over", () => {
    const older = parseError('the store is of version 0.2.0, and the code of version 0.1.0: only a rollback goes to older code');
    expect(older).toMatchObject({ code: "migration.older", facts: { store: "0.2.0", code: "0.1.0" } });
    const unmarked = parseError('the store has no "layout": it does not say by which code it was written');
    expect(unmarked).toMatchObject({ code: "migration.unmarked", facts: { item: "layout" } });
  });

  test("a poll at the wrong moment", () => {
    const error = parseError("a poll that is Closed does not take Vote: poll 4 opens from 1764000000 and ends at 1764070000, now it is 1764075600");
    expect(error).toMatchObject({ code: "voting.stage", facts: { poll: 4 }, cause: { code: "voting.illegal_step", facts: { stage: "Closed", event: "Vote" } } });
  });

  test.each([
    ["chain.out_of_gas", "out of gas in location: WritePerByte; gasWanted: 100000, gasUsed: 100213: out of gas"],
    ["chain.insufficient_funds", "spendable balance 5uiso is smaller than 10uiso: insufficient funds"],
    ["chain.sequence", "account sequence mismatch, expected 5, got 4: incorrect account sequence"],
    ["chain.declined", "Request rejected"],
    ["chain.message", "Error parsing into type isonomia_api::voting::ExecuteMsg: unknown variant `vot`: execute wasm contract failed"],
    ["unknown", "the moon is full"],
  ])("%s", (code, raw) => {
    expect(parseError(new Error(raw))).toMatchObject({ code, raw, facts: {} });
  });
});
