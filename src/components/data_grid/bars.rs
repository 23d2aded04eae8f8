//! The picture of a column: how its numbers or dates are spread, or how often its most frequent
//! values stand. A bar can be pressed to see only its rows.

use super::{asked, control::Grid};
use crate::{
    i18n::{PreviewWords, fill, grouped, share},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use sift::{Test, View};
use table::ColumnProfile;

/// Width and height that the picture is drawn in.
const WIDE: f64 = 120.0;
const HIGH: f64 = 30.0;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bar {
    /// What it stands for, in words.
    pub(super) name: String,
    /// Cells in it.
    pub(super) count: u64,
    /// The condition that picks its rows; none where the value was cut.
    pub(super) test: Option<Test>,
}

impl Bar {
    /// The view with this bar chosen, or no longer.
    pub(super) fn chosen(&self, view: &View, column: u32) -> Option<View> {
        Some(match self.test.as_ref()? {
            Test::OneOf { values } => asked::toggled_value(view, column, values.first()?),
            test => asked::toggled(view, column, test.clone()),
        })
    }

    /// Whether the view has it chosen.
    pub(super) fn is_chosen(&self, view: &View, column: u32) -> bool {
        match &self.test {
            Some(Test::OneOf { values }) => {
                let chosen = asked::values_of(view, column);
                values.iter().all(|value| chosen.contains(value))
            }
            Some(test) => view
                .filters
                .iter()
                .any(|filter| filter.column == column && filter.test == *test),
            None => false,
        }
    }
}

/// The bars of a column; none where no value is frequent and nothing can be measured.
pub(super) fn of(profile: &ColumnProfile) -> Vec<Bar> {
    let words = PreviewWords::of(lang());
    if let Some(histogram) = &profile.histogram {
        let last = histogram.counts.len().saturating_sub(1);
        let edges = histogram.edges.windows(2);
        let bars = edges.zip(&histogram.counts).enumerate();
        return bars
            .filter_map(|(at, (edges, count))| {
                let [from, to] = edges else { return None };
                Some(Bar {
                    name: fill(words.range, &[("min", from), ("max", to)]),
                    count: *count,
                    test: Some(Test::Between {
                        from: Some(from.clone()),
                        to: Some(to.clone()),
                        with_to: at == last,
                    }),
                })
            })
            .collect();
    }
    let values = profile.top.iter().map(|top| Bar {
        name: top.value.clone(),
        count: top.count,
        test: (!top.value.ends_with('…')).then(|| Test::OneOf {
            values: vec![top.value.clone()],
        }),
    });
    values.collect()
}

/// The picture. A comb where there are no bars, as wide as the share of cells that hold
/// something.
pub(super) fn picture(grid: Grid, column: u32, profile: &ColumnProfile, rows: u64) -> AnyView {
    let bars = of(profile);
    let part = |count: u64| count as f64 / rows.max(1) as f64;
    if bars.is_empty() {
        let wide = part(rows.saturating_sub(profile.missing)) * 100.0;
        return view! {
            <div class="uniq" aria-hidden="true">
                <span style:inline-size=format!("{wide:.1}%")></span>
            </div>
        };
    }
    let slot = WIDE / bars.len().max(5) as f64;
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(1).max(1);
    let view = grid.asked.get();
    let bars = bars.into_iter().enumerate().map(|(at, bar)| {
        let share_of = bar.count as f64 / most as f64;
        let high = match bar.count {
            0 => 0.0,
            _ => (share_of * HIGH).max(1.5),
        };
        let left = format!("{:.2}", at as f64 * slot);
        let wide = format!("{:.2}", (slot - 0.8).max(0.4));
        let class = if bar.is_chosen(&view, column) { "bv hl" } else { "bv" };
        let title = format!("{} · {} · {}", bar.name, grouped(bar.count), share(bar.count, rows));
        let press = move |_| {
            if let Some(view) = bar.chosen(&grid.table.view(), column) {
                grid.ask(view);
            }
        };
        view! {
            <g on:click=press>
                <title>{title}</title>
                <rect class="bh" x=left.clone() y="0" width=wide.clone() height="30"></rect>
                <rect class=class x=left y=format!("{:.2}", HIGH - high) width=wide height=format!("{high:.2}")></rect>
            </g>
        }
    });
    view! {
        <svg class="hist" viewBox="0 0 120 30" preserveAspectRatio="none" aria-hidden="true">
            <path d="M0 29.5h120"></path>
            {bars.collect_view()}
        </svg>
    }
}
