//! What is seen as a file to keep: the rows of the view, with where they are from and what they
//! cover.

use super::viewed::{Phase, Viewed};
use crate::{
    components::{Icon, Svg, cells_cut},
    engine::{Exporting, Stands},
    i18n::{PanelWords, file_failure, fill, grouped, row_count, table_notice},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use wire::preview::Form;

/// The button with the two forms, then how far the file is.
#[component]
pub(super) fn Export(viewed: Viewed) -> AnyView {
    let words = PanelWords::of(lang());
    let is_table = move || matches!(viewed.phase.get(), Phase::Table(_));
    let menu = NodeRef::<leptos::html::Div>::new();
    let choose = move |form: Form| {
        if let Some(menu) = menu.get_untracked() {
            // Fails only when it is closed already.
            let _ = menu.hide_popover();
        }
        start(viewed, form);
    };
    view! {
        {move || is_table().then(|| view! {
            <button class="btn small" type="button" popovertarget="pv-export">
                <Svg icon=Icon::Download/>{words.export}
            </button>
        })}
        <div class="exportmenu" id="pv-export" popover="auto" role="dialog" aria-label=words.export node_ref=menu>
            <p class="small quiet">{move || covers(viewed)}</p>
            <p class="row">
                <button class="btn small" type="button" on:click=move |_| choose(Form::Csv)>{words.export_csv}</button>
                <button class="btn small" type="button" on:click=move |_| choose(Form::Json)>{words.export_json}</button>
            </p>
            <p class="small muted">{words.export_note}</p>
        </div>
        <span class="small" role="status">{move || viewed.engine.exporting().get().map(|now| progress(viewed, now))}</span>
    }
}

/// The columns that the file would hold, and how many are hidden.
fn columns(viewed: Viewed) -> (Vec<u32>, usize) {
    let all = viewed.with(|opened| opened.columns.len());
    let shown = viewed.looking.with(|now| {
        let all = u32::try_from(all).unwrap_or(u32::MAX);
        now.columns.shown(all)
    });
    let hidden = all - shown.len();
    (shown, hidden)
}

/// Which rows the file would hold, and which columns it lacks.
fn covers(viewed: Viewed) -> String {
    let words = PanelWords::of(lang());
    let hidden = columns(viewed).1;
    let lacks = (hidden > 0).then(|| fill(words.export_hidden, &[("n", &grouped(hidden as u64))]));
    let cut =
        viewed.with(|opened| cells_cut(opened).map(|notice| table_notice(notice, None, lang())));
    rows(viewed) + &lacks.unwrap_or_default() + &cut.unwrap_or_default()
}

fn rows(viewed: Viewed) -> String {
    let words = PanelWords::of(lang());
    viewed.engine.view().with(|look| match &look.stands {
        Stands::Found { rows, of, .. } => fill(
            words.export_found,
            &[
                ("rows", &row_count(rows.value(), lang())),
                ("among", &viewed.among(*of)),
            ],
        ),
        _ => {
            let reached = viewed.with(|opened| match opened.reach.grows {
                true => opened.profile.rows,
                false => opened.profile.rows.min(opened.reach.rows),
            });
            fill(words.export_all, &[("among", &viewed.among(reached))])
        }
    })
}

fn start(viewed: Viewed, form: Form) {
    // Rows that are still being found are no file yet.
    let look = viewed.engine.view();
    if look.with_untracked(|look| matches!(look.stands, Stands::Finding { .. })) {
        viewed.engine.wait_with_export();
        return;
    }
    let words = PanelWords::of(lang());
    let now = platform::now_iso();
    let source = vec![
        viewed.from.get_value(),
        fill(words.export_at, &[("date", &now)]),
        untrack(|| covers(viewed)),
    ];
    let (base, ending) = (
        viewed.name.get_value(),
        match form {
            Form::Csv => "csv",
            Form::Json => "json",
        },
    );
    let day = now.get(..10).unwrap_or_default();
    let name = format!("{base}-{day}.{ending}");
    let columns = untrack(|| columns(viewed)).0;
    viewed.engine.export(form, name, columns, source);
}

fn progress(viewed: Viewed, now: Exporting) -> AnyView {
    let words = PanelWords::of(lang());
    let rows = |rows: u64, template: &str| fill(template, &[("rows", &row_count(rows, lang()))]);
    match now {
        Exporting::Rows(done) => view! {
            <span>
                {rows(done, words.exporting)}" "
                <button class="textbtn" type="button" on:click=move |_| viewed.engine.cancel_export()>{words.export_cancel}</button>
            </span>
        },
        Exporting::Saved(done) => view! { <span>{rows(done, words.exported)}</span> },
        Exporting::Broke(done, why) => view! {
            <span>{rows(done, words.export_broke)}{file_failure(&why, lang()).0}</span>
        },
        Exporting::Waits => view! { <span>{words.export_waits}</span> },
        Exporting::Refused => view! { <span>{words.export_refused}</span> },
    }
}
