import { describe, expect, test } from "vitest";
import { DeploymentError, each, readDeployment } from "../src/index.js";
import { contracts } from "./given.js";
import { read } from "./rust.js";

function dao(step: object = { done: { result: null, tx: "AB", height: 7 } }) {
  return {
    params: { name: "Town" }, founder: "wasm1alice", salt: "00", git_commit: "abc", step, contracts,
    codes: each(() => 3), checksums: each(() => "00ff"),
  };
}

const file = (daos: object) => ({ chain_id: "isonomia-devnet-1", codes: {}, daos });

describe("a deployment file", () => {
  test("with one DAO gives it unasked", () => {
    expect(readDeployment(file({ town: dao() }))).toEqual({
      chainId: "isonomia-devnet-1", name: "town", contracts, codes: each(() => 3), checksums: each(() => "00ff"),
    });
  });

  test("with several wants a name", () => {
    const both = file({ town: dao(), village: dao() });
    expect(readDeployment(both, "village").name).toBe("village");
    expect(() => readDeployment(both)).toThrow("name one of town, village");
  });

  test("that is not finished gives nothing", () => {
    for (const step of ["planned", { sent: { tx: "AB", until: 9 } }]) {
      expect(() => readDeployment(file({ town: { ...dao(), step } }))).toThrow("not finished");
    }
  });

  test.each([
    ["no DAO", file({}), undefined, "no DAO `any` was deployed to isonomia-devnet-1; there are: none"],
    ["another name", file({ town: dao() }), "toString", "no DAO `toString`"],
    ["no file", null, undefined, "no object"],
    ["a list", [], undefined, "no object"],
    ["no chain", { daos: {} }, undefined, "names no chain"],
    ["a contract too few", file({ town: { ...dao(), contracts: { ...contracts, vault: undefined } } }), undefined, "no string of the vault"],
    ["a code that is no number", file({ town: { ...dao(), codes: { ...each(() => 3), treasury: "3" } } }), undefined, "no number of the treasury"],
  ])("%s is refused with a reason", (_, wrong, name, why) => {
    expect(() => readDeployment(wrong, name)).toThrow(DeploymentError);
    expect(() => readDeployment(wrong, name)).toThrow(why);
  });

  test("has the fields that the command writes", () => {
    const source = read("packages/cli/src/deployment.rs");
    const fields = (type: string) => [...(source.split(`pub struct ${type} {`)[1]?.split("\n}")[0] ?? "").matchAll(/^ {4}pub (\w+):/gm)].map(([, field]) => field);
    expect(fields("Deployments")).toEqual(expect.arrayContaining(["chain_id", "daos"]));
    expect(fields("Dao")).toEqual(expect.arrayContaining(["contracts", "codes", "checksums", "step"]));
    expect(source).toMatch(/rename_all = "snake_case"\)\]\npub enum Step<T> \{[\s\S]*\n {4}Done \{/);
  });
});
