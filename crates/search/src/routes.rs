//! The same answers on every way in: built here, and built ahead and opened over chunks that
//! have to be fetched, over one, three and twenty sources.

use crate::exact::{ASKED, Dice, PIECES};
use crate::store::{Bytes, Store, Unread};
use crate::{Ask, Facet, File, Index, Query, Range, Reader, Sort};
use catalog::{NotedPrice, PriceState, ShortPrice};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// Chunks of which only those are here that were fetched.
#[derive(Debug, Default)]
struct Elsewhere {
    all: HashMap<u32, Bytes>,
    here: RefCell<BTreeSet<u32>>,
}

#[derive(Clone, Debug)]
struct Fetched(Rc<Elsewhere>);

impl Store for Fetched {
    fn chunk(&self, number: u32) -> Result<Bytes, Unread> {
        match self.0.here.borrow().contains(&number) {
            true => self.0.all.get(&number).cloned().ok_or(Unread::Damaged),
            false => Err(Unread::Elsewhere),
        }
    }
}

/// The index built ahead, with what fetches its chunks.
fn ahead(index: &Index) -> (Index, Rc<Elsewhere>) {
    let (mut all, mut head) = (HashMap::new(), Vec::new());
    index.export(&mut |file| match file {
        File::Head(bytes) => head = bytes,
        File::Chunk(number, bytes) => {
            all.insert(number, bytes);
        }
    });
    let chunks = Rc::new(Elsewhere {
        all,
        ..Elsewhere::default()
    });
    let store = Box::new(Fetched(Rc::clone(&chunks)));
    (Index::open(index.source(), &head, store).unwrap(), chunks)
}

/// Asks until nothing is missing; how often.
fn complete<T>(
    reader: &Reader,
    chunks: &HashMap<String, Rc<Elsewhere>>,
    ask: impl Fn(&Reader) -> T,
) -> (T, usize) {
    for round in 0.. {
        let answer = ask(reader);
        let unread = reader.take_unread();
        if unread.is_empty() {
            return (answer, round);
        }
        for (source, number, why) in unread {
            assert_eq!(why, Unread::Elsewhere, "chunk {number}");
            chunks[&source].here.borrow_mut().insert(number);
        }
    }
    unreachable!("rounds end");
}

fn query(dice: &mut Dice) -> Query {
    let mut query = Query {
        text: dice.words(3, ASKED, PIECES.len()),
        sort: Sort::ALL[dice.roll(Sort::ALL.len())],
        page: dice.roll(2) as u32,
        ..Query::default()
    };
    if dice.roll(3) == 0 {
        query.toggle(Facet::Price, ["not_stated", "number"][dice.roll(2)]);
    }
    if dice.roll(3) == 0 {
        query.toggle(Facet::Provider, ["p", "not_stated"][dice.roll(2)]);
    }
    if dice.roll(4) == 0 {
        let bounds = crate::Bounds {
            from: "2021-01-02".to_owned(),
            to: ["", "2021-01", "2021-01-03"][dice.roll(3)].to_owned(),
            unstated: dice.roll(2) == 0,
            ..crate::Bounds::default()
        };
        query.ranges.insert(Range::Modified, bounds);
    }
    query
}

/// All that match, as if each had been free when it was seen.
fn seen_free(reader: &Reader, query: &Query) -> Vec<NotedPrice> {
    let prices = reader.digest(query, &[]).prices.unwrap();
    let free = prices.into_iter().map(|noted| NotedPrice {
        price: ShortPrice::of_state(PriceState::Free),
        ..noted
    });
    free.collect()
}

#[test]
fn every_way_in_gives_the_same_answers() {
    let mut rounds = 0;
    for seed in 0..900 {
        let mut dice = Dice(seed);
        let (mut here, mut there, mut chunks) =
            (Reader::default(), Reader::default(), HashMap::new());
        let sources = [1, 3, 20][dice.roll(3)];
        for source in 0..sources {
            let index = Index::build(
                &format!("s{source}"),
                dice.catalog(60 / sources),
                "2024-05-10",
            );
            let (opened, fetched) = ahead(&index);
            chunks.insert(index.source().to_owned(), fetched);
            there.put(opened);
            here.put(index);
        }
        for _ in 0..6 {
            let query = query(&mut dice);
            let lang = dice.pick(&["zh", "en", "zh-Hant", "fr"]);
            let ask = Ask::all(query.clone(), 1 + dice.roll(30) as u32, lang);
            let (answer, asked) = complete(&there, &chunks, |reader| reader.run(&ask));
            rounds = rounds.max(asked);
            let expected = here.run(&ask);
            assert!(answer == expected, "seed {seed}: {ask:?}");
            let seen = seen_free(&here, &query);
            let (digest, _) = complete(&there, &chunks, |reader| reader.digest(&query, &seen));
            assert!(
                digest == here.digest(&query, &seen),
                "seed {seed}: {query:?}"
            );
            let (names, _) = complete(&there, &chunks, |reader| reader.suggest(&query.text, 4));
            assert!(
                names == here.suggest(&query.text, 4),
                "seed {seed}: {query:?}"
            );
            if let Some(hit) = expected.merge().hits.first() {
                let key = catalog::Key::parse(&hit.key).unwrap();
                let (page, _) = complete(&there, &chunks, |reader| reader.listing(&key));
                assert!(page == here.listing(&key), "seed {seed}: {key:?}");
            }
        }
        let (directory, asked) = complete(&there, &chunks, Reader::directory);
        assert!(directory == here.directory() && asked == 0, "seed {seed}");
    }
    // Dictionary, lists, places, listings, and each rung of other readings once more.
    assert!(rounds <= 10, "{rounds} rounds");
}

#[test]
fn the_first_screen_needs_no_column() {
    let mut dice = Dice(5);
    let (index, chunks) = ahead(&Index::build("s", dice.catalog(200), "2024-05-10"));
    let needed = chunks.all.len();
    let mut reader = Reader::default();
    reader.put(index);
    // A page asks for ranges when somebody opens one.
    let mut ask = Ask::all(Query::default(), 24, "zh");
    ask.ranges.clear();
    let all = HashMap::from([("s".to_owned(), Rc::clone(&chunks))]);
    complete(&reader, &all, |reader| reader.run(&ask));
    let fetched = chunks.here.borrow().len();
    assert!(fetched <= 2, "{fetched} of {needed} chunks");
}
