//! The head of a column: its name, its kind, and its profile over the rows that were read.

use crate::{
    i18n::{PreviewWords, fill, grouped, kind_name, share},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use table::{Column, ColumnProfile, Count};

/// Width and height that the strip is drawn in.
const WIDE: f64 = 120.0;
const HIGH: f64 = 30.0;

/// One head cell. `rows` is the number of rows that the profile covers.
#[component]
pub(super) fn ColumnHead(column: Column, profile: ColumnProfile, rows: u64) -> AnyView {
    let words = PreviewWords::of(lang());
    let invented = column.invented.then_some(words.invented_column);
    let name = column.name;
    let abbreviation = name.clone();
    let title = invented.map_or_else(|| name.clone(), |why| format!("{name}\n{why}"));
    let range = match (&profile.min, &profile.max) {
        (Some(min), Some(max)) => fill(words.range, &[("min", min), ("max", max)]),
        _ => String::new(),
    };
    let missing = match profile.missing {
        0 => words.missing_none.to_owned(),
        n => fill(words.missing_share, &[("share", &share(n, rows))]),
    };
    let counts = format!("{} · {missing}", distinct_words(&profile));
    view! {
        <th scope="col" role="columnheader" abbr=abbreviation>
            <span class="colb">
                <span class="cn" class:invented=invented.is_some() title=title>{name}</span>
                <span class="ct">{kind_name(profile.kind, lang())}</span>
            </span>
            {strip(&profile, rows)}
            <span class="cs" title=counts.clone()>{counts.clone()}</span>
            <span class="cs" title=range.clone()>{range.clone()}</span>
        </th>
    }
}

/// How many different values, and whether that is all of them.
pub(crate) fn distinct_words(profile: &ColumnProfile) -> String {
    let words = PreviewWords::of(lang());
    let n = grouped(profile.distinct.value());
    match profile.distinct {
        Count::Exactly(1) => words.distinct_one.to_owned(),
        Count::Exactly(_) => fill(words.distinct, &[("n", &n)]),
        Count::AtLeast(_) => fill(words.distinct_at_least, &[("n", &n)]),
    }
}

/// The share of blank cells, said also when there is none.
pub(crate) fn missing_words(profile: &ColumnProfile, rows: u64) -> String {
    let words = PreviewWords::of(lang());
    match profile.missing {
        0 => words.missing_none.to_owned(),
        n => fill(
            words.missing,
            &[("share", &share(n, rows)), ("n", &grouped(n))],
        ),
    }
}

/// The most frequent values as bars, each as high as its share of the rows; a comb where no
/// value is frequent, as wide as the share of cells that hold something.
fn strip(profile: &ColumnProfile, rows: u64) -> AnyView {
    let part = |count: u64| count as f64 / rows.max(1) as f64;
    if profile.top.is_empty() {
        let wide = part(rows.saturating_sub(profile.missing)) * 100.0;
        return view! {
            <div class="uniq" aria-hidden="true">
                <span style:inline-size=format!("{wide:.1}%")></span>
            </div>
        };
    }
    let slot = WIDE / 5.0;
    let bars = profile.top.iter().enumerate().map(|(at, top)| {
        let high = (part(top.count) * HIGH).max(1.0);
        let title = format!(
            "{} · {} · {}",
            top.value,
            grouped(top.count),
            share(top.count, rows)
        );
        view! {
            <rect
                x=format!("{:.1}", at as f64 * slot)
                y=format!("{:.1}", HIGH - high)
                width=format!("{:.1}", slot - 1.0)
                height=format!("{high:.1}")
            >
                <title>{title}</title>
            </rect>
        }
    });
    view! {
        <svg class="hist" viewBox="0 0 120 30" preserveAspectRatio="none" aria-hidden="true">
            <path d="M0 29.5h120"></path>
            {bars.collect_view()}
        </svg>
    }
}
