//! Walks through the outbox: what may follow what, and what is kept.

#![expect(clippy::unwrap_used, reason = "a test may end at once")]

use inquiry::{Draft, Entry, Event, Failure, NotAllowed, State, Subject, Target, Way, document};

const MINUTE: u64 = 60_000;

fn entry() -> Entry {
    let made = document(&Draft::default(), &Subject::default(), "i", "n", "en");
    Entry::new(made, Target::plain(Way::Download))
}

fn after(events: &[Event]) -> Entry {
    let mut entry = entry();
    for event in events {
        entry.apply(event.clone()).unwrap();
    }
    entry
}

fn answer(status: u16) -> Event {
    Event::Answered {
        at: 10,
        status,
        retry_after: None,
    }
}

#[test]
fn a_yes_ends_it_and_nothing_sends_it_twice() {
    let mut entry = after(&[Event::Send { at: 1 }, answer(202)]);
    assert_eq!(
        entry.state,
        State::Sent {
            at: 10,
            status: 202
        }
    );
    assert_eq!(
        entry.apply(Event::Send { at: 20 }),
        Err(NotAllowed::AlreadySent)
    );
    entry.apply(Event::Exported { at: 30 }).unwrap();
    assert_eq!(
        entry.state,
        State::Sent {
            at: 10,
            status: 202
        }
    );
}

#[test]
fn a_second_tab_cannot_send_what_is_on_its_way() {
    let mut entry = after(&[Event::Send { at: 1 }]);
    assert_eq!(
        entry.apply(Event::Send { at: 2 }),
        Err(NotAllowed::AlreadySending)
    );
    entry.apply(Event::Exported { at: 3 }).unwrap();
    assert_eq!(entry.state, State::Sending { since: 1 });
}

#[test]
fn a_passing_failure_waits_and_may_be_tried_again() {
    let mut entry = after(&[Event::Send { at: 1 }, answer(502)]);
    assert_eq!(
        entry.state,
        State::Failed {
            at: 10,
            why: Failure::Status { code: 502 },
            retry_at: Some(10_010)
        }
    );
    assert!(!entry.is_due(10_009) && entry.is_due(10_010));
    // By hand, at once.
    entry.apply(Event::Send { at: 11 }).unwrap();
    assert_eq!(entry.attempts, 2);
}

#[test]
fn a_receiver_that_asks_for_time_gets_it() {
    let busy = Event::Answered {
        at: 0,
        status: 429,
        retry_after: Some(60),
    };
    let mut entry = after(&[Event::Send { at: 0 }, busy]);
    assert_eq!(
        entry.apply(Event::Send { at: 59_999 }),
        Err(NotAllowed::TooEarly(MINUTE))
    );
    entry.apply(Event::Send { at: MINUTE }).unwrap();
}

#[test]
fn a_refusal_for_good_is_not_tried_again_but_can_still_be_saved() {
    let mut entry = after(&[Event::Send { at: 1 }, answer(422)]);
    assert!(!entry.is_due(u64::MAX));
    assert_eq!(
        entry.apply(Event::Send { at: 2 }),
        Err(NotAllowed::FailedForGood)
    );
    entry.apply(Event::Exported { at: 3 }).unwrap();
    assert_eq!(entry.state, State::Exported { at: 3 });
}

#[test]
fn a_sending_cut_off_with_its_page_is_found_when_the_outbox_is_opened() {
    let mut entry = after(&[Event::Send { at: 0 }, Event::Opened { at: MINUTE }]);
    assert_eq!(entry.state, State::Sending { since: 0 });
    entry.apply(Event::Opened { at: 2 * MINUTE }).unwrap();
    assert!(matches!(
        entry.state,
        State::Failed {
            why: Failure::Interrupted,
            ..
        }
    ));
    // The answer of the other tab comes after all.
    entry.apply(answer(200)).unwrap();
    assert_eq!(
        entry.state,
        State::Sent {
            at: 10,
            status: 200
        }
    );
}

#[test]
fn an_answer_to_nothing_changes_nothing() {
    for event in [
        answer(200),
        answer(500),
        Event::NoAnswer {
            at: 1,
            why: Failure::Network,
        },
    ] {
        let mut entry = entry();
        assert_eq!(entry.apply(event), Err(NotAllowed::NotSending));
        assert_eq!(entry.state, State::Drafted);
    }
}

#[test]
fn handed_over_is_not_sent() {
    let entry = after(&[Event::HandedOver { at: 5 }]);
    assert_eq!(entry.state, State::HandedOver { at: 5 });
}

#[test]
fn every_state_survives_the_device() {
    for events in [
        vec![],
        vec![Event::Send { at: 1 }],
        vec![Event::Send { at: 1 }, answer(200)],
        vec![Event::Send { at: 1 }, answer(404)],
        vec![
            Event::Send { at: 1 },
            Event::NoAnswer {
                at: 2,
                why: Failure::Network,
            },
        ],
        vec![Event::HandedOver { at: 5 }],
        vec![Event::Exported { at: 5 }],
    ] {
        let entry = after(&events);
        let kept = serde_json::to_string(&entry).unwrap();
        assert_eq!(
            serde_json::from_str::<Entry>(&kept).unwrap(),
            entry,
            "{kept}"
        );
    }
}
