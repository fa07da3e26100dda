/** What was deployed to a chain: the files `deployments/<chain-id>.json` that `isonomia deploy` writes. */
import type { Suite } from "./suite.js";
import { CONTRACTS, each } from "./suite.js";

/** A DAO that has been made, and where. */
export interface Deployment {
  chainId: string;
  /** The name in the file. */
  name: string;
  /** The address of each contract. */
  contracts: Suite<string>;
  /** The id of each contract's code. */
  codes: Suite<number>;
  /** The SHA-256 of each contract's code, in hex. */
  checksums: Suite<string>;
}

/** A file that is no deployment, or has not what was asked for. */
export class DeploymentError extends Error {
  override name = "DeploymentError";
}

/** The DAO of this name, or the only one, of a file that was read and parsed. */
export function readDeployment(file: unknown, name?: string): Deployment {
  const { chain_id: chainId, daos } = record(file, "the file");
  if (typeof chainId !== "string") throw new DeploymentError("the file names no chain (`chain_id`)");
  const known = record(daos ?? {}, "`daos`");
  const names = Object.keys(known);
  if (name === undefined && names.length > 1) {
    throw new DeploymentError(`several DAOs were deployed to ${chainId}: name one of ${names.join(", ")}`);
  }
  const chosen = name ?? names[0];
  if (chosen === undefined || !Object.hasOwn(known, chosen)) {
    throw new DeploymentError(`no DAO \`${chosen ?? "any"}\` was deployed to ${chainId}; there are: ${names.join(", ") || "none"}`);
  }
  const dao = record(known[chosen], `\`${chosen}\``);
  // A step that was only planned is a word.
  if (typeof dao.step === "string" || !Object.hasOwn(record(dao.step, "`step`"), "done")) {
    throw new DeploymentError(`the deployment of \`${chosen}\` was not finished`);
  }
  return {
    chainId,
    name: chosen,
    contracts: suite(dao, "contracts", "string") as Suite<string>,
    codes: suite(dao, "codes", "number") as Suite<number>,
    checksums: suite(dao, "checksums", "string") as Suite<string>,
  };
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new DeploymentError(`${what} is no object: this is no deployment file`);
  }
  return value as Record<string, unknown>;
}

function suite(dao: Record<string, unknown>, field: string, type: "string" | "number"): Suite<unknown> {
  const values = record(dao[field], `\`${field}\``);
  const missing = CONTRACTS.find((name) => typeof values[name] !== type);
  if (missing !== undefined) throw new DeploymentError(`\`${field}\` has no ${type} of the ${missing} contract`);
  return each((name) => values[name]);
}
