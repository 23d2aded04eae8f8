//! What was typed into the form of a range, and what it asks.

use crate::{
    components::RangePart,
    reactive::{memo, watch},
};
use leptos::prelude::*;
use search::{Bounds, Query, RangeCounts, url::Why};

/// Why what was typed cannot be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The least is none.
    From(String),
    /// The most is none.
    To(String),
    /// It ends before it begins.
    Order,
    /// No unit was chosen.
    Unit,
}

/// What was typed so far, whether it means something or not. Copied freely.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub part: RangePart,
    pub from: RwSignal<String>,
    pub to: RwSignal<String>,
    pub unit: RwSignal<String>,
    pub unstated: RwSignal<bool>,
    pub fault: RwSignal<Option<Fault>>,
}

impl Form {
    pub(super) fn new(part: RangePart) -> Self {
        let form = Self {
            part,
            from: RwSignal::default(),
            to: RwSignal::default(),
            unit: RwSignal::default(),
            unstated: RwSignal::default(),
            fault: RwSignal::default(),
        };
        // The address may change from outside: back, a removed chip. What was typed and means
        // nothing yet stays, since it never reached the address.
        let set = memo(move || {
            let bounds = |query: &Query| query.ranges.get(&part.range).cloned();
            part.query.with(bounds).unwrap_or_default()
        });
        watch(move || {
            let set = set.get();
            if form.bounds().ok().as_ref() != Some(&set) {
                form.show(&set);
            }
        });
        form
    }

    pub(super) fn show(self, bounds: &Bounds) {
        self.fault.set(None);
        self.from.set(bounds.from.clone());
        self.to.set(bounds.to.clone());
        self.unit.set(bounds.unit.clone());
        self.unstated.set(bounds.unstated);
    }

    /// What was typed, as bounds.
    fn bounds(self) -> Result<Bounds, Fault> {
        let range = self.part.range;
        let unit = self.unit.get_untracked();
        let read = |text: RwSignal<String>, fault: fn(String) -> Fault| {
            let text = text.get_untracked();
            range
                .typed(&unit, &text)
                .ok_or_else(|| fault(text.trim().to_owned()))
        };
        let bounds = Bounds {
            from: read(self.from, Fault::From)?,
            to: read(self.to, Fault::To)?,
            unit: unit.clone(),
            unstated: self.unstated.get_untracked(),
        };
        match range.settled(&bounds) {
            Ok(bounds) => Ok(bounds.unwrap_or_default()),
            Err(Why::Order) => Err(Fault::Order),
            Err(_) => Err(Fault::Unit),
        }
    }

    /// Asks with what was typed, or says why not. `quiet`: only if it means something.
    pub(super) fn apply(self, quiet: bool) {
        let counts = untrack(|| counts_of(self.part));
        let only = counts
            .as_ref()
            .and_then(|counts| match counts.scales.as_slice() {
                [scale] => Some(scale.unit.clone()),
                _ => None,
            });
        let typed = |text: RwSignal<String>| !text.with_untracked(|text| text.trim().is_empty());
        if self.unit.with_untracked(String::is_empty) && (typed(self.from) || typed(self.to)) {
            self.unit.set(only.unwrap_or_default());
        }
        match self.bounds() {
            Ok(bounds) => {
                self.fault.set(None);
                let mut query = self.part.query.get_untracked();
                let before = query.clone();
                if query.bound(self.part.range, &bounds).is_ok() && query.ranges != before.ranges {
                    self.part.on_change.run(query);
                }
            }
            Err(fault) if !quiet => self.fault.set(Some(fault)),
            Err(_) => {}
        }
    }
}

/// What the matching listings state, once it is counted.
pub(super) fn counts_of(part: RangePart) -> Option<RangeCounts> {
    part.answer.with(|answer| {
        let ranges = &answer.value()?.merged.ranges;
        ranges
            .iter()
            .find(|counts| counts.range == part.range)
            .cloned()
    })
}
