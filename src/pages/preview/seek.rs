//! What of the rows is wanted: a search over all cells, and the conditions as chips.

use super::{came::came, viewed::Viewed};
use crate::{
    components::{Icon, Svg, without},
    i18n::{GridWords, fill},
    reactive::{memo, watch},
    state::lang,
    view::{any, view},
};
use leptos::{ev, prelude::*};
use sift::{Test, View};

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
