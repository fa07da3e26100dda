//! Makes a DAO: six contracts in one transaction, at addresses that were known before.

use anyhow::{bail, Result};
use cosmwasm_std::{instantiate2_address, Addr, Api, Binary, BlockInfo};
use cw_multi_test::App;
use isonomia_api::asset::Asset;
use isonomia_api::identity::{Issuer, IssuerKey};
use isonomia_api::plan::{messages, Params, Suite};
use isonomia_api::timelock::FirstGuardian;
use isonomia_core::guardian::LONGEST_TERM_DAYS;

use crate::codes::{suite_codes, Code};
use crate::{Dao, Told, STAKED};

/// Makes a DAO with the defaults of the mechanism, changed where a test or a scenario says so.
pub struct DaoBuilder {
    params: Params,
    codes: Suite<Code>,
    own_registrar: bool,
    listens: bool,
    app: App,
}

impl Default for DaoBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl DaoBuilder {
    /// The defaults: a native coin of six decimals, and one issuer, `issuer`, that speaks by account.
    pub fn new() -> DaoBuilder {
        let app = App::default();
        let address = app.api().addr_make("issuer").into_string();
        let issuer = Issuer { id: "issuer".to_string(), key: IssuerKey::Account { address } };
        let asset = Asset::Native { denom: STAKED.to_string() };
        let params = Params { min_issuers: 1, ..Params::standard("test", asset, vec![issuer]) };
        DaoBuilder { params, codes: suite_codes(), own_registrar: false, listens: false, app }
    }

    /// Changes what a founder decides.
    pub fn with(mut self, change: impl FnOnce(&mut Params)) -> DaoBuilder {
        change(&mut self.params);
        self
    }

    /// Runs other code in place of all six contracts.
    pub fn with_codes(mut self, codes: Suite<Code>) -> DaoBuilder {
        self.codes = codes;
        self
    }

    /// Runs other code in place of a contract.
    pub fn with_code(mut self, change: impl FnOnce(&mut Suite<Code>)) -> DaoBuilder {
        change(&mut self.codes);
        self
    }

    /// Attests by an account, `registrar`, that is ready from the start, in place of the registry.
    pub fn own_registrar(mut self) -> DaoBuilder {
        self.own_registrar = true;
        self.params.registrar = Some(self.app.api().addr_make("registrar").into_string());
        self
    }

    /// Notes what every message tells, from the founding on.
    pub fn listening(mut self) -> DaoBuilder {
        self.listens = true;
        self
    }

    /// Names a guardian, `guardian`, for the longest term.
    pub fn guarded(mut self) -> DaoBuilder {
        let guardian = self.app.api().addr_make("guardian").into_string();
        let seconds = LONGEST_TERM_DAYS * self.params.day;
        self.params.guardian = Some(FirstGuardian { guardian, seconds });
        self
    }

    /// Stakes a new cw20 token in place of the native coin.
    pub fn cw20(mut self) -> Result<DaoBuilder> {
        let minter = self.app.api().addr_make("minter");
        let token = crate::dao::make_cw20(&mut self.app, &minter)?;
        self.params.asset = Asset::Cw20 { contract: token.into_string() };
        self.params.listed.iter_mut().for_each(|first| first.holding = self.params.asset.clone().into());
        Ok(self)
    }

    /// The DAO, or the error of the one transaction that makes it.
    pub fn build(self) -> Result<Dao> {
        let DaoBuilder { params, codes, own_registrar, listens, mut app } = self;
        let founder = app.api().addr_make("founder");
        let codes = Suite {
            vault: app.store_code(codes.vault),
            voting: app.store_code(codes.voting),
            identity: app.store_code(codes.identity),
            proposal: app.store_code(codes.proposal),
            timelock: app.store_code(codes.timelock),
            treasury: app.store_code(codes.treasury),
        };
        let salt = Binary::from(params.name.as_bytes());
        let addresses = predict(&app, &founder, &codes, &salt)?;
        let responses = app.execute_multi(founder, messages(&params, &codes, &addresses, &salt)?)?;
        let BlockInfo { height, time, .. } = app.block_info();
        let events = responses.into_iter().flat_map(|response| response.events).collect();
        let told = vec![Told { height, time: time.seconds(), events }];

        // An indexer that comes later begins with what the registrar said as well.
        let mut dao = Dao { app, contracts: addresses, codes, params, told, listens: true };
        if own_registrar {
            dao.declare_ready()?;
        }
        dao.listens = listens;
        Ok(dao)
    }
}

/// The address of each contract, before it exists.
pub fn predict(app: &App, founder: &Addr, codes: &Suite<u64>, salt: &Binary) -> Result<Suite<Addr>> {
    let creator = app.api().addr_canonicalize(founder.as_str())?;
    Suite::each(|name| {
        let code_id = match name {
            "vault" => codes.vault,
            "voting" => codes.voting,
            "identity" => codes.identity,
            "proposal" => codes.proposal,
            "timelock" => codes.timelock,
            "treasury" => codes.treasury,
            other => bail!("no contract is called {other}"),
        };
        let checksum = app.wrap().query_wasm_code_info(code_id)?.checksum;
        let address = instantiate2_address(checksum.as_slice(), &creator, salt)?;
        Ok(app.api().addr_humanize(&address)?)
    })
}
