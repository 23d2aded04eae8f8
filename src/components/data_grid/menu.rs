//! The menu of a column: all that can be done with it, and all that is known of it, for the
//! keyboard and for fingers as for a mouse.

use super::{
    asked, bars, control::Grid, coverage::rows_read, facts::Facts, filter_form::FilterForm,
};
use crate::{
    components::{Icon, Svg},
    i18n::{GridWords, PreviewWords, fill},
    state::lang,
    view::{nothing, view},
};
use leptos::prelude::*;

/// The menu. It is opened by [`Grid::open_menu`].
#[component]
pub(super) fn ColumnMenu(grid: Grid) -> AnyView {
    let words = GridWords::of(lang());
    let label = move || {
        let name = grid.menu.get().map(|column| grid.name(column));
        fill(words.menu_of, &[("column", &name.unwrap_or_default())])
    };
    view! {
        <div class="colmenu" popover="auto" role="dialog" aria-label=label node_ref=grid.menu_node>
            {move || grid.menu.get().map_or_else(nothing, |column| view! { <Menu grid=grid column=column/> })}
        </div>
    }
}

#[component]
fn Menu(grid: Grid, column: u32) -> AnyView {
    let words = PreviewWords::of(lang());
    view! {
        <div class="row between">
            <h3>{grid.name(column)}</h3>
            <button class="iconbtn" type="button" autofocus=true aria-label=words.close on:click=move |_| grid.close_menu()>
                <Svg icon=Icon::Close/>
            </button>
        </div>
        <Facts grid=grid column=column/>
        <Sorting grid=grid column=column/>
        <FilterForm grid=grid column=column/>
        {move || bar_list(grid, column)}
        <Arranging grid=grid column=column/>
    }
}

/// The three orders, and which rows they go over.
#[component]
fn Sorting(grid: Grid, column: u32) -> AnyView {
    let words = GridWords::of(lang());
    let now = move || {
        let order = grid.asked.with(|view| view.order);
        order
            .filter(|order| order.column == column)
            .map(|order| order.descending)
    };
    let orders = [
        (Some(false), words.ascending),
        (Some(true), words.descending),
        (None, words.as_file),
    ];
    let buttons = orders.map(|(order, name)| {
        let ask = move |_| {
            let view = asked::ordered(&grid.table.view(), column, order);
            grid.ask(view);
            grid.close_menu();
        };
        view! {
            <button class="btn small" type="button" aria-pressed=move || (now() == order).to_string() on:click=ask>
                {name}
            </button>
        }
    });
    view! {
        <section>
            <h4>{words.sort}</h4>
            <div class="row">{buttons.into_iter().collect_view()}</div>
            <p class="small muted">{move || grid.table.with(|opened| fill(words.covers_rows, &[("rows", &rows_read(opened))]))}</p>
        </section>
    }
}

/// The bars of the column's picture as buttons.
fn bar_list(grid: Grid, column: u32) -> Option<AnyView> {
    let words = GridWords::of(lang());
    let view = grid.asked.get();
    let (bars, is_spread) = grid.table.with(|opened| {
        let profile = opened.profile.columns.get(column as usize)?;
        let is_masked =
            opened.personal.iter().any(|p| p.column == column) && !view.bare.contains(&column);
        (!is_masked).then(|| (bars::of(profile), profile.histogram.is_some()))
    })?;
    let bars: Vec<_> = bars.into_iter().filter(|bar| bar.test.is_some()).collect();
    let buttons = bars.iter().cloned().map(|bar| {
        let chosen = bar.is_chosen(&view, column).to_string();
        let (name, count) = (bar.name.clone(), crate::i18n::grouped(bar.count));
        let press = move |_| {
            if let Some(view) = bar.chosen(&grid.table.view(), column) {
                grid.ask(view);
            }
        };
        view! {
            <li>
                <button class="bar-pick" type="button" aria-pressed=chosen on:click=press>
                    <span>{name}</span><span class="num muted">{count}</span>
                </button>
            </li>
        }
    });
    let note = if is_spread {
        words.bars_note
    } else {
        words.values_note
    };
    (!bars.is_empty()).then(|| {
        view! {
            <section>
                <h4>{words.values}</h4>
                <p class="small muted">{note}</p>
                <ul class="plain barlist" role="list">{buttons.collect_view()}</ul>
            </section>
        }
    })
}

/// Where the column stands and how wide it is.
#[component]
fn Arranging(grid: Grid, column: u32) -> AnyView {
    let words = GridWords::of(lang());
    let pin = move || {
        let pinned = grid.columns.with(|all| all.is_pinned(column));
        if pinned { words.unpin } else { words.pin }
    };
    let wide = move |by: i32| {
        grid.arrange(|all| {
            let wide = all.width(column).saturating_add_signed(by);
            all.resize(column, wide);
        });
    };
    let hide = move |_| {
        grid.close_menu();
        grid.arrange(|all| all.hide(column));
    };
    view! {
        <section>
            <h4>{words.arrange}</h4>
            <div class="row">
                <button class="btn small" type="button" on:click=move |_| grid.arrange(|all| all.pin(column))>{pin}</button>
                <button class="btn small" type="button" on:click=hide>{words.hide}</button>
                <button class="btn small" type="button" on:click=move |_| grid.arrange(|all| all.shift(column, false))>{words.left}</button>
                <button class="btn small" type="button" on:click=move |_| grid.arrange(|all| all.shift(column, true))>{words.right}</button>
                <button class="btn small" type="button" on:click=move |_| wide(-32)>{words.narrower}</button>
                <button class="btn small" type="button" on:click=move |_| wide(32)>{words.wider}</button>
            </div>
        </section>
    }
}
