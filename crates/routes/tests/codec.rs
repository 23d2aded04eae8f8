//! The codec between pages and addresses, tried on every page and on hostile text.

use catalog::Key;
use proptest::prelude::*;
use routes::{FOLDERS, Preview, Previewed, Reading, Route};
use sift::{Arranged, Filter, Names, Order, Test, View};
use table::Column;

fn read_href(href: &str) -> Route {
    let (path, search) = href.split_once('?').unwrap_or((href, ""));
    Route::read(path.trim_start_matches("./"), search).0
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[~.,=&%+ a-]{0,6}", "\\PC{0,12}", "[一-龥]{1,4}"]
}

fn test() -> impl Strategy<Value = Test> {
    let end = || prop::option::of(text());
    prop_oneof![
        text().prop_map(|text| Test::Contains { text }),
        prop::collection::vec(text(), 0..5).prop_map(|values| Test::OneOf { values }),
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
    let filter = (0u32..5_000, test()).prop_map(|(column, test)| Filter { column, test });
    let order =
        (0u32..5_000, any::<bool>()).prop_map(|(column, descending)| Order { column, descending });
    (
        text(),
        prop::collection::vec(filter, 0..5),
        prop::option::of(order),
    )
        .prop_map(|(search, filters, order)| View {
            search,
            filters,
            order,
            bare: Vec::new(),
        })
}

fn columns() -> impl Strategy<Value = Arranged> {
    let set = || prop::collection::btree_set(0u32..60, 0..9);
    let order = (1u32..60).prop_flat_map(|n| Just((0..n).collect::<Vec<u32>>()).prop_shuffle());
    let widths = prop::collection::btree_map(0u32..60, 0u32..2_000, 0..5);
    (order, set(), set(), widths).prop_map(|(order, hidden, pinned, widths)| Arranged {
        first: Arranged::first_of(order),
        hidden,
        pinned,
        widths,
        ..Arranged::default()
    })
}

fn reading() -> impl Strategy<Value = Reading> {
    let delimiter = prop::sample::select(vec![',', ';', '\t', '|', '，', ' ', '~', '&']);
    (
        prop::option::of("[a-z0-9-]{1,20}"),
        prop::option::of(delimiter),
        prop::option::of(any::<bool>()),
    )
        .prop_map(|(encoding, delimiter, header)| Reading {
            encoding,
            delimiter,
            header,
        })
}

proptest! {
    #[test]
    fn every_key_comes_back_from_its_address(source in "[a-z0-9-]{1,12}", id in "\\PC{1,40}", file in 0usize..9) {
        prop_assume!(!id.is_empty());
        let key = Key::new(&source, &id);
        for route in [
            Route::Listing(key.clone()),
            Route::Category(Some(key.clone())),
            Route::Exchange(key.clone()),
            Route::Provider(key.clone()),
            Route::Inquiry(Some(key.clone())),
            Route::Preview(Preview::new(Previewed::File { key: key.clone(), file })),
        ] {
            prop_assert_eq!(read_href(&route.href()), route);
        }
    }

    #[test]
    fn every_view_of_a_file_comes_back_from_its_address(
        view in view(),
        own in any::<bool>(),
        sheet in prop::option::of(0u32..100),
        entry in prop::option::of("\\PC{1,20}"),
        row in prop::option::of(0u64..1 << 60),
        columns in columns(),
        called in prop::collection::vec("\\PC{0,9}", 0..40),
        read in reading(),
    ) {
        let called: Vec<Column> = called.into_iter().map(Column::new).collect();
        let names = Names::of(&view, &called);
        let columns = Box::new(columns.named(&called));
        let of = if own {
            Previewed::Own
        } else {
            Previewed::File { key: Key::new("a", "b"), file: 1 }
        };
        let route = Route::Preview(Preview { of, view, names, columns, sheet, entry, read, row });
        let href = route.href();
        let (_, search) = href.split_once('?').unwrap_or((&href, ""));
        prop_assert_eq!(Route::read("preview", search), (route, Vec::new()), "{}", href);
    }

    #[test]
    fn no_address_panics(folder in "\\PC{0,20}", search in "\\PC{0,200}") {
        let _ = Route::read(&folder, &search);
    }
}

#[test]
fn pages_without_state_come_back_from_their_address() {
    for route in [
        Route::Home,
        Route::Category(None),
        Route::Exchanges,
        Route::Inquiry(None),
        Route::About,
        Route::Device,
    ] {
        assert_eq!(read_href(&route.href()), route);
    }
}

#[test]
fn every_folder_is_a_page() {
    for folder in FOLDERS {
        let (route, _) = Route::read(folder, "id=a~b");
        assert_ne!(route, Route::NotFound, "{folder}");
    }
}

#[test]
fn an_index_file_in_the_address_is_the_folder() {
    assert_eq!(
        Route::read("listing/index.html", "id=a~b").0,
        Route::Listing(Key::new("a", "b"))
    );
    assert_eq!(Route::read("index.html", "").0, Route::Home);
}

#[test]
fn a_listing_without_an_id_is_not_found() {
    assert_eq!(Route::read("listing", "").0, Route::NotFound);
    assert_eq!(Route::read("nowhere", "").0, Route::NotFound);
}

#[test]
fn a_shelf_asked_for_by_an_id_alone_is_told() {
    let (route, dropped) = Route::read("category", "id=ai-training&lang=en");
    assert_eq!(route, Route::Category(None));
    assert_eq!(
        (dropped[0].name.as_str(), dropped[0].value.as_str()),
        ("id", "ai-training")
    );
    assert_eq!(Route::read("category", "lang=en").1, []);
}

#[test]
fn old_links_to_a_file_go_on_working_and_none_names_the_visitors_own() {
    let of = |of| Route::Preview(Preview::new(of));
    let key = Key::new("a", "b");
    for (search, route) in [
        (
            "id=a~b",
            of(Previewed::File {
                key: key.clone(),
                file: 0,
            }),
        ),
        ("id=a~b&file=1", of(Previewed::File { key, file: 1 })),
        ("lang=en", of(Previewed::Own)),
        ("id=nothing", Route::NotFound),
    ] {
        assert_eq!(
            Route::read("preview", search),
            (route, Vec::new()),
            "{search}"
        );
    }
}

#[test]
fn a_link_to_rows_is_short_and_says_what_it_could_not_have() {
    let view = View {
        search: "北京".into(),
        filters: vec![Filter {
            column: 2,
            test: Test::Between {
                from: Some("10".into()),
                to: None,
                with_to: false,
            },
        }],
        order: Some(Order {
            column: 0,
            descending: true,
        }),
        // No link unmasks anything.
        bare: vec![0],
    };
    let preview = Preview {
        view,
        row: Some(6),
        ..Preview::new(Previewed::Own)
    };
    assert_eq!(
        Route::Preview(preview).href(),
        "preview/?find=%E5%8C%97%E4%BA%AC&where=3~to~10~.&sort=-1&row=7"
    );
    let (_, dropped) = Route::read("preview", "where=3~like~x&sort=first&row=0&sheet=x");
    let names: Vec<&str> = dropped.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["where", "sort", "sheet", "row"]);
}

#[test]
fn what_was_decided_about_reading_is_part_of_the_address() {
    let preview = Preview {
        read: Reading {
            encoding: Some("gb18030".to_owned()),
            delimiter: Some(';'),
            header: Some(false),
        },
        row: Some(6),
        ..Preview::new(Previewed::Own)
    };
    let route = Route::Preview(preview);
    assert_eq!(route.href(), "preview/?enc=gb18030&sep=%3B&head=no&row=7");
    assert_eq!(read_href(&route.href()), route);
    let unreadable = "enc=gb18030-gb18030-gb18030&sep=ab&head=maybe";
    let (route, dropped) = Route::read("preview", unreadable);
    assert_eq!(route, Route::Preview(Preview::new(Previewed::Own)));
    let names: Vec<&str> = dropped
        .iter()
        .map(|dropped| dropped.name.as_str())
        .collect();
    assert_eq!(names, ["enc", "sep", "head"]);
    for sep in ["a", "7", "%01", "%0A"] {
        let (_, dropped) = Route::read("preview", &format!("sep={sep}"));
        assert_eq!(dropped.len(), 1, "{sep}");
    }
}

#[test]
fn a_link_says_in_short_how_columns_stand_and_what_they_were_called() {
    let called: Vec<Column> = ["甲", "乙", "丙", "丁"].map(Column::new).to_vec();
    let view = View {
        order: Some(Order {
            column: 1,
            descending: false,
        }),
        ..View::default()
    };
    let columns = Arranged {
        first: Arranged::first_of(vec![2, 0, 1, 3]),
        hidden: [1, 2].into(),
        pinned: [2].into(),
        widths: [(0, 240)].into(),
        ..Arranged::default()
    };
    let preview = Preview {
        names: Names::of(&view, &called),
        view,
        columns: Box::new(columns.named(&called)),
        ..Preview::new(Previewed::Own)
    };
    let href = Route::Preview(preview).href();
    assert_eq!(
        href,
        "preview/?sort=2&names=2.17498&cols=o3~h2-3~p3~w1x240~n6489"
    );
}

#[test]
fn what_a_link_says_of_columns_is_read_as_far_as_it_is_known() {
    let (route, dropped) = Route::read("preview", "cols=h2~z9~p1-0~w1x~o3.3.1&names=x");
    let Route::Preview(preview) = route else {
        panic!("{route:?}")
    };
    assert_eq!(preview.columns.hidden, [1].into());
    assert_eq!(preview.columns.first, [2, 0]);
    assert_eq!(preview.names, Names::default());
    let names: Vec<&str> = dropped.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["names", "cols"]);
    let (_, dropped) = Route::read("preview", "cols=h1-4000000000");
    assert_eq!(dropped.len(), 1, "no memory for columns that are nowhere");
}
