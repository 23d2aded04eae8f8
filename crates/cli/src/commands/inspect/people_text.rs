//! The same in sentences, of which `people.tsv` has the words in each language.

use privacy::TooMuch;
use table::Column;

use super::people::{People, name};

const WORDS: &str = include_str!("people.tsv");

/// All that is to be said; nothing where nothing was found or asked for.
pub(super) fn sentences(people: &People, columns: &[Column], lang: &str) -> Vec<String> {
    let say = |key: &str, data: &[(&str, &str)]| fill(words(key, lang), data);
    let mut said = Vec::new();
    if !people.findings.is_empty() {
        said.push(say("personal", &[]));
    }
    for finding in &people.findings {
        let examples = finding
            .examples
            .join(if lang == "zh" { "、" } else { ", " });
        said.push(say(
            "finding",
            &[
                ("column", name(columns, finding.column)),
                ("kind", words(finding.kind.name(), lang)),
                ("count", &finding.count.to_string()),
                ("examples", &examples),
            ],
        ));
    }
    match &people.risk {
        Some(Ok(risk)) => {
            let columns = people.quasi.join(if lang == "zh" { "、" } else { ", " });
            said.push(say(
                "k",
                &[
                    ("k", &risk.k.to_string()),
                    ("rows", &risk.rows.to_string()),
                    ("columns", &columns),
                ],
            ));
            said.push(say(
                "classes",
                &[
                    ("classes", &risk.classes.to_string()),
                    ("unique", &risk.unique.to_string()),
                    ("percent", &format!("{:.1}", risk.unique_share() * 100.0)),
                    ("size", &format!("{:.1}", risk.class_size())),
                    ("chance", &format!("{:.1}", risk.average() * 100.0)),
                ],
            ));
            for (column, found) in people.sensitive.iter().zip(&risk.sensitive) {
                let data = [
                    ("column", column.as_str()),
                    ("l", &found.l.to_string()),
                    ("t", &format!("{:.3}", found.t)),
                ];
                said.push(say("sensitive", &data));
            }
            said.push(say("blank", &[("blank", &risk.blank.to_string())]));
        }
        Some(Err(TooMuch::Memory { rows, bytes })) => {
            let megabytes = (bytes >> 20).to_string();
            said.push(say(
                "too-much",
                &[("rows", &rows.to_string()), ("megabytes", &megabytes)],
            ));
        }
        Some(Err(TooMuch::Collisions { rows })) => {
            said.push(say("collisions", &[("rows", &rows.to_string())]));
        }
        None => {}
    }
    said
}

/// The words of a key: key, English, Chinese.
fn words(key: &str, lang: &str) -> &'static str {
    let entry = WORDS.lines().skip(1).find_map(|line| {
        let (known, words) = line.split_once('\t')?;
        let (en, zh) = words.split_once('\t')?;
        (known == key).then_some(if lang == "zh" { zh } else { en })
    });
    entry.unwrap_or_default()
}

/// `{name}` becomes its value. Values are a file's own text, so what they hold is not filled.
fn fill(words: &str, data: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = data.iter().find(|(known, _)| *known == name);
        text.push_str(before);
        text.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use privacy::Personal;

    #[test]
    fn every_kind_has_words_in_both_languages() {
        for kind in Personal::ALL {
            for lang in ["en", "zh"] {
                assert!(!words(kind.name(), lang).is_empty(), "{kind:?} in {lang}");
            }
        }
    }

    #[test]
    fn no_sentence_says_what_k_does_not_show() {
        assert!(!WORDS.to_lowercase().contains("anonym") && !WORDS.contains("匿名"));
    }

    #[test]
    fn braces_in_a_file_stay_what_they_are() {
        let data = [("column", "{kind}"), ("kind", "x")];
        assert_eq!(fill("{column}: {kind}", &data), "{kind}: x");
    }
}
