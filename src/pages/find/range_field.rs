//! The fields of a range's form: one end, and the unit.

use super::range_typed::{Fault, Form};
use crate::{
    i18n::{Ranges, fill, grouped, unit_name},
    state::lang,
    view::{any, view},
};
use leptos::prelude::*;
use search::{Range, RangeCounts};

/// One end. Typed freely; asked for when the field is left or Enter is pressed.
#[component]
pub(super) fn Field(
    form: Form,
    counts: Memo<Option<RangeCounts>>,
    id: String,
    upper: bool,
) -> AnyView {
    let words = Ranges::of(lang());
    let range = form.part.range;
    let (text, name, end) = match (upper, range.is_of_days()) {
        (false, true) => (form.from, words.from, "from"),
        (false, false) => (form.from, words.least, "from"),
        (true, true) => (form.to, words.to, "to"),
        (true, false) => (form.to, words.most, "to"),
    };
    let field = format!("{id}-{end}");
    let bad = move || match form.fault.get() {
        Some(Fault::Order) => true,
        Some(Fault::From(_)) => !upper,
        Some(Fault::To(_)) => upper,
        _ => false,
    };
    // Amounts of several units have no least and no most.
    let waits = move || {
        let many =
            counts.with(|counts| counts.as_ref().is_none_or(|counts| counts.scales.len() > 1));
        !range.is_of_days() && many && form.unit.with(String::is_empty)
    };
    view! {
        <div class="field" class:bad=bad>
            <label for=field.clone()>{name}</label>
            <input
                class="input"
                id=field
                type="text"
                autocomplete="off"
                inputmode=if range.is_of_days() { "text" } else { "decimal" }
                aria-invalid=move || bad().then_some("true")
                aria-describedby=format!("{id}-fault {id}-how")
                disabled=waits
                prop:value=text
                on:input:target=move |event| text.set(event.target().value())
                on:change=move |_| form.apply(false)
            />
        </div>
    }
}

/// The unit, of those that listings use; nothing is compared across two.
#[component]
pub(super) fn Unit(form: Form, counts: Memo<Option<RangeCounts>>, id: String) -> AnyView {
    let words = Ranges::of(lang());
    let range = form.part.range;
    let id = StoredValue::new(format!("{id}-unit"));
    any(move || {
        let counts = counts.get()?;
        let chosen = form.unit.get();
        let mut units: Vec<(String, u64)> = counts
            .scales
            .iter()
            .map(|scale| (scale.unit.clone(), scale.count))
            .collect();
        if !chosen.is_empty() && !units.iter().any(|(unit, _)| *unit == chosen) {
            units.push((chosen.clone(), 0));
        }
        if units.is_empty() {
            return None;
        }
        let many = (counts.scales.len() > 1 && chosen.is_empty()).then(|| {
            let said = if range == Range::Amount {
                words.many_prices
            } else {
                words.many_sizes
            };
            let said = fill(said, &[("n", &counts.scales.len().to_string())]);
            view! { <p class="small reason">{said}</p> }
        });
        let none = chosen.is_empty();
        let options = units.into_iter().map(|(unit, count)| {
            let name = unit_name(range, &unit, lang());
            let name = fill(words.unit_of, &[("unit", &name), ("n", &grouped(count))]);
            let is_chosen = unit == chosen;
            view! { <option value=unit prop:selected=is_chosen>{name}</option> }
        });
        let id = id.get_value();
        Some(view! {
            <div class="field">
                {many}
                <label for=id.clone()>{words.unit}</label>
                <select
                    class="input"
                    id=id
                    on:change:target=move |event| {
                        form.unit.set(event.target().value());
                        form.apply(true);
                    }
                >
                    <option value="" prop:selected=none>{words.choose_unit}</option>
                    {options.collect_view()}
                </select>
            </div>
        })
    })
}
