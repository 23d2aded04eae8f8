//! Attributes of elements, by the word before the colon.

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{KVAttributeValue, KeyedAttributeValue, NodeAttribute};
use syn::{Expr, ExprLit, Lit, Result, spanned::Spanned as _};

/// One attribute of a `tag`, as a statement about `element`.
pub(crate) fn expand(attribute: &NodeAttribute, tag: &str) -> Result<TokenStream> {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return Err(syn::Error::new_spanned(attribute, "name the attribute"));
    };
    let key = attribute.key.to_string().replace(' ', "");
    let value = match &attribute.possible_value {
        KeyedAttributeValue::None => quote! { true },
        KeyedAttributeValue::Value(given) => match &given.value {
            KVAttributeValue::Expr(value) => {
                if let Expr::Lit(ExprLit {
                    lit: Lit::Str(text),
                    ..
                }) = value
                    && !key.contains(':')
                {
                    return Ok(quote! { element.set(#key, #text); });
                }
                quote! { #value }
            }
            KVAttributeValue::InvalidBraced(value) => quote! { #value },
        },
        KeyedAttributeValue::Binding(binding) => {
            return Err(syn::Error::new(
                binding.paren.span.span(),
                "give a value with =",
            ));
        }
    };
    let given = quote! { crate::view::IntoValue::into_value(#value) };
    Ok(match key.split_once(':') {
        Some(("class", name)) => quote! { element.part(crate::view::Kind::Class, #name, #given); },
        Some(("style", name)) => quote! { element.part(crate::view::Kind::Style, #name, #given); },
        Some(("prop", name)) => {
            quote! { element.part(crate::view::Kind::Property, #name, #given); }
        }
        Some(("on", event)) => on(event, tag, attribute_value(attribute)),
        Some(_) => {
            return Err(syn::Error::new_spanned(
                &attribute.key,
                "class, style, prop or on",
            ));
        }
        None => match key.as_str() {
            "node_ref" => quote! { element.node_ref(#value); },
            "inner_html" => quote! { element.part(crate::view::Kind::Markup, #key, #given); },
            _ => quote! { element.part(crate::view::Kind::Attribute, #key, #given); },
        },
    })
}

/// The handler as written, so that the compiler infers the type of its argument.
fn attribute_value(attribute: &rstml::node::KeyedAttribute) -> TokenStream {
    match attribute.value() {
        Some(value) => quote! { #value },
        None => quote! { () },
    }
}

/// A listener; `on:input:target` hands over the element that it stands on as what it is.
fn on(event: &str, tag: &str, handler: TokenStream) -> TokenStream {
    if let Some(event) = event.strip_suffix(":target") {
        let element = match tag {
            "input" => quote! { HtmlInputElement },
            "select" => quote! { HtmlSelectElement },
            "textarea" => quote! { HtmlTextAreaElement },
            "details" => quote! { HtmlDetailsElement },
            _ => quote! { HtmlElement },
        };
        return quote! {
            element.on(#event, crate::view::targeted::<::leptos::web_sys::#element>(#handler));
        };
    }
    let kind = match event {
        "click" | "dblclick" => quote! { MouseEvent },
        "keydown" => quote! { KeyboardEvent },
        "blur" | "focus" | "focusin" | "focusout" => quote! { FocusEvent },
        "submit" => quote! { SubmitEvent },
        _ => quote! { Event },
    };
    quote! { element.on(#event, crate::view::handler::<::leptos::web_sys::#kind>(#handler)); }
}
