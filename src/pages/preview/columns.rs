//! All columns with their figures, each over the rows that were read and no others.

use super::viewed::Viewed;
use crate::{
    components::{NotStated, distinct_words, missing_words},
    i18n::{GridWords, PreviewWords, fill, grouped, kind_name, row_count},
    state::lang,
    view::{any, view},
};
use leptos::prelude::*;
use table::{Column, ColumnProfile};

/// Columns that are listed before anybody asks for more.
const FIRST: usize = 50;

/// The panel, folded until it is asked for.
#[component]
pub(super) fn Columns(viewed: Viewed) -> AnyView {
    let words = PreviewWords::of(lang());
    let is_open = RwSignal::new(false);
    let all = move || viewed.with(|opened| opened.columns.len());
    let covers = move || {
        let rows = viewed.with(|opened| opened.profile.rows);
        fill(words.covers, &[("rows", &row_count(rows, lang()))])
    };
    view! {
        <details class="panel pvcols" on:toggle=move |_| is_open.set(true)>
            <summary>
                <b>{words.column_panel}</b>" "
                <span class="num muted">{move || grouped(all() as u64)}</span>" "
                <span class="small muted">{covers}</span>
            </summary>
            {move || is_open.get().then(|| view! { <List viewed=viewed/> })}
        </details>
    }
}

#[component]
fn List(viewed: Viewed) -> AnyView {
    let words = PreviewWords::of(lang());
    let shown = RwSignal::new(FIRST);
    let all = move || viewed.with(|opened| opened.columns.len());
    let rows = move || {
        let bare = viewed.looking.with(|looking| looking.view.bare.clone());
        viewed.with(|opened| {
            let pairs = opened.columns.iter().zip(&opened.profile.columns);
            let rows = (0_u32..).zip(pairs).take(shown.get());
            rows.map(|(at, (column, profile))| {
                let found = opened.personal.iter().any(|found| found.column == at);
                row(
                    column,
                    profile,
                    opened.profile.rows,
                    found && !bare.contains(&at),
                )
            })
            .collect::<Vec<_>>()
        })
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.column_panel>
            <table class="table">
                <thead><tr>
                    <th scope="col">{words.column}</th>
                    <th scope="col">{words.kind}</th>
                    <th scope="col">{words.blanks}</th>
                    <th scope="col">{words.different}</th>
                    <th scope="col">{words.smallest}</th>
                    <th scope="col">{words.largest}</th>
                    <th scope="col" class="r">{words.longest}</th>
                    <th scope="col">{words.values}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {move || (shown.get() < all()).then(|| view! {
            <p class="row">
                <button class="btn small" type="button" on:click=move |_| shown.set(usize::MAX)>
                    {fill(words.list_all_columns, &[("n", &grouped(all() as u64))])}
                </button>
            </p>
        })}
    }
}

fn row(column: &Column, profile: &ColumnProfile, rows: u64, masked: bool) -> AnyView {
    let words = PreviewWords::of(lang());
    let top: Vec<_> = profile
        .top
        .iter()
        .map(|top| {
            let count = grouped(top.count);
            let value = if top.value.is_empty() {
                words.empty_text.to_owned()
            } else {
                top.value.clone()
            };
            view! { <span class="tag">{value}" "<span class="num muted">{count}</span></span>" " }
        })
        .collect();
    let top = if masked {
        view! { <span class="muted">{GridWords::of(lang()).masked}</span> }
    } else if top.is_empty() {
        let why = if profile.distinct.is_exact() {
            words.no_repeats
        } else {
            words.too_many
        };
        view! { <span class="muted">{why}</span> }
    } else {
        any(top.collect_view())
    };
    view! {
        <tr>
            <th scope="row">
                {column.name.clone()}
                {column.invented.then(|| view! { <span class="ev inf" title=words.invented_column>{words.invented}</span> })}
            </th>
            <td>{kind_name(profile.kind, lang())}</td>
            <td class="num">{missing_words(profile, rows)}</td>
            <td class="num">{distinct_words(profile, rows)}</td>
            <td>{extreme(profile.min.clone(), masked)}</td>
            <td>{extreme(profile.max.clone(), masked)}</td>
            <td class="r">{grouped(profile.longest.into())}</td>
            <td>{top}</td>
        </tr>
    }
}

/// Kinds without an order have no lowest and no highest value.
fn extreme(value: Option<String>, masked: bool) -> AnyView {
    match value {
        _ if masked => view! { <span class="muted">{GridWords::of(lang()).masked}</span> },
        Some(value) => any(value),
        None => view! { <NotStated words=PreviewWords::of(lang()).no_order/> },
    }
}
