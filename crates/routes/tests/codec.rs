//! The codec between pages and addresses, tried on every page and on hostile text.

use catalog::Key;
use proptest::prelude::*;
use routes::{FOLDERS, Preview, Previewed, Route};
use sift::{Filter, Order, Test, View};

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
        prop::collection::vec(0u32..5_000, 0..4),
    )
        .prop_map(|(search, filters, order, bare)| View {
            search,
            filters,
            order,
            bare,
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
    ) {
        let of = if own {
            Previewed::Own
        } else {
            Previewed::File { key: Key::new("a", "b"), file: 1 }
        };
        let route = Route::Preview(Preview { of, view, sheet, entry, row });
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
        bare: Vec::new(),
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
