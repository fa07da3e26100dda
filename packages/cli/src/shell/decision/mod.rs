//! Decisions as people write them: `pay 250 cash to ADDRESS`, `pause treasury for 72h in theft because a key leaked`.

mod form;
mod holes;

use anyhow::{bail, Context, Result};
use cosmwasm_std::CosmosMsg;
use isonomia_api::call::call;
use isonomia_api::identity::{self, Issuer};
use isonomia_api::proposal;
use isonomia_api::timelock::{self, LeastDelays};
use isonomia_api::treasury::{self, Allowance, NewBudget, NewStream, Payment};
use isonomia_core::rescue::Rescue;

use super::desk::Desk;
use super::notation::Amount;
use crate::keeper::Asked;
pub use holes::asset;
use holes::Holes;

/// What a sentence decides.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    PaySmall,
    Pay,
    Allow,
    BudgetTo,
    Budget,
    RevokeBudget,
    StreamFrom,
    StreamAfter,
    Stream,
    CancelStream,
    List,
    Unlist,
    LowerCap,
    RaiseCap,
    Guardian,
    RemoveGuardian,
    Cancel,
    Pause,
    Unpause,
    RollBack,
    Operators,
    LeastDelays,
    AddIssuer,
    RemoveIssuer,
    ApproveRescue,
    RevokeRescue,
    RevokeFew,
    Revoke,
}

/// How each is written. The first that fits is meant.
const FORMS: [(&str, Form); 28] = [
    ("pay small AMOUNT to ACCOUNT", Form::PaySmall),
    ("pay AMOUNT to ACCOUNT", Form::Pay),
    ("let small spends pay AMOUNT", Form::Allow),
    ("budget AMOUNT every TIME until MOMENT for ACCOUNT to ACCOUNTS", Form::BudgetTo),
    ("budget AMOUNT every TIME until MOMENT for ACCOUNT", Form::Budget),
    ("revoke budget NUMBER", Form::RevokeBudget),
    ("stream AMOUNT to ACCOUNT over TIME cliff TIME from MOMENT", Form::StreamFrom),
    ("stream AMOUNT to ACCOUNT over TIME cliff TIME", Form::StreamAfter),
    ("stream AMOUNT to ACCOUNT over TIME", Form::Stream),
    ("cancel stream NUMBER", Form::CancelStream),
    ("list HOLDING", Form::List),
    ("unlist HOLDING", Form::Unlist),
    ("lower cap of HOLDING to LIMIT", Form::LowerCap),
    ("raise cap of HOLDING to LIMIT", Form::RaiseCap),
    ("name guardian ACCOUNT until MOMENT", Form::Guardian),
    ("remove guardian", Form::RemoveGuardian),
    ("cancel PROPOSAL in INCIDENT because REASON", Form::Cancel),
    ("pause SCOPE for TIME in INCIDENT because REASON", Form::Pause),
    ("unpause", Form::Unpause),
    ("roll back PROPOSAL in INCIDENT because REASON", Form::RollBack),
    ("name operators OPERATORS", Form::Operators),
    ("set least delays standard TIME critical TIME emergency TIME", Form::LeastDelays),
    ("add issuer NAME KEY", Form::AddIssuer),
    ("remove issuer NAME", Form::RemoveIssuer),
    ("approve rescue of CONTRACT to SHA256 with MESSAGE until MOMENT", Form::ApproveRescue),
    ("revoke rescue of CONTRACT to SHA256", Form::RevokeRescue),
    ("revoke few ACCOUNTS", Form::RevokeFew),
    ("revoke ACCOUNTS", Form::Revoke),
];

/// How decisions are written, one each; the words in capitals are to be filled in.
pub fn forms() -> impl Iterator<Item = &'static str> {
    FORMS.iter().map(|(form, _)| *form)
}

/// The action that a sentence decides.
pub fn decision<D: Asked>(desk: &Desk<'_, D>, sentence: &str) -> Result<CosmosMsg> {
    let fits =
        |(written, form): &(&'static str, Form)| Some((*written, *form, form::filled(written, sentence)?));
    let Some((written, form, words)) = FORMS.iter().find_map(fits) else {
        bail!("`{}` is no decision; write {}", super::words::cut(sentence), near(sentence));
    };
    let holes = Holes { desk, words };
    action(&holes, form).with_context(|| format!("in `{sentence}` ({written})"))
}

/// The forms that begin alike; all of them where none does.
fn near(sentence: &str) -> String {
    let first = |text: &str| text.split_whitespace().next().map(str::to_string);
    let alike: Vec<&str> = forms().filter(|form| first(form) == first(sentence)).collect();
    let named = if alike.is_empty() { forms().collect() } else { alike };
    named.iter().map(|form| format!("`{form}`")).collect::<Vec<_>>().join(", ")
}

fn action<D: Asked>(holes: &Holes<'_, '_, D>, form: Form) -> Result<CosmosMsg> {
    let contracts = holes.desk.contracts();
    let treasury = |msg: treasury::ExecuteMsg| Ok(call(&contracts.treasury, &msg)?);
    let timelock = |msg: timelock::ExecuteMsg| Ok(call(&contracts.timelock, &msg)?);
    let identity = |msg: identity::ExecuteMsg| Ok(call(&contracts.identity, &msg)?);
    let proposal = |msg: proposal::ExecuteMsg| Ok(call(&contracts.proposal, &msg)?);
    use identity::ExecuteMsg as Identity;
    use proposal::ExecuteMsg as Proposal;
    use timelock::ExecuteMsg as Timelock;
    use treasury::ExecuteMsg as Treasury;
    match form {
        Form::PaySmall => treasury(Treasury::SpendSmall { payment: holes.payment(0)? }),
        Form::Pay => treasury(Treasury::Spend { payment: holes.payment(0)? }),
        Form::Allow => treasury(Treasury::SetAllowance { allowance: allowance(holes)? }),
        Form::BudgetTo | Form::Budget => treasury(Treasury::CreateBudget { budget: budget(holes, form)? }),
        Form::RevokeBudget => treasury(Treasury::RevokeBudget { id: holes.id(0)? }),
        Form::StreamFrom | Form::StreamAfter | Form::Stream => {
            treasury(Treasury::CreateStream { stream: stream(holes, form)? })
        }
        Form::CancelStream => treasury(Treasury::CancelStream { id: holes.id(0)? }),
        Form::List => treasury(Treasury::List { holding: holes.holding(0)? }),
        Form::Unlist => treasury(Treasury::Unlist { holding: holes.holding(0)? }),
        Form::LowerCap => treasury(Treasury::LowerCap { holding: holes.holding(0)?, limit: holes.limit(1)? }),
        Form::RaiseCap => treasury(Treasury::RaiseCap { holding: holes.holding(0)?, limit: holes.limit(1)? }),
        Form::Guardian => {
            timelock(Timelock::SetGuardian { guardian: holes.account(0)?, until: holes.moment(1)? })
        }
        Form::RemoveGuardian => timelock(Timelock::RemoveGuardian {}),
        Form::Cancel => {
            let (id, incident, reason) = (holes.proposal(0)?, holes.text(1)?, holes.text(2)?);
            timelock(Timelock::Cancel { id, incident, reason })
        }
        Form::Pause => {
            let (scope, seconds) = (holes.scope(0)?, holes.seconds(1)?);
            let (incident, reason) = (holes.text(2)?, holes.text(3)?);
            timelock(Timelock::Pause { scope, seconds, incident, reason })
        }
        Form::Unpause => timelock(Timelock::Unpause {}),
        Form::RollBack => {
            let (id, incident, reason) = (holes.proposal(0)?, holes.text(1)?, holes.text(2)?);
            timelock(Timelock::Rollback { id, incident, reason })
        }
        Form::Operators => timelock(Timelock::SetOperators { operators: holes.operators(0)? }),
        Form::LeastDelays => timelock(Timelock::SetLeastDelays { least_delays: least_delays(holes)? }),
        Form::AddIssuer => {
            identity(Identity::AddIssuer { issuer: Issuer { id: holes.text(0)?, key: holes.issuer_key(1)? } })
        }
        Form::RemoveIssuer => identity(Identity::RemoveIssuer { id: holes.text(0)? }),
        Form::RevokeFew => identity(Identity::RevokeFew { accounts: holes.accounts(0)? }),
        Form::Revoke => identity(Identity::Revoke { accounts: holes.accounts(0)? }),
        Form::ApproveRescue => proposal(Proposal::ApproveRescue { rescue: rescue(holes)? }),
        Form::RevokeRescue => {
            proposal(Proposal::RevokeRescue { contract: holes.contract(0)?, checksum: holes.sha256(1)? })
        }
    }
}

fn allowance<D: Asked>(holes: &Holes<'_, '_, D>) -> Result<Allowance> {
    let Amount { units, asset } = holes.amount(0)?;
    Ok(Allowance { asset, limit: units.into() })
}

fn budget<D: Asked>(holes: &Holes<'_, '_, D>, form: Form) -> Result<NewBudget> {
    let Amount { units, asset } = holes.amount(0)?;
    let (period, until, holder) = (holes.seconds(1)?, holes.moment(2)?, holes.account(3)?);
    let recipients = (form == Form::BudgetTo).then(|| holes.accounts(4)).transpose()?;
    Ok(NewBudget { holder, asset, limit: units.into(), period, until, recipients })
}

fn stream<D: Asked>(holes: &Holes<'_, '_, D>, form: Form) -> Result<NewStream> {
    let Payment { asset, amount, to: recipient } = holes.payment(0)?;
    let cliff = if form == Form::Stream { 0 } else { holes.seconds(3)? };
    let start = (form == Form::StreamFrom).then(|| holes.moment(4)).transpose()?;
    Ok(NewStream { recipient, asset, amount, start, cliff, duration: holes.seconds(2)? })
}

fn least_delays<D: Asked>(holes: &Holes<'_, '_, D>) -> Result<LeastDelays> {
    let (standard, critical, emergency) = (holes.seconds(0)?, holes.seconds(1)?, holes.seconds(2)?);
    Ok(LeastDelays { standard, critical, emergency })
}

fn rescue<D: Asked>(holes: &Holes<'_, '_, D>) -> Result<Rescue> {
    let (contract, checksum) = (holes.contract(0)?, holes.sha256(1)?);
    Ok(Rescue { contract, checksum, hash: holes.message_hash(2)?, until: holes.moment(3)? })
}
