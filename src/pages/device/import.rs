//! What comes in: a file that was exported here or elsewhere. It is read whole before anything
//! is written, and takes nothing away.

use super::desk::Desk;
use crate::{
    components::Tone,
    i18n::{Keep, clipped, fill, grouped},
    state::lang,
    view::view,
};
use kept::{Document, MAX_BYTES, Plan, Refusal};
use leptos::{prelude::*, web_sys};

/// The field, with what an import does.
#[component]
pub(super) fn Import(desk: Desk) -> AnyView {
    let words = Keep::of(lang());
    let chosen = move |field: web_sys::HtmlInputElement| {
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            take(desk, file);
        }
        // The same file can be chosen again.
        field.set_value("");
    };
    view! {
        <section class="band first">
            <div class="bandhead"><h2>{words.import}</h2></div>
            <div class="field">
                <label for="import">{words.import_file}</label>
                <span class="hint" id="import-rules">{words.import_rules}</span>
                <input
                    class="input"
                    id="import"
                    type="file"
                    accept="application/json,.json"
                    aria-describedby="import-rules"
                    on:change:target=move |event| chosen(event.target())
                />
            </div>
        </section>
    }
}

fn take(desk: Desk, file: web_sys::File) {
    let words = Keep::of(lang());
    let name = clipped(&file.name(), 80);
    platform::spawn(async move {
        let said = |words: &str| fill(words, &[("file", &name)]);
        if file.size() > MAX_BYTES as f64 {
            return desk.say(Tone::Bad, said(words.import_too_large)).await;
        }
        let bytes = platform::read_slice(&file, 0..MAX_BYTES).await;
        let Some(text) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) else {
            return desk.say(Tone::Bad, said(words.import_unreadable)).await;
        };
        let document = match kept::read(&text) {
            Ok(document) => document,
            Err(refusal) => {
                let why = match refusal {
                    Refusal::NotJson => words.import_not_json,
                    Refusal::NotKept => words.import_not_kept,
                    Refusal::Newer(_) => words.import_newer,
                };
                return desk.say(Tone::Bad, said(why)).await;
            }
        };
        match merge(desk, &document).await {
            Ok(plan) => {
                let tone = if document.left_out.is_empty() {
                    Tone::Done
                } else {
                    Tone::Warning
                };
                desk.say(tone, told(&name, &document, &plan, words)).await;
            }
            Err(error) => {
                let why = super::export::unread(words.save_failed, &error);
                desk.say(Tone::Bad, why).await;
            }
        }
    })
    .detach();
}

async fn merge(desk: Desk, document: &Document) -> Result<Plan, platform::StorageError> {
    let here = desk.keeper.entries().await?;
    let plan = kept::merge(&here, document.entries.clone());
    for entry in &plan.put {
        desk.keeper.keep(entry).await?;
    }
    Ok(plan)
}

/// What became of the file.
fn told(name: &str, document: &Document, plan: &Plan, words: &Keep) -> String {
    let counts = [plan.added, plan.joined, plan.same, plan.left].map(grouped);
    let [added, joined, same, left] = &counts;
    let values = [
        ("file", name),
        ("added", added),
        ("joined", joined),
        ("same", same),
        ("left", left),
    ];
    let done = fill(words.imported, &values);
    if document.left_out.is_empty() {
        return done;
    }
    let places = clipped(&document.left_out.join(" "), 200);
    let n = document.left_out.len().to_string();
    let left_out = fill(words.imported_left_out, &[("n", &n), ("places", &places)]);
    format!("{done} {left_out}")
}
