//! What an answer changes is drawn in turns, so that no frame has all of it to lay out and to
//! paint, and what is typed meanwhile is heard. The one place that decides what waits for what.

use crate::reactive::watch;
use leptos::{
    leptos_dom::helpers::request_animation_frame,
    prelude::*,
    task::{spawn_local, tick},
};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

/// What is drawn when; the order is that of importance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// What a visitor looks at.
    First,
    /// What stands beside it.
    Beside,
    /// What comes into sight by scrolling.
    Below,
}

/// A frame has no further pieces once so many milliseconds went into those it has: to lay out
/// and to paint what was made takes some three times as long as to make it.
const ENOUGH: f64 = 2.0;

/// Draws a piece from what is newest, and tells whether more is left for the frame after.
type Draw = Rc<RefCell<Box<dyn FnMut() -> More>>>;

/// When the rest of a piece has its turn; `None` if there is none.
type More = Option<Turn>;

/// The pieces that wait. Copied freely; lives as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Turns(StoredValue<Waiting, LocalStorage>);

#[derive(Default)]
struct Waiting {
    /// By turn, then by age of the piece.
    pieces: BTreeMap<(Turn, u64), Draw>,
    made: u64,
    is_drawing: bool,
}

impl Turns {
    /// None yet.
    pub(crate) fn provide() {
        provide_context(Self(StoredValue::new_local(Waiting::default())));
    }

    /// The context.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Rises in its turn whenever what `track` reads has changed; however often that was, once.
    pub(crate) fn follow(self, turn: Turn, track: impl Fn() + 'static) -> RwSignal<u64> {
        let drawn = RwSignal::new(0);
        let draw = move || {
            let _ = drawn.try_update(|drawn| *drawn += 1);
            None
        };
        self.keep(turn, Box::new(track), Box::new(draw));
        drawn
    }

    /// A list that follows the `rows` of a value in its turns, `some` in each: until the last of
    /// them, the rows of before stand below the new ones. `turn` tells which comes after so many
    /// rows, `same` two rows that are for one thing.
    pub(crate) fn follow_rows<T, R>(
        self,
        turn: fn(usize) -> Turn,
        of: Memo<T>,
        rows: fn(&T) -> Vec<R>,
        some: usize,
        same: fn(&R, &R) -> bool,
    ) -> Rows<R>
    where
        T: Send + Sync + 'static,
        R: Clone + Send + Sync + 'static,
    {
        let drawn = Rows {
            rows: StoredValue::new(Vec::new()),
            drawn: RwSignal::new(0),
            is_whole: RwSignal::new(true),
        };
        let mut new = Vec::new();
        let from = StoredValue::new(0);
        let track = move || {
            // Read, not only tracked: a memo that nobody reads never looks at its sources.
            of.with(|_| ());
            from.set_value(0);
            drawn.is_whole.set(false);
        };
        let draw = move || {
            let at = from.try_get_value()?;
            if at == 0 {
                new = of.try_with_untracked(rows)?;
            }
            let done = at + some;
            let _ = from.try_set_value(done);
            let mixed = |rows: &mut Vec<R>| mix(rows, &new, done, same);
            drawn.rows.try_update_value(mixed)?;
            let _ = drawn.drawn.try_update(|drawn| *drawn += 1);
            let _ = drawn.is_whole.try_set(new.len() <= done);
            (new.len() > done).then(|| turn(done))
        };
        self.keep(turn(0), Box::new(track), Box::new(draw));
        drawn
    }

    /// Has a piece wait whenever what `track` reads has changed. A piece whose page is gone
    /// finds none of its signals and draws nothing.
    fn keep(self, turn: Turn, track: Box<dyn Fn()>, draw: Box<dyn FnMut() -> More>) {
        let draw: Draw = Rc::new(RefCell::new(draw));
        let number = self.0.try_update_value(|waiting| {
            waiting.made += 1;
            waiting.made
        });
        let number = number.unwrap_or_default();
        watch(move || {
            track();
            self.put(turn, number, Rc::clone(&draw));
        });
    }

    fn put(self, turn: Turn, number: u64, draw: Draw) {
        let starts = self.0.try_update_value(|waiting| {
            // From its beginning, if it is half drawn.
            waiting.pieces.retain(|(_, known), _| *known != number);
            waiting.pieces.insert((turn, number), draw);
            !std::mem::replace(&mut waiting.is_drawing, true)
        });
        if starts == Some(true) {
            self.go_on();
        }
    }

    /// Draws in a task of its own: the one that brought the answer was long enough.
    fn go_on(self) {
        spawn_local(async move {
            platform::breathe().await;
            if self.draw().await {
                // The task after the frame, which has by then laid out and painted.
                request_animation_frame(move || self.go_on());
            }
        });
    }

    /// Draws some of the pieces; whether others wait.
    async fn draw(self) -> bool {
        let began = platform::monotonic_millis();
        let mut later = Vec::new();
        while let Some(((_, number), draw)) = self.take() {
            if let Some(turn) = (draw.borrow_mut())() {
                later.push(((turn, number), Rc::clone(&draw)));
            }
            // By then what follows the signals is in the document.
            tick().await;
            if platform::monotonic_millis() - began >= ENOUGH {
                break;
            }
        }
        let waits = self.0.try_update_value(|waiting| {
            for (place, draw) in later {
                // What has changed meanwhile waits already.
                if waiting.pieces.keys().all(|(_, known)| *known != place.1) {
                    waiting.pieces.insert(place, draw);
                }
            }
            waiting.is_drawing = !waiting.pieces.is_empty();
            waiting.is_drawing
        });
        waits.unwrap_or_default()
    }

    fn take(self) -> Option<((Turn, u64), Draw)> {
        self.0
            .try_update_value(|waiting| waiting.pieces.pop_first())
            .flatten()
    }
}

/// A list as far as it is drawn.
pub(crate) struct Rows<R: 'static> {
    /// New rows, then those of before.
    rows: StoredValue<Vec<R>>,
    /// Rises with each turn.
    drawn: RwSignal<u64>,
    /// Whether all of them are new.
    pub is_whole: RwSignal<bool>,
}

impl<R> Clone for Rows<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Rows<R> {}

impl<R: Send + Sync> Rows<R> {
    /// Looks at the rows, tracked.
    pub(crate) fn with<T>(self, look: impl FnOnce(&Vec<R>) -> T) -> T {
        self.drawn.track();
        self.rows.with_value(look)
    }
}

/// The first `done` rows of the new list take the place of as many of the old.
fn mix<T: Clone>(rows: &mut Vec<T>, new: &[T], done: usize, same: fn(&T, &T) -> bool) {
    let mut old = std::mem::take(rows);
    old.truncate(new.len());
    let fresh = new.get(..done).unwrap_or(new);
    // A thing stands in a list once.
    let rest = old.into_iter().skip(fresh.len());
    let rest = rest.filter(|row| !fresh.iter().any(|other| same(other, row)));
    *rows = fresh.iter().cloned().chain(rest).collect();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mixed(old: &str, new: &str, done: usize) -> String {
        let mut rows = old.chars().collect();
        let new: Vec<char> = new.chars().collect();
        mix(&mut rows, &new, done, |one, other| one == other);
        rows.into_iter().collect()
    }

    #[test]
    fn new_rows_come_some_at_a_time_and_the_old_stay_until_then() {
        assert_eq!(mixed("abcdef", "ABCDEF", 2), "ABcdef");
        assert_eq!(mixed("ABcdef", "ABCDEF", 4), "ABCDef");
        assert_eq!(mixed("ABCDef", "ABCDEF", 6), "ABCDEF");
    }

    #[test]
    fn a_shorter_list_leaves_no_old_rows_below_it() {
        assert_eq!(mixed("abcdef", "AB", 2), "AB");
        assert_eq!(mixed("abcdef", "ABC", 2), "ABc");
        assert_eq!(mixed("abc", "", 2), "");
    }

    #[test]
    fn what_is_in_both_lists_stands_once() {
        assert_eq!(mixed("abcd", "dxyz", 2), "dxc");
    }
}
