//! Components: a tag with a capital becomes a call of Leptos's component.

use crate::{
    attribute::given,
    node::{self, Element, fragment},
};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use rstml::node::NodeAttribute;
use syn::{Ident, Result, spanned::Spanned as _};

/// Whether the tag is a component: a capital, or a path.
pub(crate) fn is_one(element: &Element) -> bool {
    let name = node::name(element);
    name.contains("::") || name.starts_with(|first: char| first.is_ascii_uppercase())
}

/// The call of the component with its properties.
pub(crate) fn expand(element: &Element) -> Result<TokenStream> {
    let name = element.name();
    let mut properties = Vec::new();
    for attribute in element.attributes() {
        properties.push(property(attribute)?);
    }
    let children = if element.children.is_empty() {
        quote! {}
    } else {
        let children = fragment(&element.children, false)?;
        quote! { .children(::leptos::children::ToChildren::to_children(move || #children)) }
    };
    Ok(quote_spanned! { name.span() =>
        crate::view::component(::leptos::component::component_view(
            #name,
            ::leptos::component::component_props_builder(&#name)
                #(#properties)*
                #children
                .build()
        ))
    })
}

fn property(attribute: &NodeAttribute) -> Result<TokenStream> {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return Err(syn::Error::new_spanned(attribute, "name the property"));
    };
    let name = attribute.key.to_string();
    let mut name = syn::parse_str::<Ident>(&name)?;
    name.set_span(attribute.key.span());
    let value = given(attribute)?;
    Ok(quote! { .#name(#value) })
}
