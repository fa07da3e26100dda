// Makes a DAO on a devnet, delegates, votes and executes: less than a minute.
//
//   isonomia devnet up
//   scripts/wasm.sh
//   node packages/ts/examples/dao.mjs target/devnet artifacts
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { SigningCosmWasmClient } from "@cosmjs/cosmwasm";
import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { GasPrice } from "@cosmjs/stargate";
import { CONTRACTS, each, factsOf, formatAmount, formatTime, Isonomia, plan, predictAddresses, standardParams } from "isonomia";

const [devnet = "target/devnet", artifacts = "artifacts"] = process.argv.slice(2);
const chain = JSON.parse(readFileSync(`${devnet}/chain.json`, "utf8"));
const { accounts } = JSON.parse(readFileSync(`${devnet}/keys.json`, "utf8"));
const DAY = 10; // Seconds: only a test network has such days.

// 1. Accounts. In a browser the signer comes from the wallet; nothing else differs.
/** @param {string} name */
async function connect(name) {
  const { mnemonic } = accounts.find((/** @type {{ name: string }} */ account) => account.name === name);
  const wallet = await DirectSecp256k1HdWallet.fromMnemonic(mnemonic, { prefix: chain.prefix });
  const gasPrice = GasPrice.fromString(chain.fee.price + chain.fee.denom);
  const client = await SigningCosmWasmClient.connectWithSigner(chain.rpc[0], wallet, { gasPrice, broadcastPollIntervalMs: 300 });
  const [account] = await wallet.getAccounts();
  if (!account) throw new Error(`${name} has no account`);
  return { client, address: account.address };
}
const [alice, bob, carol, registrar] = await Promise.all([connect("alice"), connect("bob"), connect("carol"), connect("registrar")]);

// 2. The codes. A chain that has them already needs this only once; `isonomia deploy` does it too.
const wasm = each((name) => new Uint8Array(readFileSync(`${artifacts}/${name}.wasm`)));
const codes = each(() => 0);
for (const name of CONTRACTS) {
  codes[name] = (await alice.client.upload(alice.address, wasm[name], "auto")).codeId;
}

// 3. Six contracts in one transaction, with addresses that are known before.
const checksums = each((name) => new Uint8Array(createHash("sha256").update(wasm[name]).digest()));
const salt = new TextEncoder().encode(`town ${Date.now()}`);
const contracts = predictAddresses({ checksums, creator: alice.address, salt, prefix: chain.prefix });
const hall = { id: "town-hall", key: { account: { address: registrar.address } } };
const params = standardParams("Town", { native: { denom: "uiso" } }, [hall], DAY);
params.registrar = registrar.address; // Attests by hand, so that nobody waits 14 days for a first attestation.
params.min_attested = 3;
params.rules.critical = { ...params.rules.critical, head_count: 3, delay: 0, voting: 2 * DAY, timelock: 1 };
const made = await alice.client.signAndBroadcast(alice.address, plan(params, { codes, contracts, creator: alice.address, salt }), "auto");
if (made.code !== 0) throw new Error(made.rawLog);
const dao = new Isonomia(alice.client, { chainId: chain.chain_id, contracts });
console.log(`made       ${dao.contracts.timelock} (timelock), by ${made.transactionHash}`);

// 4. Stake, attest, delegate. Several messages go into one transaction.
const stakes = /** @type {const} */ ([[alice, "9000000"], [bob, "4000000"], [carol, "16000000"]]);
for (const [who, amount] of stakes) {
  await dao.signing(who.client, who.address).vault.stake("auto", "", [{ denom: "uiso", amount }]);
}
const attesting = dao.composing(registrar.address).voting;
const attestations = stakes.map(([{ address }]) => attesting.attest({ account: address, until: 4_000_000_000 }));
await registrar.client.signAndBroadcast(registrar.address, [...attestations, attesting.ready()], "auto");
await dao.signing(bob.client, bob.address).voting.registerDelegate();
await dao.signing(alice.client, alice.address).voting.delegate({ to: [{ delegate: bob.address, bps: 5_000 }] });
console.log(`delegated  half of Alice's power to Bob`);

// 5. Propose a grant. The treasury takes orders from the timelock alone, so it is an action of the proposal. And of what
//    it has, it lets 5 % go in a week, whoever has decided it: params.outflow_cap_bps.
const [funds, amount] = ["5000000000", "250000000"];
await alice.client.sendTokens(alice.address, contracts.treasury, [{ denom: "ucash", amount: funds }], "auto");
const grant = dao.action("treasury", { spend: { payment: { asset: { native: { denom: "ucash" } }, amount, to: carol.address } } });
const draft = { title: "A well", summary: "Carol digs it.", actions: [grant] };
const { class: judged } = await dao.proposal.preview({ actions: draft.actions, emergency: false });
console.log(`previewed  as ${judged}`);
const proposed = await dao.signing(carol.client, carol.address).proposal.propose({ draft });
const [submitted] = factsOf(dao.events(proposed.events), "proposal_submitted");
if (!submitted) throw new Error("nothing was submitted");
const id = submitted.proposal_id;
console.log(`proposed   ${id}: ${submitted.title}, ${submitted.class}`);

// 6. Vote. The first vote opens the poll.
for (const who of [bob, carol, alice]) {
  await dao.signing(who.client, who.address).voting.vote({ poll: id, choice: "yes" });
}
const { passes, closes } = await dao.voting.verdict({ poll: id });
console.log(`voted      ${passes ? "passes" : "fails"}; closes at ${formatTime(closes)}`);

// 7. Resolve, wait for the timelock, execute. Anyone may. A DAO without a guardian waits half as long again: `eta` tells.
await comes(closes);
const resolved = await dao.signing(bob.client, bob.address).proposal.resolve({ id });
const [scheduled] = factsOf(dao.events(resolved.events), "timelock_scheduled");
if (!scheduled) throw new Error("the proposal did not pass");
await comes(scheduled.eta);
const { actions } = await dao.proposal.body({ id });
const executed = await dao.signing(bob.client, bob.address).timelock.execute({ id, actions });
for (const { amount: paid, to } of factsOf(dao.events(executed.events), "treasury_spent")) {
  console.log(`executed   ${formatAmount(paid, { decimals: 6, symbol: "cash" })} to ${to}`);
}
process.exit(0);

/** Waits until the chain's clock is a second past a moment: a simulation may lag a block behind. @param {number} moment */
async function comes(moment) {
  while (Date.parse((await alice.client.getBlock()).header.time) / 1000 < moment + 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
