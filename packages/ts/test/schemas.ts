/** The messages of the schemas, and one of each to send. */
import type { ContractName } from "../src/index.js";
import { read } from "./rust.js";

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  definitions?: Record<string, Schema>;
}

/** A message by name, with everything that may be said in it. */
export interface Sample {
  name: string;
  /** The fields, as JSON has them. */
  fields: Record<string, unknown>;
  /** The fields that the message has, by name. */
  properties: string[];
}

/** One of each message that a contract takes or is asked. */
export function samples(contract: ContractName, kind: "execute" | "query"): Sample[] {
  const schema = JSON.parse(read(`schema/${contract}.json`))[kind] as Schema;
  return (schema.oneOf ?? []).map((variant) => {
    const [[name, inner] = ["", {}]] = Object.entries(variant.properties ?? {});
    const fields = sample(inner, schema.definitions ?? {}) as Record<string, unknown>;
    return { name, fields, properties: Object.keys(fields) };
  });
}

function sample(schema: Schema, definitions: Record<string, Schema>): unknown {
  const of = (inner: Schema) => sample(inner, definitions);
  if (schema.$ref) return of(definitions[schema.$ref.replace("#/definitions/", "")] ?? {});
  const [choice] = schema.allOf ?? schema.oneOf ?? schema.anyOf ?? [];
  if (choice) return of(choice);
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "array") return [of(schema.items ?? {})];
  if (type === "object") return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, of(inner)]));
  const simple: Record<string, unknown> = { integer: 7, string: "some", boolean: true };
  if (type === undefined || !(type in simple)) throw new Error(`no sample of ${JSON.stringify(schema)}`);
  return simple[type];
}

/** The name of a message or field as JavaScript has it. */
export function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export function camelKeys(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [camel(key), value]));
}
