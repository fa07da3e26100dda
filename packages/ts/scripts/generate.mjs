// Writes src/generated from schema/*.json: types, clients, composers and builders, by @cosmwasm/ts-codegen, and the table
// of events.
//
//   node scripts/generate.mjs [folder]     the folder is src/generated unless given
//
// What it emits is then adapted: import lines to CosmJS, `any` to what an execution gives, optional fields to strict
// TypeScript, and signing clients to messages alone. The comments of the schema come along.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, copyFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import codegen from "@cosmwasm/ts-codegen";
import { tableOf } from "./events.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const schemas = join(root, "../../schema");
const out = resolve(process.argv[2] ?? join(root, "src/generated"));
const contracts = ["vault", "voting", "identity", "proposal", "timelock", "treasury"];

const capital = (name) => name[0].toUpperCase() + name.slice(1);
const schemaOf = (name) => JSON.parse(readFileSync(join(schemas, `${name}.json`), "utf8"));

/** Where a name that ts-codegen imports comes from here. */
const SOURCES = [
  [/^import (?:type )?\{(.*)\} from "\.\/baseClient";$/, 'import type {$1, ExecuteResult } from "../cosmwasm.js";'],
  [/^import (?:type )?\{(.*)\} from "@interchainjs\/types";$/, 'import type {$1} from "../cosmwasm.js";'],
  [/^import (?:type )?\{(.*)\} from "@interchainjs\/cosmos-types";$/, 'import type {$1} from "../cosmwasm.js";'],
  [/^import \{(.*)\} from "interchainjs\/cosmwasm\/wasm\/v1\/tx";$/, 'import {$1} from "../cosmwasm.js";'],
  [/^import \{(.*)\} from "@interchainjs\/encoding";$/, 'import {$1} from "../cosmwasm.js";'],
  [/^import \{ CamelCasedProperties \} from "type-fest";$/, 'import type { CamelCasedProperties } from "../cosmwasm.js";'],
  [/^import \{(.*)\} from "\.\/(\w+)\.types";$/, 'import type {$1} from "./$2.types.js";'],
];

/** One import line as it has to be here. A line that no rule knows is an error: ts-codegen has changed. */
function adaptImport(line) {
  const rule = SOURCES.find(([pattern]) => pattern.test(line));
  if (!rule) throw new Error(`ts-codegen imports something new: ${line}`);
  return line.replace(rule[0], rule[1]);
}

function adapt(text, comments) {
  const lines = [];
  let inside;
  for (const line of text.trimEnd().split("\n")) {
    if (line === "    super(client, contractAddress);") continue;
    const [, type] = /^export (?:interface|class|abstract class|type) (\w+)/.exec(line) ?? [];
    if (type !== undefined) inside = type;
    const [, field] = /^ {2}(?:static )?(\w+)\??(?::| =)/.exec(line) ?? [];
    // The methods of a class have their comments in its interface.
    const documented = field === undefined || /^ {2}(static )?\w+ = async/.test(line);
    const comment = type ? comments.types[type] : documented ? undefined : comments.field(inside, field);
    if (comment) lines.push(...jsdoc(comment, type ? "" : "  "));
    lines.push(line.startsWith("import ") ? adaptImport(line) : adaptLine(line));
  }
  return `${withoutUnused(lines).join("\n")}\n`;
}

/**
 * What an execution gives; that what may be left out may be `undefined`, which JSON leaves out; and that a client which
 * signs has the messages alone: a query may have the name of a message, and then could not stand beside it.
 */
function adaptLine(line) {
  return line
    .replaceAll("Promise<any>", "Promise<ExecuteResult>")
    .replace(/^(\s+\w+\?: [^;=]+);$/, "$1 | undefined;")
    .replace(/^(export interface \w+Interface) extends \w+ReadOnlyInterface \{$/, "$1 {")
    .replace(/^(export class \w+Client) extends \w+QueryClient (implements \w+ \{)$/, "$1 $2");
}

/** Without the imported names that nothing uses: ts-codegen imports every type of the contract. */
function withoutUnused(lines) {
  const body = lines.filter((line) => !line.startsWith("import ")).join("\n");
  const used = (name) => new RegExp(`\\b${name}\\b`).test(body);
  return lines.flatMap((line) => {
    const [, names] = /^import .*\{(.*)\}/.exec(line) ?? [];
    if (names === undefined) return [line];
    const kept = names.split(",").map((name) => name.trim()).filter(used);
    return kept.length ? [line.replace(/\{.*\}/, `{ ${kept.join(", ")} }`)] : [];
  });
}

function jsdoc(comment, indent) {
  const lines = comment.replaceAll("*/", "* /").split("\n");
  if (lines.length === 1) return [`${indent}/** ${lines[0]} */`];
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}

const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** The comments of a schema: of its types and their fields, and of each message by the method that sends it. */
function commentsOf(name, schema) {
  const types = {};
  const fields = {};
  const roots = [schema.instantiate, schema.execute, schema.query, ...Object.values(schema.responses)];
  for (const node of roots.filter(Boolean)) {
    for (const [type, definition] of Object.entries({ [node.title]: node, ...node.definitions })) {
      // The types of cosmwasm-std have examples in Rust.
      if (definition.description) types[type] = definition.description.split("\n\n# ")[0];
      for (const [field, of] of Object.entries(definition.properties ?? {})) {
        if (of.description) (fields[type] ??= {})[field] = of.description;
      }
    }
  }
  const messages = (node) =>
    Object.fromEntries((node?.oneOf ?? []).map((one) => [camel(Object.keys(one.properties)[0]), one.description]));
  const Name = capital(name);
  const of = {
    ...fields,
    [`${Name}ReadOnlyInterface`]: messages(schema.query),
    [`${Name}Interface`]: messages(schema.execute),
    [`${Name}Msg`]: messages(schema.execute),
    [`${Name}ExecuteMsgBuilder`]: messages(schema.execute),
    [`${Name}QueryMsgBuilder`]: messages(schema.query),
  };
  return { types, field: (type, field) => of[type]?.[field] };
}

async function generate(input, raw) {
  for (const name of contracts) {
    mkdirSync(join(input, name), { recursive: true });
    copyFileSync(join(schemas, `${name}.json`), join(input, name, `${name}.json`));
  }
  const enabled = { enabled: true };
  const disabled = { enabled: false };
  const options = {
    bundle: disabled, reactQuery: disabled, recoil: disabled, useContractsHook: disabled,
    types: enabled, client: enabled, messageComposer: enabled, messageBuilder: enabled,
  };
  await codegen.default({
    contracts: contracts.map((name) => ({ name: capital(name), dir: join(input, name) })),
    outPath: raw,
    options,
  });
}

const work = mkdtempSync(join(tmpdir(), "isonomia-ts-"));
try {
  await generate(join(work, "in"), join(work, "out"));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const name of contracts) {
    const comments = commentsOf(name, schemaOf(name));
    for (const file of readdirSync(join(work, "out")).filter((file) => file.startsWith(`${capital(name)}.`))) {
      writeFileSync(join(out, file), adapt(readFileSync(join(work, "out", file), "utf8"), comments));
    }
  }
  writeFileSync(join(out, "events.ts"), tableOf(schemaOf("events")));
} finally {
  rmSync(work, { recursive: true, force: true });
}
