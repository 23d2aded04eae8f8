//! A part of the panel that folds: its heading is the button.

use super::PanelPart;
use crate::{
    components::{Icon, Svg},
    reactive::memo,
    view::view,
};
use leptos::prelude::*;

/// The heading with what is below it while it is open.
#[component]
pub(super) fn PanelFold(
    /// Which part.
    part: PanelPart,
    /// What is open.
    open: RwSignal<Vec<PanelPart>>,
    /// The name of the part.
    name: &'static str,
    /// How many conditions are set here.
    #[prop(into)]
    set: Signal<usize>,
    /// Whether there is nothing to choose from: such a part is shown only to who opened it.
    #[prop(into)]
    silent: Signal<bool>,
    /// Makes what is below.
    body: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let token = match part {
        PanelPart::Facet(facet) => facet.as_str(),
        PanelPart::Range(range) => range.as_str(),
    };
    let is_open = memo(move || open.with(|open| open.contains(&part)));
    let touched = RwSignal::new(false);
    let fold = move |_| {
        touched.set(true);
        open.update(|open| match open.iter().position(|known| *known == part) {
            Some(at) => drop(open.remove(at)),
            None => open.push(part),
        });
    };
    view! {
        <fieldset class="facet" class:folded=move || !is_open.get() data-facet=token hidden=move || silent.get() && !touched.get()>
            <legend>
                <button class="fold" type="button" aria-expanded=move || is_open.get().to_string() on:click=fold>
                    <span>{name}</span>
                    {move || Some(set.get()).filter(|set| *set > 0).map(|set| view! { <b class="num">{set}</b> })}
                    <Svg icon=Icon::Chevron/>
                </button>
            </legend>
            {move || is_open.get().then(&body)}
        </fieldset>
    }
}
