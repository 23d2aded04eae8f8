//! Codes of notices and faults in plain English, each with what to do about it. The words
//! stand in `words.tsv`: code, what happened, what to do (empty where nothing is to mend).

const WORDS: &str = include_str!("words.tsv");

/// One line about what happened. `data` is the offending value, as the reader noted it; notices
/// about a table come with their sentence as data and have no words here.
pub(crate) fn message(code: &str, data: &str) -> String {
    let data = data.replace('\n', " ");
    match entry(code) {
        Some((head, _)) if data.is_empty() => head.to_owned(),
        Some((head, _)) => format!("{head}: {data}"),
        None if data.is_empty() => code.to_owned(),
        None => data,
    }
}

/// One line about what to do.
pub(crate) fn fix(code: &str) -> &'static str {
    entry(code).map_or("See the format's schema.", |(_, fix)| fix)
}

/// What happened and what to do, of `code`.
fn entry(code: &str) -> Option<(&'static str, &'static str)> {
    let (_, words) = entries().find(|(known, _)| *known == code)?;
    words.split_once('\t')
}

fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::{Path, PathBuf};

    /// The codes in the sources of the reading crates: string literals right behind `call(`.
    fn codes_of(crate_name: &str) -> Vec<String> {
        let mut folders: Vec<PathBuf> = vec![
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("..")
                .join(crate_name)
                .join("src"),
        ];
        let mut codes = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                if path.extension().is_none_or(|ext| ext != "rs") {
                    continue;
                }
                let source = std::fs::read_to_string(path).unwrap();
                for call in [".error(", ".warn(", ".info("] {
                    for after in source.split(call).skip(1) {
                        let literal = after.trim_start().strip_prefix('"');
                        codes.extend(literal.and_then(|text| Some(text.split_once('"')?.0.into())));
                    }
                }
            }
        }
        codes
    }

    #[test]
    fn every_notice_of_the_catalog_has_words() {
        let codes = codes_of("catalog");
        assert!(codes.len() > 30, "{codes:?}");
        for code in codes {
            assert!(entry(&code).is_some(), "{code} has no words");
        }
    }

    #[test]
    fn every_code_has_one_entry() {
        let mut codes: Vec<&str> = entries().map(|(code, _)| code).collect();
        codes.sort_unstable();
        let all = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }
}
