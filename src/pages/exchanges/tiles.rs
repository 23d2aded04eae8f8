//! Where the exchanges are: one tile a provincial-level region, by the codes of the records.

use super::{
    Opening,
    region::{REGIONS, Region},
};
use crate::{
    components::said_text,
    i18n::{Exchanges as Words, fill, grouped},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use search::ExchangeEntry;
use std::sync::Arc;

/// Exchanges of one region.
#[derive(Clone, Copy, Default)]
struct Tally {
    opened: u64,
    planned: u64,
    other: u64,
}

impl Tally {
    fn of(entries: &[ExchangeEntry], region: &Region) -> Self {
        let mut tally = Self::default();
        for entry in entries
            .iter()
            .filter(|e| region.holds(&e.exchange.location))
        {
            match Opening::of(&entry.exchange) {
                Opening::Evidence => tally.opened += 1,
                Opening::PlanningOnly => tally.planned += 1,
                Opening::NoEvidence | Opening::NotStated => tally.other += 1,
            }
        }
        tally
    }

    const fn total(self) -> u64 {
        self.opened + self.planned + self.other
    }

    const fn class(self) -> &'static str {
        match self {
            Self { opened: 1.., .. } => "o",
            Self { planned: 1.., .. } => "p",
            Self { other: 1.., .. } => "n",
            _ => "",
        }
    }

    fn words(self) -> String {
        let words = Words::of(lang());
        let counts = [
            (words.tile_open, self.opened),
            (words.tile_plan, self.planned),
            (words.tile_other, self.other),
        ];
        let said: Vec<String> = counts
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(words, n)| fill(words, &[("n", &grouped(n))]))
            .collect();
        if said.is_empty() {
            words.map_none.to_owned()
        } else {
            said.join(lang().pick("，", ", "))
        }
    }
}

/// The map; nothing when no exchange lies in a region of it.
#[component]
pub(super) fn Tiles(entries: Arc<Vec<ExchangeEntry>>) -> Option<AnyView> {
    let words = Words::of(lang());
    let tallies: Vec<Tally> = REGIONS
        .iter()
        .map(|region| Tally::of(&entries, region))
        .collect();
    if tallies.iter().all(|tally| tally.total() == 0) {
        return None;
    }
    let has_other = tallies.iter().any(|tally| tally.class() == "n");
    let tiles = REGIONS.iter().zip(tallies).map(|(region, tally)| {
        view! { <Tile region=region tally=tally/> }
    });
    Some(view! {
        <section class="band">
            <div class="bandhead"><h2>{words.map_title}</h2><p>{words.map_note}</p></div>
            <div class="mapwrap">
                <ol class="tiles plain" role="list">{tiles.collect_view()}</ol>
                <div class="mapside">
                    <ul class="tkey plain small" role="list">
                        <li><i class="o"></i>{words.map_open}</li>
                        <li><i class="p"></i>{words.map_plan}</li>
                        {has_other.then(|| view! { <li><i class="n"></i>{words.map_other}</li> })}
                        <li><i></i>{words.map_none}</li>
                    </ul>
                    {unplaced(&entries).map(|words| view! { <p class="small quiet">{words}</p> })}
                </div>
            </div>
        </section>
    })
}

#[component]
fn Tile(region: &'static Region, tally: Tally) -> AnyView {
    let words = Words::of(lang());
    let name = region.name(lang());
    let said = fill(words.tile, &[("region", name), ("counts", &tally.words())]);
    let title = said.clone();
    let count = (tally.total() > 0).then(|| {
        view! { <span aria-hidden="true">{grouped(tally.total())}</span> }
    });
    view! {
        <li class=tally.class() title=title style:grid-area=region.area>
            <b lang="zh-Hans" aria-hidden="true">{region.short}</b>
            {count}
            <span class="vh">{said}</span>
        </li>
    }
}

/// Exchanges that no tile holds, by name.
fn unplaced(entries: &[ExchangeEntry]) -> Option<String> {
    let lost = entries.iter().filter(|entry| {
        !REGIONS
            .iter()
            .any(|region| region.holds(&entry.exchange.location))
    });
    let names: Vec<String> = lost.map(|entry| said_text(&entry.exchange.name)).collect();
    let n = grouped(names.len() as u64);
    let joined = names.join(lang().pick("、", ", "));
    (!names.is_empty()).then(|| {
        fill(
            Words::of(lang()).map_unplaced,
            &[("n", &n), ("names", &joined)],
        )
    })
}
