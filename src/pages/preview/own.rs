//! A file of the visitor's own: chosen or dropped, read on this machine, sent nowhere.

use super::{
    file::FileView,
    held::Held,
    source::{Personal, Source},
};
use crate::{
    components::{Crumbs, Icon, Svg},
    i18n::{PanelWords, clipped, fill},
    state::lang,
    view::view,
};
use leptos::{ev, prelude::*, web_sys};
use routes::Previewed;
use wire::preview::File;

/// The page.
#[component]
pub(super) fn OwnFile() -> AnyView {
    let words = PanelWords::of(lang());
    crate::pages::title(words.own_title);
    let held = Held::of(Previewed::Own);
    let chosen = held.own;
    // What opens files comes with the page, so that the network may go before a file is chosen.
    held.engine.start_ahead();
    view! {
        <div class="wrap pv">
            <Crumbs above=Vec::new() here=words.own_title.to_owned()/>
            <header class="pvhead"><div>
                <h1>{move || chosen.with(|file| file.as_ref().map_or(words.own_title.to_owned(), |file| clipped(&file.name(), 120)))}</h1>
                <p class="by">{words.own_lead}</p>
            </div></header>
            <Choose held=held/>
            {move || chosen.get().map(|file| shown(file, held))}
        </div>
    }
}

#[component]
fn Choose(held: Held) -> AnyView {
    let words = PanelWords::of(lang());
    let is_over = RwSignal::new(false);
    // Files that came with the one that is open.
    let passed = RwSignal::new(0);
    let take = move |files: Option<web_sys::FileList>| {
        if let Some(files) = files
            && let Some(file) = files.get(0)
        {
            passed.set(files.length().saturating_sub(1));
            held.choose(file);
        }
    };
    let others = move || {
        let n = Some(passed.get()).filter(|n| *n > 0)?.to_string();
        let name = held
            .own
            .with(|file| Some(clipped(&file.as_ref()?.name(), 120)))?;
        Some(fill(words.own_one, &[("name", &name), ("n", &n)]))
    };
    // Anywhere on the page: a browser leaves it for a file that nobody takes.
    let holds_file = |event: &ev::DragEvent| {
        let data = event.data_transfer();
        data.is_some_and(|data| data.types().includes(&"Files".into(), 0))
    };
    let over = window_event_listener(ev::dragover, move |event| {
        if holds_file(&event) {
            event.prevent_default();
            is_over.set(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |_| is_over.set(false));
    let drop = window_event_listener(ev::drop, move |event| {
        if holds_file(&event) {
            event.prevent_default();
            is_over.set(false);
            take(event.data_transfer().and_then(|data| data.files()));
        }
    });
    on_cleanup(move || {
        for one in [over, leave, drop] {
            one.remove();
        }
    });
    let is_open = move || held.own.with(Option::is_some);
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
        >
            <label class="btn main" for="own-file"><Svg icon=Icon::File/>{label}</label>
            <input
                id="own-file"
                type="file"
                on:change:target=move |event| changed(event.target())
            />
            <p>{words.own_drop}</p>
            <p class="small muted">{words.own_kinds}</p>
            <p role="status">{others}</p>
        </div>
    }
}

fn shown(file: web_sys::File, held: Held) -> AnyView {
    let words = PanelWords::of(lang());
    let looking = held.looking;
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
            held=held
            source=source
            looking=Signal::from(looking)
            on_look=Callback::new(move |next| looking.set(next))
            on_mend=Callback::new(move |next| looking.set(next))
            link=Callback::new(|_| String::new())
            beside=None
        />
    }
}
