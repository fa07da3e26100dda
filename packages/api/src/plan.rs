//! The plan of a DAO: six contracts with addresses that are known before anything exists, made by one transaction of
//! plain instantiate messages. No factory, no wiring step, and afterwards no account holds any right.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{to_json_binary, Addr, Binary, CosmosMsg, StdResult, Uint128, WasmMsg};
use isonomia_core::cap::{Limit, DEFAULT_CAP_BPS};
use isonomia_core::clock::Day;
use isonomia_core::rules::Rules;

use crate::asset::Asset;
use crate::{identity, proposal, timelock, treasury, vault, voting};

/// What a founder decides.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// The name, for the labels of the contracts.
    pub name: String,
    /// What is staked.
    pub asset: Asset,
    /// Seconds of unbonding.
    pub unbonding: u64,
    /// Seconds of a day: 86400 but on a test network.
    pub day: u64,
    /// K of the weight.
    pub scale: u32,
    /// m of the weight, in base units.
    pub floor_stake: Uint128,
    /// Seconds of a season.
    pub season: u64,
    /// The attestations that latch two-key mode.
    pub min_attested: u64,
    /// X_min, in base units.
    pub least_total_stake: Uint128,
    /// The issuers.
    pub issuers: Vec<identity::Issuer>,
    /// How many of them must have live attestations before the registry is ready.
    pub min_issuers: u64,
    /// The rules of each class.
    pub rules: Rules,
    /// Who may propose, and what it costs.
    pub entry: proposal::Entry,
    /// The small-spend allowances of the treasury.
    pub allowances: Vec<treasury::Allowance>,
    /// The outflow cap of the treasury's coins and cw20 tokens that are given no other: basis points in any 7 days.
    pub outflow_cap_bps: u16,
    /// The holdings that the treasury lists from the start, each with its outflow cap.
    pub listed: Vec<treasury::HoldingCap>,
    /// The first proposal's id.
    pub first_id: u64,
    /// The first guardian, if there is one from the start; without one, Critical proposals wait half as long again.
    #[serde(default)]
    pub guardian: Option<timelock::FirstGuardian>,
    /// Who attests; our registry unless given.
    pub registrar: Option<String>,
}

impl Params {
    /// The defaults of the mechanism for a staked coin of six decimals.
    pub fn standard(name: &str, asset: Asset, issuers: Vec<identity::Issuer>) -> Params {
        let day = Day(isonomia_core::clock::ORDINARY_DAY);
        let limit = Limit::Share { bps: DEFAULT_CAP_BPS };
        let staked = treasury::HoldingCap { holding: asset.clone().into(), limit };
        Params {
            name: name.to_string(),
            asset,
            unbonding: day.days(28),
            day: day.0,
            scale: 1_000_000,
            floor_stake: Uint128::new(1_000_000),
            season: day.days(90),
            min_attested: 25,
            least_total_stake: Uint128::zero(),
            issuers,
            min_issuers: 2,
            rules: Rules::standard(day),
            entry: proposal::Entry { deposit: None, least_stake: Uint128::zero() },
            allowances: vec![],
            outflow_cap_bps: DEFAULT_CAP_BPS,
            listed: vec![staked],
            first_id: 1,
            guardian: None,
            registrar: None,
        }
    }
}

/// One thing for each contract of the suite.
#[cw_serde]
pub struct Suite<T> {
    /// Of the vault.
    pub vault: T,
    /// Of voting.
    pub voting: T,
    /// Of the identity registry.
    pub identity: T,
    /// Of the proposal contract.
    pub proposal: T,
    /// Of the timelock.
    pub timelock: T,
    /// Of the treasury.
    pub treasury: T,
}

impl<T> Suite<T> {
    /// The same for each contract; `make` is given the contract's name.
    pub fn each<E>(mut make: impl FnMut(&'static str) -> Result<T, E>) -> Result<Suite<T>, E> {
        Ok(Suite {
            vault: make("vault")?,
            voting: make("voting")?,
            identity: make("identity")?,
            proposal: make("proposal")?,
            timelock: make("timelock")?,
            treasury: make("treasury")?,
        })
    }

    /// Each with the contract's name, in the order in which they are made.
    pub fn named(&self) -> [(&'static str, &T); 6] {
        [
            ("vault", &self.vault),
            ("voting", &self.voting),
            ("identity", &self.identity),
            ("proposal", &self.proposal),
            ("timelock", &self.timelock),
            ("treasury", &self.treasury),
        ]
    }

    /// Another thing for each, made of its name and this one.
    pub fn map<U, E>(&self, mut make: impl FnMut(&'static str, &T) -> Result<U, E>) -> Result<Suite<U>, E> {
        Ok(Suite {
            vault: make("vault", &self.vault)?,
            voting: make("voting", &self.voting)?,
            identity: make("identity", &self.identity)?,
            proposal: make("proposal", &self.proposal)?,
            timelock: make("timelock", &self.timelock)?,
            treasury: make("treasury", &self.treasury)?,
        })
    }
}

/// The messages that make a DAO, in the order in which they must be sent, in one transaction.
///
/// `addresses` are those of `instantiate2` for `salt`. The vault gets no administrator, everything else the timelock.
pub fn messages(
    params: &Params,
    codes: &Suite<u64>,
    addresses: &Suite<Addr>,
    salt: &Binary,
) -> StdResult<Vec<CosmosMsg>> {
    let make = |name: &str, code_id, msg, admin: Option<&Addr>| {
        CosmosMsg::from(WasmMsg::Instantiate2 {
            admin: admin.map(Addr::to_string),
            code_id,
            label: format!("{} {name}", params.name),
            msg,
            funds: vec![],
            salt: salt.clone(),
        })
    };
    let admin = Some(&addresses.timelock);
    Ok(vec![
        make("vault", codes.vault, to_json_binary(&vault_msg(params, addresses))?, None),
        make("voting", codes.voting, to_json_binary(&voting_msg(params, addresses))?, admin),
        make("identity", codes.identity, to_json_binary(&identity_msg(params, addresses))?, admin),
        make("proposal", codes.proposal, to_json_binary(&proposal_msg(params, addresses))?, admin),
        make("timelock", codes.timelock, to_json_binary(&timelock_msg(params, addresses))?, admin),
        make("treasury", codes.treasury, to_json_binary(&treasury_msg(params, addresses))?, admin),
    ])
}

fn vault_msg(params: &Params, addresses: &Suite<Addr>) -> vault::InstantiateMsg {
    vault::InstantiateMsg {
        voting: addresses.voting.to_string(),
        asset: params.asset.clone(),
        unbonding: params.unbonding,
        day: params.day,
    }
}

fn voting_msg(params: &Params, addresses: &Suite<Addr>) -> voting::InstantiateMsg {
    voting::InstantiateMsg {
        vault: addresses.vault.to_string(),
        registrar: params.registrar.clone().unwrap_or_else(|| addresses.identity.to_string()),
        proposal: addresses.proposal.to_string(),
        timelock: addresses.timelock.to_string(),
        scale: params.scale,
        floor_stake: params.floor_stake,
        season: params.season,
        min_attested: params.min_attested,
        least_total_stake: params.least_total_stake,
    }
}

fn identity_msg(params: &Params, addresses: &Suite<Addr>) -> identity::InstantiateMsg {
    identity::InstantiateMsg {
        voting: addresses.voting.to_string(),
        timelock: addresses.timelock.to_string(),
        issuers: params.issuers.clone(),
        min_issuers: params.min_issuers,
    }
}

fn proposal_msg(params: &Params, addresses: &Suite<Addr>) -> proposal::InstantiateMsg {
    proposal::InstantiateMsg {
        voting: addresses.voting.to_string(),
        timelock: addresses.timelock.to_string(),
        treasury: addresses.treasury.to_string(),
        identity: addresses.identity.to_string(),
        first_id: params.first_id,
        rules: params.rules.clone(),
        entry: params.entry.clone(),
    }
}

fn timelock_msg(params: &Params, addresses: &Suite<Addr>) -> timelock::InstantiateMsg {
    timelock::InstantiateMsg {
        proposal: addresses.proposal.to_string(),
        treasury: addresses.treasury.to_string(),
        day: params.day,
        guardian: params.guardian.clone(),
        least_delays: timelock::LeastDelays {
            standard: params.rules.standard.timelock,
            critical: params.rules.critical.timelock,
            emergency: params.rules.emergency.timelock,
        },
    }
}

fn treasury_msg(params: &Params, addresses: &Suite<Addr>) -> treasury::InstantiateMsg {
    treasury::InstantiateMsg {
        timelock: addresses.timelock.to_string(),
        day: params.day,
        allowances: params.allowances.clone(),
        outflow_cap_bps: params.outflow_cap_bps,
        listed: params.listed.clone(),
    }
}
