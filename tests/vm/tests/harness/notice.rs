//! The notice of an exit has more gas than it can need.

use anyhow::Result;
use isonomia_core::delegation::MAX_PARTS;
use isonomia_vault::NOTICE_GAS;
use isonomia_vm::{artifacts, Vm};

use super::{dao, BYTES, STAKE};

#[test]
fn the_limit_of_a_notice_is_ten_times_the_most_expensive_one() -> Result<()> {
    let vm = Vm::new()?;
    let mut dao = dao(vm.suite(artifacts())?)?;
    let ann = dao.addr("ann");
    let delegates: Vec<_> = (0..MAX_PARTS).map(|each| dao.addr(&format!("delegate {each}"))).collect();
    for delegate in &delegates {
        dao.attest(delegate, u64::MAX)?;
        dao.register_delegate(delegate)?;
    }
    dao.attest(&ann, u64::MAX)?;
    dao.stake(&ann, STAKE)?;
    dao.delegate(&ann, &delegates.iter().map(|delegate| (delegate, 1_250)).collect::<Vec<_>>())?;

    let bill = vm.bill(BYTES, || dao.unstake(&ann, STAKE / 2))?;

    let notice: u64 = bill.calls.iter().filter(|call| call.contract == "voting").map(|call| call.gas()).sum();
    assert!(notice > 100_000, "it changes an account, the totals and eight buckets: {bill}");
    assert!(10 * notice < NOTICE_GAS, "{bill}");
    Ok(())
}
