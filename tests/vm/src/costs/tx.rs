//! The prices of a transaction before its messages, and of accounts: `x/auth` of cosmos-sdk, `app/ante.go` of wasmd.

use super::bank::{ends, transfer};
use super::{read, write, DELETE, HAS, USER_ADDRESS};

/// A byte of a transaction. `x/auth/types/params.go`: `DefaultTxSizeCostPerByte`.
pub const TX_BYTE: u64 = 10;
/// A signature. Same file: `DefaultSigVerifyCostSecp256k1`.
const SIGNATURE: u64 = 1_000;

/// What each transaction pays before its messages, beside its bytes: one signature, no fee.
///
/// The transaction is counted (wasmd `x/wasm/keeper/ante.go`); the rules are read for the size, the number of
/// signatures and their price; the account is read for the fee, the key, the price of the signature, the signature and
/// the sequence, and written with its next sequence (`x/auth/ante`: `basic.go`, `fee.go`, `sigverify.go`).
pub const TX: u64 = read(1, 12) + write(1, 12) + 3 * rules() + 5 * account() + SIGNATURE + next_sequence();

/// What a transaction pays beside, if it pays a fee in a coin such as `ustake`: the coins go to a module account
/// (`x/auth/ante/fee.go`: `DeductFees`). A bill has no fee in it, as the chain that it was compared with had none.
pub const FEE: u64 = account() + transfer(6, USER_ADDRESS) + ends();

/// Bytes of `BaseAccount` (`x/auth/types/auth.pb.go`) in an `Any`: the type 34, the address 45, the key 72, its number
/// 2, the sequence 3, and the lengths.
const ACCOUNT: usize = 160;
/// Bytes of the account of a contract: the type 34, the address 65, a number of ten bytes, and the lengths.
const CONTRACT_ACCOUNT: usize = 114;
/// Bytes of a key of accounts by number. `x/auth/types/keys.go`: `AccountNumberStoreKeyPrefix`.
const NUMBER_KEY: usize = "accountNumber".len() + 8;

/// Reads the rules of transactions. `x/auth/keeper`: `GetParams`.
const fn rules() -> u64 {
    read(1, 13)
}

/// Reads the account of a user. `x/auth/keeper/account.go`: `GetAccount`.
pub(super) const fn account() -> u64 {
    read(1 + USER_ADDRESS, ACCOUNT)
}

/// Writes the account of a user, of which the old one is read and its number forgotten. Same file: `SetAccount`;
/// collections 1.4.0 `indexes/unique.go`: `Reference`.
const fn next_sequence() -> u64 {
    account() + DELETE + HAS + write(NUMBER_KEY, USER_ADDRESS) + write(1 + USER_ADDRESS, ACCOUNT)
}

/// Makes the account of a contract. `x/wasm/keeper/keeper.go` of wasmd: `instantiate`.
pub(super) const fn new_account(address: usize) -> u64 {
    let missing = 2 * read(1 + address, 0);
    missing + HAS + write(NUMBER_KEY, address) + write(1 + address, CONTRACT_ACCOUNT)
}
