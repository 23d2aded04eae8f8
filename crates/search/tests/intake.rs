//! A catalog taken in piece by piece against the same read as a whole.

use catalog::{Limits, ShardPlan, read_catalog};
use search::{Ask, Index, Intake, PartStatus, Query, Reader};

const TODAY: &str = "2024-05-10";

/// A catalog whose listings name records of the catalog and others, in either order.
fn document(records_first: bool, listings: usize) -> String {
    let providers: Vec<String> = (0..5)
        .map(|n| format!(r#"{{"id":"p{n}","name":{{"zh":"供方{n}"}}}}"#))
        .collect();
    let listing = |n: usize| {
        let provider = if n.is_multiple_of(3) {
            format!("供方{}", n % 5)
        } else {
            format!("p{}", n % 5)
        };
        format!(
            r#"{{"id":"l{n}","title":{{"zh":"语音数据{n}","en":"Speech {n}"}},"provider":"{provider}",
            "modified":"2021-01-{:02}","offers":[{{"priceType":"fixed","price":{{"amount":"{}","currency":"CNY"}}}}]}}"#,
            1 + n % 28,
            n % 7
        )
    };
    let listings: Vec<String> = (0..listings).map(listing).collect();
    let records = format!(r#""organizations":[{}]"#, providers.join(","));
    let listings = format!(r#""listings":[{}]"#, listings.join(","));
    let (first, second) = if records_first {
        (records, listings)
    } else {
        (listings, records)
    };
    format!(r#"{{"defaultLanguage":"zh","title":"t",{first},{second}}}"#)
}

fn answers(index: Index) -> Vec<search::Answer> {
    let mut reader = Reader::default();
    reader.put(index);
    let ask = |text: &str| {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        reader.run(&Ask::all(query, 30, "zh"))
    };
    ["", "语音", "speech", "供方3", "speech -12"]
        .map(ask)
        .into()
}

#[test]
fn a_catalog_in_pieces_is_the_catalog_read_at_once() {
    for records_first in [true, false] {
        let text = document(records_first, 90);
        let parsed = read_catalog(text.as_bytes(), &Limits::default()).unwrap();
        let expected = answers(Index::build("s", parsed.value, TODAY));
        for size in [7, 100, 4_096, 1 << 20] {
            let mut intake = Intake::new("s", TODAY, &Limits::default());
            for piece in text.as_bytes().chunks(size) {
                intake.push(piece).unwrap();
            }
            intake.close().unwrap();
            let (index, notices) = intake.finish().unwrap();
            assert_eq!(notices, parsed.notices, "in pieces of {size}");
            assert_eq!(answers(index), expected, "in pieces of {size}");
        }
    }
}

#[test]
fn what_has_come_is_found_before_the_rest_and_says_so() {
    let text = document(true, 200);
    let (first, rest) = text.as_bytes().split_at(text.len() / 2);
    let mut intake = Intake::new("s", TODAY, &Limits::default());
    intake.push(first).unwrap();
    let early = answers(intake.so_far().unwrap());
    let part = &early[0].parts[0];
    assert!((50..150).contains(&part.searched), "{}", part.searched);
    assert_eq!(part.status, PartStatus::Partial);
    intake.push(rest).unwrap();
    intake.close().unwrap();
    let whole = answers(intake.finish().unwrap().0);
    assert_eq!(
        (whole[0].parts[0].searched, whole[0].parts[0].status),
        (200, PartStatus::Complete)
    );
}

#[test]
fn further_files_add_their_listings_and_a_bad_one_costs_only_its_own() {
    let root = r#"{"defaultLanguage":"zh","title":"t","listings":[{"id":"a","title":"甲"}],
        "shards":[{"href":"1.json","count":1},{"href":"2.json","count":1}]}"#;
    let mut intake = Intake::new("s", TODAY, &Limits::default());
    intake.push(root.as_bytes()).unwrap();
    let mut plan = ShardPlan::new(intake.close().unwrap());
    assert_eq!(plan.take().unwrap().href, "1.json");
    assert!(
        intake
            .further(br#"{"listings":[{"id":"b","title":"x"},{"id":"#)
            .is_err()
    );
    assert!(
        intake
            .further(br#"{"listings":[{"id":"c","title":"y"}]}"#)
            .unwrap()
            .is_empty()
    );
    let ids: Vec<String> = answers(intake.finish().unwrap().0)[0].parts[0]
        .hits
        .iter()
        .map(|hit| hit.key.clone())
        .collect();
    assert_eq!(ids, ["s~a", "s~c"]);
}

#[test]
fn a_further_file_is_taken_whole_or_not_at_all_however_large_it_is() {
    let root = r#"{"defaultLanguage":"zh","title":"t","listings":[{"id":"a","title":"甲"}],
        "shards":[{"href":"1.json","count":1}]}"#;
    // The second is too large to be held while it is read.
    for count in [9, 9_000] {
        let listings: Vec<String> = (0..count)
            .map(|n| format!(r#"{{"id":"b{n}","title":"乙{n}"}}"#))
            .collect();
        let listings = listings.join(",");
        let mut intake = Intake::new("s", TODAY, &Limits::default());
        intake.push(root.as_bytes()).unwrap();
        intake.close().unwrap();
        let broken = format!(r#"{{"listings":[{listings},{{"id":]}}"#);
        assert!(intake.further(broken.as_bytes()).is_err());
        assert_eq!(intake.len(), 1);
        // Its ids are free again, and those of the files before are not.
        let sound = format!(
            r#"{{"listings":[{listings},{{"id":"a","title":"x"}}],"shards":[{{"href":"2.json","count":0}}]}}"#
        );
        let next = intake.further(sound.as_bytes()).unwrap();
        assert_eq!(next.len(), 1);
        assert_eq!(intake.len(), count + 2);
        let (index, notices) = intake.finish().unwrap();
        let taken = notices
            .iter()
            .filter(|notice| notice.code == "duplicate-id");
        assert!(taken.count() <= 1, "{count}");
        let first = &answers(index)[0].parts[0];
        let keys: Vec<&str> = first.hits.iter().map(|hit| &*hit.key).collect();
        assert_eq!(keys[..4], ["s~a", "s~a~2", "s~b0", "s~b1"]);
    }
}
