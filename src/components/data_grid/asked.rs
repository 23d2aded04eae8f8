//! Changes of a view, one a gesture. Pure.

use sift::{Filter, Order, Test, View};

/// The order that a head's button gives: up, down, none, and so on.
pub(crate) fn turned(view: &View, column: u32) -> View {
    let order = match view.order.filter(|order| order.column == column) {
        None => Some(false),
        Some(order) if !order.descending => Some(true),
        Some(_) => None,
    };
    ordered(view, column, order)
}

/// The order by a column, `None` is the file's own.
pub(crate) fn ordered(view: &View, column: u32, descending: Option<bool>) -> View {
    let order = descending.map(|descending| Order { column, descending });
    View {
        order,
        ..view.clone()
    }
}

/// With a condition; one of the same kind on the same column makes room for it.
pub(crate) fn filtered(view: &View, column: u32, test: Test) -> View {
    let mut view = view.clone();
    view.filters
        .retain(|filter| filter.column != column || !is_alike(&filter.test, &test));
    view.filters.push(Filter { column, test });
    view
}

/// With the condition if it is not there yet, without it if it is.
pub(crate) fn toggled(view: &View, column: u32, test: Test) -> View {
    let at = view
        .filters
        .iter()
        .position(|filter| filter.column == column && filter.test == test);
    match at {
        Some(at) => without(view, at),
        None => filtered(view, column, test),
    }
}

/// With one more of the values that a column may have, or one fewer.
pub(crate) fn toggled_value(view: &View, column: u32, value: &str) -> View {
    let mut values = values_of(view, column);
    match values.iter().position(|known| known == value) {
        Some(at) => drop(values.remove(at)),
        None => values.push(value.to_owned()),
    }
    let mut view = view.clone();
    let of_values =
        |filter: &Filter| filter.column == column && matches!(filter.test, Test::OneOf { .. });
    view.filters.retain(|filter| !of_values(filter));
    if !values.is_empty() {
        let test = Test::OneOf { values };
        view.filters.push(Filter { column, test });
    }
    view
}

/// The values that a column may have, none if it may have any.
pub(crate) fn values_of(view: &View, column: u32) -> Vec<String> {
    let mut filters = view.filters.iter().filter(|f| f.column == column);
    let values = filters.find_map(|filter| match &filter.test {
        Test::OneOf { values } => Some(values.clone()),
        _ => None,
    });
    values.unwrap_or_default()
}

/// The condition of a column that `is` picks.
pub(crate) fn test_of(view: &View, column: u32, is: fn(&Test) -> bool) -> Option<&Test> {
    let mut tests = view.filters.iter().filter(|f| f.column == column);
    tests.find_map(|filter| Some(&filter.test).filter(|test| is(test)))
}

/// Without one of its conditions.
pub(crate) fn without(view: &View, at: usize) -> View {
    let mut view = view.clone();
    if at < view.filters.len() {
        view.filters.remove(at);
    }
    view
}

fn is_alike(one: &Test, other: &Test) -> bool {
    use Test::{Between, Contains, Filled, Missing, OneOf};
    matches!(
        (one, other),
        (Contains { .. }, Contains { .. })
            | (OneOf { .. }, OneOf { .. })
            | (Between { .. }, Between { .. })
            | (Missing | Filled, Missing | Filled)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_takes_the_place_of_its_like() {
        let text = |text: &str| Test::Contains { text: text.into() };
        let view = filtered(&View::default(), 1, text("a"));
        let view = filtered(&view, 1, Test::Missing);
        let view = filtered(&filtered(&view, 1, text("b")), 1, Test::Filled);
        let tests: Vec<_> = view.filters.into_iter().map(|f| f.test).collect();
        assert_eq!(tests, [text("b"), Test::Filled]);
    }

    #[test]
    fn values_gather_and_go() {
        let view = toggled_value(&View::default(), 0, "甲");
        let view = toggled_value(&view, 0, "乙");
        assert_eq!(values_of(&view, 0), ["甲", "乙"]);
        let view = toggled_value(&toggled_value(&view, 0, "甲"), 0, "乙");
        assert!(view.is_all());
    }

    #[test]
    fn the_button_turns_through_three_orders() {
        let up = turned(&View::default(), 2);
        let down = turned(&up, 2);
        assert_eq!(down.order.map(|order| order.descending), Some(true));
        assert_eq!(turned(&down, 2).order, None);
        assert_eq!(turned(&down, 1).order.map(|order| order.column), Some(1));
    }
}
