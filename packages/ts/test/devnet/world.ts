/** A DAO on a devnet that runs: `ISONOMIA_DEVNET` is its folder, `ISONOMIA_ARTIFACTS` that of the compiled contracts. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SigningCosmWasmClient } from "@cosmjs/cosmwasm";
import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { GasPrice } from "@cosmjs/stargate";
import type { Params, Suite } from "../../src/index.js";
import { CONTRACTS, each, Isonomia, plan, predictAddresses, standardParams } from "../../src/index.js";

export interface Person {
  address: string;
  client: SigningCosmWasmClient;
}

interface ChainFile {
  chain_id: string;
  rpc: string[];
  prefix: string;
  fee: { denom: string; price: string };
}

const folder = process.env.ISONOMIA_DEVNET ?? "";
const artifacts = process.env.ISONOMIA_ARTIFACTS ?? "";
/** Seconds of a day on this test network: the least that the contracts take. */
const DAY = 10;

export const hasDevnet = folder !== "" && artifacts !== "";

const json = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));

/** An account of the devnet, ready to sign. */
export async function person(name: string): Promise<Person> {
  const { rpc, prefix, fee } = json("chain.json") as ChainFile;
  const { accounts } = json("keys.json") as { accounts: { name: string; mnemonic: string }[] };
  const mnemonic = accounts.find((account) => account.name === name)?.mnemonic ?? "";
  const wallet = await DirectSecp256k1HdWallet.fromMnemonic(mnemonic, { prefix });
  const [account] = await wallet.getAccounts();
  const gasPrice = GasPrice.fromString(`${fee.price}${fee.denom}`);
  const client = await SigningCosmWasmClient.connectWithSigner(rpc[0] ?? "", wallet, { gasPrice, broadcastPollIntervalMs: 200 });
  return { address: account?.address ?? "", client };
}

/** Stores the six codes and makes a DAO of them in one transaction. `registrar` attests by its own account. */
export async function found(founder: Person, registrar: Person): Promise<Isonomia> {
  const { chain_id: chainId, prefix } = json("chain.json") as ChainFile;
  const wasm = each((name) => readFileSync(join(artifacts, `${name}.wasm`)));
  const codes = { ...each(() => 0) };
  for (const name of CONTRACTS) {
    codes[name] = (await founder.client.upload(founder.address, wasm[name], "auto")).codeId;
  }
  const checksums = each((name) => new Uint8Array(createHash("sha256").update(wasm[name]).digest()));
  const salt = new TextEncoder().encode(`town ${Date.now()}`);
  const contracts = predictAddresses({ checksums, creator: founder.address, salt, prefix });
  await instantiate(founder, params(registrar), { codes, contracts, salt });
  return new Isonomia(founder.client, { chainId, contracts });
}

async function instantiate(
  { address, client }: Person,
  town: Params,
  made: { codes: Suite<number>; contracts: Suite<string>; salt: Uint8Array },
): Promise<void> {
  const result = await client.signAndBroadcast(address, plan(town, { ...made, creator: address }), "auto");
  if (result.code !== 0) throw new Error(result.rawLog);
}

/** A town that decides within a minute. */
function params(registrar: Person): Params {
  const town = standardParams("Town", { native: { denom: "uiso" } }, [
    { id: "town-hall", key: { account: { address: registrar.address } } },
  ], DAY);
  // Long enough for a busy machine to cast every ballot.
  const quick = { delay: 0, voting: 2 * DAY, timelock: 1 };
  const { signal, standard, critical, emergency, ...shared } = town.rules;
  return {
    ...town,
    min_attested: 3,
    min_issuers: 1,
    registrar: registrar.address,
    allowances: [{ asset: { native: { denom: "ucash" } }, limit: "1000000" }],
    entry: { deposit: { asset: { native: { denom: "uiso" } }, amount: "5000000" }, least_stake: "0" },
    rules: {
      ...shared,
      // Alice delegates a third of all power to one person.
      cap_bps: 1_000,
      signal: { ...signal, delay: 0, voting: DAY },
      standard: { ...standard, ...quick },
      critical: { ...critical, ...quick, head_count: 3 },
      emergency: { ...emergency, ...quick, head_count: 3 },
    },
  };
}

/** The file that `isonomia deploy` has written beside the devnet. */
export function deployments(): unknown {
  const { chain_id } = json("chain.json") as ChainFile;
  return json(`deployments/${chain_id}.json`);
}

/** Waits until the chain's clock is past a moment, in seconds: a simulation may still see the block before the last. */
export async function until(moment: number, { client }: Person): Promise<void> {
  for (;;) {
    const { header } = await client.getBlock();
    if (Date.parse(header.time) / 1000 > moment + 1) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
