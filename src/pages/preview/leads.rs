//! A file that is no table: a text, a picture, or an archive of which no file is chosen yet.

use super::{noticed::Noticed, source::Source, viewed::Viewed};
use crate::{
    components::{Empty, Notice, Tone},
    i18n::{PreviewWords, fill, table_notice},
    state::lang,
    view::{nothing, view},
};
use leptos::{prelude::*, web_sys};
use wire::preview::{File, Leads};

/// What there is to see.
#[component]
pub(super) fn Lead(viewed: Viewed, source: StoredValue<Source, LocalStorage>) -> AnyView {
    let words = PreviewWords::of(lang());
    let (leads, has_notices) =
        viewed.with(|opened| (opened.leads.clone(), !opened.notices.is_empty()));
    let noticed = has_notices && leads != Some(Leads::Sheet);
    let noticed = noticed.then(|| view! { <Noticed viewed=viewed/> });
    let is_masked = viewed.with(|opened| !opened.personal.is_empty());
    let seen = match leads {
        Some(Leads::Text { text }) => view! {
            <section class="panel pvtext">
                <h2>{words.plain_text}</h2>
                {is_masked.then(|| view! { <p class="small muted">{words.text_masked}</p> })}
                <pre tabindex="0">{text}</pre>
            </section>
        },
        Some(Leads::Image { media_type }) => {
            view! { <Picture viewed=viewed source=source kind=media_type/> }
        }
        Some(Leads::Archive) => {
            let asked = viewed.looking.with_untracked(|now| now.entry.clone());
            let asked = asked.map(|name| fill(words.no_such_entry, &[("name", &name)]));
            view! { <Notice tone=Tone::Info><p>{asked}" "{words.choose_entry}</p></Notice> }
        }
        Some(Leads::Sheet) => {
            let why = viewed.with(|opened| opened.notices.first().cloned());
            let why = why.map(|why| table_notice(&why, None, lang()));
            view! { <Notice tone=Tone::Bad head=words.failed><p>{why}</p><p>{words.choose_other_sheet}</p></Notice> }
        }
        None => nothing(),
    };
    view! { {seen}{noticed} }
}

/// A file of the visitor's own as what it is by its content, whatever its name says.
fn lend(file: &web_sys::File, kind: &str) -> Option<String> {
    let whole = file
        .slice_with_f64_and_f64_and_content_type(0.0, file.size(), kind)
        .ok()?;
    web_sys::Url::create_object_url_with_blob(&whole).ok()
}

/// A table without a column: empty, or read in a way in which it has none.
pub(super) fn bare(viewed: Viewed) -> AnyView {
    let words = PreviewWords::of(lang());
    let (is_empty, sheets, is_delimited) = viewed.with(|opened| {
        let is_empty = opened.complete && opened.profile.rows == 0;
        (is_empty, opened.sheets.len(), opened.dialect.is_some())
    });
    let (head, next) = match (is_empty, sheets) {
        (true, 2..) => (words.no_rows, Some(words.choose_other_sheet)),
        (true, _) => (words.no_rows, None),
        // Where nothing parts cells no other delimiter does.
        (false, _) => (
            words.no_columns,
            is_delimited.then_some(words.no_columns_next),
        ),
    };
    let next = next.map(|next| view! { <p class="muted">{next}</p> });
    view! { <Empty head=head>{next}</Empty> }
}

/// An address of a file of the visitor's own, for as long as the page shows it.
struct Lent(String);

impl Drop for Lent {
    fn drop(&mut self) {
        // An address that was made here.
        let _ = web_sys::Url::revoke_object_url(&self.0);
    }
}

/// The browser shows it from where it is; pressed, it is as large as it is.
#[component]
fn Picture(
    viewed: Viewed,
    source: StoredValue<Source, LocalStorage>,
    /// Its media type.
    kind: String,
) -> AnyView {
    let words = PreviewWords::of(lang());
    let in_archive = viewed.with(|opened| !opened.wrapped.is_empty());
    let (address, lent) = source.with_value(|source| match (&source.file, &source.own) {
        _ if in_archive => (None, None),
        (File::Url { url, .. }, _) => (Some(url.clone()), None),
        (_, Some(file)) => {
            let lent = lend(file, &kind);
            (lent.clone(), lent.map(Lent))
        }
        _ => (None, None),
    });
    StoredValue::new_local(lent);
    let Some(address) = address else {
        return view! { <Notice tone=Tone::Info><p>{words.picture_inside}</p></Notice> };
    };
    let is_large = RwSignal::new(false);
    let is_gone = RwSignal::new(false);
    let turn = move |_| is_large.update(|large| *large = !*large);
    let name = viewed.name.get_value();
    view! {
        <section class="panel pvpicture" class:large=is_large>
            <h2>{words.picture}</h2>
            {move || if is_gone.get() {
                view! { <Notice tone=Tone::Bad><p>{words.picture_refused}</p></Notice> }
            } else {
                view! {
                    <button type="button" aria-pressed=move || is_large.get().to_string() title=words.picture_turn on:click=turn>
                        <img src=address.clone() alt=name.clone() on:error=move |_| is_gone.set(true)/>
                    </button>
                }
            }}
        </section>
    }
}
