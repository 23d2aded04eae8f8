//! The codec between pages and addresses, tried on every page and on hostile text.

use catalog::Key;
use proptest::prelude::*;
use routes::{FOLDERS, Route};

fn read_href(href: &str) -> Route {
    let (path, search) = href.split_once('?').unwrap_or((href, ""));
    Route::read(path.trim_start_matches("./"), search).0
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
            Route::Preview { key: key.clone(), file },
        ] {
            prop_assert_eq!(read_href(&route.href()), route);
        }
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
