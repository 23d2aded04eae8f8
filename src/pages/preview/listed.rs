//! One file of a listing. What is looked at of it stands in the address, but for what is unmasked.

use super::{
    file::FileView,
    files::DownloadLink,
    held::{Held, Which},
    source::{Personal, Source, source_of},
    viewed::Looking,
};
use crate::{reactive::memo, state::Router, view::view};
use catalog::{Distribution, Key};
use leptos::prelude::*;
use routes::{Preview as Address, Previewed, Route};
use search::ListingPage;

/// The file.
pub(super) fn of_distribution(page: &ListingPage, file: &Distribution, at: usize) -> AnyView {
    let router = Router::here();
    let key = Key::parse(&page.key);
    let of = key.clone().map(|key| Previewed::File { key, file: at });
    let held = Held::of(of.clone().unwrap_or(Previewed::Own));
    let asked = router.part(|route| match route {
        Route::Preview(address) => Looking {
            entry: address.entry.clone(),
            sheet: address.sheet,
            view: address.view.clone(),
            names: address.names.clone(),
            columns: (*address.columns).clone(),
            read: address.read.clone(),
            row: address.row,
        },
        _ => Looking::default(),
    });
    let looking = memo(move || {
        let mut looking = asked.get();
        looking.view.bare = held.bare.with(|(of, bare)| match *of == which(&looking) {
            true => bare.clone(),
            false => Vec::new(),
        });
        looking
    });
    // What is shown bare stands in no address, and is no place to go back to.
    let goes = move |mut next: Looking| {
        let now = asked.get_untracked();
        let bare = std::mem::take(&mut next.view.bare);
        if which(&next) == which(&now) {
            held.bare.set((which(&next), bare));
        }
        (next != now).then_some(next)
    };
    let of = StoredValue::new(of);
    let route = move |looking: Looking| {
        let of = of.get_value().unwrap_or(Previewed::Own);
        Route::Preview(Address {
            view: looking.view,
            names: looking.names,
            columns: Box::new(looking.columns),
            read: looking.read,
            sheet: looking.sheet,
            entry: looking.entry,
            row: looking.row,
            ..Address::new(of)
        })
    };
    let title = crate::components::said_text(&page.listing.title);
    let source = Source {
        file: source_of(file, page.listing.schema.as_ref()),
        own: None,
        from: router.href(&route(Looking::default())),
        name: title,
        page: file.access_url.clone(),
        personal: Personal::of(key, page.listing.privacy.as_ref()),
    };
    let size = file.byte_size.map(crate::i18n::bytes);
    let beside = view! { <DownloadLink file=file.clone() size=size/> };
    view! {
        <FileView
            held=held
            source=source
            looking=Signal::from(looking)
            on_look=Callback::new(move |next| {
                if let Some(next) = goes(next) {
                    router.go(&route(next));
                }
            })
            on_mend=Callback::new(move |next| {
                if let Some(next) = goes(next) {
                    router.replace(&route(next));
                }
            })
            link=Callback::new(move |next| router.href(&route(next)))
            beside=Some(beside)
        />
    }
}

fn which(looking: &Looking) -> Which {
    (looking.entry.clone(), looking.sheet, looking.read.clone())
}
