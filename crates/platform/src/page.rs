//! The document and its address: what the page may set, and what it must hear.

use crate::{Listener, scope};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, MediaQueryListEvent, Window};

/// The address bar, in parts as the browser writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The whole address.
    pub href: String,
    /// Scheme, host and port.
    pub origin: String,
    /// Path, percent-encoded.
    pub path: String,
    /// Empty, or `?` and the raw query.
    pub search: String,
    /// Empty, or `#` and the raw fragment.
    pub hash: String,
}

/// The address of this page.
#[must_use]
pub fn address() -> Address {
    Address {
        href: scope::location("href"),
        origin: scope::location("origin"),
        path: scope::location("pathname"),
        search: scope::location("search"),
        hash: scope::location("hash"),
    }
}

/// Loads the page again from its address.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // A browser that refuses leaves the page as it is.
        let _ = window.location().reload();
    }
}

/// The absolute address that relative ones resolve against (`<base>`); in a worker its own.
#[must_use]
pub fn base_uri() -> String {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.base_uri().ok()?)
        .unwrap_or_else(|| scope::location("href"))
}

/// How long a page that one comes back to is held as tall as it was, in milliseconds.
const HELD: u32 = 2_000;

/// Goes to `url` as a new step of the history, without loading. `false`: another origin. The
/// present step notes how tall its page is, for who comes back to it.
pub fn push_address(url: &str) -> bool {
    let tall = root().map_or(0, |root| root.scroll_height());
    history(|history| {
        history.replace_state(&JsValue::from(tall), "")?;
        history.push_state_with_url(&JsValue::NULL, "", Some(url))
    })
}

/// Goes to `url` in place of the present step. `false`: another origin, or too often.
pub fn replace_address(url: &str) -> bool {
    history(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(url)))
}

fn history(change: impl FnOnce(&web_sys::History) -> Result<(), JsValue>) -> bool {
    window_history().is_some_and(|history| change(&history).is_ok())
}

fn hold(tall: &str, anchor: &str) {
    set_root_property("min-block-size", tall);
    set_root_property("overflow-anchor", anchor);
}

fn window_history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}

/// Calls `moved` when the visitor goes back or forward. The browser then scrolls to where the page
/// was left, as far as it is tall at that moment; what is in it may come later. So it is as tall
/// at once as it was, and what comes moves nothing.
#[must_use = "dropping the listener ends the calls"]
pub fn on_popstate(mut moved: impl FnMut() + 'static) -> Listener {
    Listener::on_scope("popstate", move |_| {
        let state = window_history().and_then(|history| history.state().ok());
        if let Some(tall) = state.and_then(|state| state.as_f64()) {
            hold(&format!("{}px", tall as u32), "none");
            crate::spawn(async {
                crate::sleep(HELD).await;
                hold("", "");
            })
            .detach();
        }
        moved();
    })
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Sets the language of the document, a BCP 47 tag.
pub fn set_lang(tag: &str) {
    set_root_attribute("lang", Some(tag));
}

/// Sets or removes an attribute of `<html>`, such as `data-theme`.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    // Fails only for a name that is none, and names are ours.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Sets a property on `<html>`, such as `--brand-hue`. Allowed by a policy without inline
/// styles, which the attribute is not.
pub fn set_root_property(name: &str, value: &str) {
    if let Some(root) = root().and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        // A value the browser cannot read is ignored by it.
        let _ = root.style().set_property(name, value);
    }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// The visitor's languages as BCP 47 tags, best first.
#[must_use]
pub fn languages() -> Vec<String> {
    let Some(navigator) = scope::member("navigator") else {
        return Vec::new();
    };
    scope::member_of(&navigator, "languages")
        .map(|list| js_sys::Array::from(&list).iter().collect::<Vec<_>>())
        .unwrap_or_default()
        .iter()
        .filter_map(JsValue::as_string)
        .collect()
}

/// Whether the media query holds now, such as `(prefers-color-scheme: dark)`.
#[must_use]
pub fn matches_media(query: &str) -> bool {
    media(query).is_some_and(|list| list.matches())
}

/// Calls `changed(holds)` when the answer to the media query changes.
#[must_use = "dropping the listener ends the calls"]
pub fn on_media(query: &str, mut changed: impl FnMut(bool) + 'static) -> Option<Listener> {
    let list = media(query)?;
    Some(Listener::new(list.into(), "change", move |event| {
        if let Some(event) = event.dyn_ref::<MediaQueryListEvent>() {
            changed(event.matches());
        }
    }))
}

fn media(query: &str) -> Option<web_sys::MediaQueryList> {
    let window: Window = web_sys::window()?;
    window.match_media(query).ok()?
}

/// The value of `data-<name>` on the element with this id.
#[must_use]
pub fn data_of(id: &str, name: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    document
        .get_element_by_id(id)?
        .get_attribute(&format!("data-{name}"))
}

/// Scrolls to the top and puts the focus on the element with this id, so that the keyboard
/// and a screen reader start where a new page starts.
pub fn to_top(id: &str) {
    let Some(window) = web_sys::window() else {
        return;
    };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    focus(id);
}

/// Puts the focus on the element with this id and lets the browser scroll it into view.
/// `false` when there is none, or it cannot have the focus.
pub fn focus(id: &str) -> bool {
    element(id).is_some_and(|element| element.focus().is_ok())
}

/// Does what pressing the element with this id does, such as asking for a file.
pub fn press(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(id)?.dyn_into().ok()
}

/// Calls `hidden` when the page goes out of sight: another tab, another site, closed. It is the
/// last moment at which a page can count on being heard.
#[must_use = "dropping the listeners ends the calls"]
pub fn on_hidden(hidden: impl Fn() + Clone + 'static) -> [Listener; 2] {
    let left = hidden.clone();
    [
        // It is told to the document and bubbles.
        Listener::on_scope("visibilitychange", move |_| {
            let document = web_sys::window().and_then(|window| window.document());
            if document.is_some_and(|document| document.hidden()) {
                hidden();
            }
        }),
        Listener::on_scope("pagehide", move |_| left()),
    ]
}

/// Takes the element with this id out of the document.
pub fn remove_element(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        element.remove();
    }
}
