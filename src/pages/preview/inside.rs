//! What else is in the file: the sheets of a spreadsheet, the files of an archive. Each has an
//! address of its own.

use super::viewed::{Looking, Viewed};
use crate::{
    i18n::{PreviewWords, bytes, fill, grouped},
    reactive::memo,
    state::lang,
    view::{any, view},
};
use leptos::prelude::*;
use wire::preview::{Entry, Sheet};

/// Files of an archive that are listed before anybody asks for more.
const FIRST: usize = 100;

/// The choosers; nothing for a file that is a table and no more.
#[component]
pub(super) fn Inside(viewed: Viewed) -> AnyView {
    let sheets = memo(move || viewed.with(|opened| (opened.sheets.clone(), opened.sheet)));
    let entries =
        memo(move || viewed.with(|opened| (opened.entries.clone(), opened.entry.clone())));
    view! {
        {move || {
            let (entries, open) = entries.get();
            (!entries.is_empty()).then(|| view! { <Tree viewed=viewed entries=entries open=open/> })
        }}
        {move || {
            let (sheets, open) = sheets.get();
            (sheets.len() > 1).then(|| view! { <Sheets viewed=viewed sheets=sheets open=open/> })
        }}
    }
}

#[component]
fn Sheets(viewed: Viewed, sheets: Vec<Sheet>, open: Option<u32>) -> AnyView {
    let words = PreviewWords::of(lang());
    let buttons = (0_u32..).zip(sheets).map(|(at, sheet)| {
        let pressed = (open == Some(at)).to_string();
        let go = move |_| {
            viewed.on_look.run(Looking {
                sheet: Some(at),
                entry: viewed.looking.with_untracked(|now| now.entry.clone()),
                read: viewed.looking.with_untracked(|now| now.read.clone()),
                ..Looking::default()
            });
        };
        view! {
            <button type="button" aria-pressed=pressed on:click=go>
                {sheet.name}
                {sheet.hidden.then(|| view! { <span class="ev inf">{words.sheet_hidden}</span> })}
            </button>
        }
    });
    view! {
        <div class="seg pvfiles" role="group" aria-label=words.choose_sheet>{buttons.collect_view()}</div>
    }
}

/// The files of an archive, folder by folder as their paths say.
#[component]
fn Tree(viewed: Viewed, entries: Vec<Entry>, open: Option<String>) -> AnyView {
    let words = PreviewWords::of(lang());
    let shown = RwSignal::new(FIRST);
    let all = entries.len();
    let is_open = open.is_none().then_some("");
    let count = fill(words.entries_n, &[("n", &grouped(all as u64))]);
    let rows = move || {
        let lines = entries.iter().take(shown.get()).cloned();
        let lines = lines.map(|entry| {
            let here = open.as_ref() == Some(&entry.path);
            line(viewed, entry, here)
        });
        any(lines.collect_view())
    };
    view! {
        <details class="panel pvtree" open=is_open>
            <summary><b>{words.entries}</b>" "<span class="small muted">{count}</span></summary>
            <ul class="plain" role="list">{rows}</ul>
            {move || (shown.get() < all).then(|| view! {
                <button class="btn small" type="button" on:click=move |_| shown.set(all)>
                    {fill(words.entries_all, &[("n", &grouped(all as u64))])}
                </button>
            })}
        </details>
    }
}

fn line(viewed: Viewed, entry: Entry, here: bool) -> AnyView {
    let words = PreviewWords::of(lang());
    let path = entry.path;
    let (folder, name) = match path.rsplit_once('/') {
        Some((folder, name)) => (format!("{folder}/"), name.to_owned()),
        None => (String::new(), path.clone()),
    };
    let size = bytes(entry.bytes);
    let current = here.then_some("true");
    let go = move |_| {
        viewed.on_look.run(Looking {
            entry: Some(path.clone()),
            read: viewed.looking.with_untracked(|now| now.read.clone()),
            ..Looking::default()
        });
    };
    let name = if entry.opens {
        view! { <button class="textbtn" type="button" aria-current=current on:click=go>{name}</button> }
    } else {
        view! { <span>{name}" "<span class="ev inf">{words.entry_closed}</span></span> }
    };
    view! {
        <li>
            <span><span class="muted">{folder}</span>{name}</span>
            <span class="num small muted">{size}</span>
        </li>
    }
}
