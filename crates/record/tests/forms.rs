//! What records look like in JSON, what is read from it, and what is said of that which is not.

#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

use record::{Fault, Map, Record, Value, from_text, to_text};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
struct Lenient {
    title: String,
    off_shelf: u64,
    note: Option<String>,
    marks: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Record)]
struct Strict {
    #[record(rename = "type")]
    kind: String,
    size: u16,
    ratio: f64,
    #[record(omit)]
    approximate: bool,
    #[record(default)]
    attempts: u32,
    part: Option<Box<Lenient>>,
    #[record(keep)]
    parts: Vec<Lenient>,
    #[record(keep)]
    end: Option<char>,
    facts: Map<String, Value>,
    #[record(flatten)]
    extra: Map<String, Value>,
}

#[derive(Clone, Debug, PartialEq, Record)]
#[record(default = own)]
struct Own {
    hue: f64,
    languages: Vec<String>,
}

impl Default for Own {
    fn default() -> Self {
        Self {
            hue: 200.0,
            languages: vec![String::from("en")],
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Record)]
#[record(names = "kebab-case")]
enum Token {
    First,
    #[default]
    AlsoGood,
}

#[derive(Clone, Debug, PartialEq, Record)]
enum Message {
    Nothing,
    Exactly(u64),
    Open {
        max_bytes: Option<u64>,
        files: (u64, u64),
    },
}

#[derive(Clone, Debug, PartialEq, Record)]
#[record(tag = "kind")]
enum Way {
    Download,
    Mailto { to: String },
}

#[derive(Clone, Debug, PartialEq, Record)]
struct Key(String);

fn strict() -> Strict {
    Strict {
        kind: String::from("x"),
        size: 7,
        ratio: 1.0,
        approximate: false,
        attempts: 0,
        part: None,
        parts: Vec::new(),
        end: None,
        facts: Map::new(),
        extra: Map::new(),
    }
}

/// Writes `record` as `json` and reads it from there again, by our doors and by serde's.
#[track_caller]
fn stands_as<T>(record: &T, json: &str)
where
    T: Record + PartialEq + std::fmt::Debug + serde::Serialize + serde::de::DeserializeOwned,
{
    assert_eq!(to_text(record), json);
    assert_eq!(&from_text::<T>(json).unwrap(), record);
    assert_eq!(serde_json::to_string(record).unwrap(), json);
    assert_eq!(&serde_json::from_str::<T>(json).unwrap(), record);
}

#[track_caller]
fn refuses<T: Record + std::fmt::Debug>(json: &str, words: &str) {
    assert_eq!(from_text::<T>(json).unwrap_err().to_string(), words);
}

#[test]
fn members_stand_in_order_and_empty_ones_are_left_out() {
    stands_as(
        &strict(),
        r#"{"type":"x","size":7,"ratio":1.0,"attempts":0,"parts":[],"end":null}"#,
    );
    let mut full = strict();
    full.approximate = true;
    full.part = Some(Box::new(Lenient {
        note: Some(String::from("n")),
        ..Lenient::default()
    }));
    full.parts = vec![Lenient::default()];
    full.end = Some('，');
    full.facts.insert(String::from("b"), Value::Null);
    full.facts.insert(String::from("a"), Value::from(1));
    stands_as(
        &full,
        r#"{"type":"x","size":7,"ratio":1.0,"approximate":true,"attempts":0,"part":{"title":"","offShelf":0,"note":"n"},"parts":[{"title":"","offShelf":0}],"end":"，","facts":{"b":null,"a":1}}"#,
    );
}

#[test]
fn members_of_others_are_written_behind_and_never_read() {
    let mut own = strict();
    own.extra.insert(String::from("x-y"), Value::from(1));
    let json = to_text(&own);
    assert!(json.ends_with(r#""end":null,"x-y":1}"#), "{json}");
    assert_eq!(from_text::<Strict>(&json).unwrap(), strict());
}

#[test]
fn null_is_nothing_for_an_option_and_a_fault_for_the_rest() {
    let read = from_text::<Lenient>(r#"{"note":null,"later":[1]}"#);
    assert_eq!(read.unwrap(), Lenient::default());
    refuses::<Lenient>(r#"{"marks":null}"#, "marks: expected a list, found null");
    refuses::<Lenient>(r#"{"title":null}"#, "title: expected a text, found null");
}

#[test]
fn a_missing_member_is_a_fault_unless_the_record_says_otherwise() {
    refuses::<Strict>(
        r#"{"type":"x","size":7,"parts":[]}"#,
        "ratio: expected this member, found nothing",
    );
    refuses::<Strict>(
        r#"{"type":"x","size":7,"ratio":1}"#,
        "parts: expected this member, found nothing",
    );
    let read = from_text::<Own>(r#"{"languages":[]}"#).unwrap();
    assert_eq!((read.hue, read.languages.len()), (200.0, 0));
    assert_eq!(from_text::<Own>("{}").unwrap(), Own::default());
}

#[test]
fn enums_stand_as_tokens_as_members_or_with_a_tag() {
    stands_as(&Token::AlsoGood, r#""also-good""#);
    stands_as(&Message::Nothing, r#""nothing""#);
    stands_as(&Message::Exactly(5), r#"{"exactly":5}"#);
    let open = |max_bytes| Message::Open {
        max_bytes,
        files: (1, 2),
    };
    stands_as(&open(None), r#"{"open":{"files":[1,2]}}"#);
    stands_as(&open(Some(9)), r#"{"open":{"max_bytes":9,"files":[1,2]}}"#);
    stands_as(&Way::Download, r#"{"kind":"download"}"#);
    let to = String::from("a@b.example");
    stands_as(
        &Way::Mailto { to },
        r#"{"kind":"mailto","to":"a@b.example"}"#,
    );
    stands_as(&Key(String::from("a~b")), r#""a~b""#);
    let choices = BTreeMap::from([(Token::First, BTreeSet::from([String::from("v")]))]);
    assert_eq!(to_text(&choices), r#"{"first":["v"]}"#);
    assert_eq!(from_text::<BTreeMap<_, _>>(&to_text(&choices)), Ok(choices));
}

#[test]
fn a_variant_has_what_it_holds_and_nothing_else() {
    refuses::<Token>("\"third\"", "expected one of first, also-good, found third");
    refuses::<Message>(
        "\"exactly\"",
        "expected the content of a variant, found nothing",
    );
    refuses::<Message>(
        r#"{"nothing":5}"#,
        "expected a variant that holds nothing, found a number",
    );
    refuses::<Message>(
        r#"{"open":{},"nothing":null}"#,
        "expected one of nothing, exactly, open, found nothing",
    );
    refuses::<Way>("{}", "kind: expected this member, found nothing");
    assert_eq!(from_text(r#"{"nothing":null}"#), Ok(Message::Nothing));
}

#[test]
fn a_fault_names_the_way_to_the_first_thing_that_does_not_fit() {
    let parts = r#"{"type":"x","size":70000,"ratio":true,"parts":[{},{"marks":["a",5]}]}"#;
    refuses::<Strict>(
        parts,
        "size: expected a whole number in its bounds, found a number",
    );
    let parts = r#"{"type":"x","size":7,"ratio":1,"parts":[{},{"marks":["a",5]}]}"#;
    refuses::<Strict>(parts, "parts[1].marks[1]: expected a text, found a number");
    refuses::<Strict>("[]", "expected an object, found a list");
    let fault: Fault = from_text::<Strict>("{").unwrap_err();
    assert_eq!(fault.expected, "JSON");
    assert!(serde_json::from_str::<Strict>(parts).is_err());
}

#[test]
fn numbers_keep_within_their_bounds() {
    for (json, fits) in [
        ("0", true),
        ("65535", true),
        ("65536", false),
        ("-1", false),
        ("1.0", false),
    ] {
        assert_eq!(from_text::<u16>(json).is_ok(), fits, "{json}");
    }
    stands_as(&u64::MAX, "18446744073709551615");
    stands_as(&0.1, "0.1");
    assert_eq!(to_text(&f64::NAN), "null");
    assert_eq!(from_text::<f64>("3"), Ok(3.0));
    assert!(from_text::<char>("\"ab\"").is_err());
    assert!(from_text::<(u64, u64)>("[1]").is_err());
}
