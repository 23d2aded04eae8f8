//! What a visitor typed, as things to look for: words, runs, phrases, exclusions.
//!
//! All must be found. Words of spaced scripts are found whole, the last one by its
//! beginning; runs of Chinese are found anywhere, as they stand; `API数据` is a word and a
//! run, wherever they are; `"…"` is found as it stands; `-word` must not be found.

use scan::{each, fold, fold_into, is_unspaced, is_word, narrow};

/// Most characters of a query that are read; the rest is ignored.
pub(crate) const MAX_CHARS: usize = 500;
/// Most terms of one kind.
const MAX_TERMS: usize = 32;

/// One thing to look for in folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Folded, never empty, no space at its ends.
    pub(crate) needle: String,
    /// Whether a word may go on after it.
    pub(crate) prefix: bool,
    /// Whether it stood in quotation marks: it is looked for as it stands, or not at all.
    pub(crate) quoted: bool,
}

/// A query's text, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Terms {
    /// Each must be found.
    pub(crate) include: Vec<Term>,
    /// None may be found.
    pub(crate) exclude: Vec<Term>,
    /// The included text as one, for titles that say exactly this.
    pub(crate) whole: String,
}

/// A piece of the text between spaces and quotation marks.
#[derive(Default)]
struct Chunk {
    text: String,
    quoted: bool,
    closed: bool,
    excluded: bool,
}

impl Terms {
    /// The terms as a text that reads back as them.
    pub(crate) fn shown(&self) -> String {
        let mut shown = String::new();
        let all = self.include.iter().map(|term| ("", term));
        for (sign, term) in all.chain(self.exclude.iter().map(|term| ("-", term))) {
            if !shown.is_empty() {
                shown.push(' ');
            }
            shown.push_str(sign);
            if term.quoted || term.needle.as_bytes().contains(&b' ') {
                shown.push('"');
                shown.push_str(&term.needle);
                shown.push('"');
            } else {
                shown.push_str(&term.needle);
            }
        }
        shown
    }

    /// Reads what was typed. Any text is a query; one without letters or digits asks nothing.
    pub(crate) fn parse(text: &str) -> Self {
        let mut terms = Self::default();
        let mut ends_in_word = false;
        for chunk in chunks(text) {
            if chunk.excluded {
                push(&mut terms.exclude, fold(&chunk.text), false, chunk.quoted);
                continue;
            }
            if !terms.whole.is_empty() {
                terms.whole.push(' ');
            }
            fold_into(&chunk.text, &mut terms.whole);
            terms.whole.truncate(terms.whole.trim_end().len());
            if chunk.quoted {
                push(&mut terms.include, fold(&chunk.text), !chunk.closed, true);
                ends_in_word = false;
            } else {
                for piece in pieces(&chunk.text) {
                    ends_in_word = piece.ends_with(is_word);
                    push(&mut terms.include, piece, false, false);
                }
            }
        }
        if let Some(last) = terms.include.last_mut().filter(|_| ends_in_word) {
            last.prefix = true;
        }
        terms
    }
}

fn push(terms: &mut Vec<Term>, needle: String, prefix: bool, quoted: bool) {
    if !needle.is_empty() && terms.len() < MAX_TERMS {
        // A word typed again moves to the end: only the last one is a beginning.
        terms.retain(|known| known.needle != needle);
        terms.push(Term {
            needle,
            prefix,
            quoted,
        });
    }
}

/// Cuts at spaces and quotation marks; a quotation that is still open runs to the end.
fn chunks(text: &str) -> Vec<Chunk> {
    let (mut done, mut open) = (Vec::new(), Chunk::default());
    let mut finish = |chunk: &mut Chunk| {
        let chunk = std::mem::take(chunk);
        if !chunk.text.is_empty() {
            done.push(chunk);
        }
    };
    for c in text.chars().take(MAX_CHARS).map(narrow) {
        match c {
            '"' | '“' | '”' | '„' if open.quoted => {
                open.closed = true;
                finish(&mut open);
            }
            '"' | '“' | '”' | '„' => {
                let excluded = open.excluded && open.text.is_empty();
                finish(&mut open);
                open.quoted = true;
                open.excluded = excluded;
            }
            c if c.is_whitespace() && !open.quoted => finish(&mut open),
            '-' | '−' if !open.quoted && !open.excluded && open.text.is_empty() => {
                open.excluded = true;
            }
            c => open.text.push(c),
        }
    }
    finish(&mut open);
    done
}

/// Signs inside one word: what they join is looked for side by side.
const fn joins(c: char) -> bool {
    matches!(c, '-' | '.' | '_' | '\'' | '’' | '@' | '&' | '+')
}

/// Words and unspaced runs of one chunk, folded.
fn pieces(chunk: &str) -> Vec<String> {
    let (mut found, mut open) = (Vec::new(), String::new());
    let mut in_run = false;
    for c in chunk.chars() {
        let mut folded = None;
        each(c, &mut |f| folded = Some(f));
        let cut = match folded {
            None => false,
            Some(' ') => !joins(c),
            Some(f) => std::mem::replace(&mut in_run, is_unspaced(f)) != is_unspaced(f),
        };
        if cut {
            found.push(std::mem::take(&mut open));
        }
        open.push(c);
    }
    found.push(open);
    found
        .iter()
        .map(|piece| fold(piece))
        .filter(|piece| !piece.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let terms = Terms::parse(text);
        let show = |sign: &str, list: &[Term]| {
            list.iter()
                .map(|t| format!("{sign}{}{}", t.needle, if t.prefix { "*" } else { "" }))
                .collect::<Vec<_>>()
        };
        [show("", &terms.include), show("-", &terms.exclude)]
            .concat()
            .join("|")
    }

    #[test]
    fn reads_words_runs_phrases_and_exclusions() {
        for (text, terms) in [
            ("", ""),
            ("！？ - \"\"", ""),
            ("speech", "speech*"),
            ("Speech  Data", "speech|data*"),
            ("语音数据", "语音数据"),
            ("API数据", "api|数据"),
            ("数据API", "数据|api*"),
            ("５Ｇ网络　测试", "5g|网络|测试"),
            ("covid-19", "covid 19*"),
            ("birth_year sex", "birth year|sex*"),
            ("csv,json", "csv|json*"),
            ("医疗、教育", "医疗|教育"),
            ("\"test centre\" beijing", "test centre|beijing*"),
            ("“test centre”", "test centre"),
            ("\"test cen", "test cen*"),
            (
                "face -adult -\"mobile phone\"",
                "face*|-adult|-mobile phone",
            ),
            ("-人脸", "-人脸"),
            ("－人脸", "-人脸"),
            ("data - base", "data|base*"),
            ("2018-2020", "2018 2020*"),
            ("one two one", "two|one*"),
            ("word 数据", "word|数据"),
        ] {
            assert_eq!(read(text), terms, "{text}");
        }
    }

    #[test]
    fn the_whole_is_the_included_text() {
        assert_eq!(
            Terms::parse(" \"API 数据\" -x，2021 年! ").whole,
            "api 数据 年"
        );
        assert_eq!(Terms::parse("中国国旗（图片）").whole, "中国国旗 图片");
    }

    #[test]
    fn bounds_what_it_reads() {
        let long: String = (0..5_000).map(|n| format!("w{n} ")).collect();
        assert!(Terms::parse(&long).include.len() <= MAX_TERMS);
    }
}
