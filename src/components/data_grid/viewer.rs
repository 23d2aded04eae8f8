//! One cell whole: in a sheet over the page, to be read and copied. Esc closes it, and the
//! focus goes back to the grid.

use super::{address::address, control::Grid, coverage::cells_cut};
use crate::{
    components::{Icon, Svg},
    i18n::{Common, PreviewWords, fill, grouped, table_notice},
    reactive::{memo, watch},
    state::lang,
    view::{any, view},
};
use leptos::prelude::*;

/// The sheet. It is opened by [`Grid::open`].
#[component]
pub(super) fn CellViewer(grid: Grid) -> AnyView {
    let words = PreviewWords::of(lang());
    let common = Common::of(lang());
    let copied = RwSignal::new(None::<bool>);
    watch(move || {
        grid.at.track();
        copied.set(None);
    });
    let place = memo(move || {
        grid.table.cell.track();
        let row = grid.at.get().row?;
        Some((grid.number(row)?, grid.column()?))
    });
    let head = move || {
        let (row, column) = place.get()?;
        let (row, name) = (grouped(row + 1), grid.name(column));
        Some(fill(words.cell_of, &[("column", &name), ("row", &row)]))
    };
    let text = memo(move || {
        let cell = grid.table.cell.get()?;
        (place.get() == Some((cell.row, cell.column))).then_some(cell.text)
    });
    let copy = move |_| {
        let Some(Some(text)) = text.get_untracked() else {
            return;
        };
        platform::spawn(async move {
            let done = platform::copy_text(&text).await;
            // The page may be gone.
            let _ = copied.try_set(Some(done));
        })
        .detach();
    };
    let close = move |_| {
        if let Some(sheet) = grid.sheet.get_untracked() {
            // Fails only when it is closed already.
            let _ = sheet.hide_popover();
        }
    };
    let said = move || match copied.get() {
        None => "",
        Some(true) => common.copied,
        Some(false) => words.copy_failed,
    };
    view! {
        <div class="cellview" popover="auto" node_ref=grid.sheet role="dialog" aria-label=head>
            <div class="row between">
                <h3>{head}</h3>
                <button class="iconbtn" type="button" autofocus=true aria-label=words.close on:click=close>
                    <Svg icon=Icon::Close/>
                </button>
            </div>
            {move || match text.get() {
                None => view! { <p class="muted" role="status">{words.waiting}</p> },
                Some(None) => view! { <p class="none">{words.cell_missing}</p> },
                Some(Some(text)) if text.is_empty() => view! { <p class="none">{words.cell_empty}</p> },
                Some(Some(text)) => view! {
                    {cut(grid, &text).map(|said| view! { <p class="small muted">{said}</p> })}
                    <pre tabindex="0">{linked(text)}</pre>
                },
            }}
            <p class="row">
                <button class="btn small" type="button" on:click=copy>
                    <Svg icon=Icon::Copy/>{words.copy}
                </button>
                <span class="small muted" role="status">{said}</span>
            </p>
        </div>
    }
}

/// What is to be said of a text that may be a beginning only.
fn cut(grid: Grid, text: &str) -> Option<String> {
    grid.table.with(|opened| {
        let notice = cells_cut(opened)?;
        let kept: usize = notice.data.get("kept")?.parse().ok()?;
        // The cut goes between characters.
        (text.len() + 4 > kept).then(|| table_notice(notice, None, lang()))
    })
}

/// The text, as a link if it is an address that may be followed and nothing else.
fn linked(text: String) -> AnyView {
    match address(&text).map(str::to_owned) {
        Some(address) => view! {
            <a href=address target="_blank" rel="noopener noreferrer nofollow">{text}</a>
        },
        None => any(text),
    }
}
