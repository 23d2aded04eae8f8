//! Enums: tokens, objects of one member named by the variant, or objects with a tag.

use crate::{attributes::Container, members, names::Case};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{DataEnum, Error, Fields, Variant};

/// The two functions of an enum.
pub(crate) fn of_enum(data: &DataEnum, said: &Container) -> Result<TokenStream, Error> {
    let variants: Vec<&Variant> = data.variants.iter().collect();
    let names: Vec<String> = variants
        .iter()
        .map(|variant| said.case.apply(&variant.ident.to_string()))
        .collect();
    // What stands in for a variant that cannot be read: the default, else the first.
    let empty = variants.iter().position(|variant| {
        let mut attributes = variant.attrs.iter();
        attributes.any(|attribute| attribute.path().is_ident("default"))
    });
    let empty = empty.unwrap_or_default();
    let mut arms = TokenStream::new();
    let mut last = TokenStream::new();
    for (place, variant) in variants.iter().enumerate() {
        let made = read_variant(variant, said)?;
        if place == empty {
            last = quote! { _ => #made, };
        } else {
            arms.extend(quote! { #place => #made, });
        }
    }
    let is_token = said.tag.is_none() && variants.iter().all(|variant| variant.fields.is_empty());
    let read = match &said.tag {
        None if is_token => quote! {
            match reader.token(value, &[#(#names),*]) { #arms #last }
        },
        None => quote! {
            let (variant, content) = reader.variant(value, &[#(#names),*]);
            match variant { #arms #last }
        },
        Some(tag) => quote! {
            let mut members = reader.open(value);
            let tag = reader.need(members.as_deref_mut(), #tag);
            let read = match reader.token(tag, &[#(#names),*]) { #arms #last };
            reader.close();
            read
        },
    };
    let written = variants
        .iter()
        .zip(&names)
        .map(|(variant, name)| match is_token {
            true => token(variant, name),
            false => write_variant(variant, name, said),
        })
        .collect::<Result<TokenStream, Error>>()?;
    let write = if is_token {
        quote! { ::record::text(match self { #written }) }
    } else {
        quote! { match self { #written } }
    };
    Ok(quote! {
        fn read(
            value: ::std::option::Option<&mut ::record::Value>,
            reader: &mut ::record::Reader,
        ) -> Self {
            #read
        }

        fn write(&self) -> ::record::Value {
            #write
        }
    })
}

/// The variant out of `content`, or out of `members` when the enum has a tag.
fn read_variant(variant: &Variant, said: &Container) -> Result<TokenStream, Error> {
    let name = &variant.ident;
    Ok(match &variant.fields {
        Fields::Unit => quote! { Self::#name },
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 && said.tag.is_none() => quote! {
            Self::#name(::record::Record::read(reader.content(content), reader))
        },
        Fields::Named(fields) => {
            let members = members::read(fields, said, Case::Snake)?;
            if said.tag.is_some() {
                quote! { Self::#name { #members } }
            } else {
                quote! {{
                    let content = reader.content(content);
                    let mut members = reader.open(content);
                    let read = Self::#name { #members };
                    reader.close();
                    read
                }}
            }
        }
        Fields::Unnamed(fields) => {
            return Err(Error::new_spanned(fields, "no JSON form for this"));
        }
    })
}

/// The arm of `match self` that names the variant, where all of them are tokens.
fn token(variant: &Variant, name: &str) -> Result<TokenStream, Error> {
    let ident = &variant.ident;
    Ok(quote! { Self::#ident => #name, })
}

/// The arm of `match self` that writes the variant.
fn write_variant(variant: &Variant, name: &str, said: &Container) -> Result<TokenStream, Error> {
    let ident = &variant.ident;
    let is_plain = said.tag.is_none();
    let start = said.tag.as_ref().map_or_else(
        || quote! { let mut object = ::record::object(); },
        |tag| {
            quote! {
                let mut object = ::record::object();
                ::record::put_text(&mut object, #tag, #name);
            }
        },
    );
    Ok(match &variant.fields {
        Fields::Unit if is_plain => quote! { Self::#ident => ::record::text(#name), },
        Fields::Unit => quote! { Self::#ident => { #start object } },
        Fields::Unnamed(_) => quote! {
            Self::#ident(content) => ::record::tagged(#name, ::record::Record::write(content)),
        },
        Fields::Named(fields) => {
            let names = fields.named.iter().map(|field| &field.ident);
            let members = members::write(fields, said, Case::Snake, &|name| quote! { #name })?;
            let end = if is_plain {
                quote! { ::record::tagged(#name, object) }
            } else {
                quote! { object }
            };
            quote! { Self::#ident { #(#names),* } => { #start #members #end } }
        }
    })
}
