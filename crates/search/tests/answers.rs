//! Known items: what a person looking for one thing is shown, on a small invented shelf.

#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

use catalog::{Catalog, Key, PriceState};
use search::{Answer, Ask, Facet, How, Index, Merged, Query, Reader, Sort};
use serde_json::{Value, json};

/// The day on which the shelf is looked at.
const TODAY: &str = "2024-05-10";

fn shelf() -> Value {
    json!({
        "formatVersion": "0.1", "id": "t", "title": {"en": "Test"}, "defaultLanguage": "zh",
        "languages": ["zh", "en"],
        "categories": [
            {"id": "leaf", "label": {"zh": "语料"}, "parent": "ai"},
            {"id": "ai", "label": {"zh": "人工智能", "en": "Artificial intelligence"}},
            {"id": "loop-a", "label": {"en": "A"}, "parent": "loop-b"},
            {"id": "loop-b", "label": {"en": "B"}, "parent": "loop-a"},
        ],
        "organizations": [
            {"id": "org", "name": {"zh": "海声科技", "en": "Seasound"}},
            {"id": "idle", "name": {"zh": "无产品"}},
        ],
        "exchanges": [{"id": "ex", "name": {"en": "Northern Exchange", "zh": "北方交易所"}, "location": {}, "operator": "idle"}],
        "platforms": [{"id": "pl", "exchange": "ex", "name": {"zh": "北方数据平台"}, "features": {}}],
        "sources": [{"id": "paper", "title": {"en": "A paper"}}, {"id": "other", "title": {"en": "Unused"}}],
        "listings": [
            {"id": "voice", "title": {"zh": "303小时手机采集中英文语音数据", "en": "303 hours of speech"},
             "exchange": "ex", "platform": "pl", "provider": "org", "categories": ["leaf"],
             "keywords": [{"zh": "普通话"}], "modalities": ["audio"], "languages": ["zh-Hans", "en"],
             "privacy": {"personalInformation": "unknown"},
             "offers": [{"id": "o", "priceType": "negotiable", "negotiationChannel": "offline", "billingModel": "unspecified", "delivery": ["unspecified"]}],
             "assertions": [{"path": "/title/zh", "status": "translated", "source": "paper"}],
             "issued": {"earliest": "2021-01-01", "latest": "2021-12-31", "precision": "year"}},
            {"id": "noise", "title": {"zh": "语音"}, "provider": "org", "categories": ["leaf", "ai"],
             "offers": [{"id": "o", "priceType": "free"}], "modified": {"earliest": "2020-05-01", "latest": "2020-05-01", "precision": "day"}},
            {"id": "start", "title": {"zh": "语音合成接口"}, "exchange": "gone", "categories": ["nowhere"], "offers": [{"id": "o", "priceType": "unknown"}]},
            {"id": "far", "title": {"zh": "客服记录"}, "description": {"zh": "含语音转写，API数据接口。", "en": "Call centre notes"},
             "offers": [], "schema": {"fields": [{"name": "callerBirthYear"}, {"name": "test_center"}]}},
            {"id": "old", "title": {"zh": "语音旧版"}, "status": "delisted", "offers": []},
            {"id": "taken", "title": {"zh": "语音删除"}, "removed": {"on": "2022-02-02"}, "offers": []},
            {"id": "draft", "title": {"zh": "语音草稿"}, "status": "draft", "offers": []},
        ],
    })
}

fn reader() -> Reader {
    let catalog: Catalog = serde_json::from_value(shelf()).unwrap();
    let mut reader = Reader::default();
    reader.put(Index::build("local", catalog, TODAY));
    reader
}

fn ask(text: &str) -> Merged {
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    reader().run(&Ask::all(query.clone(), 20, "zh")).merge()
}

fn ids(merged: &Merged) -> Vec<&str> {
    merged
        .hits
        .iter()
        .filter_map(|hit| hit.key.split_once('~'))
        .map(|(_, id)| id)
        .collect()
}

fn counts(merged: &Merged, facet: Facet) -> Vec<(&str, u64)> {
    let table = merged
        .facets
        .iter()
        .find(|counts| counts.facet == facet)
        .unwrap();
    table
        .values
        .iter()
        .map(|value| (value.value.as_str(), value.count))
        .collect()
}

#[test]
fn both_languages_find_the_same_listing() {
    for text in [
        "语音数据",
        "speech",
        "SPEECH 303",
        "３０３小时",
        "spee",
        "普通话",
        "seasound speech",
        "海声 小时",
        "northern speech",
        "北方数据平台",
        "artificial speech",
    ] {
        assert_eq!(ids(&ask(text)), ["voice"], "{text}");
    }
}

#[test]
fn the_exact_title_comes_first_then_titles_that_begin_so() {
    assert_eq!(ids(&ask("语音")), ["noise", "start", "voice", "far"]);
}

#[test]
fn words_are_whole_but_the_last_one_may_go_on() {
    assert_eq!(ids(&ask("hou")), ["voice"]);
    assert_eq!(ask("hou speech").reading.how, How::Most);
    assert!(ids(&ask("ours")).is_empty());
    assert!(ids(&ask("\"spee\"")).is_empty());
    assert_eq!(ids(&ask("\"hours of speech\"")), ["voice"]);
    assert_eq!(ids(&ask("语音 -speech -接口")), ["noise"]);
}

#[test]
fn a_word_typed_with_a_run_is_a_word_and_a_run() {
    assert_eq!(ids(&ask("转写API")), ["far"]);
    assert_eq!(ask("PI 数据").reading.how, How::Most);
    assert_eq!(ask("3手机").reading.how, How::Most);
}

#[test]
fn column_names_are_searched_by_their_words() {
    for text in [
        "birth",
        "callerbirthyear",
        "test_center",
        "center",
        "api数据",
    ] {
        assert_eq!(ids(&ask(text)), ["far"], "{text}");
    }
}

#[test]
fn listings_off_the_shelf_are_told_and_open_by_key() {
    let merged = ask("语音");
    assert_eq!(
        (merged.total.value, merged.searched, merged.off_shelf),
        (4, 4, 3)
    );
    let page = reader().listing(&Key::new("local", "taken")).unwrap();
    assert_eq!(
        page.listing.removed.unwrap().on.as_deref(),
        Some("2022-02-02")
    );
    assert!(reader().listing(&Key::new("local", "never")).is_none());
    assert!(reader().listing(&Key::new("elsewhere", "voice")).is_none());
}

#[test]
fn a_parent_category_counts_its_children_once() {
    let merged = ask("");
    assert_eq!(
        counts(&merged, Facet::Category),
        [
            ("local~ai", 2),
            ("local~leaf", 2),
            // One names a category that the catalog does not have.
            ("not_stated", 2)
        ]
    );
    let mut query = Query::default();
    query.toggle(Facet::Category, "ai");
    assert_eq!(
        ids(&reader().run(&Ask::all(query.clone(), 20, "zh")).merge()),
        ["voice", "noise"]
    );
}

#[test]
fn what_is_not_stated_is_a_value_and_zero_counts_stay() {
    let merged = ask("speech");
    assert_eq!(
        counts(&merged, Facet::Price),
        [
            ("number", 0),
            ("free", 0),
            ("negotiable", 1),
            ("not_stated", 0),
            ("doubtful", 0)
        ]
    );
    assert_eq!(counts(&merged, Facet::Delivery), [("not_stated", 1)]);
    assert_eq!(counts(&merged, Facet::Privacy), [("not_stated", 1)]);
    assert_eq!(counts(&merged, Facet::Billing), [("not_stated", 1)]);
    assert_eq!(
        counts(&merged, Facet::Language),
        [("en", 1), ("zh", 1), ("not_stated", 0)]
    );
    assert_eq!(
        counts(&merged, Facet::Exchange),
        [("local~ex", 1), ("not_stated", 0)]
    );
}

#[test]
fn a_facet_is_counted_without_its_own_choice() {
    let mut query = Query::default();
    query.toggle(Facet::Price, "free");
    query.toggle(Facet::Provider, "local~org");
    let merged = reader().run(&Ask::all(query.clone(), 20, "zh")).merge();
    assert_eq!(ids(&merged), ["noise"]);
    assert_eq!(
        counts(&merged, Facet::Price),
        [
            ("number", 0),
            ("free", 1),
            ("negotiable", 1),
            ("not_stated", 0),
            ("doubtful", 0)
        ]
    );
    assert_eq!(
        counts(&merged, Facet::Provider),
        [("local~org", 1), ("not_stated", 0)]
    );
    assert_eq!(
        counts(&merged, Facet::Modality),
        [("audio", 0), ("not_stated", 1)]
    );
}

#[test]
fn sorts_by_date_with_the_undated_last_and_by_the_title_shown() {
    let order = |sort, lang| {
        let query = Query {
            sort,
            ..Query::default()
        };
        ids(&reader().run(&Ask::all(query.clone(), 20, lang)).merge()).join(" ")
    };
    assert_eq!(order(Sort::Newest, "zh"), "voice noise far start");
    assert_eq!(order(Sort::Relevance, "zh"), "voice noise far start");
    assert_eq!(order(Sort::Title, "zh"), "voice far noise start");
    assert_eq!(order(Sort::Title, "en"), "voice far noise start");
}

#[test]
fn a_page_beyond_the_end_is_empty_with_the_same_totals() {
    let query = Query {
        page: u32::MAX,
        ..Query::default()
    };
    let answer = reader().run(&Ask::all(query.clone(), u32::MAX, "zh"));
    let merged = answer.merge();
    assert!(merged.hits.is_empty());
    assert_eq!((merged.total.value, merged.total.exact), (4, true));
    assert_eq!(counts(&merged, Facet::Price).len(), 5);
    assert!(
        reader()
            .run(&Ask::all(Query::default(), 0, "zh"))
            .merge()
            .hits
            .is_empty()
    );
}

#[test]
fn cards_say_what_is_known_and_leave_out_what_is_not() {
    let merged = ask("speech");
    let hit = merged.hits.first().unwrap();
    assert_eq!(hit.price.state, PriceState::Negotiable);
    assert_eq!(hit.price.channel.unwrap().as_str(), "offline");
    assert_eq!(
        (
            hit.privacy.as_deref(),
            hit.delivery.len(),
            hit.preview.as_str()
        ),
        (None, 0, "nothing")
    );
    assert_eq!(hit.dated.as_ref().unwrap().latest, "2021-12-31");
    assert_eq!(hit.marks, ["speech"]);
    assert_eq!(hit.exchange.as_ref().unwrap().key, "local~ex");
}

#[test]
fn a_listings_page_has_the_records_its_ids_point_to() {
    let page = reader().listing(&Key::new("local", "voice")).unwrap();
    let names = |line: &[catalog::Category]| line.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
    assert_eq!(
        page.categories
            .iter()
            .map(|line| names(line))
            .collect::<Vec<_>>(),
        [["ai", "leaf"]]
    );
    assert_eq!(page.provider.unwrap().id, "org");
    assert_eq!(page.platform.unwrap().id, "pl");
    assert_eq!(page.sources.len(), 1);
    assert_eq!(
        page.related
            .iter()
            .map(|named| named.key.as_str())
            .collect::<Vec<_>>(),
        ["local~noise"]
    );
    let page = reader().listing(&Key::new("local", "start")).unwrap();
    assert!(page.exchange.is_none() && page.categories.is_empty() && page.related.is_empty());
}

#[test]
fn the_directory_lists_all_and_counts_only_the_shelf() {
    let directory = reader().directory();
    assert_eq!(
        (directory.listings.total(), directory.uncategorized.total()),
        (4, 2)
    );
    let exchange = directory.exchanges.first().unwrap();
    assert_eq!(
        (
            exchange.platforms.len(),
            exchange.organizations.len(),
            exchange.listings.total()
        ),
        (1, 1, 1)
    );
    let sources: Vec<&str> = directory
        .sources
        .iter()
        .map(|entry| entry.key.as_str())
        .collect();
    assert_eq!(sources, ["local~paper", "local~other"]);
    let keys: Vec<&str> = directory
        .categories
        .iter()
        .map(|node| node.key.as_str())
        .collect();
    assert_eq!(
        keys,
        ["local~ai", "local~leaf", "local~loop-a", "local~loop-b"]
    );
    assert_eq!(
        directory
            .categories
            .iter()
            .map(|n| n.listings.total())
            .collect::<Vec<_>>(),
        [2, 2, 0, 0]
    );
    assert_eq!(directory.providers.len(), 1);
}

#[test]
fn sources_answer_in_parts_and_add_up() {
    let mut reader = reader();
    let catalog: Catalog = serde_json::from_value(shelf()).unwrap();
    reader.put(Index::build("second", catalog.clone(), TODAY));
    reader.put(Index::build("second", catalog, TODAY));
    let query = Query {
        text: "语音".to_owned(),
        ..Query::default()
    };
    let answer = reader.run(&Ask::all(query.clone(), 5, "zh"));
    assert_eq!(
        answer
            .parts
            .iter()
            .map(|p| (p.source.as_str(), p.hits.len()))
            .collect::<Vec<_>>(),
        [("local", 3), ("second", 2)]
    );
    // What a worker sends is what the page reads.
    let sent: Answer = serde_json::from_str(&serde_json::to_string(&answer).unwrap()).unwrap();
    assert_eq!(sent, answer);
    let merged = sent.merge();
    assert_eq!(
        merged
            .hits
            .iter()
            .map(|h| h.key.as_str())
            .collect::<Vec<_>>(),
        [
            "local~noise",
            "second~noise",
            "local~start",
            "second~start",
            "local~voice"
        ]
    );
    assert_eq!(merged.total.value, 8);
    assert_eq!(
        counts(&merged, Facet::Modality),
        [("audio", 2), ("not_stated", 6)]
    );
    reader.remove("local");
    assert_eq!(reader.indexes().count(), 1);
}

/// A shelf of listings that differ in their days alone.
fn dated() -> Reader {
    let catalog = json!({
        "formatVersion": "0.1", "id": "t", "title": {"en": "Test"}, "defaultLanguage": "en",
        "languages": ["en"],
        "listings": [
            {"id": "over", "title": {"en": "Over"},
             "offers": [{"id": "o", "priceType": "free", "validThrough": "2024-05-09"}]},
            {"id": "renewed", "title": {"en": "Renewed"}, "modified": {"earliest": "2024-05-01", "latest": "2024-05-01", "precision": "day"},
             "offers": [{"id": "o", "priceType": "free", "validThrough": "2024-05-09"},
                        {"id": "p", "priceType": "negotiable", "billingModel": "one-time"}],
             "assertions": [{"path": "/offers/1/billingModel", "status": "inferred"}, {"path": "/offers/0", "status": "quoted"}]},
            {"id": "tomorrow", "title": {"en": "Tomorrow"}, "offers": [],
             "issued": {"earliest": "2024-05-11", "latest": "2024-05-11", "precision": "day"}},
            {"id": "today", "title": {"en": "Today"}, "offers": [],
             "issued": {"earliest": "2024-05-10", "latest": "2024-05-10", "precision": "day"}},
            {"id": "sometime", "title": {"en": "This year"}, "offers": [],
             "issued": {"earliest": "2024-01-01", "latest": "2024-12-31", "precision": "year"}},
        ],
    });
    let mut reader = Reader::default();
    reader.put(Index::build(
        "local",
        serde_json::from_value(catalog).unwrap(),
        TODAY,
    ));
    reader
}

#[test]
fn a_listing_whose_offers_are_all_over_is_off_the_shelf_and_opens_by_key() {
    let merged = dated().run(&Ask::all(Query::default(), 20, "en")).merge();
    assert!(!ids(&merged).contains(&"over"));
    assert_eq!((merged.searched, merged.off_shelf), (4, 1));
    let page = dated().listing(&Key::new("local", "over")).unwrap();
    assert_eq!(page.price.state, PriceState::Free);
    assert!(page.listing.offers[0].is_over(&page.today));
    assert_eq!(dated().directory().listings.free, 0);
}

#[test]
fn the_first_offer_that_is_not_over_is_shown_and_counted() {
    let merged = dated().run(&Ask::all(Query::default(), 20, "en")).merge();
    let hit = merged
        .hits
        .iter()
        .find(|hit| hit.key == "local~renewed")
        .unwrap();
    assert_eq!(hit.price.state, PriceState::Negotiable);
    assert_eq!(hit.price.offer.as_ref().unwrap().id, "p");
    assert!(counts(&merged, Facet::Price).contains(&("free", 0)));
    assert!(counts(&merged, Facet::Billing).contains(&("one-time", 1)));
    // Its page begins with that offer, and what is said of each offer goes with it.
    let page = dated().listing(&Key::new("local", "renewed")).unwrap();
    assert_eq!(page.listing.offers[0].id, "p");
    let paths: Vec<_> = page.assertions.iter().map(|a| a.path.as_str()).collect();
    assert_eq!(paths, ["/offers/0/billingModel", "/offers/1"]);
}

#[test]
fn what_is_dated_in_the_future_does_not_come_before_what_is_new_today() {
    let query = Query {
        sort: Sort::Newest,
        ..Query::default()
    };
    let merged = dated().run(&Ask::all(query.clone(), 20, "en")).merge();
    assert_eq!(ids(&merged), ["today", "sometime", "renewed", "tomorrow"]);
    assert_eq!(merged.hits[3].dated, None);
}

#[test]
fn a_bare_id_in_a_choice_is_made_a_whole_key() {
    let merged = ask("");
    let mut query = Query::default();
    for (facet, value) in [
        (Facet::Exchange, "ex"),
        (Facet::Category, "local~leaf"),
        (Facet::Category, "nosuch"),
        (Facet::Price, "free"),
    ] {
        query.toggle(facet, value);
    }
    let whole = query.with_whole_keys(&merged.facets);
    assert!(whole.has(Facet::Exchange, "local~ex") && !whole.has(Facet::Exchange, "ex"));
    assert!(whole.has(Facet::Category, "local~leaf") && whole.has(Facet::Category, "nosuch"));
    assert!(whole.has(Facet::Price, "free"));
    assert_eq!(whole.unknown(&merged.facets), [(Facet::Category, "nosuch")]);
    let directory = reader().directory();
    for name in ["leaf", "local~leaf"] {
        assert_eq!(directory.category(name).unwrap().key, "local~leaf");
    }
    assert!(directory.category("nosuch").is_none());
    // Nothing loaded says nothing of a value.
    assert_eq!(whole.unknown(&[]), []);
}

#[test]
fn what_nothing_holds_is_read_as_pinyin_then_put_right_then_in_part() {
    for (text, how, words) in [
        ("speech", How::Typed, ""),
        ("yuyin", How::Pinyin, ""),
        ("yy", How::Pinyin, ""),
        ("spech", How::Corrected, "speech"),
        ("spech hours", How::Corrected, "speech hours"),
        ("speech unheardof", How::Most, ""),
        ("zzzz", How::Typed, ""),
    ] {
        let merged = ask(text);
        assert_eq!(
            (merged.reading.how, merged.reading.words.as_str()),
            (how, words),
            "{text}"
        );
        assert_eq!(merged.hits.is_empty(), text == "zzzz", "{text}");
        assert_eq!(merged.total.value, merged.hits.len() as u64, "{text}");
    }
    assert!(ids(&ask("yuyin")).contains(&"voice"));
}
