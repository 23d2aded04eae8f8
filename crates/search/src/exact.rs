//! The index against the model, on tens of thousands of random catalogs and queries: the same
//! listings, the same scores, the same order over one, three and twenty sources.

use crate::find;
use crate::model::{self, Shown};
use crate::terms::Terms;
use crate::{Ask, How, Index, Query, Reader, Sort};
use catalog::{Catalog, Field, FuzzyDate, Listing, Organization, Precision, Schema, Text};
use scan::Match;

/// Pieces that texts and queries are made of: words within words, runs within runs, what
/// folds into several characters, none or another, and letters of the rarer blocks.
pub(crate) const PIECES: &[&str] = &[
    "data",
    "Database",
    "API",
    "OpenAPI",
    "art",
    "party",
    "a",
    "naïve",
    "ＡＰＩ",
    "covid-19",
    "birth_year",
    "birthYear",
    "5G",
    "2021",
    "19",
    "语",
    "音",
    "数",
    "据",
    "语音",
    "数据",
    "语音数据",
    "數據",
    "語",
    "音数据",
    "音數",
    "据语",
    "\u{200B}",
    "\u{FE0F}",
    "ひら",
    "らが",
    "・",
    "İ",
    "ß",
    "s",
    "Ⅱ",
    "привет",
    "㐀",
    "㐀语",
    "é",
    "中",
    "人中",
    "x",
    "한국",
    "𠀀",
];
const GAPS: &[&str] = &["", "", "", " ", " ", "，", "-", "·", "\n"];
pub(crate) const ASKED: &[&str] = &[
    "", "", "", " ", " ", " ", " -", "\"", "\" ", " \"", "、", "-",
];
const TAGS: &[&str] = &["zh", "zh", "en", "zh-Hans", "ZH", "fr"];

pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = (self.0)
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    pub(crate) fn pick<'p>(&mut self, from: &[&'p str]) -> &'p str {
        from[self.roll(from.len())]
    }

    pub(crate) fn words(&mut self, most: usize, gaps: &[&str], pieces: usize) -> String {
        let mut text = String::new();
        for _ in 0..self.roll(most + 1) {
            text.push_str(self.pick(gaps));
            text.push_str(self.pick(&PIECES[..pieces]));
        }
        text
    }

    fn text(&mut self, most: usize, tags: &[&str], pieces: usize) -> Text {
        let mut text = Text::default();
        for _ in 0..self.roll(3) {
            let tag = self.pick(tags);
            text.insert(tag, self.words(most, GAPS, pieces));
        }
        text
    }

    /// A text of at least one word: a record without a name would get one when it is read.
    fn name(&mut self, tags: &[&str], pieces: usize) -> Text {
        let words = self.words(2, &["", " "], pieces.min(7));
        Text::new(self.pick(tags), format!("甲{}", words.trim_end()))
    }

    /// Few different pieces in some catalogs, so that much is found.
    pub(crate) fn catalog(&mut self, most: usize) -> Catalog {
        let pieces = [4, 12, 24, PIECES.len()][self.roll(4)];
        let tags = &TAGS[..1 + self.roll(TAGS.len())];
        Catalog {
            default_language: self.pick(&["zh", "en"]).to_owned(),
            organizations: vec![Organization {
                id: "p".to_owned(),
                name: self.name(tags, pieces),
                ..Organization::default()
            }],
            listings: (0..self.roll(most + 1))
                .map(|_| self.listing(tags, pieces))
                .collect(),
            ..Catalog::default()
        }
    }

    fn listing(&mut self, tags: &[&str], pieces: usize) -> Listing {
        let day = format!("2021-01-{:02}", 1 + self.roll(4));
        let schema = Schema {
            fields: vec![Field {
                name: self.words(2, &[""], pieces),
                ..Field::default()
            }],
            ..Schema::default()
        };
        Listing {
            // Ids may be equal.
            id: format!("l{}", self.roll(60)),
            title: self.text(3, tags, pieces),
            keywords: vec![self.text(1, tags, pieces)],
            provider: (self.roll(3) == 0).then(|| "p".to_owned()),
            description: (self.roll(4) > 0).then(|| self.text(9, tags, pieces)),
            verbatim: (self.roll(4) == 0).then(|| self.words(4, GAPS, pieces)),
            schema: (self.roll(3) == 0).then_some(schema),
            modified: (self.roll(3) > 0).then(|| FuzzyDate {
                verbatim: None,
                edtf: None,
                earliest: day.clone(),
                latest: day,
                precision: Precision::Day,
                approximate: false,
                event: None,
            }),
            ..Listing::default()
        }
    }
}

fn found(index: &Index, terms: &Terms) -> Vec<Match> {
    let all = || (0..index.size() as u32).map(|doc| Match { doc, score: 0 });
    let found = find::as_typed(std::slice::from_ref(index), terms, true).pop();
    found.flatten().unwrap_or_else(|| all().collect())
}

#[test]
fn the_index_finds_and_scores_as_the_model_does() {
    for seed in 0..2_500 {
        let mut dice = Dice(seed);
        let index = Index::build("s", dice.catalog(24), "2024-05-10");
        let shown = model::shown(&index);
        for _ in 0..12 {
            let text = dice.words(5, ASKED, PIECES.len());
            let terms = Terms::parse(&text);
            let expected = model::select(&shown, &terms);
            assert_eq!(found(&index, &terms), expected, "seed {seed}: {text:?}");
        }
    }
}

#[test]
fn so_does_one_whose_lists_are_long_enough_for_blocks() {
    for seed in 0..30 {
        let mut dice = Dice(seed);
        let index = Index::build("s", dice.catalog(900), "2024-05-10");
        let shown = model::shown(&index);
        for _ in 0..12 {
            let text = dice.words(4, ASKED, PIECES.len());
            let terms = Terms::parse(&text);
            let expected = model::select(&shown, &terms);
            assert_eq!(found(&index, &terms), expected, "seed {seed}: {text:?}");
        }
    }
}

#[test]
fn a_text_that_is_made_of_another_finds_it() {
    // A piece of a listing's own text, cut anywhere: long runs and phrases that are there.
    for seed in 0..1_500 {
        let mut dice = Dice(seed);
        let index = Index::build("s", dice.catalog(12), "2024-05-10");
        let shown = model::shown(&index);
        let whole: String = shown.iter().map(Shown::text).collect();
        for _ in 0..8 {
            let (start, len) = (dice.roll(whole.len() + 1), 1 + dice.roll(12));
            let cut: String = whole.chars().skip(start).take(len).collect();
            let text = [cut.clone(), format!("\"{cut}\""), format!("-{cut}")][dice.roll(3)].clone();
            let terms = Terms::parse(&text);
            let expected = model::select(&shown, &terms);
            assert_eq!(found(&index, &terms), expected, "seed {seed}: {text:?}");
        }
    }
}

#[test]
fn the_order_is_that_of_all_matches_compared_one_by_one() {
    for seed in 0..600 {
        let mut dice = Dice(seed);
        let sources = [1, 3, 20][dice.roll(3)];
        let mut reader = Reader::default();
        for source in 0..sources {
            let catalog = dice.catalog(60 / sources);
            reader.put(Index::build(&format!("s{source}"), catalog, "2024-05-10"));
        }
        for _ in 0..4 {
            let query = Query {
                text: dice.words(2, ASKED, PIECES.len()),
                sort: Sort::ALL[dice.roll(3)],
                page: dice.roll(3) as u32,
                ..Query::default()
            };
            let lang = dice.pick(&["zh", "en", "zh-Hant", "fr", "de"]);
            let limit = 1 + dice.roll(8);
            let ask = Ask::all(query.clone(), limit as u32, lang);
            let merged = reader.run(&ask).merge();
            let expected = ordered(&reader, &query, lang);
            // Where nothing holds the words as they stand, they are read in another way.
            if merged.reading.how != How::Typed {
                assert!(expected.is_empty(), "seed {seed}: {query:?}");
                continue;
            }
            let hits: Vec<String> = merged.hits.into_iter().map(|hit| hit.key).collect();
            let page = expected.into_iter().skip(query.page as usize * limit);
            let page: Vec<String> = page.take(limit).collect();
            assert_eq!(hits, page, "seed {seed}: {query:?} {lang}");
        }
    }
}

/// The keys of everything that matches, in order, by the model and a plain sort.
fn ordered(reader: &Reader, query: &Query, lang: &str) -> Vec<String> {
    let terms = Terms::parse(&query.text);
    let mut rows = Vec::new();
    for index in reader.indexes() {
        for hit in model::select(&model::shown(index), &terms) {
            let listing = index.listing_of(hit.doc).unwrap();
            let default = &index.frame().default_language;
            let shown = listing.title.pick(lang, default);
            let mut title = Vec::new();
            hanzi::sort_key_into(shown.map_or("", |(_, title)| title), &mut title);
            let asked = match query.sort {
                Sort::Title => (0, title.is_empty(), title),
                Sort::Relevance => (u32::MAX - hit.score, false, Vec::new()),
                _ => (0, false, Vec::new()),
            };
            let day = listing.modified.as_ref().map(|date| date.latest.clone());
            let key = (index.source().to_owned(), listing.id.clone());
            rows.push((asked, std::cmp::Reverse(day), key));
        }
    }
    rows.sort();
    let key = |(_, _, (source, id))| format!("{source}~{id}");
    rows.into_iter().map(key).collect()
}
