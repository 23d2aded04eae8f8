//! The page: the parts in their places.

use super::{
    delivery::Delivery,
    document::Preview,
    form::Form,
    head::Head,
    problems::Problems,
    sections::{About, Asker, Terms, Wish},
    subject::asked,
};
use crate::{
    i18n::Inquiry as Words,
    reactive::watch,
    state::{Drafts, Router, lang},
    view::{any, view},
};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;

/// The page.
#[component]
pub(crate) fn Inquiry() -> AnyView {
    crate::pages::title(Words::of(lang()).title);
    let key = Router::here().part(|route| match route {
        Route::Inquiry(key) => key.clone(),
        _ => None,
    });
    any(move || view! { <Sheet key=key.get()/> })
}

/// The inquiry about one listing, or about none.
#[component]
fn Sheet(key: Option<Key>) -> AnyView {
    let writing = Drafts::about(key.as_ref());
    let form = Form::new(writing, asked(key));
    watch(move || {
        if let Some(asked) = form.asked.get() {
            writing.name(&asked.subject.title);
        }
    });
    // Nothing typed is lost when the page is left or built anew in another language.
    on_cleanup(move || writing.flush());
    view! {
        <div class="wrap inq">
            <Head form=form/>
            <Problems form=form/>
            <div class="inqgrid">
                <form autocomplete="on" novalidate on:submit=|event| event.prevent_default()>
                    <About form=form/>
                    {move || if writing.is_open.get() {
                        view! { <Places form=form/> }
                    } else {
                        view! { <p class="muted late" role="status">{Words::of(lang()).opening}</p> }
                    }}
                </form>
                <Preview form=form/>
            </div>
        </div>
    }
}

/// What is filled in; there once the device was looked at.
#[component]
fn Places(form: Form) -> AnyView {
    view! {
        <Asker form=form/>
        <Wish form=form/>
        <Terms form=form/>
        <Delivery form=form/>
    }
}
