//! The clipboard, with the older way for plain `http` pages, where the new one is missing.

use crate::scope;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Puts `text` on the clipboard. `false` when the browser refused: then show the text to be
/// copied by hand. Call it from a click, before awaiting anything else.
pub async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let clipboard = scope::member_of(&window.navigator(), "clipboard")
        .and_then(|value| value.dyn_into::<web_sys::Clipboard>().ok());
    if let Some(clipboard) = clipboard
        && JsFuture::from(clipboard.write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_by_selection(text).unwrap_or(false)
}

/// Selects the text in a field nobody sees and asks the browser to copy the selection.
fn copy_by_selection(text: &str) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    let focused = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_read_only(true);
    let style = area.style();
    let _ = style.set_property("position", "fixed");
    let _ = style.set_property("inset-block-start", "-100vh");
    body.append_child(&area).ok()?;
    area.select();
    let done = document
        .dyn_into::<HtmlDocument>()
        .ok()
        .and_then(|document| document.exec_command("copy").ok());
    area.remove();
    if let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
    done
}
