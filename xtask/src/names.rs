//! Short names for what a program and its bindings call each other. wasm-bindgen makes them of
//! words and sixteen digits that compress to eight bytes each, twice: of the page's first 330 kB
//! they are 8.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};

use crate::wasm_sections;

/// What short names begin with, so that they meet no name of the bindings.
const SIGN: char = '$';

/// The bindings and the program with short names.
///
/// # Errors
/// When the program cannot be read, or the bindings have names that begin as the short ones do.
pub(crate) fn shorten(bindings: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let words: BTreeSet<&str> = words(bindings).collect();
    if let Some(word) = words.iter().find(|word| is_short(word)) {
        bail!("the bindings have the name {word}, which looks like a short one");
    }
    let mut names = BTreeMap::new();
    let wasm = wasm_sections::renamed(wasm, &mut |name| {
        if !is_made_up(name) || !words.contains(name) {
            return None;
        }
        let next = names.len();
        let short = names.entry(name.to_owned()).or_insert_with(|| nth(next));
        Some(short.clone())
    });
    let wasm = wasm.context("its imports and exports cannot be read")?;

    let mut written = String::new();
    let mut rest = bindings;
    while let Some(at) = rest.find(is_of_word) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c| !is_of_word(c)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        written += before;
        written += names.get(word).map_or(word, String::as_str);
        rest = after;
    }
    Ok((written + rest, wasm))
}

/// Whether this is words and a hash: `__wbg_fetch_9b478faef8cda538`, `…__invoke__h65d34564fee7067f`.
fn is_made_up(name: &str) -> bool {
    name.rsplit_once('_').is_some_and(|(_, hash)| {
        let digits = hash.strip_prefix('h').unwrap_or(hash);
        digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn is_short(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next() == Some(SIGN) && letters.next().is_some_and(|c| c.is_ascii_lowercase())
}

/// `$a`, `$b`, … `$z`, `$ba`, …
fn nth(number: usize) -> String {
    let mut letters = String::new();
    let mut left = number;
    loop {
        letters.insert(0, char::from(b"abcdefghijklmnopqrstuvwxyz"[left % 26]));
        left /= 26;
        if left == 0 {
            break;
        }
    }
    letters.insert(0, SIGN);
    letters
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_of_word(c))
        .filter(|word| !word.is_empty())
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == SIGN
}

#[cfg(test)]
mod tests {
    use super::*;

    const FETCH: &str = "__wbg_fetch_9b478faef8cda538";
    const INVOKE: &str = "bindgen__invoke__h65d34564fee7067f";

    /// A program with one import and two exports, all functions.
    fn program() -> Vec<u8> {
        let name = |text: &str| [&[u8::try_from(text.len()).unwrap()], text.as_bytes()].concat();
        let section = |kind: u8, contents: Vec<u8>| {
            [vec![kind, u8::try_from(contents.len()).unwrap()], contents].concat()
        };
        let import = [vec![1], name("./a_bg.js"), name(FETCH), vec![0, 0]].concat();
        let exports = [
            vec![2],
            name(INVOKE),
            vec![0, 0],
            name("memory"),
            vec![2, 0],
        ]
        .concat();
        let types = section(1, vec![1, 0x60, 0, 0]);
        let header = b"\0asm\x01\0\0\0".to_vec();
        [header, types, section(2, import), section(7, exports)].concat()
    }

    #[test]
    fn both_sides_get_the_same_short_names_and_nothing_else_changes() {
        let bindings = format!(
            "const i = {{ {FETCH}: (a) => `${{a}}` }}; wasm.{INVOKE}(); wasm.memory; {FETCH}_more"
        );
        let (bindings, wasm) = shorten(&bindings, &program()).unwrap();
        assert_eq!(
            bindings,
            format!("const i = {{ $a: (a) => `${{a}}` }}; wasm.$b(); wasm.memory; {FETCH}_more")
        );
        let text = String::from_utf8_lossy(&wasm);
        assert!(text.contains("\x09./a_bg.js\x02$a\0\0"), "{text:?}");
        assert!(text.contains("\x02\x02$b\0\0\x06memory\x02\0"), "{text:?}");
    }

    #[test]
    fn a_name_that_the_bindings_do_not_know_stays() {
        let (bindings, wasm) = shorten("nothing", &program()).unwrap();
        assert_eq!((bindings.as_str(), wasm), ("nothing", program()));
    }

    #[test]
    fn refuses_bindings_whose_names_could_be_mistaken() {
        assert!(shorten("const $a = 1;", &program()).is_err());
    }

    #[test]
    fn short_names_differ() {
        let names: BTreeSet<String> = (0..2_000).map(nth).collect();
        assert_eq!(names.len(), 2_000);
    }
}
