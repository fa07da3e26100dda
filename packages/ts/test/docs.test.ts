/** docs/typescript.md: every query in it is one, and every snippet compiles. */
import { resolve } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { ContractName } from "../src/index.js";
import { read, root } from "./rust.js";
import { samples } from "./schemas.js";

const page = read("docs/typescript.md");
const blocks = [...page.matchAll(/^```(\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm)];
const of = (language: string) => blocks.filter(([, found]) => found === language);

describe("docs/typescript.md", () => {
  const queries = of("json").filter(([, , contract]) => contract !== undefined);

  test.each(queries.map(([, , contract, text]) => [contract, text?.trim()] as const))("%s answers %s", (contract, text) => {
    const [[name, fields] = ["", {}]] = Object.entries(JSON.parse(text ?? "") as Record<string, object>);
    const known = samples(contract as ContractName, "query").find((query) => query.name === name);
    expect(known?.properties).toEqual(expect.arrayContaining(Object.keys(fields)));
  });

  test("has a query of every contract, and none in a block without one", () => {
    expect(new Set(queries.map(([, , contract]) => contract)).size).toBe(6);
    expect(of("json").length - queries.length).toBe(1);
  });

  test("where it sends for plain JSON, that page has it", () => {
    const headings = [...read("docs/queries.md").matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => anchor(heading));
    const sent = [...page.matchAll(/\]\(queries\.md#([^)]*)\)/g)].map(([, place]) => place);
    expect(headings).toEqual(expect.arrayContaining(sent));
    expect(sent.length).toBeGreaterThan(10);
  });

  test("every screen asks what answers it, and none works a verdict out", () => {
    const asked = [
      "proposal.latestProposals", "voting.verdict", "voting.mayVote", "voting.breakdown", "voting.votes", "voting.voterStatistics",
      "voting.delegates", "voting.delegators", "timelock.queue", "timelock.latestOperations", "timelock.latestIncidents", "timelock.upgrade",
      "timelock.operators", "treasury.budgetsOf", "treasury.streamsOf", "treasury.obligations", "treasury.latestOutflows",
    ];
    const code = of("ts").map(([, , , text = ""]) => text).join("");
    for (const query of asked) expect(code).toMatch(new RegExp(`dao\\.(?:pages\\.)?${query.replace(".", "\\.")}\\(`));
    expect(code).not.toMatch(/opened\.(?:passes|conditions)|\bconditions\./);
  });

  test("every snippet compiles", { timeout: 60_000 }, () => {
    const snippets = of("ts").map(([, , , text = ""]) => (text.startsWith("import ") ? text : GIVEN + text));
    expect(snippets.length).toBeGreaterThan(10);
    expect(compile(snippets)).toEqual([]);
  });
});

/** How GitHub names the place of a heading. */
function anchor(heading: string): string {
  return heading.toLowerCase().replace(/[^\w\- ]/g, "").replaceAll(" ", "-");
}

/** What a snippet that imports nothing may take for granted. */
const GIVEN = `
import type { SigningCosmWasmClient, IndexedTx } from "@cosmjs/cosmwasm";
import { assertion, cw20Send, everyPage, factsOf, formatAmount, formatBps, formatDuration, formatLimit, formatPower, formatShare, formatTime, Isonomia, parseAmount, parseError, powerOf, readActions, setOperators, standardParams, upgrade } from "isonomia";
declare const dao: Isonomia, signer: SigningCosmWasmClient, me: string, someone: string, fresh: string, old: string, transaction: IndexedTx;
`;

function compile(snippets: string[]): string[] {
  const folder = resolve(root, "packages/ts");
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(`${folder}/tsconfig.json`, ts.sys.readFile).config, ts.sys, folder);
  const files = new Map(snippets.map((text, index) => [`${folder}/snippet-${index}.ts`, `${text}\nexport {};\n`]));
  const settings = { ...options, noUnusedLocals: false, paths: { isonomia: [`${folder}/src/index.ts`] } };
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = files.get(name);
    return text === undefined ? getSourceFile(name, version, ...rest) : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram([...files.keys()], settings, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    return `${files.get(file?.fileName ?? "")?.replace(GIVEN, "") ?? file?.fileName}\n${message}`;
  });
}
