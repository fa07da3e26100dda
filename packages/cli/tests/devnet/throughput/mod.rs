//! Votes per second and per block, and the gas of real transactions. A measurement, not a test: `scripts/throughput.sh`
//! runs it and writes `docs/THROUGHPUT.md`.

mod bill;
mod decision;
mod machine;
mod page;
mod rate;

use anyhow::Result;

/// Where the page goes.
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/THROUGHPUT.md");

#[test]
#[ignore = "a measurement: scripts/throughput.sh"]
fn throughput() -> Result<()> {
    let (one, four) = (rate::measure(1)?, rate::measure(4)?);
    let bill = bill::measure()?;
    std::fs::write(PAGE, page::page(&one, &four, &bill)?)?;
    Ok(())
}
