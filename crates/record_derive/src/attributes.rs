//! What `#[record(…)]` says.

use crate::names::Case;
use syn::{Attribute, DeriveInput, Error, Field, LitStr, Token, Type, meta::ParseNestedMeta};

/// Where the members come from that the JSON does not have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    /// Nowhere: it is a fault.
    Refused,
    /// They are empty.
    Empty,
    /// From the type's own `Default`.
    Own,
}

/// What is said of a type.
pub(crate) struct Container {
    pub(crate) case: Case,
    pub(crate) missing: Missing,
    pub(crate) keep: bool,
    pub(crate) tag: Option<String>,
}

/// What is said of a member.
#[derive(Default)]
pub(crate) struct Member {
    pub(crate) rename: Option<String>,
    pub(crate) default: bool,
    pub(crate) keep: bool,
    pub(crate) omit: bool,
    pub(crate) flatten: bool,
}

impl Container {
    pub(crate) fn of(input: &DeriveInput) -> Result<Self, Error> {
        let mut said = Self {
            case: Case::Camel,
            missing: Missing::Refused,
            keep: false,
            tag: None,
        };
        each(&input.attrs, |meta| {
            if meta.path.is_ident("names") {
                let case = meta.value()?.parse::<LitStr>()?;
                said.case = Case::named(&case)?;
            } else if meta.path.is_ident("default") {
                said.missing = Missing::Empty;
                if meta.input.peek(Token![=]) {
                    meta.value()?.parse::<own::own>()?;
                    said.missing = Missing::Own;
                }
            } else if meta.path.is_ident("keep") {
                said.keep = true;
            } else if meta.path.is_ident("tag") {
                said.tag = Some(meta.value()?.parse::<LitStr>()?.value());
            } else {
                return Err(meta.error("not known here"));
            }
            Ok(())
        })?;
        Ok(said)
    }
}

/// The word `own`.
mod own {
    syn::custom_keyword!(own);
}

impl Member {
    pub(crate) fn of(field: &Field) -> Result<Self, Error> {
        let mut said = Self::default();
        each(&field.attrs, |meta| {
            if meta.path.is_ident("rename") {
                said.rename = Some(meta.value()?.parse::<LitStr>()?.value());
            } else if meta.path.is_ident("default") {
                said.default = true;
            } else if meta.path.is_ident("keep") {
                said.keep = true;
            } else if meta.path.is_ident("omit") {
                said.omit = true;
            } else if meta.path.is_ident("flatten") {
                said.flatten = true;
            } else {
                return Err(meta.error("not known here"));
            }
            Ok(())
        })?;
        Ok(said)
    }
}

fn each(
    attributes: &[Attribute],
    mut take: impl FnMut(&ParseNestedMeta) -> Result<(), Error>,
) -> Result<(), Error> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("record"))
        .try_for_each(|attribute| attribute.parse_nested_meta(|meta| take(&meta)))
}

/// The last word of a type's path: `Option` of `std::option::Option<T>`.
pub(crate) fn head(kind: &Type) -> String {
    match kind {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .map(|segment| segment.ident.to_string())
            .unwrap_or_default(),
        _ => String::new(),
    }
}
