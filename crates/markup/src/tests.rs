//! What markup is compiled to.

use crate::node;
use proc_macro2::TokenStream;
use rstml::{Parser, ParserConfig};

fn expanded(markup: &str) -> Result<String, String> {
    let tokens: TokenStream = markup.parse().unwrap();
    let parser = Parser::new(ParserConfig::default().recover_block(true));
    let nodes = parser.parse_simple(tokens).unwrap();
    node::fragment(&nodes, false)
        .map(|tokens| tokens.to_string())
        .map_err(|error| error.to_string())
}

/// The program of the one template in `markup`, with a letter for each control character.
fn program(markup: &str) -> String {
    let tokens = expanded(markup).unwrap();
    let (_, rest) = tokens.split_once(". fill (").unwrap();
    let literal: syn::LitStr = syn::parse_str(rest.split_once(')').unwrap().0.trim()).unwrap();
    let letter = |c: char| match c {
        '\u{1}' => "<".to_owned(),
        '\u{2}' => "<svg:".to_owned(),
        '\u{3}' => " @".to_owned(),
        '\u{4}' => "'".to_owned(),
        '\u{5}' => "{}".to_owned(),
        '\u{6}' => " #".to_owned(),
        '\u{7}' => ">".to_owned(),
        '\u{1f}' => "=".to_owned(),
        c => c.to_string(),
    };
    literal.value().chars().map(letter).collect()
}

#[test]
fn tags_and_texts_that_never_change_are_one_text_without_holes() {
    let markup = r#"<p class="lead" hidden>"Read " <b>"this"</b></p>"#;
    assert_eq!(program(markup), "<p @class=lead @hidden='Read <b'this>>");
    assert!(!expanded(markup).unwrap().contains("add"));
}

#[test]
fn holes_stand_in_the_order_in_which_they_are_filled() {
    let markup = r#"<a href=address class:on=chosen on:click=go>{name}<i>{more}</i></a>"#;
    assert_eq!(program(markup), "<a #ahref #con #eclick{}<i{}>>");
    let tokens = expanded(markup).unwrap();
    let places = ["address", "chosen", "go", "name", "more"].map(|word| tokens.find(word).unwrap());
    assert!(places.is_sorted(), "{tokens}");
}

#[test]
fn what_is_inside_an_svg_is_svg() {
    assert_eq!(
        program("<svg><g><path d=\"M0 0\"/></g></svg>"),
        "<svg:svg<svg:g<svg:path @d=M0 0>>>"
    );
}

#[test]
fn a_listener_on_a_field_is_given_the_field() {
    let tokens = expanded("<select on:change:target=take></select>").unwrap();
    assert!(tokens.contains("HtmlSelectElement"), "{tokens}");
}

#[test]
fn a_capital_is_a_component_with_properties() {
    let tokens = expanded("<Card hit=hit compact/>").unwrap();
    assert!(
        tokens.contains(". hit (hit)") && tokens.contains(". compact (true)"),
        "{tokens}"
    );
}

#[test]
fn control_characters_and_unknown_prefixes_are_refused() {
    assert!(
        expanded("<p>\"a\\u{3}b\"</p>")
            .unwrap_err()
            .contains("control character")
    );
    assert!(
        expanded("<p use:x=y></p>")
            .unwrap_err()
            .contains("class, style, prop or on")
    );
}
