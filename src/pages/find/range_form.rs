//! The form of one range: from, to, in which unit, and whether what states nothing passes.

use super::range_field::{Field, Unit};
use crate::{
    components::RangePart,
    i18n::{Ranges, fill, group_decimal, grouped},
    reactive::{memo, watch},
    state::lang,
    view::view,
};
use leptos::{ev::SubmitEvent, prelude::*};
use search::{Bounds, Query, Range, RangeCounts, url::Why};

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

/// The form.
pub(crate) fn range_form(part: RangePart) -> AnyView {
    let words = Ranges::of(lang());
    let range = part.range;
    let form = Form::new(part);
    let counts = memo(move || counts_of(part));
    let is_set = move || part.query.with(|query| query.ranges.contains_key(&range));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.apply(false);
    };
    let lift = move |_| {
        form.show(&Bounds::default());
        let mut query = part.query.get_untracked();
        query.unbound(range);
        part.on_change.run(query);
    };
    let id = format!("range-{}", range.as_str());
    let unstated = move || {
        counts
            .get()
            .map(|counts| view! { <span class="n num">{grouped(counts.unstated)}</span> })
    };
    let how = match range {
        Range::Modified | Range::Issued => words.how_day,
        Range::Size => words.how_bytes,
        Range::Amount => words.how_number,
    };
    view! {
        <form class="range" on:submit=submit novalidate>
            {(!range.is_of_days()).then(|| view! { <Unit form=form counts=counts id=id.clone()/> })}
            <div class="ends">
                <Field form=form counts=counts id=id.clone() upper=false/>
                <Field form=form counts=counts id=id.clone() upper=true/>
            </div>
            <div role="alert" class="msg small" id=format!("{id}-fault")>
                {move || form.fault.get().map(|fault| fault_words(range, &fault))}
            </div>
            <p class="hint small muted" id=format!("{id}-how")>
                {how}
                " "
                {move || counts.get().and_then(|counts| stated(range, &counts, &form.unit.get()))}
            </p>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=form.unstated
                    on:change=move |_| {
                        form.unstated.update(|also| *also = !*also);
                        form.apply(true);
                    }
                />
                <span class="fname">{words.unstated}</span>
                {unstated}
            </label>
            <div class="row">
                <button class="btn small" type="submit">{words.apply}</button>
                {move || is_set().then(|| view! {
                    <button class="textbtn" type="button" on:click=lift>{words.lift}</button>
                })}
            </div>
        </form>
    }
}

impl Form {
    fn new(part: RangePart) -> Self {
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

    fn show(self, bounds: &Bounds) {
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

fn counts_of(part: RangePart) -> Option<RangeCounts> {
    part.answer.with(|answer| {
        let ranges = &answer.value()?.merged.ranges;
        ranges
            .iter()
            .find(|counts| counts.range == part.range)
            .cloned()
    })
}

fn fault_words(range: Range, fault: &Fault) -> String {
    let words = Ranges::of(lang());
    match fault {
        Fault::From(text) | Fault::To(text) => {
            let said = if range.is_of_days() {
                words.bad_day
            } else {
                words.bad_number
            };
            fill(said, &[("text", &crate::i18n::clipped(text, 40))])
        }
        Fault::Order => words.bad_order.to_owned(),
        Fault::Unit => words.bad_unit.to_owned(),
    }
}

/// From where to where the listings state it, in the unit chosen.
fn stated(range: Range, counts: &RangeCounts, unit: &str) -> Option<String> {
    let words = Ranges::of(lang());
    if counts.scales.is_empty() {
        return Some(words.nothing.to_owned());
    }
    let scale = match counts.scales.as_slice() {
        [only] => only,
        many => many.iter().find(|scale| scale.unit == unit)?,
    };
    let shown = |bound: &str| match range.is_of_days() {
        true => bound.to_owned(),
        false => group_decimal(bound),
    };
    let (least, most) = (shown(&scale.least), shown(&scale.most));
    Some(fill(words.stated, &[("least", &least), ("most", &most)]))
}
