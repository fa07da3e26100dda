use crate::population::shape::{effective_number, gini, nakamoto, top_share};

#[test]
fn equal_holders_are_equal() {
    let amounts = [7; 10];
    assert_eq!(gini(&amounts), 0.0);
    assert_eq!(nakamoto(&amounts), 6, "five of ten have exactly half, not more");
    assert!((effective_number(&amounts) - 10.0).abs() < 1e-9);
    assert!((top_share(&amounts, 3) - 0.3).abs() < 1e-12);
}

#[test]
fn one_holder_has_all() {
    let amounts = [0, 0, 0, 100];
    assert_eq!(gini(&amounts), 0.75, "(n - 1)/n is the most that n can have");
    assert_eq!(nakamoto(&amounts), 1);
    assert_eq!(effective_number(&amounts), 1.0);
    assert_eq!(top_share(&amounts, 1), 1.0);
}

#[test]
fn a_list_computed_by_hand() {
    let amounts = [1, 9, 4];
    assert!(
        (gini(&amounts) - 16.0 / 42.0).abs() < 1e-12,
        "sum of |x - y| over pairs 16, over n times the sum"
    );
    assert_eq!(nakamoto(&amounts), 1);
    assert!((effective_number(&amounts) - 36.0 / 14.0).abs() < 1e-12);
    assert!((top_share(&amounts, 2) - 13.0 / 14.0).abs() < 1e-12);
}

#[test]
fn nothing_measures_nothing() {
    for amounts in [&[][..], &[0, 0][..]] {
        assert_eq!(gini(amounts), 0.0);
        assert_eq!(nakamoto(amounts), 0);
        assert_eq!(effective_number(amounts), 0.0);
        assert_eq!(top_share(amounts, 1), 0.0);
    }
}

#[test]
fn more_than_there_are_have_all() {
    assert_eq!(top_share(&[2, 1], 10), 1.0);
}
