//! Nodes: each becomes an expression of type `AnyView`.

use crate::{component, element};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use rstml::Infallible;
use rstml::node::{Node, NodeBlock, NodeElement};
use syn::{LitStr, Result, spanned::Spanned as _};

/// Several nodes beside each other.
pub(crate) fn fragment(nodes: &[Node], in_svg: bool) -> Result<TokenStream> {
    let mut views = Vec::new();
    for one in nodes {
        views.extend(node(one, in_svg)?);
    }
    Ok(match views.len() {
        0 => quote! { crate::view::nothing() },
        1 => quote! { #(#views)* },
        _ => quote! { crate::view::Child::child(::std::vec![#(#views),*]) },
    })
}

/// One node; `None` for a comment.
pub(crate) fn node(node: &Node, in_svg: bool) -> Result<Option<TokenStream>> {
    let view = match node {
        Node::Comment(_) => return Ok(None),
        Node::Text(text) => {
            let text = &text.value;
            quote! { crate::view::Child::child(#text) }
        }
        Node::RawText(raw) => {
            let text = LitStr::new(&raw.to_string_best(), raw.span());
            quote! { crate::view::Child::child(#text) }
        }
        Node::Block(NodeBlock::ValidBlock(block)) => {
            quote_spanned! { block.span() => crate::view::Child::child(#block) }
        }
        Node::Fragment(nodes) => fragment(&nodes.children, in_svg)?,
        Node::Element(node) if component::is_one(node) => component::expand(node)?,
        Node::Element(node) => element::expand(node, in_svg)?,
        Node::Block(NodeBlock::Invalid { .. }) | Node::Doctype(_) | Node::Custom(_) => {
            return Err(syn::Error::new_spanned(node, "not a part of a view"));
        }
    };
    Ok(Some(view))
}

/// The name of a tag, as written.
pub(crate) fn name(node: &NodeElement<Infallible>) -> String {
    node.name().to_string().replace(' ', "")
}
