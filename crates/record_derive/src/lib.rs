//! `#[derive(Record)]`: the JSON form of a record, in code made for size. A member that is read
//! is two calls, a member that is written is one; nothing returns early and nothing is generic.
//!
//! Names are in camelCase. On a type, `#[record(…)]` takes
//! - `names = "…"`: another case for members or variants: `snake_case`, `kebab-case`, `lowercase`;
//! - `default`: members that are missing are empty, as in `Default`; without it they are faults;
//! - `default = own`: members that are missing are those of `Default`, which is not derived;
//! - `keep`: options, lists and maps are written also when they are empty;
//! - `tag = "…"`: an enum is an object whose variant is named by this member.
//!
//! On a member: `rename = "…"`, `default` (may be missing), `keep` (written although empty),
//! `omit` (not written when empty; options, lists and maps need not ask for it), `flatten` (a
//! map whose members are written beside the others, and never read).
//!
//! Members of variants are named as in Rust: the case is that of the variants.

mod attributes;
mod enums;
mod members;
mod names;

use attributes::Container;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, parse_macro_input};

/// Derives `record::Record`, and serde's two traits by way of it.
#[proc_macro_derive(Record, attributes(record))]
pub fn derive_record(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand(&input)
        .unwrap_or_else(Error::into_compile_error)
        .into()
}

fn expand(input: &DeriveInput) -> Result<TokenStream, Error> {
    let container = Container::of(input)?;
    let record = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => members::of_struct(fields, &container)?,
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => members::of_wrapper(),
            _ => return Err(Error::new_spanned(&input.ident, "no JSON form for this")),
        },
        Data::Enum(data) => enums::of_enum(data, &container)?,
        Data::Union(_) => return Err(Error::new_spanned(&input.ident, "no JSON form for this")),
    };
    let (name, serde) = (&input.ident, by_serde(&input.ident));
    Ok(quote! { impl ::record::Record for #name { #record } #serde })
}

/// Native code and its tests speak serde; no program of the browser does.
fn by_serde(name: &syn::Ident) -> TokenStream {
    quote! { ::record::by_serde!(#name); }
}
