//! The head of a column: its name, which sorts; its kind; its menu; its profile over the rows
//! that were read; and the edge that makes it wider.

use super::{
    asked, bars,
    control::Grid,
    coverage::{covered, covered_briefly},
    figures::{distinct_words, method},
};
use crate::{
    components::{Icon, Svg},
    engine::Look,
    i18n::{GridWords, PreviewWords, fill, grouped, kind_name, share},
    state::lang,
    view::{nothing, view},
};
use leptos::prelude::*;
use table::ColumnProfile;
use wire::preview::Opened;

/// One head cell. `column` is its place in the file.
#[component]
pub(super) fn ColumnHead(grid: Grid, column: u32) -> AnyView {
    let words = GridWords::of(lang());
    let place = move || {
        grid.columns
            .with(|columns| columns.place_of(column).unwrap_or_default())
    };
    let order = move || {
        let order = grid.table.look.with(Look::order);
        order.filter(|order| order.column == column)
    };
    let sorted = move || {
        order().map(|order| match order.descending {
            true => "descending",
            false => "ascending",
        })
    };
    let arrow = move || match order() {
        None => "",
        Some(order) if order.descending => " ↓",
        Some(_) => " ↑",
    };
    let is_at = move || {
        let at = grid.at.get();
        at.row.is_none() && at.at == place()
    };
    let name = grid.name(column);
    let invented = grid.table.opened.with_untracked(|opened| {
        let shared = opened.as_ref()?;
        Some(shared.0.columns.get(column as usize)?.invented)
    });
    let why = invented
        .unwrap_or_default()
        .then_some(PreviewWords::of(lang()).invented_column);
    let title = why.map_or_else(|| name.clone(), |why| format!("{name}\n{why}"));
    let label = fill(words.menu_of, &[("column", &name)]);
    let sort = move |_| grid.ask(asked::turned(&grid.table.view(), column));
    view! {
        <div
            class="gh"
            role="columnheader"
            id=move || format!("gh-{}", place() + 2)
            aria-colindex=move || (place() + 2).to_string()
            aria-sort=sorted
            class:at=is_at
            class:pin=move || is_frozen(grid, column)
            style:inline-size=move || format!("{}px", grid.columns.with(|all| all.width(column)))
            style:margin-inline-start=move || before(grid, column)
            style:inset-inline-start=move || beside(grid, column)
            on:dragover=move |event| grid.drag_over(&event, column)
            on:drop=move |event| grid.drop_on(&event, column)
        >
            <div class="colb">
                <button
                    class="cn"
                    class:invented=why.is_some()
                    type="button"
                    tabindex="-1"
                    draggable="true"
                    title=title
                    on:click=sort
                    on:dragstart=move |_| grid.dragged.set_value(Some(column))
                >
                    {name}{arrow}
                </button>
                <span class="ct">{move || kind(grid, column)}</span>
                <button
                    class="colm"
                    type="button"
                    tabindex="-1"
                    aria-haspopup="dialog"
                    aria-label=label.clone()
                    title=label
                    on:click=move |_| grid.open_menu(column)
                >
                    <Svg icon=Icon::More/>
                </button>
            </div>
            {move || profile(grid, column)}
            <span class="grip" title=words.resize on:pointerdown=move |event| grid.grip(&event, column)></span>
        </div>
    }
}

fn kind(grid: Grid, column: u32) -> &'static str {
    grid.table.with(|opened| {
        let profile = opened.profile.columns.get(column as usize);
        profile.map_or("", |profile| kind_name(profile.kind, lang()))
    })
}

/// The picture of the column, how many values it has, and how far they go.
fn profile(grid: Grid, column: u32) -> AnyView {
    let drawn = grid.table.with(|opened| {
        let profile = opened.profile.columns.get(column as usize)?;
        let masked = masked(grid, opened, column);
        Some(figures(grid, column, opened, profile, masked))
    });
    drawn.unwrap_or_else(nothing)
}

fn figures(
    grid: Grid,
    column: u32,
    opened: &Opened,
    profile: &ColumnProfile,
    masked: Option<String>,
) -> AnyView {
    let words = PreviewWords::of(lang());
    let rows = opened.profile.rows;
    let distinct = distinct_words(profile, rows);
    let missing = match profile.missing {
        0 => words.missing_none.to_owned(),
        n => fill(words.missing_share, &[("share", &share(n, rows))]),
    };
    // There is little room; what is not missing is said on request.
    let counts = match profile.missing {
        0 => distinct.clone(),
        _ => format!("{distinct} · {missing}"),
    };
    let covers = covered(opened).unwrap_or_default();
    let counts_title = [distinct.as_str(), &missing, method(profile), &covers].join("\n");
    let range = match (&profile.min, &profile.max) {
        (Some(min), Some(max)) if masked.is_none() => {
            fill(words.range, &[("min", min), ("max", max)])
        }
        _ => String::new(),
    };
    let picture = match masked {
        Some(found) => {
            view! { <div class="colmask" title=found.clone()><Svg icon=Icon::Mask/><span>{found}</span></div> }
        }
        None => bars::picture(grid, column, profile, rows),
    };
    view! {
        {picture}
        <span class="cs" title=counts_title>{counts}</span>
        <span class="cs" title=range.clone()>{range.clone()}</span>
        {covered_briefly(opened).map(|briefly| view! { <span class="cs" title=covers>{briefly}</span> })}
    }
}

/// What was found in a column that is masked.
fn masked(grid: Grid, opened: &Opened, column: u32) -> Option<String> {
    let words = GridWords::of(lang());
    let is_bare = grid.asked.with(|view| view.bare.contains(&column));
    let found = opened.personal.iter().find(|one| one.column == column)?;
    let kind = crate::i18n::personal_kind(&found.kind, lang());
    let n = grouped(found.count);
    (!is_bare).then(|| fill(words.masked_found, &[("kind", &kind), ("n", &n)]))
}

fn is_frozen(grid: Grid, column: u32) -> bool {
    grid.heads.with(|heads| heads.frozen.contains(&column))
}

/// Room before the first column that scrolls.
fn before(grid: Grid, column: u32) -> Option<String> {
    grid.heads.with(|heads| {
        let is_first = heads.free.first() == Some(&column);
        is_first.then(|| format!("{}px", heads.before))
    })
}

/// Where a pinned column stays.
fn beside(grid: Grid, column: u32) -> Option<String> {
    let slot = grid
        .heads
        .with(|heads| heads.frozen.iter().position(|frozen| *frozen == column));
    slot.map(|slot| format!("var(--p{slot})"))
}
