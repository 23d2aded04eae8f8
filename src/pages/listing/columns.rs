//! The columns of a dataset, as far as they are given.

use crate::{
    components::{NotStated, Said},
    i18n::{ListingWords, Named as _, fill, grouped},
    state::lang,
    view::{any, view},
};
use catalog::{Field, Schema};
use leptos::prelude::*;

/// The table.
#[component]
pub(super) fn Columns(schema: Schema) -> AnyView {
    let words = ListingWords::of(lang());
    let n = grouped(schema.fields.len() as u64);
    let caption = match schema.complete {
        Some(true) => fill(words.columns_given, &[("n", &n)]),
        Some(false) => fill(words.columns_partial, &[("n", &n)]),
        None => fill(words.columns_given, &[("n", &n)]),
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.columns>
            <table class="table">
                <caption>{caption}</caption>
                <thead><tr>
                    <th scope="col">{words.column}</th>
                    <th scope="col">{words.column_type}</th>
                    <th scope="col">{words.column_note}</th>
                </tr></thead>
                <tbody>{schema.fields.into_iter().map(column).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn column(field: Field) -> AnyView {
    let kind = match field.kind {
        Some(kind) if kind != catalog::FieldType::Any => any(kind.name(lang())),
        _ => view! { <NotStated/> },
    };
    view! {
        <tr>
            <th scope="row">
                <code>{field.name}</code>
                " "
                {field.title.map(|title| view! { <span class="muted"><Said text=title/></span> })}
            </th>
            <td>{kind}</td>
            <td>{field.description.map(|text| view! { <Said text=text/> })}</td>
        </tr>
    }
}
