//! What is staked: whether it exists. It is chosen for ever, and a typo makes a DAO in which nobody can ever vote.

use cw20::{Cw20QueryMsg, TokenInfoResponse};
use isonomia_api::asset::Asset;
use isonomia_chain::{ChainError, ChainFile, Node};

use super::{Case, Check, Examination};

const NAME: &str = "stake";

/// Whether the chain has what would be staked, where it is known what is founded.
pub(super) fn staked(case: &Case, node: &Node, found: &mut Examination) {
    let Some(dao) = case.dao else {
        return;
    };
    found.add(match &dao.params.asset {
        Asset::Native { denom } => coin(case.chain, denom, node.supply(denom)),
        Asset::Cw20 { contract } => token(contract, node.smart(contract, &Cw20QueryMsg::TokenInfo {})),
    });
}

fn coin(chain: &ChainFile, denom: &str, supply: Result<u128, ChainError>) -> Check {
    match supply {
        Ok(0) => {
            let says = format!("{} has no coin `{denom}`: nothing of it exists", chain.chain_id);
            Check::wrong(NAME, says, "what is staked is chosen for ever: correct `stake` in the founding file, or let the coin exist first")
        }
        Ok(supply) => {
            Check::ok(NAME, format!("{denom}, of which {} exist", chain.amount_text(supply, denom)))
        }
        Err(error @ ChainError::Unreachable { .. }) => Check::error(NAME, error),
        Err(error) => {
            Check::left_out(NAME, format!("the chain does not tell how much of {denom} exists: {error}"))
        }
    }
}

fn token(contract: &str, info: Result<TokenInfoResponse, ChainError>) -> Check {
    match info {
        Ok(TokenInfoResponse { name, symbol, decimals, total_supply }) => Check::ok(
            NAME,
            format!("{contract}: {name} ({symbol}), {decimals} decimals, {total_supply} base units exist"),
        ),
        Err(error @ ChainError::Unreachable { .. }) => Check::error(NAME, error),
        Err(error) => {
            let says = format!("{contract} is no cw20 token: {error}");
            Check::wrong(
                NAME,
                says,
                "what is staked is chosen for ever: correct `stake` in the founding file",
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use cosmwasm_std::Uint128;

    use super::*;
    use crate::doctor::Verdict;

    fn refused() -> ChainError {
        ChainError::Query { asked: "it".to_string(), log: "no such contract".to_string() }
    }

    #[test]
    fn a_coin_of_which_nothing_exists_is_wrong_and_one_unit_suffices() {
        let chain = ChainFile::load("uni-7").unwrap();
        let none = coin(&chain, "ujunos", Ok(0));
        assert_eq!(none.verdict, Verdict::Wrong);
        assert_eq!(none.says, "uni-7 has no coin `ujunos`: nothing of it exists");
        let one = coin(&chain, "ujunox", Ok(1));
        assert_eq!((one.verdict, one.says.as_str()), (Verdict::Ok, "ujunox, of which 0.000001 junox exist"));
        assert_eq!(coin(&chain, "ujunox", Err(refused())).verdict, Verdict::LeftOut);
    }

    #[test]
    fn a_token_must_say_that_it_is_one() {
        let info = TokenInfoResponse {
            name: "River".to_string(),
            symbol: "RIV".to_string(),
            decimals: 6,
            total_supply: Uint128::zero(),
        };
        let river = token("juno1river", Ok(info));
        assert_eq!(river.verdict, Verdict::Ok);
        assert_eq!(river.says, "juno1river: River (RIV), 6 decimals, 0 base units exist");
        let nothing = token("juno1river", Err(refused()));
        assert_eq!(nothing.verdict, Verdict::Wrong);
        assert_eq!(nothing.says, "juno1river is no cw20 token: no such contract");
    }
}
