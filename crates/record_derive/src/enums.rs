//! Enums: tokens, objects of one member named by the variant, or objects with a tag.

use crate::{attributes::Container, members, names::Case};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{DataEnum, Error, Fields, Variant};

/// How an enum stands in JSON.
#[derive(Clone, Copy)]
enum Shape<'a> {
    /// No variant holds anything: the name is all.
    Token,
    /// The name as the only member of an object, or bare for a variant that holds nothing.
    Member,
    /// The name as a member of this name beside those of the variant.
    Tag(&'a str),
}

/// The two functions of an enum.
pub(crate) fn of_enum(data: &DataEnum, said: &Container) -> Result<TokenStream, Error> {
    let is_plain = data
        .variants
        .iter()
        .all(|variant| variant.fields.is_empty());
    let shape = match &said.tag {
        Some(tag) => Shape::Tag(tag),
        None if is_plain => Shape::Token,
        None => Shape::Member,
    };
    let names: Vec<String> = data
        .variants
        .iter()
        .map(|variant| said.case.apply(&variant.ident.to_string()))
        .collect();
    let made = read_arms(data, shape, said)?;
    let read = match shape {
        Shape::Token => quote! {
            match reader.token(value, &[#(#names),*]) { #made }
        },
        Shape::Member => quote! {
            let (variant, content) = reader.variant(value, &[#(#names),*]);
            match variant { #made }
        },
        Shape::Tag(tag) => quote! {
            let mut members = reader.open(value);
            let tag = reader.need(members.as_deref_mut(), #tag);
            let read = match reader.token(tag, &[#(#names),*]) { #made };
            reader.close();
            read
        },
    };
    let mut written = TokenStream::new();
    for (variant, name) in data.variants.iter().zip(&names) {
        written.extend(write_arm(variant, name, shape, said)?);
    }
    let write = match shape {
        Shape::Token => quote! { ::record::text(match self { #written }) },
        _ => quote! { match self { #written } },
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

/// The arms of a match on the position of a name. The default variant, else the first, also
/// stands in for what cannot be read.
fn read_arms(data: &DataEnum, shape: Shape, said: &Container) -> Result<TokenStream, Error> {
    let is_default = |variant: &Variant| {
        let mut attributes = variant.attrs.iter();
        attributes.any(|attribute| attribute.path().is_ident("default"))
    };
    let empty = data.variants.iter().position(is_default).unwrap_or(0);
    let (mut arms, mut last) = (TokenStream::new(), TokenStream::new());
    for (place, variant) in data.variants.iter().enumerate() {
        let made = read_variant(variant, shape, said)?;
        if place == empty {
            last = quote! { _ => #made, };
        } else {
            arms.extend(quote! { #place => #made, });
        }
    }
    arms.extend(last);
    Ok(arms)
}

/// The variant out of `content`, or out of `members` when the enum has a tag.
fn read_variant(variant: &Variant, shape: Shape, said: &Container) -> Result<TokenStream, Error> {
    let name = &variant.ident;
    Ok(match (&variant.fields, shape) {
        // Among variants that hold something, one that does not must not be given anything.
        (Fields::Unit, Shape::Member) => quote! {{
            reader.no_content(content);
            Self::#name
        }},
        (Fields::Unit, _) => quote! { Self::#name },
        (Fields::Unnamed(fields), Shape::Member) if fields.unnamed.len() == 1 => quote! {
            Self::#name(::record::Record::read(reader.content(content), reader))
        },
        (Fields::Named(fields), Shape::Tag(_)) => {
            let members = members::read(fields, said, Case::Snake)?;
            quote! { Self::#name { #members } }
        }
        (Fields::Named(fields), _) => {
            let members = members::read(fields, said, Case::Snake)?;
            quote! {{
                let content = reader.content(content);
                let mut members = reader.open(content);
                let read = Self::#name { #members };
                reader.close();
                read
            }}
        }
        (Fields::Unnamed(fields), _) => {
            return Err(Error::new_spanned(fields, "no JSON form for this"));
        }
    })
}

/// The arm of `match self` that writes the variant.
fn write_arm(
    variant: &Variant,
    name: &str,
    shape: Shape,
    said: &Container,
) -> Result<TokenStream, Error> {
    let ident = &variant.ident;
    let tag = match shape {
        Shape::Tag(tag) => quote! { ::record::put_text(&mut object, #tag, #name); },
        _ => TokenStream::new(),
    };
    let start = quote! { let mut object = ::record::object(); #tag };
    Ok(match (&variant.fields, shape) {
        (Fields::Unit, Shape::Token) => quote! { Self::#ident => #name, },
        (Fields::Unit, Shape::Member) => quote! { Self::#ident => ::record::text(#name), },
        (Fields::Unit, Shape::Tag(_)) => quote! { Self::#ident => { #start object } },
        (Fields::Unnamed(_), _) => quote! {
            Self::#ident(content) => ::record::tagged(#name, ::record::Record::write(content)),
        },
        (Fields::Named(fields), _) => {
            let names = fields.named.iter().map(|field| &field.ident);
            let members = members::write(fields, said, Case::Snake, &|name| quote! { #name })?;
            let end = match shape {
                Shape::Tag(_) => quote! { object },
                _ => quote! { ::record::tagged(#name, object) },
            };
            quote! { Self::#ident { #(#names),* } => { #start #members #end } }
        }
    })
}
