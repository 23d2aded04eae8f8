//! Runs the program of a template: the counterpart of `crates/markup/src/program.rs`.

use super::{
    Kind,
    hole::{Filled, Hole},
};
use leptos::{tachys::renderer::dom::Dom, web_sys};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What a hole of an element is for.
pub(crate) enum Part {
    /// A value of this kind and name.
    Value(Kind, &'static str),
    /// A listener of this event.
    Event(&'static str),
    /// A reference to the element.
    Reference,
}

/// Makes what the program says; the element, and what fills its holes.
pub(crate) fn run(program: &'static str, holes: Vec<Hole>) -> (web_sys::Element, Vec<Filled>) {
    let mut holes = holes.into_iter();
    let mut filled = Vec::with_capacity(holes.len());
    let mut open: Vec<web_sys::Element> = Vec::new();
    let mut last = None;
    let mut rest = program;
    while let Some(step) = rest.chars().next() {
        let words = rest.get(1..).unwrap_or_default();
        let end = words.find(|c| c <= '\u{7}').unwrap_or(words.len());
        let (words, after) = words.split_at(end);
        rest = after;
        match (step, open.last()) {
            ('\u{1}' | '\u{2}', parent) => {
                let namespace = (step == '\u{2}').then_some(SVG);
                let element = Dom::create_element(words, namespace);
                if let Some(parent) = parent {
                    Dom::insert_node(parent, &element, None);
                }
                open.push(element);
            }
            ('\u{3}', Some(element)) => {
                let (name, value) = words.split_once('\u{1f}').unwrap_or((words, ""));
                Dom::set_attribute(element, name, value);
            }
            ('\u{4}', Some(element)) => {
                Dom::insert_node(element, &Dom::create_text_node(words), None);
            }
            ('\u{5}', Some(element)) => {
                filled.extend(
                    holes
                        .next()
                        .and_then(|hole| Filled::new(element, None, hole)),
                );
            }
            ('\u{6}', Some(element)) => {
                let part = Some(part(words));
                filled.extend(
                    holes
                        .next()
                        .and_then(|hole| Filled::new(element, part, hole)),
                );
            }
            _ => last = open.pop(),
        }
    }
    // A program is one element, opened first and closed last.
    let root = last.unwrap_or_else(|| Dom::create_element("span", None));
    (root, filled)
}

/// The letter of a kind, and a name.
fn part(words: &'static str) -> Part {
    let name = words.get(1..).unwrap_or_default();
    match words.as_bytes().first() {
        Some(b'c') => Part::Value(Kind::Class, name),
        Some(b's') => Part::Value(Kind::Style, name),
        Some(b'p') => Part::Value(Kind::Property, name),
        Some(b'm') => Part::Value(Kind::Markup, name),
        Some(b'e') => Part::Event(name),
        Some(b'r') => Part::Reference,
        _ => Part::Value(Kind::Attribute, name),
    }
}
