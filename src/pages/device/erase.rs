//! A button that asks once more in its own place before it erases.

use crate::{
    i18n::Shop as Words,
    state::lang,
    view::{any, view},
};
use leptos::{html, prelude::*};

/// The button; once pressed, the question with its two answers stands in its place.
#[component]
pub(super) fn Erase(
    /// What the button says.
    words: &'static str,
    /// What the button does, for speech.
    #[prop(into)]
    label: String,
    /// Called when the visitor is sure.
    on_erase: Callback<()>,
) -> AnyView {
    let shop = Words::of(lang());
    let asked = RwSignal::new(false);
    let yes = NodeRef::<html::Button>::new();
    let ask = NodeRef::<html::Button>::new();
    // The focus follows the question, and returns when it is taken back.
    let moved = move |to: bool| {
        asked.set(to);
        request_animation_frame(move || {
            let button = if to {
                yes.get_untracked()
            } else {
                ask.get_untracked()
            };
            if let Some(button) = button {
                // A button that is gone has no focus to take.
                let _ = button.focus();
            }
        });
    };
    any(move || match asked.get() {
        false => view! {
            <button node_ref=ask class="btn small" type="button" aria-label=label.clone() on:click=move |_| moved(true)>
                {words}
            </button>
        },
        true => view! {
            <span class="sure" role="group" aria-label=label.clone()>
                <span>{shop.erase_sure}</span>
                <button node_ref=yes class="btn small danger" type="button" on:click=move |_| on_erase.run(())>
                    {shop.erase_yes}
                </button>
                <button class="btn small" type="button" on:click=move |_| moved(false)>{shop.erase_no}</button>
            </span>
        },
    })
}
