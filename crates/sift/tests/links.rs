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
        let rest = (0..order.len() as u32).filter(|at| !first.contains(at));
        let whole: Vec<u32> = first.iter().copied().chain(rest).collect();
        prop_assert_eq!(whole, order);
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
