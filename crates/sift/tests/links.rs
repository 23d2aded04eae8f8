//! What a link says of columns, against the columns that are there when it is opened.

use proptest::prelude::*;
use sift::{Arranged, Filter, Names, Order, Test, View};
use table::Column;

fn columns(names: &[&str]) -> Vec<Column> {
    names.iter().map(|name| Column::new(*name)).collect()
}

fn view() -> View {
    let filter = |column| Filter {
        column,
        test: Test::Missing,
    };
    View {
        search: "x".into(),
        filters: vec![filter(0), filter(2), filter(2)],
        order: Some(Order {
            column: 2,
            descending: true,
        }),
        bare: vec![0, 2],
    }
}

#[test]
fn a_column_of_another_name_is_not_asked_anything() {
    let names = Names::of(&view(), &columns(&["站点", "区县", "床位数"]));
    assert!(names.lost(&columns(&["站点", "区县", "床位数"])).is_empty());
    assert!(
        names
            .lost(&columns(&["站点", "新的一列", "床位数"]))
            .is_empty()
    );
    let lost = names.lost(&columns(&["站点", "电话", "区县", "床位数"]));
    assert_eq!(lost, [2]);
    let left = view().without(&lost);
    assert_eq!(left.filters, [view().filters[0].clone()]);
    assert_eq!((left.order, left.bare), (None, vec![0]));
    assert_eq!(left.search, "x");
}

#[test]
fn a_column_that_is_not_there_is_no_other_one() {
    let names = Names::of(&view(), &columns(&["a", "b", "c"]));
    assert!(names.lost(&columns(&["a"])).is_empty());
    let few = Names::of(&view(), &columns(&["a"]));
    assert!(few.lost(&columns(&["a", "b", "z"])).is_empty());
}

#[test]
fn a_made_up_name_is_another_one_in_another_language_and_the_same_column() {
    let made_up = |word: &str| -> Vec<Column> {
        let names = (1..=3).map(|at| Column::invented(format!("{word}{at}")));
        names.collect()
    };
    let names = Names::of(&view(), &made_up("列 "));
    assert!(names.lost(&made_up("column ")).is_empty());
    assert_eq!(names.lost(&columns(&["a", "b", "c"])), [0, 2]);
    let hidden = Arranged {
        hidden: [1].into(),
        ..Arranged::default()
    };
    assert!(hidden.named(&made_up("列 ")).fits(&made_up("column ")));
}

#[test]
fn columns_are_shown_in_their_order_without_hidden_ones_and_pinned_ones_first() {
    let (arranged, all) = Arranged::read("o4~h2.9~p3");
    assert!(all);
    assert_eq!(arranged.shown(5), [2, 3, 0, 4]);
    assert_eq!(Arranged::default().shown(3), [0, 1, 2]);
    let (hidden, _) = Arranged::read("h1-3");
    assert_eq!(hidden.shown(3), [0], "one stays");
}

#[test]
fn an_arrangement_fits_the_columns_it_was_made_for_and_no_others() {
    let all = columns(&["a", "b", "c", "d"]);
    let arranged = Arranged {
        hidden: [1].into(),
        pinned: [2].into(),
        ..Arranged::default()
    };
    let named = arranged.clone().named(&all);
    assert!(named.fits(&all));
    assert!(
        named.fits(&columns(&["a", "b", "c", "x", "y"])),
        "behind it"
    );
    assert!(!named.fits(&columns(&["a", "x", "c", "d"])));
    assert!(named.fits(&columns(&["a", "b"])), "more of them may come");
    assert!(
        arranged.fits(&columns(&["x", "y", "z"])),
        "a link without names"
    );
}

proptest! {
    #[test]
    fn an_order_is_whole_again_after_it_was_cut(
        order in (1u32..40).prop_flat_map(|n| Just((0..n).collect::<Vec<u32>>()).prop_shuffle()),
    ) {
        let first = Arranged::first_of(order.clone());
        let arranged = Arranged { first, ..Arranged::default() };
        prop_assert_eq!(arranged.order(order.len() as u32), order);
    }

    #[test]
    fn what_was_read_is_read_again_as_it_is_written(value in "[ohpwnz0-9.x~-]{0,60}") {
        let (read, _) = Arranged::read(&value);
        let again = read.write().map_or_else(Arranged::default, |text| {
            let (again, all) = Arranged::read(&text);
            assert!(all, "{text}");
            again
        });
        prop_assert_eq!(again, read);
        if let Some(names) = Names::read(&value) {
            prop_assert_eq!(names.write().and_then(|text| Names::read(&text)), Some(names));
        }
    }
}
