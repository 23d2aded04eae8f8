//! What a file is wrapped in, and why a wrapping does not come off, in words.

use serde_json::{Map, Value, json};
use session::Wrappings;
use wire::search::Failure;

/// Adds the wrappings to an answer; nothing for a file without any.
pub(super) fn put(wrappings: &Wrappings, members: &mut Map<String, Value>) {
    if wrappings.wrapped.is_empty() {
        return;
    }
    members.insert("wrapped".to_owned(), json!(wrappings.wrapped));
    if wrappings.entries.is_empty() {
        return;
    }
    let entries = wrappings
        .entries
        .iter()
        .map(|entry| json!({ "path": entry.path, "bytes": entry.bytes, "opens": entry.opens }));
    members.insert("entries".to_owned(), entries.collect());
    members.insert("entry".to_owned(), json!(wrappings.entry));
}

/// The files of an archive, one a line.
pub(super) fn tree(wrappings: &Wrappings) -> String {
    let mut text = format!("zip, {} files\n\n", wrappings.entries.len());
    for entry in &wrappings.entries {
        let closed = if entry.opens { "" } else { ", not opened here" };
        let path = super::visible(&entry.path);
        text.push_str(&format!("  {path}: {} bytes{closed}\n", entry.bytes));
    }
    text.push_str("\nName one with --entry PATH to read it.");
    text
}

/// What was taken off, in words.
pub(super) fn said(wrappings: &Wrappings) -> String {
    let mut text = String::new();
    for one in wrappings.wrapped.iter().rev() {
        text.push_str(&format!(" in {one}"));
    }
    if let Some(entry) = &wrappings.entry {
        text.push_str(&format!(" ({})", super::visible(entry)));
    }
    text
}

/// The code and the words of a failure.
pub(super) fn words(failure: &Failure) -> (&'static str, String) {
    let data = super::visible(&failure.data);
    match failure.code.as_str() {
        "checksum" => (
            "checksum",
            "the check sum (CRC-32) of what was unpacked is another: the file is damaged"
                .to_owned(),
        ),
        "broke-off" => ("broke-off", "the file ends before it is whole".to_owned()),
        "encrypted" => ("encrypted", format!("it is encrypted: {data}")),
        "unsupported" => ("unsupported", format!("{data} is not read here")),
        "too-large" => (
            "too-large",
            "it unpacks to more than it says, or than is read".to_owned(),
        ),
        "empty" => ("empty", "there is no file in the archive".to_owned()),
        "no-such-entry" => (
            "no-such-entry",
            format!("the archive has no file named {data}"),
        ),
        "unreadable" if data.is_empty() => ("unreadable", "it is damaged, or not whole".to_owned()),
        "unreadable" => ("unreadable", format!("it is damaged: {data}")),
        _ => (
            "unreadable",
            format!("it cannot be read: {} {data}", failure.code),
        ),
    }
}

/// What to do about a failure; empty where the words say it.
pub(super) fn next_step(failure: &Failure) -> &'static str {
    match failure.code.as_str() {
        "checksum" | "broke-off" => "fetch it again, or ask whoever gave it to you",
        "empty" => "ask whoever gave it to you",
        "encrypted" => "ask whoever gave it to you for one that is not",
        "unsupported" => "unpack it, and inspect what is in it",
        "no-such-entry" => "without --entry its files are listed",
        _ => "",
    }
}
