//! All that is known of a column, each figure with how it was come by and what it covers.

use super::{
    control::Grid,
    coverage::covered,
    figures::{distinct_words, method, missing_words},
};
use crate::{
    i18n::{GridWords, PreviewWords, kind_name},
    state::lang,
    view::{nothing, view},
};
use leptos::prelude::*;

/// The figures.
#[component]
pub(super) fn Facts(grid: Grid, column: u32) -> AnyView {
    let body = move || {
        let words = PreviewWords::of(lang());
        let drawn = grid.table.with(|opened| {
            let profile = opened.profile.columns.get(column as usize)?;
            let rows = opened.profile.rows;
            let covers = covered(opened).unwrap_or_else(|| {
                let rows = crate::i18n::grouped(rows);
                crate::i18n::fill(GridWords::of(lang()).of_all, &[("rows", &rows)])
            });
            let masked = opened.personal.iter().any(|p| p.column == column)
                && !grid.asked.with(|view| view.bare.contains(&column));
            let ends = profile.min.clone().zip(profile.max.clone()).filter(|_| !masked);
            Some(view! {
                <dl class="dl colfacts">
                    <dt>{words.kind}</dt><dd>{kind_name(profile.kind, lang())}</dd>
                    <dt>{words.blanks}</dt><dd>{missing_words(profile, rows)}</dd>
                    <dt>{words.different}</dt>
                    <dd>{distinct_words(profile, rows)}" "<span class="muted">{method(profile)}</span></dd>
                    {ends.map(|(min, max)| view! {
                        <dt>{words.smallest}</dt><dd>{min}</dd>
                        <dt>{words.largest}</dt><dd>{max}</dd>
                    })}
                </dl>
                <p class="small muted">{covers}</p>
            })
        });
        drawn.unwrap_or_else(nothing)
    };
    view! { <section>{body}</section> }
}
