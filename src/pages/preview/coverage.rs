//! How much was read: bytes, rows, and what the figures on the page cover. Always in sight of
//! the rows, with the ways to read more.

use super::viewed::{Phase, Viewed};
use crate::{
    components::{Icon, Svg},
    engine::Progress,
    i18n::{Common, PreviewWords, bytes, file_failure, fill, row_count, share},
    state::lang,
    view::{nothing, view},
};
use leptos::prelude::*;
use wire::preview::Opened;

/// The bar.
#[component]
pub(super) fn Coverage(viewed: Viewed) -> AnyView {
    let words = PreviewWords::of(lang());
    let sentence = move || match viewed.phase.get() {
        Phase::Reading => view! { <b>{words.waiting}</b> },
        Phase::Table(_) => viewed
            .with(|opened| Some(said(opened, viewed.inline)))
            .unwrap_or_else(nothing),
        Phase::Leads(_) if viewed.is_picture() => view! { <b>{words.picture}</b> },
        Phase::Leads(_) | Phase::Bare(_) => view! { <b>{words.no_table_read}</b> },
        Phase::Failed(_) => nothing(),
    };
    view! {
        <div class="cover" hidden=move || matches!(viewed.phase.get(), Phase::Failed(_))>
            <div class="cv1"><Svg icon=Icon::Info/><p role="status">{sentence}</p></div>
            {move || (!viewed.is_picture()).then(|| view! { <Bar viewed=viewed/> })}
            <div class="row"><MainButton viewed=viewed/></div>
        </div>
    }
}

/// What was read, in words: the rows first, then what the figures cover.
fn said(opened: &Opened, inline: bool) -> AnyView {
    let words = PreviewWords::of(lang());
    let rows = row_count(opened.profile.rows, lang());
    let (head, covers) = match (inline, opened.complete) {
        (true, _) => (words.inline_head, words.cover_whole),
        (false, true) => (words.whole_head, words.cover_whole),
        (false, false) => (words.cut_head, words.cover_rows),
    };
    let part = opened
        .bytes_total
        .filter(|total| !inline && !opened.complete && *total > opened.bytes_read)
        .map(|total| {
            fill(
                words.cut_share,
                &[("share", &share(opened.bytes_read, total))],
            )
        });
    let is_short = !opened.reach.grows && opened.reach.rows < opened.profile.rows;
    let held = is_short.then(|| {
        let held = row_count(opened.reach.rows, lang());
        fill(words.held, &[("held", &held)])
    });
    let ended = opened
        .ended
        .as_ref()
        .map(|ended| match ended.code.as_str() {
            "aborted" => words.ended_stopped.to_owned(),
            "checksum" => words.ended_checksum.to_owned(),
            "unreadable" => words.ended_damaged.to_owned(),
            "broke-off" => words.ended_broke.to_owned(),
            _ => fill(
                words.ended_because,
                &[("why", &file_failure(ended, lang()).0)],
            ),
        });
    view! {
        <b>{fill(head, &[("rows", &rows)])}</b>
        {part}
        {covers}
        {held}
        {ended}
    }
}

/// What the bar shows.
#[derive(Default)]
struct Shown {
    read: u64,
    total: Option<u64>,
    is_exact: bool,
    rows: u64,
}

fn shown(viewed: Viewed) -> Shown {
    let open =
        viewed.with(|opened| Some((opened.bytes_read, opened.bytes_total, opened.total_exact)));
    match (viewed.engine.progress().get(), open) {
        (Some(Progress { bytes, total, rows }), open) => {
            let (read, known, is_exact) = open.unwrap_or((0, None, true));
            Shown {
                // The beginning that is read again is not read less.
                read: bytes.max(read),
                total: total.or(known),
                is_exact,
                rows,
            }
        }
        (None, Some((read, total, is_exact))) => Shown {
            read,
            total,
            is_exact,
            rows: 0,
        },
        (None, None) => Shown::default(),
    }
}

/// How far reading is, as a bar and in bytes.
#[component]
fn Bar(viewed: Viewed) -> AnyView {
    let words = PreviewWords::of(lang());
    let text = move || {
        let Shown {
            read,
            total,
            is_exact,
            rows,
        } = shown(viewed);
        let about = if is_exact { "" } else { words.about };
        let done = match total {
            _ if viewed.inline => String::new(),
            Some(total) => {
                let total = format!("{about}{}", bytes(total));
                fill(
                    words.bytes_of,
                    &[("bytes", &bytes(read)), ("total", &total)],
                )
            }
            None => fill(words.bytes_only, &[("bytes", &bytes(read))]),
        };
        let rows = (rows > 0).then(|| {
            let rows = row_count(rows, lang());
            fill(words.and_rows, &[("rows", &rows)])
        });
        done + &rows.unwrap_or_default()
    };
    let percent = move || {
        let Shown { read, total, .. } = shown(viewed);
        let total = total.filter(|total| *total > 0)?;
        Some((read as f64 * 100.0 / total as f64).min(100.0))
    };
    view! {
        <div class="cvbar">
            {move || percent().map(|percent| view! {
                <div class="bar" aria-hidden="true"><span style:inline-size=format!("{percent:.1}%")></span></div>
            })}
            <span class="small num">{text}</span>
        </div>
    }
}

/// One button for the whole way: it stops what runs, or reads the rest. It stays the same
/// element, so that the keyboard does not lose it.
#[component]
fn MainButton(viewed: Viewed) -> AnyView {
    let words = PreviewWords::of(lang());
    let is_reading = move || viewed.engine.progress().with(Option::is_some) && !viewed.inline;
    let label = move || match is_reading() {
        true => Some(words.stop.to_owned()),
        false if viewed.with(is_other) => Some(Common::of(lang()).retry.to_owned()),
        false => viewed.with(rest),
    };
    let press = move |_| match untrack(is_reading) {
        true => viewed.engine.stop(),
        false if untrack(|| viewed.with(is_other)) => {
            viewed.attempt.update(|attempt| *attempt += 1)
        }
        false => viewed.engine.read_all(),
    };
    view! {
        <button class="btn small" type="button" hidden=move || label().is_none() on:click=press>
            {label}
        </button>
    }
}

/// Whether reading on from here leads nowhere: what follows is damaged, or of another file.
fn is_other(opened: &Opened) -> bool {
    let code = opened.ended.as_ref().map(|ended| ended.code.as_str());
    matches!(code, Some("checksum" | "unreadable" | "changed"))
}

/// The words for reading the rest; `None` when nothing is left.
fn rest(opened: &Opened) -> Option<String> {
    let words = PreviewWords::of(lang());
    if opened.complete || opened.leads.is_some() {
        return None;
    }
    Some(match opened.bytes_total {
        Some(total) => fill(words.read_all_size, &[("bytes", &bytes(total))]),
        None => words.read_all_unknown.to_owned(),
    })
}
