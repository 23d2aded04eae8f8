//! What the inquiry is about: the route's listing as the visitor sees it, with who will read it.

use super::targets::{Choice, targets};
use crate::{
    components::{price_words, said_text},
    engine::{Loadable, SearchEngine},
    reactive::memo,
    state::{Router, Site},
};
use catalog::Key;
use inquiry::{Subject, TargetError};
use leptos::prelude::*;
use routes::Route;
use search::ListingPage;
use std::sync::Arc;

/// The listing asked about, once it is known whether there is one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// The listing; `None` when the address names none, or no loaded source has it.
    pub page: Option<Arc<ListingPage>>,
    /// The address names a listing that is not there.
    pub is_gone: bool,
    /// The same as the document says it.
    pub subject: Subject,
    /// Where the inquiry may go, without the ways that end with the visitor.
    pub choices: Vec<Choice>,
    /// Ways that were named and cannot be used.
    pub wrong: Vec<TargetError>,
}

impl Asked {
    /// The addresses that the consent names, whatever they are called.
    pub(super) fn readers(&self) -> Vec<String> {
        let address = |choice: &Choice| choice.target.recipient().map(str::to_owned);
        self.choices.iter().filter_map(address).collect()
    }
}

/// What `key` names, `None` while that is not known.
pub(super) fn asked(key: Option<Key>) -> Memo<Option<Arc<Asked>>> {
    let Some(key) = key else {
        let none = Arc::new(gather(None, None));
        return memo(move || Some(none.clone()));
    };
    let engine = SearchEngine::here();
    let name = key.as_str().to_owned();
    let listing = engine.listing(Signal::derive(move || name.clone()));
    memo(move || match listing.get() {
        Loadable::Ready(page) | Loadable::Stale(page) => Some(Arc::new(gather(Some(&key), page))),
        // Without its program the shop knows no listing; the form works all the same.
        _ if engine.broken().with(Option::is_some) => Some(Arc::new(gather(Some(&key), None))),
        Loadable::Waiting | Loadable::Failed(_) => None,
    })
}

fn gather(key: Option<&Key>, page: Option<Arc<ListingPage>>) -> Asked {
    let sources = Site::here().sources();
    let catalog = key.and_then(|key| {
        let source = sources.into_iter().find(|source| source.id == key.source());
        source.map(|source| source.url)
    });
    let (choices, wrong) = targets(page.as_deref(), catalog.as_deref());
    let mut recipients: Vec<String> = Vec::new();
    for recipient in choices.iter().filter_map(Choice::recipient) {
        // Two ways may end at one host; it is named once.
        if !recipients.contains(&recipient) {
            recipients.push(recipient);
        }
    }
    let name = |text: &catalog::Text| Some(said_text(text)).filter(|text| !text.is_empty());
    let shown = page.as_deref();
    let subject = Subject {
        key: key.map(|key| key.as_str().to_owned()).unwrap_or_default(),
        title: shown
            .map(|page| said_text(&page.listing.title))
            .unwrap_or_default(),
        exchange: shown.and_then(|page| name(&page.exchange.as_ref()?.name)),
        provider: shown.and_then(|page| name(&page.provider.as_ref()?.name)),
        catalog,
        page: key.map(|key| Router::here().href(&Route::Listing(key.clone()))),
        // The form has no place to choose one of several offers: it asks about the one whose
        // price is shown.
        offer: shown.and_then(|page| Some(page.price.offer.as_ref()?.id.clone())),
        price: shown.map(|page| price_words(&page.price)),
        recipients,
    };
    Asked {
        is_gone: key.is_some() && page.is_none(),
        page,
        subject,
        choices,
        wrong,
    }
}
