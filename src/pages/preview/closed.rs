//! Nothing may be looked at, or nothing can be: the reason, the columns where those are open,
//! and the ways on. No file is asked for from here.

use crate::{
    components::{Empty, NotStated, Said, said_text},
    i18n::{Common, ListingWords, Named as _, PreviewWords, fill},
    state::{href, lang},
    view::{any, view},
};
use catalog::{Field, Key, ListingStatus, PreviewMode, Schema};
use leptos::prelude::*;
use routes::Route;
use search::ListingPage;
use std::sync::Arc;

/// The explanation.
#[component]
pub(super) fn Closed(page: Arc<ListingPage>) -> AnyView {
    let words = PreviewWords::of(lang());
    let key = Key::parse(&page.key);
    let listing = key.clone().map(|key| href(&Route::Listing(key)));
    let ask = key.map(|key| href(&Route::Inquiry(Some(key))));
    // The rule is about rows: what the columns are stays open, as on the listing itself.
    let schema = page.listing.schema.clone();
    let schema = schema.filter(|s| !s.fields.is_empty());
    view! {
        <Empty head=words.nothing>
            <p class="muted">{reason(&page)}</p>
            <p class="row">
                <a class="btn main" href=ask>{Common::of(lang()).ask}</a>
                <a class="btn" href=listing>{words.back}</a>
            </p>
        </Empty>
        {schema.map(|schema| view! { <Fields schema=schema/> })}
    }
}

/// The owner's rule first, then what the listing lacks.
fn reason(page: &ListingPage) -> String {
    let words = PreviewWords::of(lang());
    let listing = &page.listing;
    let rule = listing.preview.as_ref();
    let removed = listing.removed.as_ref();
    let is_delisted = removed.is_some() || listing.status == Some(ListingStatus::Delisted);
    let why = match is_delisted {
        true => removed.and_then(|removed| removed.reason.as_ref()),
        false => rule.and_then(|rule| rule.reason.as_ref()),
    };
    let why = why.map(said_text).filter(|why| !why.is_empty());
    let with_reason = |sentence: &str| match &why {
        Some(why) => format!(
            "{sentence}{}",
            fill(words.closed_reason, &[("reason", why)])
        ),
        None => sentence.to_owned(),
    };
    if is_delisted {
        let on = removed.and_then(|removed| removed.on.as_ref());
        let on = on.map(|on| fill(ListingWords::of(lang()).removed_on, &[("date", on)]));
        let said = with_reason(words.closed_delisted);
        return on.into_iter().chain([said]).collect::<Vec<_>>().join(" ");
    }
    match rule.map(|rule| rule.mode) {
        Some(PreviewMode::None) => with_reason(ListingWords::of(lang()).preview_off),
        Some(PreviewMode::Schema) => with_reason(words.closed_schema),
        Some(PreviewMode::Sample) => with_reason(words.closed_sample),
        None | Some(PreviewMode::Full) => {
            let readable = listing
                .distributions
                .iter()
                .any(search::format::can_be_shown);
            if readable {
                words.closed_not_open
            } else {
                words.closed_nothing
            }
            .to_owned()
        }
    }
}

#[component]
fn Fields(schema: Schema) -> AnyView {
    let words = ListingWords::of(lang());
    view! {
        <section class="stack pvfields">
            <h2>{words.columns}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=words.columns>
                <table class="table">
                    <thead><tr>
                        <th scope="col">{words.column}</th>
                        <th scope="col">{words.column_type}</th>
                        <th scope="col">{words.column_note}</th>
                    </tr></thead>
                    <tbody>{schema.fields.into_iter().map(field).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn field(field: Field) -> AnyView {
    let kind = match field.kind {
        Some(kind) => any(kind.name(lang())),
        None => view! { <NotStated/> },
    };
    let note = match field.description {
        Some(text) => view! { <Said text=text/> },
        None => view! { <NotStated/> },
    };
    view! {
        <tr>
            <th scope="row">
                <code>{field.name}</code>" "
                {field.title.map(|title| view! { <span class="muted"><Said text=title/></span> })}
            </th>
            <td>{kind}</td>
            <td>{note}</td>
        </tr>
    }
}
