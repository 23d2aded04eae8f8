//! The sections of the form: what is asked about, who asks, what for, on which terms.

use super::{
    choices::{Border, Delivered, Use, Who},
    fields::TextField,
    form::Form,
    questions::AskMissing,
    subject::Asked,
    tick::Tick,
};
use crate::{
    components::{NotStated, Notice, PriceLine, Said, Tone},
    i18n::{Common, Inquiry as Words},
    state::{href, lang},
    view::view,
};
use catalog::Key;
use inquiry::{Field, consent_text};
use leptos::prelude::*;
use routes::Route;
use search::{ListingPage, Query};
use std::sync::Arc;

/// What is asked about.
#[component]
pub(super) fn About(form: Form) -> AnyView {
    let words = Words::of(lang());
    view! {
        <section aria-labelledby="inquiry-about">
            <h2 id="inquiry-about">{words.about}</h2>
            {move || match form.asked.get() {
                Some(asked) => about(&asked),
                None => view! {
                    <div class="bgrp late" role="status">
                        <p class="vh">{words.about_waiting}</p>
                        <div class="skel" style:inline-size="40%"></div>
                        <div class="skel" style:inline-size="75%"></div>
                    </div>
                },
            }}
        </section>
    }
}

fn about(asked: &Asked) -> AnyView {
    let words = Words::of(lang());
    let browse = href(&Route::Browse(Query::default()));
    let key = asked.subject.key.clone();
    match &asked.page {
        Some(page) => view! { <Listed page=page.clone()/> },
        None if asked.is_gone => view! {
            <Notice tone=Tone::Warning head=words.about_gone>
                <p>{words.about_gone_lead}" "<code>{key}</code></p>
                <p class="row"><a href=browse>{words.choose}</a></p>
            </Notice>
        },
        None => view! {
            <div class="bgrp"><p class="quiet">{words.about_none}" "<a href=browse>{words.choose}</a></p></div>
        },
    }
}

#[component]
fn Listed(page: Arc<ListingPage>) -> AnyView {
    let common = Common::of(lang());
    let address = Key::parse(&page.key).map(|key| href(&Route::Listing(key)));
    view! {
        <div class="bgrp">
            <h3>
                {match &page.exchange {
                    Some(exchange) => view! { <span class="exch"><Said text=exchange.name.clone()/></span> },
                    None => view! { <NotStated words=common.exchange_not_stated/> },
                }}
            </h3>
            <ul class="plain" role="list">
                <li>
                    <div>
                        <a href=address><Said text=page.listing.title.clone()/></a>
                        <span class="small muted">
                            {match &page.provider {
                                Some(provider) => view! { <Said text=provider.name.clone()/> },
                                None => view! { <NotStated words=common.supplier_not_stated/> },
                            }}
                        </span>
                    </div>
                    <PriceLine price=page.price.clone()/>
                </li>
            </ul>
        </div>
    }
}

/// Who asks.
#[component]
pub(super) fn Asker(form: Form) -> AnyView {
    let words = Words::of(lang());
    view! {
        <section class="stack fields" aria-labelledby="inquiry-who">
            <h2 id="inquiry-who">{words.who}</h2>
            <Who form=form/>
            <TextField form=form field=Field::Organization/>
            <div class="f2">
                <TextField form=form field=Field::Uscc/>
                <TextField form=form field=Field::Industry/>
                <TextField form=form field=Field::Name/>
                <TextField form=form field=Field::Role/>
            </div>
            <p class="small quiet">{words.contact_hint}</p>
            <div class="f2">
                <TextField form=form field=Field::Email/>
                <TextField form=form field=Field::Tel/>
            </div>
        </section>
    }
}

/// What for, how much, how.
#[component]
pub(super) fn Wish(form: Form) -> AnyView {
    let words = Words::of(lang());
    view! {
        <section class="stack fields" aria-labelledby="inquiry-what">
            <h2 id="inquiry-what">{words.what}</h2>
            <TextField form=form field=Field::Purpose/>
            <div class="f2">
                <Use form=form/>
                <TextField form=form field=Field::Quantity/>
                <TextField form=form field=Field::PeriodStart/>
                <TextField form=form field=Field::PeriodEnd/>
            </div>
            <Delivered form=form/>
            <Border form=form/>
            <Tick
                form=form
                field=Field::NoReidentification
                words=words.promise.to_owned()
                get=|draft| draft.no_reidentification
                on_tick=move |is: bool| form.edit(|draft| draft.no_reidentification = is)
            />
        </section>
    }
}

/// Terms and questions.
#[component]
pub(super) fn Terms(form: Form) -> AnyView {
    let words = Words::of(lang());
    view! {
        <section class="stack fields" aria-labelledby="inquiry-terms">
            <h2 id="inquiry-terms">{words.terms}</h2>
            <div class="f2">
                <TextField form=form field=Field::BudgetMax/>
                <TextField form=form field=Field::BudgetCurrency/>
                <TextField form=form field=Field::Deadline/>
            </div>
            <Tick
                form=form
                field=Field::Sample
                words=words.sample.to_owned()
                get=|draft| draft.sample
                on_tick=move |is: bool| form.edit(|draft| draft.sample = is)
            />
            <div>
                <TextField form=form field=Field::Questions/>
                <AskMissing form=form/>
            </div>
        </section>
    }
}

/// The consent, in the words that the document carries.
#[component]
pub(super) fn Agreement(form: Form) -> AnyView {
    let words = Signal::derive(move || {
        let asked = form.asked.get();
        let readers = asked
            .map(|asked| asked.subject.recipients.clone())
            .unwrap_or_default();
        consent_text(lang().tag(), &readers)
    });
    view! {
        <Tick
            form=form
            field=Field::Consent
            words=words
            get=|draft| draft.consent
            on_tick=move |is: bool| form.agree(is)
        />
    }
}
