use std::path::PathBuf;

use crate::population::csv::{CsvError, MAX_BYTES};
use crate::population::{from_file, load, PopulationError, DEFAULT_STAKERS};

/// A file that lasts as long as its test.
struct Written(PathBuf);

impl Written {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("isonomia-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    fn name(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn a_file_of_balances_is_taken_whole() {
    let file = Written::new("whole.csv", "balance\n1\n30\n2\n");
    let population = load(file.name(), 1, None).unwrap();
    assert_eq!(population.balances(), [30_000_000, 2_000_000, 1_000_000]);
    assert_eq!(population.name, file.name());
    assert!(population.source.contains(file.name()));
}

#[test]
fn of_a_long_file_a_part_is_drawn() {
    let file = Written::new("long.CSV", &format!("balance\n{}", "1\n".repeat(DEFAULT_STAKERS + 1)));
    assert_eq!(load(file.name(), 1, None).unwrap().stakers.len(), DEFAULT_STAKERS);
    assert_eq!(load(file.name(), 1, Some(DEFAULT_STAKERS + 1)).unwrap().stakers.len(), DEFAULT_STAKERS + 1);
}

#[test]
fn a_file_with_a_histogram_is_rebuilt() {
    let file = Written::new("histogram.csv", "from,to,holders\n0,1,300\n1,10,200\n10,100,100\n");
    let population = from_file(&file.0, 7, None).unwrap();
    let below = |limit: u128| population.stakers.iter().filter(|staker| staker.balance < limit).count();
    assert_eq!([below(1), below(1_000_000), below(10_000_000), below(100_000_000)], [0, 300, 500, 600]);
}

#[test]
fn counts_out_of_reach_are_refused() {
    let file = Written::new("count.csv", "balance\n1\n2\n");
    for wrong in [0, 3] {
        let error = load(file.name(), 1, Some(wrong)).unwrap_err();
        assert!(
            matches!(error, PopulationError::Count { count, holders: 2, .. } if count == wrong),
            "{error}"
        );
    }
    assert_eq!(load(file.name(), 1, Some(2)).unwrap().stakers.len(), 2);
}

#[test]
fn a_missing_file_is_named() {
    let error = load("/nowhere/at/all.csv", 1, None).unwrap_err();
    assert!(matches!(error, PopulationError::Read { .. }));
    assert!(
        error.to_string().starts_with("population file '/nowhere/at/all.csv' cannot be read: "),
        "{error}"
    );
}

#[test]
fn a_faulty_file_is_named_with_its_line() {
    let file = Written::new("faulty.csv", "balance\n1\n-2\n");
    let error = load(file.name(), 1, None).unwrap_err();
    assert_eq!(error.to_string(), format!("population file '{}': line 3: '-2' is negative", file.name()));
}

#[test]
fn a_large_file_is_refused() {
    let file = Written::new("large.csv", &format!("balance\n1\n{}", "#".repeat(MAX_BYTES)));
    let error = load(file.name(), 1, None).unwrap_err();
    assert!(matches!(error, PopulationError::Csv { fault: CsvError::TooLarge, .. }), "{error}");
}
