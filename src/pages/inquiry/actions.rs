//! What is clicked to hand the document over: buttons for what this page does, links for what
//! another program takes over.

use super::{
    form::{Form, moment},
    hand_over::{copy, followed, permit, save_file, send},
    standing::Standing,
};
use crate::{
    components::{Icon, Svg, said_text},
    i18n::{Common, Inquiry as Words, fill},
    reactive::memo,
    state::lang,
    view::{any, view},
};
use inquiry::{NotAllowed, Prepared, Target, Way, prepare};
use leptos::prelude::*;

/// What is clicked. A way that opens an address is a link, but only once it may be followed.
#[component]
pub(super) fn Action(
    form: Form,
    target: StoredValue<Target>,
    standing: Memo<Standing>,
    refusal: RwSignal<Option<String>>,
) -> AnyView {
    let words = Words::of(lang());
    let label = target.with_value(|target| target.label.as_ref().map(said_text));
    let label = label.filter(|label| !label.is_empty());
    match target.with_value(|target| target.way.clone()) {
        Way::Download => view! {
            <span class="acts2">
                <Push form=form icon=Icon::File label=words.download_json run=move || save_file(form, ".json")/>
                <Push form=form icon=Icon::Download label=words.download_text run=move || save_file(form, ".txt")/>
            </span>
        },
        Way::Copy => {
            view! { <Push form=form icon=Icon::Copy label=words.copy run=move || copy(form)/> }
        }
        Way::Webhook { .. } | Way::Formspree { .. } => {
            view! { <Send form=form target=target standing=standing refusal=refusal label=label/> }
        }
        Way::Mailto { .. } => {
            let label = label.unwrap_or_else(|| words.mail.to_owned());
            view! { <Follow form=form target=target icon=Icon::Mail label=label/> }
        }
        Way::GithubIssue { .. } | Way::Link { .. } => {
            let label = label.unwrap_or_else(|| words.link.to_owned());
            view! { <Follow form=form target=target icon=Icon::Chevron label=label/> }
        }
    }
}

/// A button that does not leave the page. It is never dead: while something is to be mended, it
/// says what.
#[component]
fn Push(form: Form, icon: Icon, label: &'static str, run: impl Fn() + 'static) -> AnyView {
    view! {
        <button class="btn" type="button" aria-disabled=move || waits(form) on:click=move |_| run()>
            <Svg icon=icon/>
            {label}
        </button>
    }
}

/// `aria-disabled`, once the visitor was told what is to be mended.
fn waits(form: Form) -> Option<&'static str> {
    (form.writing.attempted.get() && !form.is_ready()).then_some("true")
}

#[component]
fn Send(
    form: Form,
    target: StoredValue<Target>,
    standing: Memo<Standing>,
    refusal: RwSignal<Option<String>>,
    label: Option<String>,
) -> AnyView {
    let words = Words::of(lang());
    let label = label.unwrap_or_else(|| words.send.to_owned());
    let is_failed = move || standing.with(|standing| standing.is_failed);
    let said = move || {
        if is_failed() {
            Common::of(lang()).retry.to_owned()
        } else {
            label.clone()
        }
    };
    let off = move || {
        standing
            .with(|s| s.is_settled)
            .then_some("true")
            .or_else(|| waits(form))
    };
    let run = move |_| {
        let sent = send(form, target.get_value());
        refusal.set(sent.err().map(refused));
    };
    view! {
        <button class="btn main" type="button" aria-disabled=off on:click=run>
            <Svg icon=Icon::Send/>
            {said}
        </button>
    }
}

/// Why it may not be sent now.
fn refused(why: NotAllowed) -> String {
    let words = Words::of(lang());
    match why {
        NotAllowed::AlreadySending => words.refused_sending.to_owned(),
        NotAllowed::AlreadySent | NotAllowed::NotSending => words.refused_sent.to_owned(),
        NotAllowed::FailedForGood => words.refused_for_good.to_owned(),
        NotAllowed::TooEarly(at) => fill(words.refused_early, &[("time", &moment(at))]),
    }
}

#[component]
fn Follow(form: Form, target: StoredValue<Target>, icon: Icon, label: String) -> AnyView {
    let is_mail = target.with_value(|target| matches!(target.way, Way::Mailto { .. }));
    let address = move || {
        let document = form.document.get()?;
        match target.with_value(|target| prepare(&document, target)) {
            Prepared::Mailto { href, .. } | Prepared::Link { href, .. } => Some(href),
            _ => None,
        }
    };
    let ready = memo(move || form.is_ready());
    any(move || {
        let label = label.clone();
        if ready.get() {
            let elsewhere = (!is_mail).then_some("_blank");
            let follow = move |_| target.with_value(|target| followed(form, target));
            return view! {
                <a class="btn" href=address target=elsewhere rel="noopener noreferrer" on:click=follow>
                    <Svg icon=icon/>
                    {label}
                </a>
            };
        }
        view! {
            <button class="btn" type="button" aria-disabled=move || waits(form) on:click=move |_| { permit(form); }>
                <Svg icon=icon/>
                {label}
            </button>
        }
    })
}
