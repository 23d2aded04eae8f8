//! A file of the visitor's own: chosen or dropped, read on this machine, sent nowhere.

use super::{
    file::FileView,
    source::{Personal, Source},
    viewed::Looking,
};
use crate::{
    components::{Crumbs, Icon, Svg},
    engine::PreviewEngine,
    i18n::{PanelWords, clipped, fill},
    state::{Router, lang},
    view::view,
};
use leptos::{ev, prelude::*, web_sys};
use wire::preview::File;

/// The page.
#[component]
pub(super) fn OwnFile() -> AnyView {
    let words = PanelWords::of(lang());
    crate::pages::title(words.own_title);
    let engine = PreviewEngine::new(Router::here().base());
    // What opens files comes with the page, so that the network may go before a file is chosen.
    engine.start_ahead();
    let chosen: RwSignal<Option<web_sys::File>, LocalStorage> = RwSignal::new_local(None);
    view! {
        <div class="wrap pv">
            <Crumbs above=Vec::new() here=words.own_title.to_owned()/>
            <header class="pvhead"><div>
                <h1>{move || chosen.with(|file| file.as_ref().map_or(words.own_title.to_owned(), |file| clipped(&file.name(), 120)))}</h1>
                <p class="by">{words.own_lead}</p>
            </div></header>
            <Choose chosen=chosen/>
            {move || chosen.get().map(|file| shown(file, engine))}
        </div>
    }
}

#[component]
fn Choose(chosen: RwSignal<Option<web_sys::File>, LocalStorage>) -> AnyView {
    let words = PanelWords::of(lang());
    let is_over = RwSignal::new(false);
    let take = move |files: Option<web_sys::FileList>| {
        if let Some(file) = files.and_then(|files| files.get(0)) {
            chosen.set(Some(file));
        }
    };
    let over = move |event: ev::DragEvent| {
        event.prevent_default();
        is_over.set(true);
    };
    let drop = move |event: ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        take(event.data_transfer().and_then(|data| data.files()));
    };
    let is_open = move || chosen.with(Option::is_some);
    let label = move || {
        if is_open() {
            words.own_again
        } else {
            words.own_choose
        }
    };
    let changed = move |field: web_sys::HtmlInputElement| {
        take(field.files());
        // The same file can be chosen again.
        field.set_value("");
    };
    view! {
        <div
            class="dropzone"
            class:over=is_over
            class:slim=is_open
            on:dragover=over
            on:dragleave=move |_: ev::DragEvent| is_over.set(false)
            on:drop=drop
        >
            <label class="btn main" for="own-file"><Svg icon=Icon::File/>{label}</label>
            <input
                class="vh"
                id="own-file"
                type="file"
                on:change:target=move |event| changed(event.target())
            />
            <p>{words.own_drop}</p>
            <p class="small muted">{words.own_kinds}</p>
        </div>
    }
}

fn shown(file: web_sys::File, engine: PreviewEngine) -> AnyView {
    let words = PanelWords::of(lang());
    let looking = RwSignal::new(Looking::default());
    let name = file.name();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of bytes"
    )]
    let size = file.size() as u64;
    let source = Source {
        file: File::Own {
            name: name.clone(),
            size,
            declared: Some(file.type_()).filter(|kind| !kind.is_empty()),
        },
        from: fill(words.own_from, &[("name", &name)]),
        name: name
            .rsplit_once('.')
            .map_or(&*name, |(stem, _)| stem)
            .to_owned(),
        own: Some(file),
        page: None,
        personal: Personal::default(),
    };
    view! {
        <FileView
            engine=engine
            source=source
            looking=Signal::from(looking)
            on_look=Callback::new(move |next| looking.set(next))
            on_mend=Callback::new(move |next| looking.set(next))
            link=Callback::new(|_| String::new())
            beside=None
        />
    }
}
