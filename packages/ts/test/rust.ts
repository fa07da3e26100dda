/** What the Rust sources say: so that no table here can fall behind them. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
export const CONTRACTS = ["vault", "voting", "identity", "proposal", "timelock", "treasury"] as const;

export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sources(path);
    else if (path.endsWith(".rs")) yield path;
  }
}

/** The sources of everything that runs in a contract. */
export function contractSources(): string[] {
  const folders = [...CONTRACTS.map((name) => `contracts/${name}/src`), "packages/core/src", "packages/kit/src", "packages/api/src"];
  return folders.flatMap((folder) => [...sources(folder)]);
}

/** An error as thiserror has it. */
export interface RustError {
  file: string;
  variant: string;
  format: string;
  /** The Rust type of each named field. */
  fields: Record<string, string>;
}

/** Every `#[error("…")]` of a source; transparent ones say nothing themselves. */
export function errorsIn(file: string): RustError[] {
  const text = read(file);
  const attribute = /#\[error\(\s*"((?:[^"\\]|\\[\s\S])*)"[\s\S]*?\)\]\s*\n\s*(?:pub struct )?(\w+)/g;
  return [...text.matchAll(attribute)].map((match) => {
    const [whole, literal = "", variant = ""] = match;
    // A literal may go on in the next line.
    const format = literal.replace(/\\\n\s*/g, "");
    return { file, variant, format, fields: fieldsAfter(text.slice(match.index + whole.length)) };
  });
}

function fieldsAfter(rest: string): Record<string, string> {
  const [, block] = /^\s*\{([^}]*)\}/.exec(rest) ?? [];
  const fields = [...(block ?? "").matchAll(/^\s*(?:pub )?(\w+): (.+),$/gm)];
  return Object.fromEntries(fields.map(([, name = "", type = ""]) => [name, type]));
}
