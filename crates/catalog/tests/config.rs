//! The configuration: what is good is kept, what is bad is named, and the page always has one.

use catalog::{Config, Limits, Parsed, Scheme, Severity, SourceKind, read_config};

fn read(text: &str) -> Parsed<Config> {
    read_config(text.as_bytes(), &Limits::default())
}

fn codes(parsed: &Parsed<Config>) -> Vec<String> {
    let code = |notice: &catalog::Notice| format!("{} {}", notice.code, notice.at);
    parsed.notices.iter().map(code).collect()
}

#[test]
fn reads_the_configuration_that_is_shipped() {
    let parsed = read(include_str!("../../../public/config.json"));
    assert_eq!(codes(&parsed), Vec::<String>::new());
    assert_eq!(parsed.value.sources[0].id, "founding");
    assert_eq!(parsed.value.languages, ["zh-Hans", "en"]);
}

#[test]
fn names_each_bad_option_and_keeps_its_default() {
    let parsed = read(
        r##"{
        "version": "0.1", "name": {"zh": "市"}, "colour": "red",
        "logo": "javascript:alert(1)",
        "theme": {"brandHue": 400, "warmth": "0.5", "scheme": "blue", "font": "x"},
        "languages": ["zh-CN", "fr"], "defaultLanguage": "en-GB",
        "links": [{"label": "a", "href": "data:x"}, {"href": "b.html"}],
        "sources": [
            {"id": "a~b", "url": "a.json"},
            {"id": "t", "url": "t.csv", "mapping": "t.json"},
            {"id": "t", "url": "u.csv", "mapping": "t.json", "kind": "sheet"},
            {"id": "c", "url": "https://ckan.example/", "kind": "ckan"},
            {"id": "m", "url": "m.csv", "kind": "sheet"}
        ],
        "inquiry": [{"kind": "mailto", "href": "desk@example.org"}, {"kind": "webhook"}]
    }"##,
    );
    let config = &parsed.value;
    assert_eq!(config.logo, None);
    assert!((config.theme.brand_hue - 200.0).abs() < 1e-9);
    assert!((config.theme.warmth - 0.5).abs() < 1e-9);
    assert_eq!(config.theme.scheme, Scheme::Auto);
    assert_eq!(config.languages, ["zh-Hans"]);
    assert_eq!(config.default_language.as_deref(), Some("en"));
    assert_eq!(config.links.len(), 1);
    let ids: Vec<&str> = config
        .sources
        .iter()
        .map(|source| source.id.as_str())
        .collect();
    assert_eq!(ids[1..], ["t", "t-2"]);
    assert!(ids[0].starts_with("h-"));
    assert_eq!(config.sources[1].kind, SourceKind::Sheet);
    assert_eq!(config.inquiry.len(), 1);
    assert_eq!(
        config.inquiry[0].href.as_deref(),
        Some("mailto:desk@example.org")
    );
    assert_eq!(
        codes(&parsed),
        [
            "link-refused /logo",
            "out-of-bounds /theme/brandHue",
            "wrong-type /theme/warmth",
            "unknown-token /theme/scheme",
            "unknown-member /theme",
            "language-not-spoken /languages",
            "link-refused /links/0/href",
            "missing-member /links/1",
            "bad-id /sources/0",
            "duplicate-id /sources/2",
            "source-kind-not-read /sources/3",
            "sheet-without-mapping /sources/4",
            "inquiry-without-address /inquiry/1",
            "unknown-member ",
        ]
    );
}

#[test]
fn gives_the_default_for_what_cannot_be_read() {
    for text in [
        "",
        "{",
        "[1,2]",
        "<!doctype html><title>404</title>",
        "null",
        "\u{0}",
    ] {
        let parsed = read(text);
        assert_eq!(parsed.value, Config::default(), "{text}");
        assert_eq!(parsed.notices.len(), 1, "{text}");
        assert_eq!(parsed.notices[0].severity, Severity::Error);
    }
}
