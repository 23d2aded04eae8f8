//! `view!`: the markup of Leptos, compiled to calls of one element type.
//!
//! Leptos gives every element and every closure a type of its own, and the compiler writes the
//! code of building, updating and dropping once for each. Here an element with all that is
//! inside becomes a template: a short text that says what to make, with holes for what is not
//! known in advance (`crate::view` of the page fills them). A tag costs no code at all, and its
//! text compresses well. Components, signals and keyed lists are Leptos's own.

mod attribute;
mod component;
mod element;
mod node;
mod program;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;
use quote::quote;
use rstml::{Parser, ParserConfig};

/// Markup as in Leptos, a `leptos::prelude::AnyView`.
///
/// Elements with attributes, `class:name`, `style:name`, `prop:name`, `on:event`,
/// `on:event:target`, `node_ref` and `inner_html`; components; texts and `{expressions}`.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    let parser = Parser::new(ParserConfig::default().recover_block(true));
    let (nodes, errors) = parser.parse_recoverable(tokens).split_vec();
    let errors = errors.into_iter().map(|error| error.emit_as_expr_tokens());
    let view = node::fragment(&nodes, false).unwrap_or_else(|error| error.to_compile_error());
    quote! {{
        #(#errors;)*
        #[allow(unused_braces, reason = "braces are the markup's own")]
        { #view }
    }}
    .into()
}
