//! The members of a struct, or of a variant that has some.

use crate::{
    attributes::{Container, Member, Missing, head},
    names::Case,
};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, Field, FieldsNamed, Ident};

/// The two functions of a struct.
pub(crate) fn of_struct(fields: &FieldsNamed, said: &Container) -> Result<TokenStream, Error> {
    let read = read(fields, said, said.case)?;
    let write = write(fields, said, said.case, &|name| quote! { &self.#name })?;
    let base = (said.missing == Missing::Own).then(|| quote! { let base = Self::default(); });
    Ok(quote! {
        fn read(
            value: ::std::option::Option<&mut ::record::Value>,
            reader: &mut ::record::Reader,
        ) -> Self {
            #base
            let mut members = reader.open(value);
            let read = Self { #read };
            reader.close();
            read
        }

        fn write(&self) -> ::record::Value {
            let mut object = ::record::object();
            #write
            object
        }
    })
}

/// A struct around one value has the form of that value.
pub(crate) fn of_wrapper() -> TokenStream {
    quote! {
        fn read(
            value: ::std::option::Option<&mut ::record::Value>,
            reader: &mut ::record::Reader,
        ) -> Self {
            Self(::record::Record::read(value, reader))
        }

        fn write(&self) -> ::record::Value {
            ::record::Record::write(&self.0)
        }
    }
}

/// `name: …,` for each member, from `members`.
pub(crate) fn read(
    fields: &FieldsNamed,
    said: &Container,
    case: Case,
) -> Result<TokenStream, Error> {
    let each = fields.named.iter().map(|field| {
        let (name, key, member) = parts(field, case)?;
        if member.flatten {
            return Ok(quote! { #name: ::std::default::Default::default(), });
        }
        let may_miss = said.missing != Missing::Refused
            || member.default
            || head(&field.ty) == "Option"
            || is_omitted(field, &member, said);
        let take = match (said.missing, may_miss) {
            (Missing::Own, _) => {
                return Ok(quote! {
                    #name: match reader.find(members.as_deref_mut(), #key) {
                        ::std::option::Option::None => base.#name,
                        found => ::record::Record::read(found, reader),
                    },
                });
            }
            (_, true) => quote! { find },
            (_, false) => quote! { need },
        };
        Ok(quote! {
            #name: ::record::Record::read(reader.#take(members.as_deref_mut(), #key), reader),
        })
    });
    each.collect()
}

/// A statement for each member, which adds it to `object`; `place` is where it stands.
pub(crate) fn write(
    fields: &FieldsNamed,
    said: &Container,
    case: Case,
    place: &dyn Fn(&Ident) -> TokenStream,
) -> Result<TokenStream, Error> {
    let each = fields.named.iter().map(|field| {
        let (name, key, member) = parts(field, case)?;
        let place = place(&name);
        Ok(if member.flatten {
            quote! { ::record::put_all(&mut object, #place); }
        } else if is_omitted(field, &member, said) {
            quote! { ::record::put_some(&mut object, #key, #place); }
        } else {
            quote! { ::record::put(&mut object, #key, #place); }
        })
    });
    each.collect()
}

/// Whether an empty one is not written. Goes by the name of the type, as a derive sees no more.
fn is_omitted(field: &Field, member: &Member, said: &Container) -> bool {
    let kind = head(&field.ty);
    let can_be_empty = ["Option", "Vec", "Map", "BTreeMap"].contains(&kind.as_str());
    member.omit || can_be_empty && !member.keep && !said.keep
}

/// Rust's name, the name in the JSON, and what is said.
fn parts(field: &Field, case: Case) -> Result<(Ident, String, Member), Error> {
    let member = Member::of(field)?;
    let name = field
        .ident
        .clone()
        .ok_or_else(|| Error::new_spanned(field, "a member without a name"))?;
    let key = match &member.rename {
        Some(rename) => rename.clone(),
        None => case.apply(&name.to_string()),
    };
    Ok((name, key, member))
}
