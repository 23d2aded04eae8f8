//! The ways to hand the document over, a row each, with how each stands.

use super::{
    actions::Action,
    form::Form,
    sections::Agreement,
    standing::Standing,
    targets::{Choice, wrong_words},
};
use crate::{
    components::{Notice, Tone},
    i18n::{Inquiry as Words, fill},
    reactive::memo,
    state::lang,
    view::view,
};
use inquiry::{Prepared, Target, Way, prepare};
use leptos::prelude::*;

/// The section.
#[component]
pub(super) fn Delivery(form: Form) -> AnyView {
    let words = Words::of(lang());
    let choices = memo(move || {
        form.asked
            .with(|asked| asked.as_ref().map_or_else(Vec::new, |a| a.choices.clone()))
    });
    let wrong = move || {
        form.asked.with(|asked| {
            let wrong = asked.iter().flat_map(|asked| &asked.wrong);
            wrong.map(wrong_words).collect::<Vec<_>>()
        })
    };
    let own = [Way::Download, Way::Copy].map(|way| Choice {
        target: Target::plain(way),
        who: String::new(),
        is_contact: false,
    });
    view! {
        <section aria-labelledby="inquiry-deliver">
            <h2 id="inquiry-deliver">{words.deliver}</h2>
            <Agreement form=form/>
            <ul class="ways2 plain" role="list">
                {move || choices.get().into_iter().map(|choice| view! { <Row form=form choice=choice/> }).collect_view()}
                {own.into_iter().map(|choice| view! { <Row form=form choice=choice/> }).collect_view()}
            </ul>
            {move || wrong().into_iter().map(|words| view! {
                <Notice tone=Tone::Warning><p>{words}</p></Notice>
            }).collect_view()}
            <p class="small muted">{words.deliver_hint}</p>
        </section>
    }
}

/// One way.
#[component]
fn Row(form: Form, choice: Choice) -> AnyView {
    let words = Words::of(lang());
    let target = StoredValue::new(choice.target.clone());
    let standing = memo(move || target.with_value(|target| Standing::of(form, target)));
    // Why a click did nothing.
    let refusal = RwSignal::new(None::<String>);
    let why = move || {
        let is_refused = standing.with(|standing| standing.is_settled || standing.is_failed);
        let refusal = refusal.get().filter(|_| is_refused);
        refusal.or_else(|| standing.with(|standing| standing.why.clone()))
    };
    view! {
        <li>
            <div class="wayhead">
                <b>{name(&choice)}</b>
                <span class="small muted">{explain(&choice)}</span>
                {choice.target.public.then(|| view! {
                    <span class="small softwarn">{words.way_public}</span>
                })}
                {move || is_too_long(form, target).then(|| view! {
                    <span class="small quiet">{words.mail_long}</span>
                })}
                <p class="small why" role="status">{why}</p>
            </div>
            <div class="do">
                <Action form=form target=target standing=standing refusal=refusal/>
                <span role="status">{move || standing.with(Standing::view)}</span>
            </div>
        </li>
    }
}

fn name(choice: &Choice) -> String {
    let words = Words::of(lang());
    match (&choice.target.way, choice.who.is_empty()) {
        (Way::Download, _) => words.way_download.to_owned(),
        (Way::Copy, _) => words.way_copy.to_owned(),
        (_, false) => choice.who.clone(),
        (_, true) => choice.target.recipient().unwrap_or_default().to_owned(),
    }
}

fn explain(choice: &Choice) -> String {
    let words = Words::of(lang());
    let address = choice.target.recipient().unwrap_or_default();
    let sentence = match &choice.target.way {
        Way::Download => words.way_download_sub,
        Way::Copy => words.way_copy_sub,
        Way::Mailto { .. } if choice.is_contact => words.way_contact_sub,
        Way::Mailto { .. } => words.way_mail_sub,
        Way::Webhook { .. } | Way::Formspree { .. } => words.way_webhook_sub,
        Way::GithubIssue { .. } => words.way_issue_sub,
        Way::Link { .. } => words.way_link_sub,
    };
    fill(sentence, &[("to", address)])
}

/// A mail that holds a summary only, because the whole does not fit into its address.
fn is_too_long(form: Form, target: StoredValue<Target>) -> bool {
    if !target.with_value(|target| matches!(target.way, Way::Mailto { .. })) || !form.is_ready() {
        return false;
    }
    let attached = form.document.with(|document| {
        let document = document.as_ref()?;
        Some(target.with_value(|target| prepare(document, target)))
    });
    matches!(
        attached,
        Some(Prepared::Mailto {
            attach: Some(_),
            ..
        })
    )
}
