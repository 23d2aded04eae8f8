//! Personal data in the rows that were read: kinds, columns, how often, examples that are masked;
//! and a word where the listing says that there is none.

use super::{source::Personal as Said, viewed::Viewed};
use crate::{
    components::{Icon, Notice, Svg, Tone, covered},
    i18n::{PanelWords, fill, grouped, personal_kind, row_count},
    reactive::watch,
    state::{Drafts, Router, lang},
    view::view,
};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;
use wire::preview::{Opened, Personal};

/// The panel.
#[component]
pub(super) fn PersonalPanel(viewed: Viewed, personal: Said) -> AnyView {
    let body = move || {
        viewed
            .with(|opened| Some(panel(viewed, opened, &personal)))
            .unwrap_or_else(crate::view::nothing)
    };
    view! { <section class="panel pii">{body}</section> }
}

fn panel(viewed: Viewed, opened: &Opened, said: &Said) -> AnyView {
    let words = PanelWords::of(lang());
    let rows = row_count(opened.profile.rows, lang());
    let lead = fill(words.personal_lead, &[("rows", &rows)]);
    if opened.personal.is_empty() {
        return view! {
            <h2>{words.personal_title_none}</h2>
            <p class="quiet">{fill(words.personal_none, &[("rows", &rows)])}</p>
            {covered(opened).map(|covers| view! { <p class="small muted">{covers}</p> })}
        };
    }
    let lines = opened.personal.iter().cloned();
    let lines = lines
        .map(|found| line(viewed, opened, found))
        .collect_view();
    let contradiction = said.says_none.then(|| said.listing.clone());
    view! {
        <h2><Svg icon=Icon::Mask/>{words.personal_title}</h2>
        <p class="small quiet">{lead}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=words.personal_title>
            <table class="table">
                <thead><tr>
                    <th scope="col">{words.personal_kind}</th>
                    <th scope="col">{words.personal_column}</th>
                    <th scope="col" class="r">{words.personal_count}</th>
                    <th scope="col">{words.personal_example}</th>
                    <th scope="col">{words.personal_act}</th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        {contradiction.map(|key| view! { <Contradiction key=key/> })}
    }
}

fn line(viewed: Viewed, opened: &Opened, found: Personal) -> AnyView {
    let words = PanelWords::of(lang());
    let column = found.column;
    let name = opened.columns.get(column as usize);
    let name = name.map_or_else(String::new, |column| column.name.clone());
    let count = grouped(found.count);
    let of = grouped(opened.profile.rows);
    let coverage = fill(words.of_rows, &[("rows", &of)]);
    let is_bare = move || viewed.looking.with(|now| now.view.bare.contains(&column));
    let label = move || match is_bare() {
        true => words.mask_again,
        false => words.show_bare,
    };
    let turn = move |_| {
        let mut view = viewed.view();
        match view.bare.iter().position(|bare| *bare == column) {
            Some(at) => drop(view.bare.remove(at)),
            None => view.bare.push(column),
        }
        viewed.look(view);
    };
    let examples = found.examples.iter().take(2).cloned();
    let examples = examples.collect::<Vec<_>>().join("  ");
    view! {
        <tr>
            <th scope="row">{personal_kind(&found.kind, lang())}</th>
            <td>{name}</td>
            <td class="r" title=coverage>{count}</td>
            <td class="mk mono">{examples}</td>
            <td><button class="textbtn" type="button" aria-pressed=move || is_bare().to_string() on:click=turn>{label}</button></td>
        </tr>
    }
}

/// The listing says that there is no personal information, and the rows say otherwise.
#[component]
fn Contradiction(key: Option<Key>) -> AnyView {
    let words = PanelWords::of(lang());
    let asked = RwSignal::new(false);
    let go = key.clone();
    // The inquiry may still be read from the device; the question is added once it is here.
    watch(move || {
        let (true, Some(key)) = (asked.get(), go.as_ref()) else {
            return;
        };
        let writing = Drafts::about(Some(key));
        if writing.is_open.get() {
            untrack(|| {
                writing.edit(|draft| {
                    if !draft.questions.contains(words.question) {
                        let gap = if draft.questions.is_empty() {
                            ""
                        } else {
                            "\n\n"
                        };
                        draft
                            .questions
                            .push_str(&format!("{gap}{}", words.question));
                    }
                });
                Router::here().go(&Route::Inquiry(Some(key.clone())));
            });
        }
    });
    view! {
        <Notice tone=Tone::Warning>
            <p>
                {words.contradiction}" "
                {key.map(|_| view! {
                    <button class="textbtn" type="button" on:click=move |_| asked.set(true)>{words.ask_about}</button>
                })}
            </p>
        </Notice>
    }
}
