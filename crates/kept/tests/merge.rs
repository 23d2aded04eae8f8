//! What goes out comes in again, and what is here is never lost by a file that comes in.

use catalog::{NotedPrice, PriceState, ShortPrice, Text};
use kept::{
    DRAFTS, Entry, Item, Plan, Refusal, SEARCHES, SHORTLIST, SavedSearch, merge, read, write,
};
use proptest::prelude::*;
use serde_json::json;

fn item(key: &str, note: &str, place: u64) -> Entry {
    let title = Text::new("zh", key);
    let item = Item {
        title,
        note: note.to_owned(),
        place,
        added_at: 7,
        price: None,
    };
    item.entry(key)
}

fn priced(key: &str, amount: &str) -> Entry {
    let price = ShortPrice {
        state: PriceState::Number,
        amount: amount.to_owned(),
        unit: "CNY/one-time".to_owned(),
    };
    let item = Item {
        title: Text::new("zh", key),
        added_at: 7,
        price: Some(price),
        ..Item::default()
    };
    item.entry(key)
}

fn search(key: &str, address: &str, seen_at: u64) -> Entry {
    let search = SavedSearch {
        name: format!("name of {key}"),
        address: address.to_owned(),
        seen_at,
        ..SavedSearch::default()
    };
    search.entry(key)
}

fn draft(key: &str, purpose: &str) -> Entry {
    let data = json!({ "purpose": purpose });
    Entry {
        kind: DRAFTS,
        key: key.to_owned(),
        version: 1,
        data,
    }
}

/// What is here after the plan was carried out.
fn after(here: &[Entry], plan: &Plan) -> Vec<Entry> {
    let replaced = |entry: &&Entry| {
        !plan
            .put
            .iter()
            .any(|put| put.kind == entry.kind && put.key == entry.key)
    };
    let mut all: Vec<Entry> = here.iter().filter(replaced).cloned().collect();
    all.extend(plan.put.iter().cloned());
    all.sort_by(|a, b| (a.kind, &a.key).cmp(&(b.kind, &b.key)));
    all
}

/// Keys and notes of the shortlist in the visitor's order.
fn shortlist(entries: &[Entry]) -> Vec<(String, String)> {
    let items = entries.iter().filter(|entry| entry.kind == SHORTLIST);
    let mut items: Vec<(Item, &str)> = items
        .filter_map(|entry| Some((entry.of(Item::VERSION)?, entry.key.as_str())))
        .collect();
    items.sort_by_key(|(item, _)| item.order());
    items
        .into_iter()
        .map(|(item, key)| (key.to_owned(), item.note))
        .collect()
}

#[test]
fn an_empty_device_takes_everything_in_the_same_order() {
    let there = [
        item("s~b", "二", 0),
        item("s~a", "", 1),
        search("1", "q=a", 5),
        draft("s~a", "x"),
    ];
    let file = read(&write(&there, &[], "https://a.example/", "2026-11-25")).expect("it is ours");
    assert_eq!(
        (file.entries.as_slice(), file.left_out.len()),
        (there.as_slice(), 0)
    );
    let plan = merge(&[], file.entries);
    assert_eq!(
        (plan.added, plan.same, plan.joined, plan.left),
        (4, 0, 0, 0)
    );
    assert_eq!(shortlist(&plan.put), shortlist(&there));
}

#[test]
fn prices_that_were_seen_go_out_and_come_in() {
    let mut seen = SavedSearch::default();
    let noted = NotedPrice {
        listing: 9,
        price: ShortPrice::of_state(PriceState::Negotiable),
    };
    seen.see(3, 1, Some(vec![9]), vec![noted]);
    let there = [priced("s~a", "100"), seen.entry("1")];
    let file = read(&write(&there, &[], "", "2026-11-25")).expect("it is ours");
    assert_eq!(file.entries, there);
    // What was seen here is not forgotten for what was seen there; where nothing was, it helps.
    let here = [priced("s~a", "300"), item("s~b", "", 1)];
    let plan = merge(&here, vec![priced("s~a", "100"), priced("s~b", "200")]);
    assert_eq!((plan.same, plan.joined), (1, 1));
    let price = |key: &str| {
        let all = after(&here, &plan);
        let entry = all.iter().find(|entry| entry.key == key).expect("is here");
        entry.of::<Item>(Item::VERSION)?.price
    };
    assert_eq!(price("s~a").expect("noted").amount, "300");
    assert_eq!(price("s~b").expect("noted").amount, "200");
}

#[test]
fn records_of_before_prices_were_noted_have_none() {
    let text = json!({ "type": "jishi.kept", "version": 1, "records": [
        { "kind": "shortlist", "key": "s~a", "version": 1, "data": { "title": { "zh": "甲" }, "place": 3 } },
        { "kind": "searches", "key": "1", "version": 1, "data": { "address": "q=a", "total": 1, "listings": [5] } },
    ]});
    let file = read(&text.to_string()).expect("it is ours");
    assert_eq!((file.entries.len(), file.left_out.len()), (2, 0));
    let item: Item = file.entries[0].of(Item::VERSION).expect("is one");
    let search: SavedSearch = file.entries[1].of(SavedSearch::VERSION).expect("is one");
    assert!(item.price.is_none() && search.prices.is_empty());
}

#[test]
fn what_is_here_stays_where_it_is_and_both_notes_are_kept() {
    let here = [
        item("s~a", "我的", 4),
        item("s~c", "一样", 5),
        draft("s~a", "mine"),
    ];
    let there = vec![
        item("s~z", "z", 0),
        item("s~c", "一样", 1),
        item("s~a", "他的", 2),
        item("s~y", "y", 3),
        draft("s~a", "theirs"),
        draft("s~b", "new"),
    ];
    let plan = merge(&here, there);
    assert_eq!(
        (plan.added, plan.same, plan.joined, plan.left),
        (3, 1, 1, 1)
    );
    let all = after(&here, &plan);
    let expected = [
        ("s~a", "我的\n他的"),
        ("s~c", "一样"),
        ("s~z", "z"),
        ("s~y", "y"),
    ];
    let expected = expected.map(|(key, note)| (key.to_owned(), note.to_owned()));
    assert_eq!(shortlist(&all), expected);
    assert!(all.contains(&draft("s~a", "mine")) && all.contains(&draft("s~b", "new")));
}

#[test]
fn a_search_is_kept_once_and_the_later_look_counts() {
    let here = [search("1", "q=a", 5), search("2", "q=b", 5)];
    let plan = merge(
        &here,
        vec![
            search("9", "q=a", 9),
            search("2", "q=b", 8),
            search("3", "q=c", 1),
        ],
    );
    assert_eq!((plan.added, plan.same, plan.joined), (1, 1, 1));
    let joined: SavedSearch = plan
        .put
        .iter()
        .find(|e| e.key == "2")
        .and_then(|e| e.of(1))
        .expect("it is joined");
    assert_eq!((joined.seen_at, joined.name.as_str()), (8, "name of 2"));
}

#[test]
fn what_a_later_version_wrote_goes_out_and_comes_in_as_it_is() {
    let newer = Entry {
        version: 99,
        data: json!({ "shape": "round" }),
        ..item("s~n", "", 0)
    };
    let file = read(&write(std::slice::from_ref(&newer), &[], "", "")).expect("it is ours");
    assert_eq!(merge(&[], file.entries.clone()).put, [newer]);
    let here = [item("s~n", "mine", 0)];
    let plan = merge(&here, file.entries);
    assert_eq!((plan.put.len(), plan.left), (0, 1));
}

#[test]
fn a_file_of_something_else_is_refused_with_the_reason() {
    for (text, refusal) in [
        ("", Refusal::NotJson),
        (
            "{\"type\":\"jishi.kept\",\"version\":1,\"rec",
            Refusal::NotJson,
        ),
        ("[]", Refusal::NotKept),
        ("{\"type\":\"jishi.kept\",\"records\":[]}", Refusal::NotKept),
        (
            "{\"type\":\"other\",\"version\":1,\"records\":[]}",
            Refusal::NotKept,
        ),
        (
            "{\"type\":\"jishi.kept\",\"version\":2,\"records\":[]}",
            Refusal::Newer(2),
        ),
    ] {
        assert_eq!(read(text), Err(refusal), "{text}");
    }
}

#[test]
fn a_record_that_is_none_is_named_and_the_rest_is_taken() {
    let text = json!({ "type": "jishi.kept", "version": 1, "records": [
        { "kind": "shortlist", "key": "s~a", "version": 1, "data": { "note": "n" } },
        { "kind": "shortlist", "key": "", "version": 1, "data": {} },
        { "kind": "shortlist", "key": "s~b", "version": 1, "data": "text" },
        { "kind": "searches", "key": "1", "version": 1, "data": { "listings": [-1] } },
        { "kind": "hats", "key": "1", "version": 1, "data": {} },
        7,
    ]});
    let document = read(&text.to_string()).expect("it is ours");
    assert_eq!(document.entries.len(), 1);
    assert_eq!(
        document.left_out,
        [
            "/records/1",
            "/records/2",
            "/records/3",
            "/records/4",
            "/records/5"
        ]
    );
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let one = prop_oneof![
        ("[a-d]", "\\PC{0,6}", 0..9_u64).prop_map(|(key, note, place)| item(
            &format!("s~{key}"),
            &note,
            place
        )),
        ("[1-4]", "q=[a-c]", 0..9_u64)
            .prop_map(|(key, address, seen)| search(&key, &address, seen)),
        ("[a-d]", "\\PC{0,6}").prop_map(|(key, purpose)| draft(&key, &purpose)),
    ];
    prop::collection::vec(one, 0..8).prop_map(|mut entries| {
        entries.sort_by(|a, b| (a.kind, &a.key).cmp(&(b.kind, &b.key)));
        entries.dedup_by(|a, b| (a.kind, &a.key) == (b.kind, &b.key));
        entries
    })
}

proptest! {
    #[test]
    fn nothing_that_is_here_is_lost(here in entries(), there in entries()) {
        let plan = merge(&here, there.clone());
        prop_assert_eq!(plan.added + plan.joined + plan.same + plan.left, there.len() as u64);
        let all = after(&here, &plan);
        for entry in &here {
            let now = all.iter().find(|now| (now.kind, &now.key) == (entry.kind, &entry.key));
            let now = now.expect("it is still there");
            match entry.kind {
                SHORTLIST => {
                    let (was, is): (Item, Item) = (entry.of(1).expect("one"), now.of(1).expect("one"));
                    prop_assert!(is.note.contains(was.note.trim()) && is.place == was.place);
                }
                SEARCHES => {
                    let (was, is): (SavedSearch, SavedSearch) = (entry.of(1).expect("one"), now.of(1).expect("one"));
                    prop_assert_eq!((was.name, was.address), (is.name, is.address));
                }
                _ => prop_assert_eq!(now, entry),
            }
        }
        // Taking a file in twice changes nothing more.
        let again = merge(&all, there);
        prop_assert_eq!((again.put.len(), again.added), (0, 0));
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,80}|[{}\\[\\]\":,a-z0-9]{0,80}") {
        let _ = read(&text);
    }
}
