use crate::population::csv::{parse, Contents, CsvError, Fault, MAX_BYTES, MAX_HOLDERS, MAX_ROWS};
use crate::population::histogram::Bin;

const AN_AMOUNT: &str = "an amount of tokens with at most six decimals, such as 1250.5";

fn balances(text: &str) -> Vec<u128> {
    match parse(text.as_bytes()).unwrap() {
        Contents::Balances(balances) => balances,
        other => panic!("{other:?}"),
    }
}

fn bins(text: &str) -> Vec<Bin> {
    match parse(text.as_bytes()).unwrap() {
        Contents::Histogram(bins) => bins,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn refused(text: &str, line: usize, fault: Fault) {
    assert_eq!(parse(text.as_bytes()), Err(CsvError::Line { line, fault }));
}

#[test]
fn balances_are_tokens_with_decimals() {
    assert_eq!(balances("balance\n1250.5\n3\n0.000001\n"), [1_250_500_000, 3_000_000, 1]);
}

#[test]
fn spreadsheets_and_notes_are_understood() {
    let text = "\u{feff}# from our snapshot\r\nbalance\r\n\r\n 1 \r\n# dust\r\n0.5";
    assert_eq!(balances(text), [1_000_000, 500_000]);
}

#[test]
fn a_histogram_may_have_gaps() {
    let read = bins("from, to, holders\n0,1,30\n1,2.5,20\n10,100,10\n");
    let bin = |from, to, holders| Bin { from, to, holders };
    assert_eq!(
        read,
        [bin(0, 1_000_000, 30), bin(1_000_000, 2_500_000, 20), bin(10_000_000, 100_000_000, 10)]
    );
}

#[test]
fn a_header_is_needed() {
    refused("1\n2\n", 1, Fault::Header { found: "1".into() });
    refused("\nholders,from,to\n", 2, Fault::Header { found: "holders,from,to".into() });
}

#[test]
fn nothing_is_no_population() {
    for text in ["", "\n# nothing\n", "balance\n", "from,to,holders\n# none"] {
        assert_eq!(parse(text.as_bytes()), Err(CsvError::NoRows), "{text:?}");
    }
}

#[test]
fn every_row_has_the_fields_of_the_header() {
    refused("balance\n1\n2,3\n", 3, Fault::Fields { found: 2, wanted: 1 });
    refused("from,to,holders\n0,1\n", 2, Fault::Fields { found: 2, wanted: 3 });
}

#[test]
fn an_amount_is_a_plain_number() {
    for found in
        ["ten", "1e6", "+1", "1_000", "\"1\"", ".5", "1.", "1.2.3", "0x1", "1 000", "-", "-x", "0.0000001"]
    {
        let fault = Fault::Malformed { found: found.into(), wanted: AN_AMOUNT };
        refused(&format!("balance\n1\n{found}\n"), 3, fault);
    }
    refused("from,to,holders\n0,,1\n", 2, Fault::Malformed { found: "".into(), wanted: AN_AMOUNT });
}

#[test]
fn a_count_is_a_whole_number() {
    let fault = Fault::Malformed { found: "2.5".into(), wanted: "a whole number" };
    refused("from,to,holders\n0,1,2.5\n", 2, fault);
}

#[test]
fn negative_numbers_are_refused() {
    refused("balance\n-1.5\n", 2, Fault::Negative { found: "-1.5".into() });
    refused("from,to,holders\n-1,1,1\n", 2, Fault::Negative { found: "-1".into() });
    refused("from,to,holders\n0,1,-7\n", 2, Fault::Negative { found: "-7".into() });
}

#[test]
fn zeros_are_refused() {
    refused("balance\n1\n\n0.000\n", 4, Fault::Zero { what: "a balance" });
    refused("from,to,holders\n0,1,5\n1,10,0\n", 3, Fault::Zero { what: "a count of holders" });
}

#[test]
fn a_row_has_room_for_a_balance() {
    for row in ["1,1,1", "2,1,1", "0,0,1", "0,0.000001,1"] {
        refused(&format!("from,to,holders\n{row}\n"), 2, Fault::NoWidth);
    }
    assert_eq!(bins("from,to,holders\n0,0.000002,1\n").len(), 1, "the one balance of one unit");
}

#[test]
fn rows_do_not_overlap() {
    refused("from,to,holders\n0,10,5\n9.999999,100,5\n", 3, Fault::Overlap);
    refused("from,to,holders\n10,100,5\n1,10,5\n", 3, Fault::Overlap);
}

#[test]
fn the_size_is_limited() {
    let mut text = String::from("balance\n1\n");
    text.push_str(&"#".repeat(MAX_BYTES - text.len()));
    assert_eq!(balances(&text), [1_000_000]);
    text.push('#');
    assert_eq!(parse(text.as_bytes()), Err(CsvError::TooLarge));
}

#[test]
fn the_rows_are_limited() {
    let mut text = String::from("balance\n");
    text.push_str(&"1\n".repeat(MAX_ROWS));
    assert_eq!(balances(&text).len(), MAX_ROWS);
    text.push_str("1\n");
    refused(&text, MAX_ROWS + 2, Fault::TooManyRows);
}

#[test]
fn the_holders_are_limited() {
    let text = |holders: usize| format!("from,to,holders\n0,1,{}\n1,2,{holders}\n", MAX_HOLDERS - 5);
    assert_eq!(bins(&text(5)).len(), 2);
    refused(&text(6), 3, Fault::TooManyHolders);
    refused("from,to,holders\n0,1,99999999999999999999999\n", 2, Fault::TooManyHolders);
}

#[test]
fn the_total_of_the_balances_is_limited() {
    let text = |last: &str| format!("balance\n1267650600228229401496703\n{last}\n");
    assert_eq!(balances(&text("0.205376")).iter().sum::<u128>(), 1 << 100);
    refused(&text("0.205377"), 3, Fault::TooMuch);
    for huge in ["340282366920938463463374607431768", "9".repeat(60).as_str()] {
        refused(&format!("balance\n{huge}\n"), 2, Fault::TooMuch);
    }
}

#[test]
fn the_total_of_a_histogram_is_limited_at_the_ends_of_its_rows() {
    let text = |to: &str| format!("from,to,holders\n1,{to},4\n");
    assert_eq!(bins(&text("316912650057057350374175.801344")).len(), 1);
    refused(&text("316912650057057350374175.801345"), 2, Fault::TooMuch);
}

#[test]
fn a_binary_file_is_refused() {
    assert_eq!(parse(b"balance\n1\n\xff\xfe\n"), Err(CsvError::Line { line: 3, fault: Fault::NotText }));
}

#[test]
fn an_error_names_the_line_and_the_rule() {
    let text = |text: &str| parse(text.as_bytes()).unwrap_err().to_string();
    assert_eq!(text("balance\n0\n"), "line 2: a balance of zero; leave the row out");
    assert_eq!(text("balance\nx\n"), format!("line 2: 'x' is not {AN_AMOUNT}"));
}
