//! What the price field says, as a field of a hundred cells with the counts beside it.

use super::{Svg, mix_bar::states, mix_words, state_class, state_icon};
use crate::{
    i18n::{Home, Named as _, fill, grouped},
    state::{href, lang},
    view::view,
};
use catalog::PriceState;
use leptos::prelude::*;
use routes::Route;
use search::{Facet, Query, StateCounts};

const CELLS: u64 = 100;

/// The field. Up to a hundred listings get one cell each.
#[component]
pub(crate) fn PriceWaffle(counts: StateCounts) -> AnyView {
    let words = Home::of(lang());
    let all = counts.total();
    let (title, unit) = if all <= CELLS {
        (
            fill(words.field_title_all, &[("n", &grouped(all))]),
            words.field_unit.to_owned(),
        )
    } else {
        let each = grouped((all + CELLS / 2) / CELLS);
        (
            fill(words.field_title_all, &[("n", &grouped(all))]),
            fill(words.field_unit_share, &[("n", &each)]),
        )
    };
    let cells = shares(counts)
        .into_iter()
        .flat_map(|(class, n)| (0..n).map(move |_| view! { <i class=class></i> }));
    let lines = states(counts).into_iter().map(|(state, n, _)| {
        let mut query = Query::default();
        query.toggle(Facet::Price, state.as_str());
        view! {
            <li class=state_class(state)>
                <Svg icon=state_icon(state)/>
                <a href=href(&Route::Browse(query))><b>{state.name(lang())}</b></a>
                <span class="num">{grouped(n)}</span>
                <small>{note(state)}</small>
            </li>
        }
    });
    view! {
        <figure class="waffle">
            <figcaption><b>{title}</b><span>{unit}</span></figcaption>
            <div class="wgrid" role="img" aria-label=mix_words(counts)>{cells.collect_view()}</div>
            <ul class="wkey plain">{lines.collect_view()}</ul>
        </figure>
    }
}

/// Cells for each state: by the largest remainder, and never none for a state that occurs.
fn shares(counts: StateCounts) -> Vec<(&'static str, u64)> {
    let all = counts.total();
    let parts = states(counts);
    if all <= CELLS {
        return parts.iter().map(|(_, n, class)| (*class, *n)).collect();
    }
    let mut cells: Vec<(&'static str, u64, u64)> = parts
        .iter()
        .map(|(_, n, class)| {
            let floor = n * CELLS / all;
            if *n > 0 && floor == 0 {
                (*class, 1, 0)
            } else {
                (*class, floor, n * CELLS % all)
            }
        })
        .collect();
    while cells.iter().map(|(_, n, _)| n).sum::<u64>() < CELLS {
        let Some(next) = cells.iter_mut().max_by_key(|(_, _, rest)| *rest) else {
            break;
        };
        next.1 += 1;
        next.2 = 0;
    }
    cells.into_iter().map(|(class, n, _)| (class, n)).collect()
}

fn note(state: PriceState) -> &'static str {
    let words = Home::of(lang());
    match state {
        PriceState::Number => words.note_number,
        PriceState::Free => words.note_free,
        PriceState::Negotiable => words.note_nego,
        PriceState::NotStated => words.note_none,
        PriceState::Doubtful => words.note_doubt,
    }
}
