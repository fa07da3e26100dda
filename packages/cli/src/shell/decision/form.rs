//! The shape of a sentence: words that stand as they are, and holes between them.

/// What a sentence is held against: holes are in capitals (`pay AMOUNT to ACCOUNT`).
pub fn filled(form: &str, sentence: &str) -> Option<Vec<String>> {
    let form: Vec<&str> = form.split(' ').collect();
    let mut rest: Vec<&str> = sentence.split_whitespace().collect();
    let mut holes = Vec::new();
    for (index, word) in form.iter().enumerate() {
        let taken = match is_hole(word) {
            false if rest.first() == Some(word) => 1,
            false => return None,
            // A hole reaches to the next word of the form, or to the end.
            true => match form.get(index + 1) {
                Some(next) if is_hole(next) => 1,
                Some(next) => rest.iter().position(|word| word == next)?,
                None => rest.len(),
            },
        };
        if taken == 0 || taken > rest.len() {
            return None;
        }
        let words: Vec<&str> = rest.drain(..taken).collect();
        if is_hole(word) {
            holes.push(words.join(" "));
        }
    }
    rest.is_empty().then_some(holes)
}

fn is_hole(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holes(form: &str, sentence: &str) -> Option<Vec<String>> {
        filled(form, sentence)
    }

    #[test]
    fn a_hole_reaches_to_the_next_word_of_the_form_or_to_the_end() {
        let words = |words: &[&str]| Some(words.iter().map(|word| word.to_string()).collect());
        let pay = "pay AMOUNT to ACCOUNT";
        assert_eq!(holes(pay, "pay 5 cash to bob"), words(&["5 cash", "bob"]));
        assert_eq!(holes(pay, " pay  5cash to  bob "), words(&["5cash", "bob"]));
        assert_eq!(holes("add issuer NAME KEY", "add issuer guild a b"), words(&["guild", "a b"]));
        assert_eq!(holes("unpause", "unpause"), words(&[]));
    }

    #[test]
    fn a_word_that_is_missing_or_too_many_and_a_hole_with_nothing_in_it_fit_no_form() {
        let pay = "pay AMOUNT to ACCOUNT";
        for sentence in ["", "pay", "pay 5 cash", "pay to bob", "pay 5 cash to", "give 5 cash to bob"] {
            assert_eq!(holes(pay, sentence), None, "{sentence}");
        }
        assert_eq!(holes("unpause", "unpause now"), None);
        assert_eq!(holes("add issuer NAME KEY", "add issuer guild"), None);
    }
}
