/**
 * The plan of a DAO: six contracts with addresses that are known before anything exists, made by one transaction of
 * plain instantiate messages. Afterwards no account holds any right.
 */
import type { MsgInstantiateContract2EncodeObject } from "@cosmjs/cosmwasm";
import { instantiate2Address } from "@cosmjs/cosmwasm";
import { toUtf8 } from "./cosmwasm.js";
import type { InstantiateMsg as IdentityMsg, Issuer } from "./generated/Identity.types.js";
import type { Entry, InstantiateMsg as ProposalMsg, Rules } from "./generated/Proposal.types.js";
import type { FirstGuardian, InstantiateMsg as TimelockMsg } from "./generated/Timelock.types.js";
import type { Allowance, HoldingCap, InstantiateMsg as TreasuryMsg } from "./generated/Treasury.types.js";
import type { Asset, InstantiateMsg as VaultMsg } from "./generated/Vault.types.js";
import type { InstantiateMsg as VotingMsg } from "./generated/Voting.types.js";
import { standardRules } from "./rules.js";
import type { Suite } from "./suite.js";
import { CONTRACTS, each } from "./suite.js";

/** What a founder decides. */
export interface Params {
  /** The name, for the labels of the contracts. */
  name: string;
  /** What is staked. */
  asset: Asset;
  /** Seconds of unbonding. */
  unbonding: number;
  /** Seconds of a day: 86400 but on a test network. */
  day: number;
  /** K of the weight. */
  scale: number;
  /** m of the weight, in base units. */
  floor_stake: string;
  /** Seconds of a season. */
  season: number;
  /** The attestations that latch two-key mode. */
  min_attested: number;
  /** X_min, in base units. */
  least_total_stake: string;
  /** The issuers. */
  issuers: Issuer[];
  /** How many of them must have live attestations before the registry is ready. */
  min_issuers: number;
  /** The rules of each class. */
  rules: Rules;
  /** Who may propose, and what it costs. */
  entry: Entry;
  /** The small-spend allowances of the treasury. */
  allowances: Allowance[];
  /** The outflow cap of the treasury's coins and cw20 tokens that are given no other: basis points in any 7 days. */
  outflow_cap_bps: number;
  /** The holdings that the treasury lists from the start, each with its outflow cap. */
  listed: HoldingCap[];
  /** The first proposal's id. */
  first_id: number;
  /** The first guardian, if there is one from the start; without one, Critical proposals wait half as long again. */
  guardian?: FirstGuardian | null;
  /** Who attests; our registry unless given. */
  registrar?: string | null;
}

/** The most that leaves of a holding in any 7 days, unless founders say otherwise. */
const DEFAULT_CAP_BPS = 500;

/** The defaults of the mechanism for a staked coin of six decimals. */
export function standardParams(name: string, asset: Asset, issuers: Issuer[], day = 86_400): Params {
  return {
    name,
    asset,
    unbonding: 28 * day,
    day,
    scale: 1_000_000,
    floor_stake: "1000000",
    season: 90 * day,
    min_attested: 25,
    least_total_stake: "0",
    issuers,
    min_issuers: 2,
    rules: standardRules(day),
    entry: { deposit: null, least_stake: "0" },
    allowances: [],
    outflow_cap_bps: DEFAULT_CAP_BPS,
    listed: [{ holding: asset, limit: { share: { bps: DEFAULT_CAP_BPS } } }],
    first_id: 1,
  };
}

/**
 * The address that each contract will have, from the SHA-256 of its code.
 *
 * CosmJS 0.38.1 fails here (`limit: expected safe integer`) with `@scure/base` 2.3 or later: override that to 2.2.0.
 */
export function predictAddresses(
  { checksums, creator, salt, prefix }: { checksums: Suite<Uint8Array>; creator: string; salt: Uint8Array; prefix: string },
): Suite<string> {
  return each((name) => instantiate2Address(checksums[name], creator, salt, prefix));
}

/**
 * The messages that make a DAO, in the order in which they must be sent, in one transaction.
 *
 * The vault gets no administrator, everything else the timelock.
 */
export function plan(
  params: Params,
  { codes, contracts, creator, salt }: {
    codes: Suite<number>;
    contracts: Suite<string>;
    creator: string;
    salt: Uint8Array;
  },
): MsgInstantiateContract2EncodeObject[] {
  const messages = instantiateMsgs(params, contracts);
  return CONTRACTS.map((name) => ({
    typeUrl: "/cosmwasm.wasm.v1.MsgInstantiateContract2",
    value: {
      sender: creator,
      admin: name === "vault" ? "" : contracts.timelock,
      codeId: BigInt(codes[name]),
      label: `${params.name} ${name}`,
      msg: toUtf8(JSON.stringify(messages[name])),
      funds: [],
      salt,
      fixMsg: false,
    },
  }));
}

interface InstantiateMsgs {
  vault: VaultMsg;
  voting: VotingMsg;
  identity: IdentityMsg;
  proposal: ProposalMsg;
  timelock: TimelockMsg;
  treasury: TreasuryMsg;
}

/** The instantiate message of each contract. */
export function instantiateMsgs(params: Params, contracts: Suite<string>): InstantiateMsgs {
  const { vault, voting, identity, proposal, timelock, treasury } = contracts;
  const { asset, unbonding, day, scale, floor_stake, season, min_attested, least_total_stake } = params;
  const { issuers, min_issuers, rules, entry, allowances, outflow_cap_bps, listed, first_id, guardian = null } = params;
  const registrar = params.registrar ?? identity;
  const least_delays = {
    standard: rules.standard.timelock,
    critical: rules.critical.timelock,
    emergency: rules.emergency.timelock,
  };
  return {
    vault: { voting, asset, unbonding, day },
    voting: { vault, registrar, proposal, timelock, scale, floor_stake, season, min_attested, least_total_stake },
    identity: { voting, timelock, issuers, min_issuers },
    proposal: { voting, timelock, treasury, identity, first_id, rules, entry },
    timelock: { proposal, treasury, day, guardian, least_delays },
    treasury: { timelock, day, allowances, outflow_cap_bps, listed },
  };
}
