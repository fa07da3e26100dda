/** A DAO: its contracts, by name, for whoever asks, signs, composes or proposes. */
import type { Action } from "./actions.js";
import { callOwn } from "./actions.js";
import type { Coin, ICosmWasmClient, ISigningCosmWasmClient } from "./cosmwasm.js";
import type { ChainEvent, DaoEvent } from "./events/index.js";
import { parseEvents } from "./events/index.js";
import { IdentityClient, IdentityQueryClient } from "./generated/Identity.client.js";
import { IdentityMsgComposer } from "./generated/Identity.message-composer.js";
import { ProposalClient, ProposalQueryClient } from "./generated/Proposal.client.js";
import { ProposalMsgComposer } from "./generated/Proposal.message-composer.js";
import { TimelockClient, TimelockQueryClient } from "./generated/Timelock.client.js";
import { TimelockMsgComposer } from "./generated/Timelock.message-composer.js";
import { TreasuryClient, TreasuryQueryClient } from "./generated/Treasury.client.js";
import { TreasuryMsgComposer } from "./generated/Treasury.message-composer.js";
import { VaultClient, VaultQueryClient } from "./generated/Vault.client.js";
import { VaultMsgComposer } from "./generated/Vault.message-composer.js";
import { VotingClient, VotingQueryClient } from "./generated/Voting.client.js";
import { VotingMsgComposer } from "./generated/Voting.message-composer.js";
import type { ExecuteMsgs } from "./messages.js";
import { pagedFactories, queryFactories } from "./queries.js";
import type { ContractName, Suite } from "./suite.js";

/** Which DAO: a `Deployment` is one. */
export interface Whereabouts {
  chainId: string;
  contracts: Suite<string>;
}

/** A DAO, asked through a client of CosmJS or anything that can ask a contract. */
export class Isonomia {
  readonly chainId: string;
  readonly contracts: Suite<string>;
  readonly vault: VaultQueryClient;
  readonly voting: VotingQueryClient;
  readonly identity: IdentityQueryClient;
  readonly proposal: ProposalQueryClient;
  readonly timelock: TimelockQueryClient;
  readonly treasury: TreasuryQueryClient;

  constructor(client: ICosmWasmClient, { chainId, contracts }: Whereabouts) {
    this.chainId = chainId;
    this.contracts = contracts;
    this.vault = new VaultQueryClient(client, contracts.vault);
    this.voting = new VotingQueryClient(client, contracts.voting);
    this.identity = new IdentityQueryClient(client, contracts.identity);
    this.proposal = new ProposalQueryClient(client, contracts.proposal);
    this.timelock = new TimelockQueryClient(client, contracts.timelock);
    this.treasury = new TreasuryQueryClient(client, contracts.treasury);
  }

  /** The six clients that sign as this account. */
  signing(client: ISigningCosmWasmClient, sender: string) {
    const { vault, voting, identity, proposal, timelock, treasury } = this.contracts;
    return {
      vault: new VaultClient(client, sender, vault),
      voting: new VotingClient(client, sender, voting),
      identity: new IdentityClient(client, sender, identity),
      proposal: new ProposalClient(client, sender, proposal),
      timelock: new TimelockClient(client, sender, timelock),
      treasury: new TreasuryClient(client, sender, treasury),
    };
  }

  /** The messages for this account's wallet; several go into one transaction by `signAndBroadcast`. */
  composing(sender: string) {
    const { vault, voting, identity, proposal, timelock, treasury } = this.contracts;
    return {
      vault: new VaultMsgComposer(sender, vault),
      voting: new VotingMsgComposer(sender, voting),
      identity: new IdentityMsgComposer(sender, identity),
      proposal: new ProposalMsgComposer(sender, proposal),
      timelock: new TimelockMsgComposer(sender, timelock),
      treasury: new TreasuryMsgComposer(sender, treasury),
    };
  }

  /** A call of one of the six contracts for use inside a proposal. */
  action<Name extends ContractName>(name: Name, message: ExecuteMsgs[Name], funds: Coin[] = []): Action {
    return callOwn(this.contracts, name, message, funds);
  }

  /** What happened to this DAO in a transaction. */
  events(events: readonly ChainEvent[]): DaoEvent[] {
    return parseEvents(events, this.contracts);
  }

  /** Options for TanStack Query. */
  get queries() {
    return {
      vault: queryFactories(this.vault, this.chainId),
      voting: queryFactories(this.voting, this.chainId),
      identity: queryFactories(this.identity, this.chainId),
      proposal: queryFactories(this.proposal, this.chainId),
      timelock: queryFactories(this.timelock, this.chainId),
      treasury: queryFactories(this.treasury, this.chainId),
    };
  }

  /** Options for TanStack Query's infinite queries, and for `everyPage`. */
  get pages() {
    return {
      vault: pagedFactories("vault", this.vault, this.chainId),
      voting: pagedFactories("voting", this.voting, this.chainId),
      identity: pagedFactories("identity", this.identity, this.chainId),
      proposal: pagedFactories("proposal", this.proposal, this.chainId),
      timelock: pagedFactories("timelock", this.timelock, this.chainId),
      treasury: pagedFactories("treasury", this.treasury, this.chainId),
    };
  }
}
