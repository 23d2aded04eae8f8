//! How much was read: bytes, rows, and what the figures on the page cover. Always in sight of
//! the rows, with the ways to read more.

use super::file::{Phase, Viewed};
use crate::{
    components::{Icon, Svg},
    engine::PreviewState,
    i18n::{PreviewWords, bytes, fill, row_count},
    state::lang,
    view::{nothing, view},
};
use leptos::prelude::*;
use wire::preview::{MOST_BYTES, Opened};

/// How much more one step reads.
const STEP: u64 = 8;

/// The bar.
#[component]
pub(super) fn Coverage(viewed: Viewed) -> AnyView {
    let words = PreviewWords::of(lang());
    let phase = viewed.phase;
    let sentence = move || match phase.get() {
        Phase::Reading => view! { <b>{words.waiting}</b> },
        Phase::Open(opened) => said(&opened, viewed.inline),
        Phase::Failed => nothing(),
    };
    let more = move || match phase.get() {
        Phase::Open(opened) => next_step(&opened),
        _ => None,
    };
    let read_more = move |_| {
        if let Some(step) = more() {
            viewed.ask.update(|ask| ask.max_bytes = Some(step));
        }
    };
    view! {
        <div class="cover" hidden=move || phase.get() == Phase::Failed>
            <div class="cv1"><Svg icon=Icon::Info/><p role="status">{sentence}</p></div>
            <Bar viewed=viewed/>
            <div class="row">
                {move || more().map(|step| view! {
                    <button class="btn small" type="button" on:click=read_more>
                        {fill(words.read_more, &[("bytes", &bytes(step))])}
                    </button>
                })}
                <MainButton viewed=viewed/>
            </div>
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
    let held = (opened.held < opened.profile.rows)
        .then(|| fill(words.held, &[("held", &row_count(opened.held, lang()))]));
    let ended = opened
        .ended
        .as_ref()
        .map(|failure| match failure.code.as_str() {
            "aborted" => words.ended_stopped,
            _ => words.ended_broke,
        });
    let most = (!opened.complete && opened.bytes_read >= MOST_BYTES)
        .then(|| fill(words.most, &[("bytes", &bytes(MOST_BYTES))]));
    view! {
        <b>{fill(head, &[("rows", &rows)])}</b>
        {covers}
        {held}
        {ended}
        {most}
    }
}

/// How far reading is, as a bar and in bytes.
#[component]
fn Bar(viewed: Viewed) -> AnyView {
    let words = PreviewWords::of(lang());
    let state = viewed.engine.state();
    let read = move || match &*state.read() {
        PreviewState::Reading { bytes, total, rows } => Some((*bytes, *total, true, Some(*rows))),
        PreviewState::Open(opened) => Some((
            opened.bytes_read,
            opened.bytes_total,
            opened.total_exact,
            None,
        )),
        _ => None,
    };
    let text = move || {
        let (read, total, exact, rows) = read().unwrap_or_default();
        let about = if exact { "" } else { words.about };
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
        let rows = rows
            .filter(|rows| *rows > 0)
            .map(|rows| row_count(rows, lang()));
        let rows = rows.map(|rows| fill(words.and_rows, &[("rows", &rows)]));
        done + &rows.unwrap_or_default()
    };
    let percent = move || {
        let (read, total, ..) = read()?;
        let total = total.filter(|total| *total > 0)?;
        Some(read as f64 * 100.0 / total as f64)
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
    let label = move || match viewed.phase.get() {
        Phase::Reading if !viewed.inline => Some(words.stop.to_owned()),
        Phase::Open(opened) => rest(&opened),
        Phase::Reading | Phase::Failed => None,
    };
    let press = move |_| match viewed.phase.get_untracked() {
        Phase::Reading => viewed.engine.stop(),
        _ => viewed.ask.update(|ask| {
            ask.max_bytes = None;
            ask.attempt += 1;
        }),
    };
    view! {
        <button class="btn small" type="button" hidden=move || label().is_none() on:click=press>
            {label}
        </button>
    }
}

/// The words for reading the rest; `None` when nothing is left that may be read here.
fn rest(opened: &Opened) -> Option<String> {
    let words = PreviewWords::of(lang());
    if opened.complete || opened.bytes_read >= MOST_BYTES {
        return None;
    }
    let most = bytes(MOST_BYTES);
    Some(match opened.bytes_total {
        Some(total) if total <= MOST_BYTES => {
            fill(words.read_all_size, &[("bytes", &bytes(total))])
        }
        Some(_) => fill(words.read_most, &[("bytes", &most)]),
        None => fill(words.read_all_most, &[("bytes", &most)]),
    })
}

/// How many bytes one step more would read; `None` when that is as good as everything.
fn next_step(opened: &Opened) -> Option<u64> {
    let step = opened.bytes_read.max(1).saturating_mul(STEP);
    let end = opened.bytes_total.unwrap_or(u64::MAX).min(MOST_BYTES);
    (!opened.complete && step < end).then_some(step)
}
