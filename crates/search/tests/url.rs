//! The query's form in a URL: what is written reads back, what is foreign is told.

use proptest::prelude::*;
use search::url::Why;
use search::url::{self, Dropped};
use search::{Bounds, Facet, Query, Range, Sort};

fn value(facet: Facet) -> BoxedStrategy<String> {
    match facet {
        Facet::Price => prop::sample::select(vec!["free", "not_stated", "number"])
            .prop_map(str::to_owned)
            .boxed(),
        Facet::Industry => "[A-T]".boxed(),
        _ if facet.is_closed() => Just("not_stated".to_owned())
            .prop_filter("accepted", move |v| facet.accepts(v))
            .boxed(),
        _ => prop_oneof!["[a-z]{1,6}~[A-Za-z0-9._:/~-]{1,20}", "\\PC{1,12}", ".{1,5}"].boxed(),
    }
}

fn query() -> impl Strategy<Value = Query> {
    let open = Facet::ALL
        .iter()
        .copied()
        .filter(|f| *f != Facet::Preview)
        .collect::<Vec<_>>();
    let choice = prop::sample::select(open)
        .prop_flat_map(|facet| (Just(facet), prop::collection::btree_set(value(facet), 1..4)));
    (
        prop::collection::btree_map(prop::sample::select(Range::ALL), bounds(), 0..4),
        prop_oneof![".{0,40}", "\\PC{0,40}", "[语音数据 %&+=,#?\"-]{0,20}"],
        prop::collection::vec(choice, 0..5),
        prop::sample::select(Sort::ALL),
        prop_oneof![Just(0_u32), 1..50_u32, any::<u32>()],
    )
        .prop_map(|(ranges, text, choices, sort, page)| {
            let mut query = Query {
                text,
                choices: choices.into_iter().collect(),
                sort,
                ..Query::default()
            };
            for (range, mut bounds) in ranges {
                if range.is_of_days() {
                    bounds.unit.clear();
                }
                // Bounds that mean nothing are left out, as the page leaves them out.
                let _ = query.bound(range, &bounds);
            }
            query.settle_sort();
            query.page = page;
            query
        })
}

/// Bounds of days, of sizes and of amounts, some of which fit no range.
fn bounds() -> impl Strategy<Value = Bounds> {
    let unit = prop_oneof![
        "byte|row|record",
        "[A-Z]{3}/one-time",
        "CNY/per-volume/[A-Z语 &%+]{1,6}",
        ""
    ];
    let bound = || {
        prop_oneof![
            Just(String::new()),
            "20[0-2][0-9](-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?",
            "[0-9]{1,10}([.][0-9]{1,8})?",
        ]
    };
    (unit, bound(), bound(), any::<bool>()).prop_map(|(unit, from, to, unstated)| Bounds {
        unit,
        from,
        to,
        unstated,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_written_reads_back(query in query()) {
        let written = url::write(&query);
        prop_assert_eq!(url::read(&written), (query.clone(), Vec::new()));
        let mark = format!("?{written}");
        prop_assert_eq!(url::read(&mark).0, query);
    }

    #[test]
    fn written_text_is_safe_in_any_url(query in query()) {
        let written = url::write(&query);
        let safe = |b: u8| b.is_ascii_alphanumeric() || b"-._~%+=&,@/".contains(&b);
        prop_assert!(written.bytes().all(safe), "{}", written);
    }

    #[test]
    fn any_text_is_read_and_what_is_kept_is_written_alike(search in prop_oneof![
        "[a-z=&%+,~?0-9语 ]{0,60}",
        "\\PC{0,60}",
        "(modified|size|amount|sort|v)=[0-9.@,a-z_/-]{0,30}",
    ]) {
        let (query, _) = url::read(&search);
        prop_assert_eq!(url::read(&url::write(&query)), (query, Vec::new()));
    }

    #[test]
    fn percent_signs_survive(text in "[%0-9A-Fa-fxyz语+ ]{0,30}") {
        let mut encoded = String::new();
        url::encode(&text, &mut encoded);
        prop_assert_eq!(url::decode(&encoded), Some(text));
    }
}

fn told(dropped: &[Dropped]) -> Vec<(&str, &str)> {
    dropped
        .iter()
        .map(|d| (d.name.as_str(), d.value.as_str()))
        .collect()
}

#[test]
fn reads_the_documented_form() {
    let (query, lost) = url::read(
        "q=%E8%AF%AD%E9%9F%B3+data&price=free,negotiable&exchange=local~beijing&sort=newest&page=2",
    );
    assert_eq!(lost, []);
    assert_eq!(
        (query.text.as_str(), query.sort, query.page),
        ("语音 data", Sort::Newest, 1)
    );
    assert!(query.has(Facet::Price, "free") && query.has(Facet::Price, "negotiable"));
    assert!(query.has(Facet::Exchange, "local~beijing"));
    assert_eq!(
        url::write(&query),
        "q=%E8%AF%AD%E9%9F%B3+data&price=free,negotiable&exchange=local~beijing&sort=newest&page=2"
    );
}

#[test]
fn what_cannot_be_honoured_is_told() {
    for (search, lost) in [
        (
            "colour=red&lang=zh&id=a~b&theme=dark",
            vec![("colour", "red")],
        ),
        ("price=cheap,free", vec![("price", "cheap")]),
        (
            "type=unknown&industry=Z&industry=AB",
            vec![("type", "unknown"), ("industry", "Z"), ("industry", "AB")],
        ),
        (
            "sort=popular&page=0",
            vec![("sort", "popular"), ("page", "0")],
        ),
        (
            "page=-1&page=x&page=99999999999",
            vec![("page", "-1"), ("page", "x"), ("page", "99999999999")],
        ),
        ("q=a&q=b", vec![("q", "b")]),
        ("q=%FF%FE", vec![("q", "��")]),
        ("place=%E5", vec![("place", "�")]),
        ("price=free&price=free&price=", vec![]),
        ("&&q=&=", vec![("", "")]),
    ] {
        assert_eq!(told(&url::read(search).1), lost, "{search}");
    }
}

#[test]
fn a_comma_inside_a_value_parts_nothing() {
    let mut query = Query::default();
    query.toggle(Facet::Place, "Washington, D.C.");
    query.toggle(Facet::Place, "北京市");
    let written = url::write(&query);
    assert_eq!(
        written,
        "place=Washington%2C+D.C.,%E5%8C%97%E4%BA%AC%E5%B8%82"
    );
    assert_eq!(url::read(&written).0, query);
}

#[test]
fn a_sign_that_begins_no_byte_stands_for_itself() {
    assert_eq!(url::read("q=100%+%zz+50%2").0.text, "100% %zz 50%2");
}

#[test]
fn sizes_are_bounded() {
    let long = "x".repeat(url::MAX_TEXT + 1);
    let (query, lost) = url::read(&format!("q={long}"));
    assert_eq!((query.text.as_str(), lost.len()), ("", 1));
    let many: Vec<String> = (0..1_000).map(|n| format!("s~{n}")).collect();
    let (query, lost) = url::read(&format!("provider={}", many.join(",")));
    assert_eq!(
        query.choices.get(&Facet::Provider).map(|v| v.len()),
        Some(url::MAX_VALUES)
    );
    assert!(!lost.is_empty() && lost.len() <= url::MAX_VALUES);
    assert_eq!(url::read(&"q=语&".repeat(50_000)).0.text, "语");
}

#[test]
fn the_form_is_the_shortest() {
    assert_eq!(url::write(&Query::default()), "");
    assert_eq!(
        url::read("sort=relevance&page=1&q=&price="),
        (Query::default(), Vec::new())
    );
}

#[test]
fn ranges_have_a_short_form() {
    for (written, shortest) in [
        ("modified=2024..2025-06", "modified=2024..2025-06"),
        ("modified=2024", "modified=2024"),
        ("modified=2024..2024", "modified=2024"),
        ("issued=..2020-02-29", "issued=..2020-02-29"),
        (
            "issued=2024-06..2024,not_stated",
            "issued=2024-06..2024,not_stated",
        ),
        ("size=1000..@byte", "size=1000..@byte"),
        // Sizes are told in the unit of their kind.
        ("size=1.5..2@gigabyte", "size=1500000000..2000000000@byte"),
        ("size=..90@minute", "size=..1.5@hour"),
        ("size=@row", "size=@record"),
        (
            "amount=100.50..500@CNY/one-time",
            "amount=100.5..500@CNY/one-time",
        ),
        ("amount=@CNY%2Fone-time", "amount=@CNY/one-time"),
        ("amount=%40x", "amount=@x"),
        (
            "amount=1..2%40CNY/subscription/P1Y%2Cnot_stated",
            "amount=1..2@CNY/subscription/P1Y,not_stated",
        ),
        // What lets everything pass says nothing.
        ("modified=&issued=..&size=not_stated", ""),
        ("amount=@CNY/one-time,not_stated", "amount=@CNY/one-time"),
    ] {
        let (query, lost) = url::read(written);
        assert_eq!(told(&lost), [], "{written}");
        assert_eq!(url::write(&query), shortest, "{written}");
    }
}

#[test]
fn bounds_that_mean_nothing_are_told_with_the_reason() {
    for (search, why) in [
        ("modified=2024-13", Why::Value),
        ("modified=yesterday", Why::Value),
        ("modified=2025..2024-12", Why::Order),
        ("modified=2024@byte", Why::Value),
        ("size=1000..", Why::Unit),
        ("size=1..2@furlong", Why::Value),
        ("amount=5..1@CNY/one-time", Why::Order),
        ("amount=1e9..@CNY/one-time", Why::Value),
        ("sort=price", Why::Unit),
        ("sort=size&amount=@CNY/one-time", Why::Unit),
        ("colour=red", Why::Unknown),
        ("v=2", Why::Newer),
        ("v=x", Why::Value),
    ] {
        let (_, lost) = url::read(search);
        assert_eq!(
            lost.iter().map(|d| d.why).collect::<Vec<_>>(),
            [why],
            "{search}"
        );
    }
}

#[test]
fn a_link_of_a_later_version_is_honoured_as_far_as_it_is_understood() {
    let (query, lost) =
        url::read("v=2&q=a&price=free&shape=round&amount=1..2@CNY/one-time&sort=price");
    assert_eq!(told(&lost), [("v", "2"), ("shape", "round")]);
    assert_eq!(
        url::write(&query),
        "q=a&price=free&amount=1..2@CNY/one-time&sort=price"
    );
    assert_eq!(url::read("v=1&q=a"), url::read("q=a"));
}

#[test]
fn a_whole_state_is_shorter_than_four_hundred_characters() {
    let link = "https://exchange.example/shop/browse/?lang=zh&q=%E4%BC%81%E4%B8%9A%E5%A4%84%E7%BD%9A%E4%BF%A1%E6%81%AF";
    let mut query = url::read("q=企业处罚信息").0;
    for (facet, value) in [
        (Facet::Price, "number"),
        (Facet::Exchange, "founding~beijing-international"),
        (Facet::Delivery, "api"),
        (Facet::Category, "founding~ai-training"),
        (Facet::Place, "北京市"),
    ] {
        query.toggle(facet, value);
    }
    for written in [
        "modified=2024..2025-06",
        "amount=100..500@CNY/subscription/P1Y,not_stated",
    ] {
        query.ranges.append(&mut url::read(written).0.ranges);
    }
    query.sort = Sort::Price;
    query.page = 11;
    let state = url::write(&query);
    let rest = state
        .strip_prefix("q=")
        .and_then(|rest| rest.split_once('&'));
    let whole = format!("{link}&{}", rest.map_or("", |(_, rest)| rest));
    assert!(whole.len() < 400, "{} characters: {whole}", whole.len());
    assert_eq!(
        url::read(whole.split_once('?').map_or("", |(_, search)| search)).0,
        query
    );
}
