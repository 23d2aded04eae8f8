//! From Rust's names to those of the JSON.

use syn::{Error, LitStr};

/// How the words of a name are put together.
#[derive(Clone, Copy)]
pub(crate) enum Case {
    /// `priceType`
    Camel,
    /// `price-type`
    Kebab,
    /// `price_type`
    Snake,
    /// `pricetype`
    Lower,
}

impl Case {
    pub(crate) fn named(name: &LitStr) -> Result<Self, Error> {
        Ok(match name.value().as_str() {
            "kebab-case" => Self::Kebab,
            "snake_case" => Self::Snake,
            "lowercase" => Self::Lower,
            _ => return Err(Error::new_spanned(name, "no case of this name")),
        })
    }

    /// `name`, of a member or of a variant, in this case.
    pub(crate) fn apply(self, name: &str) -> String {
        let words = words(name);
        match self {
            Self::Kebab => words.join("-"),
            Self::Snake => words.join("_"),
            Self::Lower => words.concat(),
            Self::Camel => {
                let later = words.iter().skip(1).map(|word| capitalised(word));
                words.first().cloned().into_iter().chain(later).collect()
            }
        }
    }
}

/// The words of a name in small letters: a word begins behind a `_` and with a capital.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in name.trim_start_matches("r#").split('_') {
        let mut begins = true;
        for letter in part.chars() {
            if begins || letter.is_uppercase() {
                words.push(String::new());
            }
            begins = false;
            if let Some(word) = words.last_mut() {
                word.extend(letter.to_lowercase());
            }
        }
    }
    words
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_members_and_of_variants_take_every_case() {
        for (name, camel, kebab, snake) in [
            ("off_shelf", "offShelf", "off-shelf", "off_shelf"),
            ("HandedOver", "handedOver", "handed-over", "handed_over"),
            ("NotAnEmail", "notAnEmail", "not-an-email", "not_an_email"),
            ("id", "id", "id", "id"),
        ] {
            assert_eq!(Case::Camel.apply(name), camel);
            assert_eq!(Case::Kebab.apply(name), kebab);
            assert_eq!(Case::Snake.apply(name), snake);
        }
        assert_eq!(Case::Lower.apply("NotStated"), "notstated");
    }
}
