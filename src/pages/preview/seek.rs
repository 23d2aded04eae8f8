//! What of the rows is wanted: a search over all cells, the conditions as chips, and what came
//! of them, with what it covers.

use super::{nothing::Nothing, viewed::Viewed};
use crate::{
    components::{Icon, Svg, without},
    engine::Stands,
    i18n::{GridWords, PreviewWords, fill, grouped, table_notice},
    reactive::{memo, watch},
    state::lang,
    view::{any, nothing, view},
};
use leptos::{ev, prelude::*};
use sift::{Test, View};
use table::Count;

/// The search, the chips and the sentence.
#[component]
pub(super) fn Seek(viewed: Viewed) -> AnyView {
    view! {
        <div class="pvseek">
            <Search viewed=viewed/>
            <Chips viewed=viewed/>
        </div>
        {move || came(viewed)}
    }
}

#[component]
fn Search(viewed: Viewed) -> AnyView {
    let words = GridWords::of(lang());
    let text = RwSignal::new(viewed.view().search);
    let asked = memo(move || viewed.looking.with(|looking| looking.view.search.clone()));
    // Back, forward and a removed chip change what stands here.
    watch(move || text.set(asked.get()));
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let search = text.get_untracked().trim().to_owned();
        viewed.look(View {
            search,
            ..viewed.view()
        });
    };
    view! {
        <form class="search compact pvsearch" role="search" on:submit=send>
            <Svg icon=Icon::Search/>
            <input
                type="search"
                autocomplete="off"
                aria-label=words.search
                placeholder=words.search
                prop:value=text
                on:input:target=move |event| text.set(event.target().value())
            />
            <button class="btn main" type="submit">{words.search_go}</button>
        </form>
    }
}

/// Each condition, removable, and one reset.
#[component]
fn Chips(viewed: Viewed) -> AnyView {
    let words = GridWords::of(lang());
    any(move || {
        let view = viewed.looking.with(|looking| looking.view.clone());
        let search = (!view.search.is_empty()).then(|| {
            let open = View {
                search: String::new(),
                ..view.clone()
            };
            (words.chip_search.to_owned(), view.search.clone(), open)
        });
        let filters = view.filters.iter().enumerate().map(|(at, filter)| {
            let name = viewed.column_name(filter.column);
            (name, test_words(&filter.test), without(&view, at))
        });
        let chips: Vec<_> = search.into_iter().chain(filters).collect();
        let many = chips.len() > 1;
        let open = View {
            search: String::new(),
            filters: Vec::new(),
            ..view.clone()
        };
        (!chips.is_empty()).then(|| {
            let each = chips.into_iter().map(|(name, values, open)| {
                let label = fill(words.remove, &[("name", &name)]);
                view! {
                    <span class="chip">
                        <small>{name}</small>
                        " "
                        {values}
                        <button type="button" aria-label=label on:click=move |_| viewed.look(open.clone())>
                            <Svg icon=Icon::Close/>
                        </button>
                    </span>
                }
            });
            view! {
                <div class="chips" role="group" aria-label=words.chosen>
                    {each.collect_view()}
                    {many.then(|| view! {
                        <button class="textbtn" type="button" on:click=move |_| viewed.look(open.clone())>{words.clear_all}</button>
                    })}
                </div>
            }
        })
    })
}

/// A condition in words.
fn test_words(test: &Test) -> String {
    let words = GridWords::of(lang());
    match test {
        Test::Contains { text } => fill(words.chip_contains, &[("text", text)]),
        Test::OneOf { values } => values.join(words.chip_or),
        Test::Between { from, to, with_to } => match (from, to) {
            (Some(from), Some(to)) => {
                let between = [words.chip_between_below, words.chip_between];
                fill(
                    between[usize::from(*with_to)],
                    &[("from", from), ("to", to)],
                )
            }
            (Some(from), None) => fill(words.chip_from, &[("from", from)]),
            (None, Some(to)) if *with_to => fill(words.chip_to, &[("to", to)]),
            (None, Some(to)) => fill(words.chip_below, &[("to", to)]),
            (None, None) => words.chip_filled.to_owned(),
        },
        Test::Missing => words.chip_missing.to_owned(),
        Test::Filled => words.chip_filled.to_owned(),
    }
}

/// How far the view is, or what came of it.
fn came(viewed: Viewed) -> AnyView {
    let words = GridWords::of(lang());
    let look = viewed.engine.view().get();
    match look.stands {
        Stands::All => nothing(),
        Stands::Finding { found, of } => {
            let (found, of) = (grouped(found), grouped(of));
            let line = fill(words.looking, &[("found", &found), ("of", &of)]);
            view! {
                <p class="pvcame" role="status">
                    {line}" "
                    <button class="textbtn" type="button" on:click=move |_| viewed.engine.stop()>{words.cancel}</button>
                </p>
            }
        }
        Stands::Found {
            rows, of, notices, ..
        } => {
            let among = viewed.among(of);
            let template = match rows {
                Count::Exactly(_) => words.matched,
                _ => words.matched_at_least,
            };
            let n = grouped(rows.value());
            let is_whole = look.view.search.is_empty() && look.view.filters.is_empty();
            let matched = (!is_whole).then(|| {
                fill(template, &[("n", &n)]) + &fill(words.matched_of, &[("rows", &among)])
            });
            // What is asked of a column that the file has not is a notice.
            let columns = viewed.with(|opened| opened.columns.len());
            let order = look
                .view
                .order
                .filter(|order| (order.column as usize) < columns);
            let order = order.map(|order| {
                let way = if order.descending {
                    words.sorted_down
                } else {
                    words.sorted_up
                };
                let name = viewed.column_name(order.column);
                let sorted = fill(words.sorted_line, &[("column", &name), ("way", way)]);
                let covers = fill(words.covers_rows, &[("rows", &among)]);
                format!("{sorted} · {covers}")
            });
            let notices: Vec<_> = notices
                .iter()
                .map(|notice| view! { <span>{notice_words(notice)}</span> })
                .collect();
            let is_empty = rows.value() == 0 && !is_whole;
            view! {
                <p class="pvcame" role="status">
                    {matched.map(|words| view! { <span class="num">{words}</span> })}
                    {order.map(|words| view! { <span class="muted">{words}</span> })}
                    {notices}
                </p>
                {is_empty.then(|| view! { <Nothing viewed=viewed among=among/> })}
            }
        }
    }
}

/// What of the view could not be had. A walk that ended early says where by its rows already.
fn notice_words(notice: &table::Notice) -> String {
    let words = PreviewWords::of(lang());
    let failure = notice.data.get("failure").map(String::as_str);
    match (notice.code, failure) {
        (table::Code::Cut, Some("aborted")) => words.ended_stopped.to_owned(),
        (table::Code::Cut, Some(_)) => words.ended_broke.to_owned(),
        _ => table_notice(notice, None, lang()),
    }
}
