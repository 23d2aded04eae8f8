//! Known items: what a person looking for one thing is shown, on a small invented shelf.

mod shelf;

use catalog::{Key, PriceState};
use search::{Ask, Facet, How, Query, Sort};
use shelf::{ask, counts, ids, reader};

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
