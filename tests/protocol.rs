//! The examples of `docs/search-protocol.md` are messages, and say nothing that is not read.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot read the document has failed"
)]

use record::{Record, Value, from_text, to_text};
use std::collections::BTreeSet;
use wire::search::{Reply, Request};

const DOCUMENT: &str = include_str!("../docs/search-protocol.md");

/// The examples of a kind: what stands between fences that say so.
fn examples(kind: &str) -> Vec<&'static str> {
    let open = format!("```json {kind}\n");
    let pieces = DOCUMENT.split(open.as_str()).skip(1);
    pieces
        .map(|piece| piece.split("\n```").next().expect("an end"))
        .collect()
}

/// Reads each, and finds what is written of it again to be the same; which messages they are.
fn messages<T: Record>(kind: &str) -> BTreeSet<String> {
    let examples = examples(kind);
    let mut names = BTreeSet::new();
    for example in examples {
        let message: T = wire::read(example).expect(example);
        let given: Value = from_text(example).expect(example);
        let written: Value = from_text(&wire::write(&message)).expect(example);
        assert_eq!(to_text(&written), to_text(&given), "{example}");
        names.extend(
            given
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, _)| name.clone()),
        );
    }
    names
}

#[test]
fn every_request_of_the_document_is_one() {
    let names = messages::<Request>("request");
    let all = [
        "digest", "hello", "listing", "load", "retry", "run", "suggest",
    ];
    assert_eq!(names.iter().map(String::as_str).collect::<Vec<_>>(), all);
}

#[test]
fn every_reply_of_the_document_is_one() {
    let names = messages::<Reply>("reply");
    let all = [
        "answer",
        "digest",
        "directory",
        "hello",
        "listing",
        "source",
        "suggestions",
        "unanswered",
    ];
    assert_eq!(names.iter().map(String::as_str).collect::<Vec<_>>(), all);
}

#[test]
fn the_document_is_of_this_version() {
    let version = format!("version {} (`WIRE_VERSION`", wire::WIRE_VERSION);
    assert!(DOCUMENT.contains(&version), "{version}");
}
