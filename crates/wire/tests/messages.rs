//! The very words of the messages, one a line in `tests/data`: each is read and written back
//! byte for byte. Whoever has to change a line has to raise `WIRE_VERSION`.

use record::Record;
use wire::{preview, search};

#[track_caller]
fn come_back<T: Record>(lines: &str) {
    for line in lines.lines() {
        let message: T = wire::read(line).unwrap_or_else(|fault| panic!("{line}: {fault}"));
        assert_eq!(wire::write(&message), line);
    }
}

#[test]
fn every_message_of_the_search_comes_back_as_it_was() {
    come_back::<search::Request>(include_str!("data/search-requests.ndjson"));
    come_back::<search::Reply>(include_str!("data/search-replies.ndjson"));
}

#[test]
fn every_message_of_the_preview_comes_back_as_it_was() {
    come_back::<preview::Request>(include_str!("data/preview-requests.ndjson"));
    come_back::<preview::Reply>(include_str!("data/preview-replies.ndjson"));
}

#[test]
fn what_is_no_message_is_said_with_its_place() {
    let fault = wire::read::<search::Request>(r#"{"retry":{"source":7}}"#).unwrap_err();
    assert_eq!(fault.to_string(), "source: expected a text, found a number");
    assert!(wire::read::<search::Request>(r#"{"later":{}}"#).is_err());
    assert!(wire::read::<search::Reply>("").is_err());
}
