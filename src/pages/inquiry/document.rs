//! The document exactly as it will be handed over: the text laid out as a page, or the JSON.

use super::form::Form;
use crate::{
    i18n::{Inquiry as Words, Lang},
    state::lang,
    view::view,
};
use inquiry::Document;
use leptos::prelude::*;

/// The box.
#[component]
pub(super) fn Preview(form: Form) -> AnyView {
    let words = Words::of(lang());
    let as_json = RwSignal::new(false);
    let tab = move |is_json: bool, name: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=move || (as_json.get() == is_json).to_string()
                on:click=move |_| as_json.set(is_json)
            >
                {name}
            </button>
        }
    };
    view! {
        <aside class="sticky" aria-labelledby="inquiry-document">
            <div class="docbox">
                <div class="row between dh">
                    <h2 id="inquiry-document">{words.document}</h2>
                    <span class="small muted">{words.document_exact}</span>
                </div>
                <div class="seg" role="group" aria-label=words.document_as>
                    {tab(false, words.as_text)}
                    {tab(true, words.as_json)}
                </div>
                {move || match form.document.get() {
                    None => view! {
                        <div class="doc late">
                            <div class="skel" style:inline-size="60%"></div>
                            <div class="skel" style:inline-size="85%"></div>
                            <div class="skel" style:inline-size="70%"></div>
                        </div>
                    },
                    Some(document) if as_json.get() => view! {
                        <pre class="doc json mono" tabindex="0" role="region" aria-label=words.as_json>{document.to_json()}</pre>
                    },
                    Some(document) => view! {
                        <div class="doc" tabindex="0" role="region" aria-label=words.as_text>{laid_out(&document)}</div>
                    },
                }}
            </div>
        </aside>
    }
}

/// One part of the text document.
#[derive(Default)]
struct Part {
    heading: String,
    /// Name and value.
    rows: Vec<(String, String)>,
    /// Lines that are no rows.
    lines: Vec<String>,
    /// An empty line was read, which is one of the value above if that goes on.
    gap: bool,
}

/// The text document with its headings and rows as such: the same words in the same order.
fn laid_out(document: &Document) -> AnyView {
    let text = document.to_text(&document.lang);
    let colon = Lang::parse(&document.lang)
        .unwrap_or_default()
        .pick("：", ": ");
    let (title, parts) = parts(&text, colon);
    let parts = parts.into_iter().map(|part| {
        let rows = part.rows.into_iter().map(|(name, value)| {
            view! { <dt>{name}</dt><dd>{value}</dd> }
        });
        view! {
            {(!part.heading.is_empty()).then(|| view! { <h3>{part.heading}</h3> })}
            <dl>{rows.collect_view()}</dl>
            {part.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        }
    });
    view! { <p class="dt">{title}</p>{parts.collect_view()} }
}

/// Splits the text that `Document::to_text` writes: `[heading]`, `name：value`, and lines
/// that begin with two spaces and go on with the value above. What was typed can never be
/// taken for a heading, because it stands behind a name or two spaces.
fn parts(text: &str, colon: &str) -> (String, Vec<Part>) {
    let mut lines = text.lines();
    let title = lines.next().unwrap_or_default().to_owned();
    let mut parts = vec![Part::default()];
    for line in lines {
        if let Some(heading) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            parts.push(Part {
                heading: heading.to_owned(),
                ..Part::default()
            });
        } else if let Some(part) = parts.last_mut() {
            part.take(line, colon);
        }
    }
    (title, parts)
}

impl Part {
    fn take(&mut self, line: &str, colon: &str) {
        if line.is_empty() {
            self.gap = true;
            return;
        }
        let gap = std::mem::take(&mut self.gap);
        if let (Some(more), Some((_, value))) = (line.strip_prefix("  "), self.rows.last_mut()) {
            let between = if gap { "\n\n" } else { "\n" };
            value.push_str(if value.is_empty() { "" } else { between });
            value.push_str(more);
            return;
        }
        // A name with nothing behind it has its value in the lines below.
        let bare = || line.strip_suffix(colon.trim_end()).map(|name| (name, ""));
        match line.split_once(colon).or_else(bare) {
            Some((name, value)) => self.rows.push((name.to_owned(), value.to_owned())),
            None => self.lines.push(line.to_owned()),
        }
    }
}
