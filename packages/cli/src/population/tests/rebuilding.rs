use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

use crate::population::histogram::{rebuild, Bin, Published, LARGEST_SHARE, PUBLISHED};
use crate::population::shape::{effective_number, gini, nakamoto, top_share};
use crate::population::{named, PopulationError, DEFAULT_STAKERS, TOKEN};

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

fn held(holders: &[u128], from: u128, to: u128) -> usize {
    holders.iter().filter(|&&balance| from <= balance && balance < to).count()
}

#[test]
fn a_seed_gives_one_population() {
    let ens = |seed| named("ens", seed, None).unwrap();
    assert_eq!(ens(7), ens(7));
    assert_ne!(ens(7), ens(8));
}

#[test]
fn a_smaller_draw_lies_within_a_larger_one() {
    let (few, many) = (named("ens", 7, Some(100)).unwrap(), named("ens", 7, Some(2_000)).unwrap());
    let mut rest = many.stakers.iter();
    assert!(few.stakers.iter().all(|staker| rest.any(|other| other == staker)));
}

#[test]
fn as_many_stakers_as_voters_are_published() {
    let count = |name| named(name, 1, None).unwrap().stakers.len();
    assert_eq!((count("compound"), count("uniswap"), count("ens")), (4_676, DEFAULT_STAKERS, 2_974));
}

#[test]
fn stakers_come_largest_first_and_none_is_empty() {
    for dao in PUBLISHED {
        let stakers = named(dao.name, 3, None).unwrap().stakers;
        assert!(stakers.windows(2).all(|pair| pair[0] >= pair[1]));
        assert!(stakers.iter().all(|staker| staker.balance > 0));
    }
}

#[test]
fn counts_out_of_reach_are_refused() {
    let holders = 232_694;
    assert_eq!(named("compound", 1, Some(holders)).unwrap().stakers.len(), holders);
    for wrong in [0, holders + 1] {
        let error = named("compound", 1, Some(wrong)).unwrap_err();
        assert!(matches!(error, PopulationError::Count { count, .. } if count == wrong), "{error}");
    }
}

#[test]
fn an_unknown_name_is_refused() {
    let error = named("aave", 1, None).unwrap_err().to_string();
    assert_eq!(
        error,
        "population 'aave' is not known: say compound, uniswap, ens or the path of a .csv file"
    );
}

/// Data, so exact: every decade has the holders published, less the treasury.
#[test]
fn the_decades_are_those_published() {
    for dao in PUBLISHED {
        let holders = dao.rebuild(&mut rng(5));
        for bin in dao.bins() {
            assert_eq!(
                held(&holders, bin.from.max(1), bin.to),
                bin.holders,
                "{} from {}",
                dao.name,
                bin.from
            );
        }
        assert_eq!(held(&holders, 10_000 * TOKEN, u128::MAX), dao.top - 1, "{}", dao.name);
        assert_eq!(holders.len(), dao.decades.iter().sum::<usize>() + dao.top - 1);
    }
}

/// Data, so exact but for rounding: a unit for each of the largest holders.
#[test]
fn the_supply_outside_the_treasury_is_that_published() {
    for (dao, seed) in PUBLISHED.iter().flat_map(|dao| (0..5).map(move |seed| (dao, seed))) {
        let holders = dao.rebuild(&mut rng(seed));
        let off = holders.iter().sum::<u128>() as f64 / dao.free_supply() - 1.0;
        assert!(off.abs() < 1e-6, "{} seed {seed}: off by {off}", dao.name);
        let largest = *holders.iter().max().unwrap() as f64;
        assert!(largest <= LARGEST_SHARE * dao.free_supply(), "{} seed {seed}: {largest}", dao.name);
    }
}

#[test]
fn the_lowest_decade_goes_on_where_the_next_two_lead() {
    let bins = [(0, 10, 2_000), (10, 100, 1_000), (100, 1_000, 500)];
    let bins = bins.map(|(from, to, holders)| Bin { from: from * TOKEN, to: to * TOKEN, holders });
    let holders = rebuild(&bins, &mut rng(1));
    // Twice as many a decade down, so the 2 000 fill just one decade.
    assert!(held(&holders, 1, TOKEN) < 10);
    assert_eq!(held(&holders, TOKEN - TOKEN / 100, 10 * TOKEN), 2_000);
}

/// Slopes that run away, bins of one unit, a bin alone: every balance stays inside its bin.
#[test]
fn odd_histograms_keep_their_bounds() {
    let bin = |from, to, holders| Bin { from, to, holders };
    let odd: [&[Bin]; 7] = [
        &[bin(1 << 90, (1 << 90) + 1, 5), bin((1 << 90) + 1, (1 << 90) + 2, 5)],
        &[bin(0, 2, 50)],
        &[bin(0, 1 << 90, 50)],
        &[bin(1, 2, 50), bin(2, 3, 1), bin(3, 1 << 99, 1)],
        &[bin(0, 10, 5), bin(10, 100, 1), bin(100, 1_000, 100_000)],
        &[bin(0, 10, 100_000), bin(10, 100, 1), bin(100, 1_000, 100_000)],
        &[bin(0, 10, 5), bin(1 << 80, 1 << 81, 5), bin((1 << 81) + 1, 1 << 90, 5)],
    ];
    for bins in odd {
        let holders = rebuild(bins, &mut rng(2));
        for bin in bins {
            assert_eq!(held(&holders, bin.from.max(1), bin.to), bin.holders, "{bin:?} of {bins:?}");
        }
    }
}

/// Who stakes is a guess, so what is checked is how unequal such sets are: the median of nine seeds against
/// an independent simulation of the same assumptions (another program, other random numbers). The tail is
/// heavy and the largest staker alone moves everything, hence wide bands: a third more or less in the
/// effective number, twelve points in the shares. Each single set has to look like a real DAO: published
/// Ginis of tokens are 0.97 to above 0.99 (arXiv 2510.05830 and others), and a few hold most.
struct Found {
    effective: f64,
    gini: f64,
    largest: f64,
    ten_largest: f64,
}

impl Found {
    #[track_caller]
    fn again_in(&self, dao: &Published) {
        let set = |seed| named(dao.name, seed, Some(dao.voters)).unwrap().balances();
        let sets: Vec<Vec<u128>> = (0..9).map(set).collect();
        let median = |measure: &dyn Fn(&[u128]) -> f64| median(sets.iter().map(|set| measure(set)).collect());
        near("effective number", median(&effective_number) / self.effective, 1.0, 1.0 / 3.0);
        near("Gini", median(&gini), self.gini, 0.005);
        near("top 1", median(&|set| top_share(set, 1)), self.largest, 0.12);
        near("top 10", median(&|set| top_share(set, 10)), self.ten_largest, 0.12);
        for set in &sets {
            assert!((0.97..0.999).contains(&gini(set)), "Gini {}", gini(set));
            assert!((1..=20).contains(&nakamoto(set)), "Nakamoto {}", nakamoto(set));
            assert!((0.4..0.95).contains(&top_share(set, 10)), "top 10 {}", top_share(set, 10));
        }
    }
}

#[test]
fn compound_is_as_unequal_as_simulated() {
    Found { effective: 109.0, gini: 0.994, largest: 0.233, ten_largest: 0.67 }.again_in(&PUBLISHED[0]);
}

#[test]
fn uniswap_is_as_unequal_as_simulated() {
    Found { effective: 356.0, gini: 0.996, largest: 0.209, ten_largest: 0.68 }.again_in(&PUBLISHED[1]);
}

#[test]
fn ens_is_as_unequal_as_simulated() {
    Found { effective: 130.0, gini: 0.988, largest: 0.302, ten_largest: 0.78 }.again_in(&PUBLISHED[2]);
}

/// Published, and nothing was fitted to it: with the treasury, the Gini of these tokens is above 0.99 (arXiv
/// 2510.05830). No guess about who stakes comes in here.
#[test]
fn holders_are_as_unequal_as_published() {
    for dao in PUBLISHED {
        let mut holders = dao.rebuild(&mut rng(4));
        holders.push((dao.supply as f64 * dao.largest_holder) as u128 * TOKEN);
        assert!(gini(&holders) > 0.99, "{}: {}", dao.name, gini(&holders));
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[track_caller]
fn near(what: &str, value: f64, wanted: f64, tolerance: f64) {
    assert!((value - wanted).abs() <= tolerance, "{what} {value}, should be {wanted} ± {tolerance}");
}
