//! The head: where this stands, whose data it is, and what must be known before looking:
//! that rows are made up, or that they may hold personal information.

use crate::{
    components::{Crumbs, NotStated, Notice, PriceLine, Said, Tone, said_text},
    i18n::{Common, PreviewWords},
    state::{href, lang},
    view::view,
};
use catalog::{Key, PersonalInformation, SampleOrigin};
use leptos::prelude::*;
use routes::Route;
use search::{ListingPage, Query, preview_files};
use std::sync::Arc;

/// The head; `file` is the one that is shown, if any.
#[component]
pub(super) fn Head(page: Arc<ListingPage>, file: Option<usize>) -> AnyView {
    let words = PreviewWords::of(lang());
    let common = Common::of(lang());
    let listing = &page.listing;
    let key = Key::parse(&page.key);
    let browse = (common.browse.to_owned(), Route::Browse(Query::default()));
    let listed = key
        .clone()
        .map(|key| (said_text(&listing.title), Route::Listing(key)));
    let above = std::iter::once(browse).chain(listed).collect();
    let ask = key.map(|key| href(&Route::Inquiry(Some(key))));
    let provider = match &page.provider {
        Some(provider) => view! { <Said text=provider.name.clone()/> },
        None => view! { <NotStated words=common.supplier_not_stated/> },
    };
    let exchange = match &page.exchange {
        Some(exchange) => {
            let name = exchange.name.clone();
            view! { <span class="exch"><Said text=name/></span> }
        }
        None => view! { <NotStated words=common.exchange_not_stated/> },
    };
    view! {
        <Crumbs above=above here=words.title.to_owned()/>
        <header class="pvhead">
            <div>
                <h1><Said text=listing.title.clone()/></h1>
                <p class="by">{provider}{exchange}<PriceLine price=page.price.clone()/></p>
            </div>
            <div class="row"><a class="btn" href=ask>{common.ask}</a></div>
        </header>
        {file.and_then(|file| sample_words(&page, file))}
        {file.and_then(|_| personal_words(&page))}
    }
}

/// Who made a sample; a synthetic one is always said to be so.
fn sample_words(page: &ListingPage, file: usize) -> Option<AnyView> {
    let words = PreviewWords::of(lang());
    let files = preview_files(&page.listing, page.price.state);
    let sample = files.get(file)?.sample?;
    let (tone, head) = match sample.origin {
        SampleOrigin::Synthetic => (Tone::Warning, words.synthetic),
        SampleOrigin::Provider => (Tone::Info, words.sample_provider),
        SampleOrigin::Exchange => (Tone::Info, words.sample_exchange),
    };
    let note = sample.note.clone();
    Some(view! {
        <Notice tone=tone head=head>
            {note.map(|note| view! { <p><Said text=note/></p> })}
        </Notice>
    })
}

/// The listing's own word on personal information.
fn personal_words(page: &ListingPage) -> Option<AnyView> {
    let words = PreviewWords::of(lang());
    let privacy = page.listing.privacy.as_ref()?;
    let said = [
        privacy.personal_information,
        privacy.sensitive_personal_information,
    ];
    let has = |kind: PersonalInformation| said.contains(&Some(kind));
    let sentence = if has(PersonalInformation::Contains) {
        words.personal_contains
    } else if has(PersonalInformation::Possible) {
        words.personal_maybe
    } else {
        return None;
    };
    let note = privacy.note.clone();
    Some(view! {
        <Notice tone=Tone::Warning>
            <p>{sentence}</p>
            {note.map(|note| view! { <p><Said text=note/></p> })}
        </Notice>
    })
}
