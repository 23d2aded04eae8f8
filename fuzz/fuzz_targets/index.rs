//! Whatever the bytes of an index are, opening and asking it neither panics nor hangs nor takes
//! memory without bound. A sound index is damaged as the input says, behind its checksums.
#![no_main]

use libfuzzer_sys::fuzz_target;
use search::{Ask, Bytes, File, Index, Reader, Store, Unread, url};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

/// Most steps of damage that one input does.
const STEPS: usize = 16;
/// Most time on a processor that one question may take, nanoseconds: instrumented code is slow, so
/// this is a second where a query takes a tenth of a millisecond otherwise.
const MOST_NANOS: u64 = 1_000_000_000;
/// Numbers that stand at edges.
const EDGES: [u64; 12] = [
    0,
    1,
    2,
    31,
    127,
    255,
    65_535,
    1 << 24,
    u32::MAX as u64 - 1,
    u32::MAX as u64,
    1 << 53,
    u64::MAX,
];
/// Questions asked of every index, as links write them.
const ASKED: [&str; 10] = [
    "",
    "q=data",
    "q=da",
    "q=market+d",
    "q=%E8%AF%AD%E9%9F%B3%E6%95%B0%E6%8D%AE",
    "q=%22market+data%22+-weather&sort=title",
    "q=dqta+yuyin",
    "provider=s~p1&price=number&sort=newest",
    "modified=2021..2023&sort=disclosure",
    "amount=1..1000@CNY/one-time&sort=price&page=2",
];

/// The files of a sound index.
struct Sound {
    head: Vec<u8>,
    chunks: BTreeMap<u32, Bytes>,
}

static SOUND: LazyLock<Sound> = LazyLock::new(|| {
    let parsed = catalog::read_catalog(catalog_json().as_bytes(), &catalog::Limits::default());
    let index = Index::build("s", parsed.expect("a catalog").value, "2026-01-01");
    let mut sound = Sound {
        head: Vec::new(),
        chunks: BTreeMap::new(),
    };
    index.export(&mut |file| match file {
        File::Head(bytes) => sound.head = bytes,
        File::Chunk(number, bytes) => {
            sound.chunks.insert(number, bytes);
        }
    });
    let damaged = Damaged(sound.chunks.iter().map(|(n, b)| (*n, Arc::clone(b))).collect());
    let opened = Index::open("s", &sound.head, Box::new(damaged)).expect("a sound index opens");
    assert_eq!(opened.searched(), 200);
    sound
});

/// Four hundred listings, half of them on the shelf, of few words, dates, prices and suppliers.
fn catalog_json() -> String {
    const WORDS: [&str; 8] = [
        "market", "data", "weather", "dataset", "语音", "数据", "交通", "API接口",
    ];
    let mut json = String::from(
        r#"{"formatVersion":"0.1","id":"s","title":{"zh":"例"},"defaultLanguage":"zh",
        "categories":[{"id":"c","label":{"zh":"类"}},{"id":"d","label":{"en":"d"},"parent":"c"}],
        "organizations":[{"id":"p0","name":{"zh":"甲"}},{"id":"p1","name":{"en":"Yi"}}],
        "exchanges":[{"id":"x","name":{"zh":"所"}}],"listings":["#,
    );
    for n in 0..400_usize {
        let word = |at: usize| WORDS[(n * 7 + at * 3 + n / 8) % WORDS.len()];
        let comma = if n == 0 { "" } else { "," };
        let status = if n % 2 == 0 { "listed" } else { "delisted" };
        let (year, month, day) = (2019 + n % 6, 1 + n % 12, 1 + n % 28);
        // Writing to a string cannot fail.
        let _ = write!(
            json,
            r#"{comma}{{"id":"l{n}","title":{{"zh":"{}{}","en":"{} {} {n}"}},
            "description":{{"en":"{} {} {} {}"}},"status":"{status}","exchange":"x",
            "provider":"p{}","categories":["{}"],"modified":{{"earliest":"{year}-{month:02}-{day:02}",
            "latest":"{year}-{month:02}-{day:02}","precision":"day"}},
            "offers":[{{"id":"o","priceType":"{}","price":{{"amount":"{}.5","currency":"CNY"}},
            "billingModel":"one-time"}}]}}"#,
            word(4), word(5), word(0), word(1), word(2), word(3), word(6), word(7),
            n % 2, if n % 3 == 0 { "c" } else { "d" },
            if n % 5 == 0 { "negotiable" } else { "fixed" }, n * 10,
        );
    }
    json.push_str("]}");
    json
}

/// Chunks by their numbers; one that is missing is damaged.
#[derive(Debug)]
struct Damaged(BTreeMap<u32, Bytes>);

impl Store for Damaged {
    fn chunk(&self, number: u32) -> Result<Bytes, Unread> {
        self.0.get(&number).cloned().ok_or(Unread::Damaged)
    }
}

/// The input, byte by byte; zeros behind its end.
struct Input<'a>(&'a [u8]);

impl Input<'_> {
    fn byte(&mut self) -> usize {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        usize::from(*first)
    }

    fn two(&mut self) -> usize {
        self.byte() << 8 | self.byte()
    }

    fn edge(&mut self) -> u64 {
        EDGES[self.byte() % EDGES.len()]
    }
}

/// Damages bytes once.
fn damage(bytes: &mut Vec<u8>, input: &mut Input) {
    let at = input.two() % bytes.len().max(1);
    let kind = input.byte();
    match (kind % 7, bytes.get_mut(at)) {
        (0, Some(byte)) => *byte ^= 1 << (kind / 7 % 8),
        (1, Some(byte)) => *byte = input.byte() as u8,
        (2, _) => bytes.truncate(at),
        (3, _) => {
            let count = input.byte() % 9;
            let new: Vec<u8> = (0..count).map(|_| input.byte() as u8).collect();
            bytes.splice(at..at, new);
        }
        (4, _) => {
            let until = (at + input.byte()).min(bytes.len());
            bytes.drain(at..until);
        }
        (5, _) => {
            let number = (input.edge() as u32).to_le_bytes();
            let place = bytes.iter_mut().skip(at);
            place.zip(number).for_each(|(byte, new)| *byte = new);
        }
        _ => {
            let until = (at + 1 + input.byte()).min(bytes.len());
            let again = bytes.get(at..until).unwrap_or_default().to_vec();
            bytes.splice(at..at, again);
        }
    }
}

/// Writes another number in the place of one of the head's, which stays JSON by that.
fn renumber(head: &mut Vec<u8>, input: &mut Input) {
    let from = input.two() * head.len() / 65_536;
    let number = input.edge().to_string();
    let is_digit = |at: usize| head.get(at).is_some_and(u8::is_ascii_digit);
    let Some(start) = (from..head.len()).find(|at| is_digit(*at)) else {
        return;
    };
    let end = (start..head.len()).find(|at| !is_digit(*at));
    head.splice(start..end.unwrap_or(start), number.into_bytes());
}

/// Nanoseconds that this thread has spent on a processor, where the system tells.
fn spent() -> Option<u64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok()
}

fuzz_target!(|bytes: &[u8]| {
    let sound = &*SOUND;
    let mut input = Input(bytes);
    let asked = input.byte();
    let mut head = sound.head.clone();
    let mut chunks = sound.chunks.clone();
    for _ in 0..STEPS {
        if input.0.len() < 4 {
            break;
        }
        let numbers: Vec<u32> = chunks.keys().copied().collect();
        let which = input.byte();
        match which % 8 {
            0 => damage(&mut head, &mut input),
            1 | 2 => renumber(&mut head, &mut input),
            kind => {
                let Some(number) = numbers.get(input.byte() % numbers.len().max(1)) else {
                    break;
                };
                match kind {
                    3 => {
                        chunks.remove(number);
                    }
                    4 => {
                        let other = numbers[input.byte() % numbers.len()];
                        let other = Arc::clone(&chunks[&other]);
                        chunks.insert(*number, other);
                    }
                    _ => {
                        let mut chunk = chunks[number].to_vec();
                        damage(&mut chunk, &mut input);
                        chunks.insert(*number, Arc::new(chunk));
                    }
                }
            }
        }
    }
    let own = String::from_utf8_lossy(input.0);
    let mut reader = Reader::default();
    let opened = timed("open", || Index::open("s", &head, Box::new(Damaged(chunks))));
    match opened {
        Ok(index) => reader.put(index),
        Err(_) => return,
    }
    // What is asked is a part of the input, so that most inputs are quick.
    for link in [ASKED[asked % ASKED.len()], &*own] {
        let (query, _) = url::read(link);
        let answer = timed(link, || reader.run(&Ask::all(query.clone(), 24, "zh")));
        let hits = answer.parts.iter().flat_map(|part| &part.hits);
        if let Some(hit) = hits.last() {
            timed(&hit.key, || open(&reader, &hit.key));
        }
        if asked & 64 != 0 {
            timed("digest", || drop(reader.digest(&query, &[])));
        }
    }
    if asked & 128 != 0 {
        for text in ["d", "数", "yu", "甲"] {
            timed(text, || drop(reader.suggest(text, 5)));
        }
        for key in ["s~l1", "s~none"] {
            timed(key, || open(&reader, key));
        }
        timed("directory", || drop(reader.directory()));
        for index in reader.indexes() {
            timed("each listing", || index.each_listing(&mut |_| ()));
        }
    }
    let _ = reader.take_unread();
});

fn open(reader: &Reader, key: &str) {
    let key = catalog::Key::parse(key);
    drop(key.map(|key| reader.listing(&key)));
}

/// Does one thing, which must not take long.
fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let began = spent();
    let done = work();
    if let (Some(began), Some(ended)) = (began, spent()) {
        let took = ended.saturating_sub(began);
        assert!(took < MOST_NANOS, "{what}: {took} ns");
    }
    done
}
