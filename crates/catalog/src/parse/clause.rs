//! One clause of a price text, such as `基础版：0.05元/次` or `from $99/month`: which numbers are
//! money, which are counts, and which words stand around them. The offer is `clause_offer`'s.

use super::clause_offer::included;
use super::letters::is_letter_or_digit;
use super::lexicon::Word;
use super::tokens::{Token, scaled};
use super::unit::Unit;
use crate::Quantity;

/// A number that may be a price.
pub(super) struct Amount {
    pub(super) value: String,
    /// ISO 4217, when money is named beside it.
    pub(super) currency: Option<String>,
    /// The power of ten written behind it.
    pub(super) power: i32,
}

/// What the words of one clause say.
#[derive(Default)]
pub(super) struct Clause {
    pub(super) amounts: Vec<Amount>,
    /// `元/100次`: the number and the unit behind the stroke.
    pub(super) per: Option<(String, Unit)>,
    /// `元/年/账号`: what stands behind a second stroke.
    pub(super) per_more: Option<Unit>,
    /// `含1000次`: numbers of things, not of money.
    pub(super) counts: Vec<(String, Unit)>,
    pub(super) words: Vec<Word>,
    /// Text that no word explains.
    pub(super) other: bool,
    /// Text or a unit that would limit a word such as free: 新用户免费, 限时免费, 免费?.
    condition: bool,
    /// A word such as 仅, which limits what another clause said.
    limit: bool,
    dash: bool,
    pub(super) range: bool,
    pub(super) negative: bool,
    per_open: bool,
    pub(super) unit_lost: bool,
    pending: Option<String>,
}

impl Clause {
    /// Reads a clause; `default` is the currency of bare numbers, ISO 4217.
    pub(super) fn read(tokens: &[Token], default: &str) -> Self {
        let mut clause = Self::default();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            let behind = tokens.get(at..).unwrap_or_default();
            match token {
                Token::Number(value) => at += clause.number(value, behind, default),
                Token::Word(Word::Plain) => clause.text(true),
                Token::Word(Word::Limit) => {
                    clause.text(true);
                    (clause.condition, clause.limit) = (true, true);
                }
                Token::Word(word) => clause.word(*word, default),
                Token::Text(text) => {
                    let says = text.chars().any(is_letter_or_digit);
                    clause.text(says);
                    clause.condition |= says || text.contains(['?', '*']);
                }
            }
        }
        clause
    }

    /// Whether a price, free, negotiable or a way to bill is said at all.
    pub(super) fn is_silent(&self) -> bool {
        self.amounts.is_empty()
            && !self.words.iter().any(|word| {
                matches!(
                    word,
                    Word::Free | Word::Negotiable | Word::Share | Word::Usage
                ) || matches!(word, Word::Offline | Word::Online) && !self.other
            })
            && self.per.is_none()
    }

    /// Whether the clause says free and nothing beside it takes that back or limits it: a free
    /// trial does not make the data free, and 不免费 says the contrary.
    pub(super) fn is_free(&self) -> bool {
        self.calls_free() && !self.condition && self.counts.is_empty()
    }

    /// Whether something is free for some, for a while or in part.
    pub(super) fn is_free_on_condition(&self) -> bool {
        self.calls_free() && !self.is_free()
    }

    fn calls_free(&self) -> bool {
        self.has(Word::Free) && !self.has(Word::Not) && !self.has(Word::Trial)
    }

    /// Whether this clause takes back a part of what another one said.
    pub(super) fn is_limit(&self) -> bool {
        self.limit
    }

    /// Whether nothing known is said: such text can be the name of a package.
    pub(super) fn is_wordless(&self) -> bool {
        self.words.is_empty() && self.is_silent()
    }

    /// What a clause such as `含1000次` says that the price before it includes.
    pub(super) fn inclusion(&self) -> Option<Quantity> {
        let counted = self.counts.iter().find(|(_, unit)| unit.word().is_some());
        counted.and_then(|(count, unit)| included(count, *unit))
    }

    pub(super) fn has(&self, word: Word) -> bool {
        self.words.contains(&word)
    }

    /// Takes text, which says something or is a mere mark.
    fn text(&mut self, says: bool) {
        self.unit_lost |= self.per_open && !self.amounts.is_empty();
        self.per_open = false;
        self.other |= says;
    }

    /// Takes a number with what stands behind it; returns how many more tokens that used.
    fn number(&mut self, value: &str, behind: &[Token], default: &str) -> usize {
        let (value, mut taken, power) = scaled(value, behind);
        let mut currency = self.pending.take();
        if let Some(Token::Word(word)) = behind.get(taken)
            && let Some(code) = currency_of(*word, default)
        {
            currency = Some(code);
            taken += 1;
        }
        if currency.is_none()
            && let Some(Token::Word(Word::Unit(unit))) = behind.get(taken)
        {
            taken += 1;
            if std::mem::take(&mut self.per_open) && !self.amounts.is_empty() {
                self.per = Some((value, *unit));
            } else {
                self.counts.push((value, *unit));
            }
        } else {
            if std::mem::take(&mut self.per_open) && self.per.is_none() {
                // `1000次/100元`: the count stands before the stroke.
                self.per = self.counts.pop();
            }
            let dash = std::mem::take(&mut self.dash);
            self.range |= dash && self.amounts.len() == 1;
            self.negative |= dash && self.amounts.is_empty();
            self.amounts.push(Amount {
                value,
                currency,
                power,
            });
        }
        taken
    }

    fn word(&mut self, word: Word, default: &str) {
        match word {
            Word::Unit(unit) if std::mem::take(&mut self.per_open) => {
                if self.per.is_some() {
                    self.per_more = Some(unit);
                }
                self.per.get_or_insert(("1".to_owned(), unit));
            }
            Word::Each(unit) => {
                self.per.get_or_insert(("1".to_owned(), unit));
            }
            Word::Per => self.per_open = true,
            Word::Dash => self.dash = true,
            // 企业免费 is free for companies; a free dataset is free.
            Word::Unit(unit) => self.condition |= unit != Unit::Copy,
            Word::Label | Word::Times(_) => {}
            other => match currency_of(other, default) {
                Some(code) => self.currency(code),
                None => self.words.push(other),
            },
        }
    }

    /// A currency word apart from a number: before it (`USD 5`), or behind a range.
    fn currency(&mut self, code: String) {
        match self.amounts.last_mut() {
            Some(last) if last.currency.is_none() => last.currency = Some(code),
            _ => self.pending = Some(code),
        }
    }
}

/// The ISO 4217 code that a money word means beside `default`, the currency of the exchange:
/// 元 and $ are several countries' words.
fn currency_of(word: Word, default: &str) -> Option<String> {
    let own = |codes: &[&str], other: &str| {
        let code = if codes.contains(&default) {
            default
        } else {
            other
        };
        Some(code.to_owned())
    };
    match word {
        Word::Currency(code) => Some(code.to_owned()),
        Word::Yuan => own(&["CNY", "TWD", "HKD", "MOP", "JPY"], "CNY"),
        Word::Dollar => own(&["USD", "AUD", "CAD", "HKD", "SGD", "TWD", "NZD"], "USD"),
        Word::Coin(_) => Some("CNY".to_owned()),
        _ => None,
    }
}
