//! Nodes outside of an element: each becomes an expression of type `AnyView`.

use crate::{component, element};
use proc_macro2::TokenStream;
use quote::quote;
use rstml::{
    Infallible,
    node::{Node, NodeBlock, NodeElement},
};
use syn::{LitStr, Result, spanned::Spanned as _};

/// A tag of either kind.
pub(crate) type Element = NodeElement<Infallible>;

/// Several nodes beside each other.
pub(crate) fn fragment(nodes: &[Node], in_svg: bool) -> Result<TokenStream> {
    let mut views = Vec::new();
    for node in nodes {
        views.extend(content(node, in_svg)?);
    }
    Ok(match views.as_slice() {
        [] => quote! { crate::view::nothing() },
        [view] => quote! { crate::view::any(#view) },
        views => quote! {
            crate::view::any(::std::vec![#(crate::view::any(#views)),*])
        },
    })
}

/// What one node is worth, of a type that may stand between tags; `None` for a comment.
pub(crate) fn content(node: &Node, in_svg: bool) -> Result<Option<TokenStream>> {
    let content = match node {
        Node::Comment(_) => return Ok(None),
        Node::Text(text) => {
            let text = &text.value;
            quote! { #text }
        }
        Node::RawText(raw) => {
            let text = LitStr::new(&raw.to_string_best(), raw.span());
            quote! { #text }
        }
        Node::Block(NodeBlock::ValidBlock(block)) => quote! { #block },
        Node::Fragment(nodes) => fragment(&nodes.children, in_svg)?,
        Node::Element(node) if component::is_one(node) => component::expand(node)?,
        Node::Element(node) => element::expand(node, in_svg)?,
        Node::Block(NodeBlock::Invalid { .. }) | Node::Doctype(_) | Node::Custom(_) => {
            return Err(syn::Error::new_spanned(node, "not a part of a view"));
        }
    };
    Ok(Some(content))
}

/// The name of a tag, as written.
pub(crate) fn name(node: &Element) -> String {
    node.name().to_string().replace(' ', "")
}
