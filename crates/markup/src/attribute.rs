//! Attributes of elements, by the word before the colon.

use crate::program::Program;
use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{KVAttributeValue, KeyedAttribute, KeyedAttributeValue, NodeAttribute};
use syn::{Result, spanned::Spanned as _};

/// Writes one attribute of a `tag`.
pub(crate) fn write(attribute: &NodeAttribute, tag: &str, program: &mut Program) -> Result<()> {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return Err(syn::Error::new_spanned(attribute, "name the attribute"));
    };
    let key = attribute.key.to_string().replace(' ', "");
    let span = attribute.key.span();
    let value = given(attribute)?;
    let put = quote! { crate::view::IntoValue::add(#value, &mut holes); };
    match key.split_once(':') {
        Some(("class", name)) => program.part('c', name, put),
        Some(("style", name)) => program.part('s', name, put),
        Some(("prop", name)) => program.part('p', name, put),
        Some(("on", event)) => on(event, tag, &value, program),
        Some(_) => return Err(syn::Error::new(span, "class, style, prop or on")),
        None => match (key.as_str(), attribute.value_literal_string()) {
            ("node_ref", _) => program.part('r', "", quote! { holes.reference(#value); }),
            ("inner_html", _) => program.part('m', "", put),
            (key, Some(text)) => program.set(key, &text, span)?,
            (key, None) if matches!(attribute.possible_value, KeyedAttributeValue::None) => {
                program.set(key, "", span)?;
            }
            (key, None) => program.part('a', key, put),
        },
    }
    Ok(())
}

/// The value as written, so that the compiler infers the types inside.
pub(crate) fn given(attribute: &KeyedAttribute) -> Result<TokenStream> {
    Ok(match &attribute.possible_value {
        KeyedAttributeValue::None => quote! { true },
        KeyedAttributeValue::Value(given) => match &given.value {
            KVAttributeValue::Expr(value) => quote! { #value },
            KVAttributeValue::InvalidBraced(value) => quote! { #value },
        },
        KeyedAttributeValue::Binding(binding) => {
            let span = binding.paren.span.span();
            return Err(syn::Error::new(span, "give a value with ="));
        }
    })
}

/// A listener; `on:input:target` hands over the element that it stands on as what it is.
fn on(event: &str, tag: &str, handler: &TokenStream, program: &mut Program) {
    if let Some(event) = event.strip_suffix(":target") {
        let element = match tag {
            "input" => quote! { HtmlInputElement },
            "select" => quote! { HtmlSelectElement },
            "textarea" => quote! { HtmlTextAreaElement },
            "details" => quote! { HtmlDetailsElement },
            _ => quote! { HtmlElement },
        };
        let handler = quote! { crate::view::targeted::<::leptos::web_sys::#element>(#handler) };
        return program.part('e', event, quote! { holes.event(#handler); });
    }
    let kind = match event {
        "click" | "dblclick" => quote! { MouseEvent },
        "keydown" => quote! { KeyboardEvent },
        "blur" | "focus" | "focusin" | "focusout" => quote! { FocusEvent },
        "dragover" | "dragleave" | "drop" => quote! { DragEvent },
        "pointerdown" => quote! { PointerEvent },
        "submit" => quote! { SubmitEvent },
        _ => quote! { Event },
    };
    let handler = quote! { crate::view::handler::<::leptos::web_sys::#kind>(#handler) };
    program.part('e', event, quote! { holes.event(#handler); });
}
