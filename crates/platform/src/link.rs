//! Links followed inside the page: which clicks are meant to stay here, and which will
//! probably come.

use crate::{Listener, connection};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

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
        let Some(anchor) = anchor(&event) else { return };
        let elsewhere = !anchor.target().is_empty() && anchor.target() != "_self";
        if elsewhere || anchor.has_attribute("download") {
            return;
        }
        if follow(&anchor.href()) {
            event.prevent_default();
        }
    })
}

/// Calls `ahead` with the absolute address of a link that is pointed at, touched or focused,
/// which is a moment before it is followed. Never where the visitor asked to save data.
#[must_use = "dropping the listeners ends the calls"]
pub fn on_link_ahead(ahead: impl Fn(&str) + Clone + 'static) -> [Listener; 2] {
    let listen = |event| {
        let ahead = ahead.clone();
        Listener::on_scope(event, move |event| {
            if let Some(anchor) = anchor(&event)
                && !connection::saves_data()
            {
                ahead(&anchor.href());
            }
        })
    };
    [listen("pointerover"), listen("focusin")]
}

/// The link that an event happened on or in.
fn anchor(event: &Event) -> Option<HtmlAnchorElement> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("a[href]").ok()??.dyn_into().ok()
}
