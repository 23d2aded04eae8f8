//! Views over random tables, held against a plain filter and a plain sort; and the bars of
//! histograms, of which each must select as many rows as it says.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

use proptest::prelude::*;
use sift::{Filter, Finding, Order, Sieve, Test, View};
use std::collections::BTreeMap;
use table::{Cell, Column, Count, Kind, Table, profile};

/// Folds the slow way.
fn folded(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{3000}' => ' ',
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap(),
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

fn holds(test: &Test, kind: Kind, cell: Cell<'_>) -> bool {
    let text = cell.text().unwrap_or_default();
    match test {
        Test::Contains { text: part } => {
            cell.text().is_some() && folded(text).contains(&folded(part))
        }
        Test::OneOf { values } => values.iter().any(|value| value.trim() == text.trim()),
        Test::Between { from, to, with_to } => {
            let kind = kind.ordering(from.as_deref().or(to.as_deref()).unwrap_or_default());
            let Some(value) = kind.value(text).filter(|_| !cell.is_blank()) else {
                return false;
            };
            from.as_deref()
                .and_then(|from| kind.value(from))
                .is_none_or(|from| value >= from)
                && to.as_deref().is_none_or(|to| match with_to {
                    true => kind.last_value(to).is_none_or(|to| value <= to),
                    false => kind.value(to).is_none_or(|to| value < to),
                })
        }
        Test::Missing => cell.is_blank(),
        Test::Filled => !cell.is_blank(),
    }
}

fn expected(view: &View, table: &Table) -> Vec<u64> {
    let kinds: Vec<Kind> = table.kinds();
    let search = folded(view.search.trim());
    let passes = |row: &u64| {
        let row = *row as usize;
        let cell = |column: u32| table.get(row, column as usize);
        let filters = view.filters.iter();
        let mut filters = filters.map(|filter| {
            let known = kinds.get(filter.column as usize);
            known.is_none_or(|kind| {
                let Test::Between { from, to, .. } = &filter.test else {
                    return holds(&filter.test, *kind, cell(filter.column));
                };
                // A range of which no end can be read is no filter.
                let as_one = kind.ordering(from.as_deref().or(to.as_deref()).unwrap_or_default());
                let bad = |end: &Option<String>| {
                    end.as_deref()
                        .is_some_and(|end| as_one.value(end).is_none())
                };
                (bad(from) && bad(to)) || holds(&filter.test, *kind, cell(filter.column))
            })
        });
        let found = |at: usize| {
            let text = table.get(row, at).text();
            text.is_some_and(|text| folded(text).contains(&search))
        };
        filters.all(|holds| holds) && (search.is_empty() || (0..table.width()).any(found))
    };
    let mut rows: Vec<u64> = (0..table.len() as u64).filter(passes).collect();
    let order = view
        .order
        .filter(|order| (order.column as usize) < kinds.len());
    if let Some(Order { column, descending }) = order {
        let kind = kinds[column as usize];
        let by_value = kind.is_number() || kind.is_date();
        rows.sort_by(|a, b| {
            let text = |row: &u64| {
                table
                    .get(*row as usize, column as usize)
                    .text()
                    .map(str::trim)
            };
            let filled = |row: &u64| text(row).filter(|text| !text.is_empty());
            if by_value {
                let value = |row: &u64| filled(row).and_then(|text| kind.value(text));
                match (value(a), value(b)) {
                    (Some(a), Some(b)) if descending => b.total_cmp(&(a + 0.0)),
                    (Some(a), Some(b)) => a.total_cmp(&(b + 0.0)),
                    (a, b) => a.is_none().cmp(&b.is_none()),
                }
            } else {
                match (filled(a).map(folded), filled(b).map(folded)) {
                    (Some(a), Some(b)) if descending => b.cmp(&a),
                    (Some(a), Some(b)) => a.cmp(&b),
                    (a, b) => a.is_none().cmp(&b.is_none()),
                }
            }
        });
    }
    rows
}

trait Kinds {
    fn kinds(&self) -> Vec<Kind>;
}

impl Kinds for Table {
    fn kinds(&self) -> Vec<Kind> {
        profile(self)
            .columns
            .iter()
            .map(|column| column.kind)
            .collect()
    }
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        (-30i32..30).prop_map(|n| n.to_string()),
        (-3000i32..3000).prop_map(|n| format!("{:.2}", f64::from(n) / 100.0)),
        (1000u32..9_999_999).prop_map(|n| format!("{},{:03}", n / 1000, n % 1000)),
        Just("３万".to_owned()),
        Just("0.1".to_owned()),
        Just("1.2E+5".to_owned()),
    ]
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        (2019i32..2024, 1u32..13, 1u32..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        (2019i32..2024, 1u32..13, 1u32..29).prop_map(|(y, m, d)| format!("{y}年{m}月{d}日")),
        (2019i32..2024, 1u32..13, 1u32..29).prop_map(|(y, m, d)| format!("{y}{m:02}{d:02}")),
        (2019i32..2024, 1u32..13).prop_map(|(y, m)| format!("{y}-{m:02}")),
        (2019i32..2024).prop_map(|y| format!("{y}年")),
    ]
}

fn moment() -> impl Strategy<Value = String> {
    (1u32..4, 0u32..25, 0u32..60).prop_map(|(d, h, m)| format!("2024-02-{d:02} {h:02}:{m:02}:00"))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[abAB ａＢ]{0,3}",
        "[北京上海]{1,3}",
        Just(String::new()),
        "\\PC{0,6}"
    ]
}

fn cells(of: BoxedStrategy<String>) -> impl Strategy<Value = Vec<Option<String>>> {
    prop::collection::vec(prop::option::weighted(0.9, of), 0..40)
}

fn columns() -> impl Strategy<Value = [Vec<Option<String>>; 4]> {
    [
        cells(number().boxed()).boxed(),
        cells(date().boxed()).boxed(),
        cells(text().boxed()).boxed(),
        cells(prop_oneof![number(), date(), text()].boxed()).boxed(),
    ]
}

fn table(columns: &[Vec<Option<String>>; 4]) -> Table {
    let named = ["number", "date", "text", "mixed"].map(Column::new);
    let mut table = Table::new(named.to_vec());
    let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
    for row in 0..rows {
        table.push_row(columns.iter().map(|column| {
            let text = column.get(row).and_then(Option::as_deref);
            text.map_or(Cell::Missing, Cell::Text)
        }));
    }
    table
}

fn test() -> impl Strategy<Value = Test> {
    let end = || prop::option::of(prop_oneof![number(), date(), text()]);
    prop_oneof![
        text().prop_map(|text| Test::Contains { text }),
        prop::collection::vec(prop_oneof![text(), number()], 0..3)
            .prop_map(|values| Test::OneOf { values }),
        (end(), end(), any::<bool>()).prop_map(|(from, to, with_to)| Test::Between {
            from,
            to,
            with_to
        }),
        Just(Test::Missing),
        Just(Test::Filled),
    ]
}

fn view() -> impl Strategy<Value = View> {
    let filter = (0u32..5, test()).prop_map(|(column, test)| Filter { column, test });
    let order =
        (0u32..5, any::<bool>()).prop_map(|(column, descending)| Order { column, descending });
    (
        prop_oneof![3 => Just(String::new()), 1 => text()],
        prop::collection::vec(filter, 0..3),
        prop::option::of(order),
    )
        .prop_map(|(search, filters, order)| View {
            search,
            filters,
            order,
            bare: Vec::new(),
        })
}

fn with_kinds(table: &Table) -> Vec<Column> {
    let kinds = table.kinds().into_iter();
    kinds
        .map(|kind| Column {
            kind,
            ..Column::new("a")
        })
        .collect()
}

fn found(view: &View, table: &Table) -> Vec<u64> {
    let mut finding = Finding::new(view, &with_kinds(table));
    for row in 0..table.len() {
        assert!(finding.row(row as u64, &table.cells_of(row)));
    }
    let found = finding.finish();
    let rows: Vec<u64> = (0..found.rows.value())
        .map(|at| found.number(at).unwrap())
        .collect();
    assert_eq!(found.rows, Count::Exactly(rows.len() as u64));
    assert_eq!(found.number(rows.len() as u64), None);
    let places: BTreeMap<u64, u64> = rows.iter().copied().zip(0..).collect();
    assert_eq!(places.len(), rows.len(), "no row comes twice");
    // A place is found by going through the rows: of many, some hundred are asked for.
    let last = table.len() as u64;
    let step = if last > 10_000 { 997 } else { 1 };
    for number in (0..last)
        .step_by(step)
        .chain([last.saturating_sub(1), last])
    {
        assert_eq!(found.place(number), places.get(&number).copied());
    }
    rows
}

fn check_bars(texts: &[String]) -> usize {
    let mut table = Table::new(vec![Column::new("a")]);
    for text in texts {
        table.push_row([Cell::Text(text)]);
    }
    let found = profile(&table).columns.remove(0);
    let Some(bars) = found.histogram else {
        return 0;
    };
    let filled = texts.iter().filter(|text| !text.trim().is_empty()).count() as u64;
    assert_eq!(bars.counts.iter().sum::<u64>(), filled);
    assert_eq!(bars.edges.len(), bars.counts.len() + 1);
    assert!(bars.counts.len() <= 20, "{bars:?}");
    let last = bars.counts.len() - 1;
    for (at, count) in bars.counts.iter().enumerate() {
        let test = Test::Between {
            from: Some(bars.edges[at].clone()),
            to: Some(bars.edges[at + 1].clone()),
            with_to: at == last,
        };
        let view = View {
            filters: vec![Filter { column: 0, test }],
            ..View::default()
        };
        let columns = with_kinds(&table);
        let (mut sieve, notices) = Sieve::new(&view, &columns);
        assert_eq!(notices, [], "{bars:?}");
        let passing = (0..table.len()).filter(|row| sieve.passes(&table.cells_of(*row)));
        assert_eq!(
            passing.count() as u64,
            *count,
            "bar {at} of {bars:?}, {:?}",
            found.kind
        );
    }
    bars.counts.len()
}

proptest! {
    #[test]
    fn a_view_has_the_rows_that_a_plain_filter_and_sort_have(
        columns in columns(),
        views in prop::collection::vec(view(), 1..6),
    ) {
        let table = table(&columns);
        for view in views {
            prop_assert_eq!(found(&view, &table), expected(&view, &table), "{:?}", view);
        }
    }

    #[test]
    fn a_bar_selects_as_many_rows_as_it_says(
        numbers in prop::collection::vec(number(), 0..60),
        fine in prop::collection::vec((-1.0e6f64..1.0e6, 0usize..7), 0..60),
        large in prop::collection::vec(any::<i32>(), 0..60),
        percents in prop::collection::vec(-200i32..900, 0..40),
        dates in prop::collection::vec(date(), 0..60),
        days in prop::collection::vec((1u32..5, 1u32..29), 0..60),
        moments in prop::collection::vec(moment(), 0..60),
        years in prop::collection::vec(1000u32..3000, 0..30),
    ) {
        let written = |(value, places): &(f64, usize)| format!("{value:.places$}");
        check_bars(&numbers);
        check_bars(&fine.iter().map(written).collect::<Vec<_>>());
        check_bars(&large.iter().map(i32::to_string).collect::<Vec<_>>());
        check_bars(&percents.iter().map(|n| format!("{}%", f64::from(*n) / 10.0)).collect::<Vec<_>>());
        check_bars(&dates);
        check_bars(&days.iter().map(|(m, d)| format!("2023/{m:02}/{d:02}")).collect::<Vec<_>>());
        check_bars(&moments);
        check_bars(&years.iter().map(|year| format!("{year}-06-30")).collect::<Vec<_>>());
    }
}

#[test]
fn columns_of_too_many_values_have_bars_that_are_as_exact() {
    let numbers: Vec<String> = (0..150_000i64)
        .map(|i| format!("{:.3}", (i * 7919 % 150_001) as f64 * 0.37 - 12_000.0))
        .collect();
    assert!(check_bars(&numbers) > 5);
    let days: Vec<String> = (0..120_000u32)
        .map(|i| {
            let day = i * 7919 % 120_000;
            format!(
                "{}-{:02}-{:02} {:02}:{:02}:{:02}",
                2000 + day % 20,
                day / 20 % 12 + 1,
                day / 240 % 28 + 1,
                i % 24,
                i / 24 % 60,
                i / 1440 % 60
            )
        })
        .collect();
    assert!(check_bars(&days) > 5);
}

#[test]
fn long_texts_in_order_and_many_of_them() {
    let mut table = Table::new(vec![Column::new("a")]);
    for i in 0..200_000u64 {
        let text = format!("条目{:06}", i * 7919 % 200_003);
        table.push_row([Cell::Text(&text)]);
    }
    for descending in [false, true] {
        let view = View {
            order: Some(Order {
                column: 0,
                descending,
            }),
            ..View::default()
        };
        let rows = found(&view, &table);
        let texts = rows
            .iter()
            .map(|row| table.get(*row as usize, 0).text().unwrap());
        let texts: Vec<&str> = if descending {
            texts.rev().collect()
        } else {
            texts.collect()
        };
        assert!(texts.is_sorted());
    }
}

#[test]
fn a_year_alone_is_a_bound_of_dates() {
    let dates = ["2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01"];
    let numbers = ["2019", "2020", "2020.5", "2021"];
    let text = |texts: &[&str]| {
        texts
            .iter()
            .map(|t| Some((*t).to_owned()))
            .collect::<Vec<_>>()
    };
    let table = table(&[text(&dates), text(&numbers), text(&dates), text(&dates)]);
    let between = |column: u32, from: Option<&str>, to: Option<&str>, with_to: bool| {
        let test = Test::Between {
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
            with_to,
        };
        let view = View {
            filters: vec![Filter { column, test }],
            ..View::default()
        };
        found(&view, &table)
    };
    assert_eq!(between(0, Some("2020"), None, true), [1, 2, 3]);
    assert_eq!(between(0, None, Some(" 2020 "), true), [0, 1, 2]);
    assert_eq!(between(0, None, Some("2020"), false), [0]);
    assert_eq!(between(0, Some("2020"), Some("2020"), true), [1, 2]);
    assert_eq!(between(1, Some("2020"), Some("2020"), true), [1]);
}
