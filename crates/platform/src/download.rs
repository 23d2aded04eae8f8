//! A file for the visitor to keep, made in the page.

use crate::Timer;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser gets to begin saving before the address is taken back.
const REVOKE_AFTER_MILLIS: u32 = 60_000;

/// Offers `content` as a file called `name`. `false` when the browser would not make one.
///
/// `name` is cleaned of path and control characters; `mime` such as `application/json`.
pub fn download(name: &str, mime: &str, content: &[u8]) -> bool {
    offer(&clean_name(name), mime, content).is_some()
}

/// A file that is made piece by piece. The pieces are the browser's, which keeps large ones on
/// the disk, and take no room in the program's memory.
#[derive(Default)]
pub struct Pieces(Array);

impl Pieces {
    /// Puts a text behind those before.
    pub fn push(&mut self, text: &str) {
        let one = Array::of1(&text.into());
        // Texts can always be made into a blob.
        if let Ok(blob) = Blob::new_with_str_sequence(&one) {
            self.0.push(&blob);
        }
    }

    /// Offers the whole as a file, as [`download`] does.
    #[must_use]
    pub fn save(&self, name: &str, mime: &str) -> bool {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let blob = Blob::new_with_blob_sequence_and_options(&self.0, &options);
        blob.is_ok_and(|blob| offer_blob(&clean_name(name), &blob).is_some())
    }
}

fn offer(name: &str, mime: &str, content: &[u8]) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(content));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    offer_blob(name, &blob)
}

fn offer_blob(name: &str, blob: &Blob) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.set_hidden(true);
    body.append_child(&anchor).ok()?;
    anchor.click();
    anchor.remove();
    // Too early a revocation makes some browsers save an empty file.
    let timer = Timer::after(REVOKE_AFTER_MILLIS, move || {
        let _ = Url::revoke_object_url(&url);
    });
    std::mem::forget(timer);
    Some(())
}

/// The longest name, and how much of its end is kept: a day and the kind of file.
const LONGEST: usize = 120;
const END: usize = 16;

/// Keeps letters of every script; turns what file systems refuse into `_`. What is too long loses
/// its middle, since the end says what it is.
fn clean_name(name: &str) -> String {
    let over = name.chars().count().saturating_sub(LONGEST);
    let middle = LONGEST - END..LONGEST - END + over;
    let cleaned: String = name
        .chars()
        .enumerate()
        .filter(|(at, _)| !middle.contains(at))
        .map(|(_, c)| c)
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
            c if c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => '_',
            c => c,
        })
        .collect();
    let cleaned = cleaned.trim_matches([' ', '.']).to_owned();
    if cleaned.is_empty() {
        "download".to_owned()
    } else {
        cleaned
    }
}

#[cfg(test)]
mod tests {
    use super::clean_name;

    #[test]
    fn file_names_lose_paths_and_direction_marks_and_keep_chinese() {
        assert_eq!(clean_name("../询价 a/b.json"), "_询价 a_b.json");
        assert_eq!(clean_name("x\u{202e}gpj.exe"), "x_gpj.exe");
        assert_eq!(clean_name(" .. "), "download");
        let long = clean_name(&format!("{}-2026-11-26.json", "长".repeat(300)));
        assert_eq!(long.chars().count(), 120);
        assert!(long.ends_with("长-2026-11-26.json"));
    }
}
