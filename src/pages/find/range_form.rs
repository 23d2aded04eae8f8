//! The form of one range: from, to, in which unit, and whether what states nothing passes.

use super::{
    range_field::{Field, Unit},
    range_typed::{Fault, Form, counts_of},
};
use crate::{
    components::RangePart,
    i18n::{Ranges, fill, group_decimal, grouped},
    reactive::memo,
    state::lang,
    view::view,
};
use leptos::{ev::SubmitEvent, prelude::*};
use search::{Bounds, Range, RangeCounts};

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
        <form class="boundsform" on:submit=submit novalidate>
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
