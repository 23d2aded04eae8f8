//! Links followed inside the page: which clicks are meant to stay here.

use crate::Listener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// Listens to plain clicks on links anywhere in the document. `follow` gets the absolute
/// address and says whether it went there itself; then the browser does not. Clicks with
/// a modifier, other buttons, downloads and links for another window stay the browser's.
#[must_use = "dropping it stops listening"]
pub fn on_link(mut follow: impl FnMut(&str) -> bool + 'static) -> Listener {
    Listener::on_scope("click", move |event| {
        let plain = event.dyn_ref::<MouseEvent>().is_some_and(|click| {
            click.button() == 0
                && !(click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key())
        });
        if !plain || event.default_prevented() {
            return;
        }
        let anchor = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten())
            .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
        let Some(anchor) = anchor else { return };
        let elsewhere = !anchor.target().is_empty() && anchor.target() != "_self";
        if elsewhere || anchor.has_attribute("download") {
            return;
        }
        if follow(&anchor.href()) {
            event.prevent_default();
        }
    })
}
