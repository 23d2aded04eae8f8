//! Drafts as data: every `tests/data/NAME.draft.json` has twins with the problems found
//! (`NAME.problems.json`), the document (`NAME.document.json`) and its text (`NAME.document.txt`).
//! `JISHI_BLESS=1 cargo test -p inquiry` writes the twins anew, to be read before they are kept.

#![expect(clippy::unwrap_used, reason = "a test may end at once")]

use inquiry::{Document, Draft, Field, Subject, check, document};
use serde::Deserialize;
use std::{fs, path::PathBuf};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Case {
    id: String,
    now: String,
    today: Option<String>,
    lang: String,
    #[serde(default)]
    also_required: Vec<Field>,
    subject: Subject,
    draft: Draft,
}

fn cases() -> Vec<(PathBuf, Case)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let mut cases: Vec<(PathBuf, Case)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(".draft.json"))
        .map(|path| {
            let case = serde_json::from_str(&fs::read_to_string(&path).unwrap());
            (
                path.clone(),
                case.unwrap_or_else(|error| panic!("{}: {error}", path.display())),
            )
        })
        .collect();
    cases.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(cases.len() >= 5, "the cases were not found");
    cases
}

fn compare(draft: &std::path::Path, twin: &str, found: &str) {
    let path = draft.to_string_lossy().replace(".draft.json", twin);
    if std::env::var_os("JISHI_BLESS").is_some() {
        fs::write(&path, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert!(expected == found, "{path} differs; found:\n{found}");
}

fn made(case: &Case) -> Document {
    document(&case.draft, &case.subject, &case.id, &case.now, &case.lang)
}

#[test]
fn every_draft_has_the_problems_of_its_twin() {
    for (path, case) in cases() {
        let problems = check(&case.draft, case.today.as_deref(), &case.also_required);
        let mut json = serde_json::to_string_pretty(&problems).unwrap();
        json.push('\n');
        compare(&path, ".problems.json", &json);
    }
}

#[test]
fn every_draft_becomes_the_document_of_its_twin() {
    for (path, case) in cases() {
        let made = made(&case);
        compare(&path, ".document.json", &made.to_json());
        compare(&path, ".document.txt", &made.to_text(&case.lang));
        assert_eq!(Document::from_json(&made.to_json()).unwrap(), made);
    }
}

#[test]
fn a_document_of_a_later_version_is_not_read_as_this_one() {
    let (_, case) = cases().remove(0);
    let later = made(&case)
        .to_json()
        .replace("\"version\": 1", "\"version\": 2");
    assert!(Document::from_json(&later).is_err());
}

#[test]
fn a_draft_of_an_earlier_release_with_fewer_fields_is_read() {
    let draft: Draft = serde_json::from_str(r#"{"purpose":"p","from-later":1}"#).unwrap();
    assert_eq!(draft.purpose, "p");
    assert!(!draft.is_empty());
    assert!(Draft::default().is_empty());
}

#[test]
fn no_hidden_character_of_any_script_reaches_a_document() {
    let every: Vec<char> = (0..=0x10_ffff).filter_map(char::from_u32).collect();
    for some in every.chunks(1_500) {
        let text: String = some.iter().collect();
        let draft = Draft {
            purpose: text.clone(),
            name: text.chars().take(200).collect(),
            ..Draft::default()
        };
        let subject = Subject {
            key: "s~1".to_owned(),
            title: text.chars().skip(700).collect(),
            ..Subject::default()
        };
        let made = document(&draft, &subject, "i", "2026-01-01T00:00:00Z", "zh");
        let (purpose, name) = (
            made.request.purpose,
            made.requester.name.unwrap_or_default(),
        );
        let title = made.listing.unwrap().title;
        for c in [name.as_str(), title.as_str(), &purpose.replace('\n', "")]
            .concat()
            .chars()
        {
            assert!(!c.is_control(), "{c:?}");
            assert!(!('\u{202a}'..='\u{202e}').contains(&c), "{c:?}");
            assert!(!('\u{2066}'..='\u{2069}').contains(&c), "{c:?}");
        }
    }
}

#[test]
fn every_text_is_cut_at_its_limit() {
    let mut draft = Draft::default();
    for field in Field::ALL {
        if let Some(text) = draft.text_mut(*field) {
            *text = "数".repeat(10_000);
        }
    }
    let json = document(&draft, &Subject::default(), "i", "n", "zh").to_json();
    let longest = json.split('"').map(|part| part.chars().count()).max();
    assert_eq!(longest, Some(Field::Questions.limit()));
}
