//! Package tables inside a price cell: `产品规格 | 套餐调用次数（次） | 售价(元)` and a row a package.

use super::clause::Clause;
use super::clause_offer::included;
use super::decimal::decimal;
use super::fold::fold;
use super::tokens::tokens;
use super::unit::Unit;
use crate::{BillingModel, Offer, Price, PriceType, Text};

/// Most packages of one table.
const MOST_ROWS: usize = 20;

/// What the columns of a package table are.
struct Columns {
    name: Option<usize>,
    quantity: Option<usize>,
    price: usize,
}

/// The offers of a package table, or `None` when the text is not one that can be read whole.
pub(super) fn package_table(text: &str, currency: &str, lang: &str) -> Option<Vec<Offer>> {
    let mut rows = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(cells);
    let header = rows.next().filter(|cells| cells.len() > 1)?;
    let columns = columns(&header)?;
    let mut offers = Vec::new();
    for row in rows.filter(|row| !is_rule(row)) {
        if row.len() != header.len() || offers.len() == MOST_ROWS {
            return None;
        }
        let mut offer = package(&row, &columns, currency, lang)?;
        offer.id = format!("o{}", offers.len() + 1);
        offer.verbatim = Some(super::joined(&mut row.iter().map(String::as_str), " | "));
        offers.push(offer);
    }
    (!offers.is_empty()).then_some(offers)
}

fn cells(line: &str) -> Vec<String> {
    let line = line.trim_matches('|');
    let cut = if line.as_bytes().contains(&b'|') {
        '|'
    } else {
        '\t'
    };
    line.split(cut).map(|cell| cell.trim().to_owned()).collect()
}

/// A line of a Markdown table that only rules it.
fn is_rule(row: &[String]) -> bool {
    row.iter()
        .all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':' | ' ')))
}

fn columns(header: &[String]) -> Option<Columns> {
    let find = |words: &[&str], not: &[&str]| {
        header.iter().position(|cell| {
            let cell = fold(cell);
            words.iter().any(|word| super::holds(&cell, word))
                && !not.iter().any(|word| super::holds(&cell, word))
        })
    };
    Some(Columns {
        price: find(
            &["售价", "价格", "总价", "费用", "price", "fee"],
            &["单价", "单次", "unit", "per "],
        )?,
        quantity: find(&["次数", "数量", "条数", "calls", "quantity"], &["单次"]),
        name: find(
            &[
                "规格",
                "套餐名",
                "名称",
                "版本",
                "套餐",
                "package",
                "plan",
                "name",
            ],
            &["次数", "数量"],
        ),
    })
}

fn package(row: &[String], columns: &Columns, currency: &str, lang: &str) -> Option<Offer> {
    let cell = row.get(columns.price)?;
    let plain = decimal(&fold(cell));
    let mut offer = match plain {
        Some(amount) => {
            let mut offer = Offer::new("o1", PriceType::Fixed);
            let price = Price {
                amount: Some(amount),
                currency: currency.to_owned(),
                ..Price::default()
            };
            offer.price = Some(price);
            offer
        }
        None => {
            Clause::read(&tokens(&fold(cell)), currency)
                .offer(currency)?
                .0
        }
    };
    if let Some(count) = columns.quantity.and_then(|at| row.get(at)) {
        let digits: String = fold(count)
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        offer.included_quantity = included(&digits, Unit::Call);
        if offer.included_quantity.is_some() && offer.billing_model.is_none() {
            offer.billing_model = Some(BillingModel::PerCall);
            offer.unit = Some("call".to_owned());
        }
    }
    let name = columns
        .name
        .and_then(|at| row.get(at))
        .filter(|name| !name.is_empty());
    offer.name = name.map(|name| Text::new(lang, name.as_str()));
    Some(offer)
}
