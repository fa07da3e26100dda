import { beforeAll, describe, expect, test } from "vitest";
import type { DaoEvent, EventFacts, EventName, Isonomia } from "../../src/index.js";
import { assertion, CONTRACTS, everyPage, factsOf, fromBinary, parseError, readActions } from "../../src/index.js";
import { read } from "../rust.js";
import { camel, samples } from "../schemas.js";
import type { Person } from "./world.js";
import { found, hasDevnet, person, until } from "./world.js";

/** The one event of this name. */
function only<Name extends EventName>(name: Name, events: DaoEvent[]): EventFacts<Name> {
  const [facts, ...more] = factsOf(events, name);
  if (facts === undefined || more.length > 0) throw new Error(`${name} stands ${more.length} times or not at all`);
  return facts;
}

/** What the treasury has, and the 5 % of it that may leave in a week. */
const [FUNDS, GRANT] = ["5000000000", "250000000"];

describe.skipIf(!hasDevnet)("a town on a real chain", { timeout: 180_000 }, () => {
  let [alice, bob, carol, dave, registrar]: Person[] = [];
  let dao: Isonomia;
  const names = ["alice", "bob", "carol", "dave", "registrar"];
  const as = (who: Person | undefined) => dao.signing((who as Person).client, (who as Person).address);
  const address = (who: Person | undefined) => (who as Person).address;

  beforeAll(async () => {
    [alice, bob, carol, dave, registrar] = await Promise.all(names.map(person));
    dao = await found(alice as Person, registrar as Person);
  }, 180_000);

  test("is made by one transaction, and keeps no administrator but itself", async () => {
    for (const name of CONTRACTS) {
      const contract = await (alice as Person).client.getContract(dao.contracts[name]);
      expect(contract.admin ?? "", name).toBe(name === "vault" ? "" : dao.contracts.timelock);
    }
    expect((await dao.voting.config()).vault).toBe(dao.contracts.vault);
  });

  test("people stake, and are attested", async () => {
    for (const [who, amount] of [[alice, "9000000"], [bob, "4000000"], [carol, "16000000"], [dave, "25000000"]] as const) {
      const { events } = await as(who).vault.stake("auto", "", [{ denom: "uiso", amount }]);
      expect(only("vault_staked", dao.events(events))).toEqual({ account: address(who), amount: BigInt(amount), stake: BigInt(amount) });
    }
    for (const who of [alice, bob, carol]) await as(registrar).voting.attest({ account: address(who), until: 4_000_000_000 });
    await as(registrar).voting.ready();

    const { own } = await dao.voting.account({ account: address(alice) });
    expect(own).toEqual({ power: "3000000", stake: "9000000", unattested_stake: "0" });
    expect((await dao.voting.totals({})).attested).toBe(3);
  });

  test("Alice delegates to Bob", async () => {
    await as(bob).voting.registerDelegate();
    const { events } = await as(alice).voting.delegate({ to: [{ delegate: address(bob), bps: 10_000 }] });

    expect(only("voting_delegated", dao.events(events))).toMatchObject({ principal: address(alice), delegate: address(bob), bps: 10_000 });
    expect((await dao.voting.account({ account: address(bob) })).delegate?.received.power).toBe("3000000");
  });

  test("Dave cannot delegate to Carol, and learns why", async () => {
    const delegated = as(dave).voting.delegate({ to: [{ delegate: address(carol), bps: 5_000 }] });
    const error = parseError(await delegated.catch((thrown: unknown) => thrown));
    expect(error).toMatchObject({ code: "voting.no_such_delegate", facts: { delegate: address(carol) } });
  });

  test("a grant is proposed, voted and paid", async () => {
    await (alice as Person).client.sendTokens(address(alice), dao.contracts.treasury, [{ denom: "ucash", amount: FUNDS }], "auto");
    const ucash = { native: { denom: "ucash" } };
    const actions = [
      dao.action("treasury", { spend: { payment: { asset: ucash, amount: GRANT, to: address(dave) } } }),
      assertion(dao.contracts, { contract: dao.contracts.treasury, query: { asset: { asset: ucash } }, pointer: "/balance", expect: "equals", value: "4750000000" }),
    ];
    expect(await dao.treasury.cap({ holding: ucash })).toMatchObject({ counted: "0", left: GRANT, limit: { share: { bps: 500 } }, listed: false });
    const preview = await dao.proposal.preview({ actions, emergency: false });
    expect(preview).toMatchObject({ class: "critical", scope: "ordinary", warnings: [], effects: { outflows: [{ asset: ucash, amount: GRANT }] } });
    expect(preview.pins.map(({ contract }) => contract)).toContain(dao.contracts.treasury);
    const draft = { title: "A well", summary: "Dave digs it.", link: null, actions, emergency: false };
    const { deposit } = await dao.proposal.deposit({ class: "critical" });
    if (!deposit) throw new Error("no deposit is asked for");
    const proposed = await as(carol).proposal.propose({ draft }, "auto", "", [{ denom: "uiso", amount: deposit.amount }]);
    const submitted = only("proposal_submitted", dao.events(proposed.events));
    expect(submitted).toMatchObject({ class: "critical", scope: "ordinary", deposit_amount: 5_000_000n, deposit_state: "held" });
    const id = submitted.proposal_id;

    await as(bob).voting.vote({ poll: id, choice: "yes" });
    expect(await dao.voting.verdict({ poll: id })).toMatchObject({ stage: "open", passes: false, requirements: { head_count: { has: "1" } } });
    expect(await dao.voting.mayVote({ poll: id, voter: address(carol) })).toMatchObject({
      choices: ["yes", "no", "abstain"], said: null, why_not: null, weight: { attested: true, own: { power: "4000000" } },
    });
    await as(carol).voting.vote({ poll: id, choice: "yes" });
    await as(dave).voting.vote({ poll: id, choice: "abstain" });
    const overriding = await as(alice).voting.vote({ poll: id, choice: "yes" });
    const ballots = factsOf(dao.events(overriding.events), "voting_voted");
    expect(ballots.map(({ voter, power }) => [voter, power]).sort()).toEqual([[address(alice), 3_000_000n], [address(bob), 2_000_000n]].sort());

    const { opened } = await dao.voting.poll({ poll: id });
    expect(opened).toMatchObject({ mode: "two_key", passes: true, tally: { heads: 3, yes: { power: "9000000" } } });
    const verdict = await dao.voting.verdict({ poll: id });
    expect(verdict).toMatchObject({ passes: true, closes: opened?.closes });
    expect(Object.values(verdict.requirements).map(({ holds }) => holds)).toEqual([true, true, true, true, true]);
    await until(verdict.closes, alice as Person);
    const { choices, why_not } = await dao.voting.mayVote({ poll: id, voter: address(dave) });
    expect([choices, parseError(why_not).code]).toEqual([[], "voting.stage"]);
    const resolved = await as(dave).proposal.resolve({ id });
    expect(only("proposal_resolved", dao.events(resolved.events))).toMatchObject({ outcome: "scheduled", deposit_state: "returned" });
    const { eta } = only("timelock_scheduled", dao.events(resolved.events));
    const { operation } = await dao.timelock.operation({ id });
    expect(operation).toMatchObject({ eta, stage: "waiting", protected: false, void: null });

    expect((await dao.timelock.queue({})).operations.map((waiting) => [waiting.id, waiting.eta])).toEqual([[id, eta]]);
    expect(await dao.timelock.upgrade({ id })).toMatchObject({ migrated: [], readiness: null, rollback: null });

    await until(eta, alice as Person);
    const body = await dao.proposal.body({ id });
    expect(readActions(body).map(({ message }) => Object.keys(message as object))).toEqual([["spend"], ["assert"]]);
    const executed = await as(dave).timelock.execute({ id, actions: body.actions });
    expect(dao.events(executed.events).map(({ name }) => name)).toEqual([
      "timelock_executed", "treasury_counted", "treasury_spent", "timelock_asserted",
    ]);
    expect(only("treasury_spent", dao.events(executed.events))).toMatchObject({ proposal_id: id, by: "spend", holding: "ucash", amount: BigInt(GRANT), to: address(dave) });
    expect(await dao.treasury.cap({ holding: ucash })).toMatchObject({ counted: GRANT, left: "0" });

    expect((await dao.treasury.latestOutflows({})).outflows).toMatchObject([{ proposal: id, by: "spend", amount: GRANT }]);
    expect((await dao.timelock.queue({})).operations).toEqual([]);

    const again = parseError(await as(dave).timelock.execute({ id, actions: body.actions }).catch((thrown: unknown) => thrown));
    expect(again).toMatchObject({ code: "timelock.step", cause: { code: "timelock.illegal_step", facts: { stage: "Executed" } } });
    await as(carol).proposal.claimDeposit({ id });
  });

  test("what was decided is found by whoever proposed, by whoever voted, and page by page", async () => {
    const filter = { proposer: address(carol), stage: "scheduled" as const };
    const { proposals } = await dao.proposal.latestProposals({ filter });
    expect(proposals.map(({ proposer, title }) => [proposer, title])).toEqual([[address(carol), "A well"]]);
    for (const pages of [dao.pages.proposal.latestProposals({ limit: 1 }), dao.pages.proposal.proposals({ limit: 1 })]) {
      const ids: number[] = [];
      for await (const page of everyPage(pages)) ids.push(...page.proposals.map(({ id }) => id));
      expect(ids).toEqual([1]);
    }
    const ofBob = { voter: address(bob) };
    expect((await dao.voting.votes(ofBob)).votes).toMatchObject([{ poll: 1, choice: "yes", cast: { power: "2000000" } }]);
    expect(await dao.voting.voterStatistics(ofBob)).toMatchObject({ polls: 1, eligible: 1, yes: 1, missed: 0, carried: 1, overridden: 1 });
    expect((await dao.voting.delegates({})).delegates.map(({ account }) => account)).toEqual([address(bob)]);
    const [principal, ...more] = (await dao.voting.delegators({ delegate: address(bob) })).delegators;
    expect([principal, more]).toMatchObject([{ account: address(alice), bps: 10_000, lives: true }, []]);
    expect(await dao.voting.breakdown({ account: address(alice) })).toMatchObject({ own: { power: "3000000" }, delegated: { power: "3000000" }, cap: null });
    expect(await dao.timelock.operators()).toEqual({ operators: [] });
  });

  test("without a guardian nobody pauses or cancels by a message of their own", async () => {
    expect(await dao.timelock.guardian()).toMatchObject({ guardian: null, seat: "vacant" });
    const notice = { incident: "well", reason: "It is dry." };
    const paused = as(alice).timelock.pause({ scope: "treasury_outflow", seconds: 5, ...notice });
    const cancelled = as(alice).timelock.cancel({ id: 1, ...notice });
    for (const refused of await Promise.allSettled([paused, cancelled])) {
      expect(parseError(refused.status === "rejected" ? refused.reason : "nothing was refused").code).toBe("timelock.not_guardian");
    }
    expect(await dao.timelock.incidents({})).toEqual({ incidents: [] });
  });

  test("what is wrong is told by its code, from a block, a simulation and a query alike", async () => {
    const codeOf = async (doomed: Promise<unknown>) => parseError(await doomed.catch((thrown: unknown) => thrown)).code;

    expect(await codeOf(as(alice).vault.unstake({ amount: "9000000000", quiet: false }))).toBe("vault.more_than_stake");
    const fee = { amount: [{ denom: "ufee", amount: "5000" }], gas: "500000" };
    expect(await codeOf(as(alice).vault.unstake({ amount: "9000000000", quiet: false }, fee))).toBe("vault.more_than_stake");
    expect(await codeOf(as(alice).voting.resign({ ...fee, gas: "70000" }))).toBe("chain.out_of_gas");
    expect(await codeOf(as(alice).voting.ready())).toBe("unauthorized");
    expect(await codeOf(as(alice).vault.stake("auto", "", []))).toBe("payment.wrong_coins");
    expect(await codeOf(dao.proposal.proposal({ id: 99 }))).toBe("proposal.unknown");
    expect(await codeOf(dao.voting.poll({ poll: 99 }))).toBe("voting.unknown_poll");
    expect(await codeOf(dao.voting.account({ account: "wasm1nobody" }))).toBe("chain.address");
  });

  test("every generated query is answered, as its schema says", async () => {
    await as(alice).vault.unstake({ amount: "1000000", quiet: true });
    const account = address(alice);
    const given: Record<string, unknown> = {
      account, voter: account, holder: account, recipient: account, delegate: address(bob), poll: 1, id: 1, class: "standard", asset: { native: { denom: "ucash" } },
      holding: { native: { denom: "ucash" } }, address: account, addr: account, actions: [], emergency: false,
    };
    for (const contract of CONTRACTS) {
      const { responses } = JSON.parse(read(`schema/${contract}.json`));
      for (const { name, properties } of samples(contract, "query")) {
        const asked = Object.fromEntries(properties.filter((field) => field in given).map((field) => [camel(field), given[field]]));
        const ask = (dao[contract] as unknown as Record<string, (args?: object) => Promise<object>>)[camel(name)];
        const answer = await ask?.(asked);
        const { type, required = [], properties: fields = {} } = responses[name];
        expect(typeof answer, `${contract}.${name}`).toBe(type);
        if (type !== "object") continue;
        expect(Object.keys(answer ?? {}), `${contract}.${name}`).toEqual(expect.arrayContaining(required));
        expect(Object.keys(fields), `${contract}.${name}`).toEqual(expect.arrayContaining(Object.keys(answer ?? {})));
      }
    }
    expect((await dao.vault.unnoticed({})).accounts).toEqual([account]);
    expect(fromBinary((await dao.proposal.body({ id: 1 })).actions)).toHaveLength(2);
  });
});
