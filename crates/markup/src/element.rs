//! Elements: a tag becomes a list of parts and children.

use crate::{attribute, node};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use rstml::Infallible;
use rstml::node::{Node, NodeElement};
use syn::Result;

/// The element with its attributes and children.
pub(crate) fn expand(element: &NodeElement<Infallible>, in_svg: bool) -> Result<TokenStream> {
    let tag = node::name(element);
    let svg = in_svg || tag == "svg";
    let make = format_ident!("{}", if svg { "svg" } else { "new" });
    let mut parts = Vec::new();
    for given in element.attributes() {
        parts.push(attribute::expand(given, &tag)?);
    }
    for child in &element.children {
        match child {
            // The usual case, without a view of its own on the way.
            Node::Text(text) => {
                let text = &text.value;
                parts.push(quote! { element.text(#text); });
            }
            child => {
                if let Some(child) = node::node(child, svg)? {
                    parts.push(quote! { let child = #child; element.child(child); });
                }
            }
        }
    }
    Ok(quote! {{
        let mut element = crate::view::Element::#make(#tag);
        #(#parts)*
        element.done()
    }})
}
