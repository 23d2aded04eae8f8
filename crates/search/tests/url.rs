//! The query's form in a URL: what is written reads back, what is foreign is told.

use proptest::prelude::*;
use search::url::{self, Dropped};
use search::{Facet, Query, Sort};

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
        prop_oneof![".{0,40}", "\\PC{0,40}", "[语音数据 %&+=,#?\"-]{0,20}"],
        prop::collection::vec(choice, 0..5),
        prop::sample::select(Sort::ALL),
        prop_oneof![Just(0_u32), 1..50_u32, any::<u32>()],
    )
        .prop_map(|(text, choices, sort, page)| Query {
            text,
            choices: choices.into_iter().collect(),
            sort,
            page,
            ..Query::default()
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
        let safe = |b: u8| b.is_ascii_alphanumeric() || b"-._~%+=&,".contains(&b);
        prop_assert!(written.bytes().all(safe), "{}", written);
    }

    #[test]
    fn any_text_is_read_and_what_is_kept_is_written_alike(search in "[a-z=&%+,~?0-9语 ]{0,60}|\\PC{0,60}") {
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

fn dropped(list: &[(&str, &str)]) -> Vec<Dropped> {
    let one = |(name, value): &(&str, &str)| Dropped {
        name: (*name).to_owned(),
        value: (*value).to_owned(),
    };
    list.iter().map(one).collect()
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
        assert_eq!(url::read(search).1, dropped(&lost), "{search}");
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
