//! Links, contacts and ways to deliver an inquiry.

use crate::{
    Contact, InquiryKind, InquiryTarget, Link, SafeUrl,
    read::{
        at::At,
        json::Value,
        object::Object,
        reader::Reader,
        texts::name,
        values::{flag, pattern, string, token},
    },
};

/// An address with a safe scheme; what cannot be made safe is left out.
pub(crate) fn href(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    let Value::String(text) = value else {
        reader.wrong_type(at, "address", &value);
        return None;
    };
    let repaired = SafeUrl::repair(&text);
    match (SafeUrl::parse(&text), &repaired) {
        (Some(url), Some(safe)) if url == *safe => {}
        (Some(_), Some(_)) => reader.warn("link-without-scheme", at, &text),
        (Some(_), None) => reader.warn("empty-link", at, &text),
        (None, Some(_)) => reader.error("link-repaired", at, &text),
        (None, None) => reader.error("link-refused", at, &text),
    }
    repaired.map(String::from)
}

/// A link of the catalog.
pub(crate) fn link(reader: &mut Reader, value: Value, at: &At) -> Option<Link> {
    let mut object = Object::open(reader, value, *at)?;
    let link = (
        object.require(reader, "rel", string),
        object.require(reader, "href", href),
        object.read(reader, "type", string),
        object.read(reader, "title", name),
    );
    object.close(reader);
    match link {
        (rel, Some(href), kind, title) => Some(Link {
            rel: rel.unwrap_or_default(),
            href,
            kind,
            title,
        }),
        _ => None,
    }
}

/// Whom to ask. A string becomes a name or a mail address.
pub(crate) fn contact(reader: &mut Reader, value: Value, at: &At) -> Option<Contact> {
    if let Value::String(text) = &value {
        reader.wrong_type(at, "object", &value);
        let contact = if is_email(text.trim()) {
            Contact {
                email: Some(text.trim().to_owned()),
                ..Contact::default()
            }
        } else {
            Contact {
                name: name(reader, value, at),
                ..Contact::default()
            }
        };
        return Some(contact);
    }
    let mut object = Object::open(reader, value, *at)?;
    let contact = Contact {
        name: object.read(reader, "name", name),
        organization: object.read(reader, "organization", name),
        email: object.read(reader, "email", email),
        tel: object.read(reader, "tel", string),
        url: object.read(reader, "url", href),
    };
    object.close(reader);
    (contact != Contact::default()).then_some(contact)
}

/// A mail address; `mailto:` before it is taken off.
fn email(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    let text = match pattern(reader, value, at, "bad-email", is_email) {
        Ok(text) => return Some(text),
        Err(text) => text?,
    };
    let bare = crate::parse::after_all(text.trim(), "mailto:");
    is_email(bare).then(|| bare.to_owned())
}

/// `^[^@\s<>":]+@[^@\s<>":]+$`: enough to keep header and markup injection out.
fn is_email(text: &str) -> bool {
    let fits = |part: &str| {
        !part.is_empty()
            && !part
                .contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ':' | '@'))
    };
    text.split_once('@')
        .is_some_and(|(name, host)| fits(name) && fits(host))
}

/// One way to deliver an inquiry; one without a usable way is left out.
pub(crate) fn inquiry_target(reader: &mut Reader, value: Value, at: &At) -> Option<InquiryTarget> {
    let mut object = Object::open(reader, value, *at)?;
    let kind = object.require(reader, "kind", |reader, value, at| {
        token(reader, value, at, InquiryKind::parse)
    });
    // The schema leaves this member free, as a mailto target may be a bare address.
    let address = object.read(reader, "href", string);
    let label = object.read(reader, "label", name);
    let public = object.read(reader, "public", flag);
    let at = object.at;
    object.close(reader);
    let kind = kind?;
    let target = InquiryTarget {
        kind,
        href: address.and_then(|text| target_address(kind, &text)),
        label,
        public,
    };
    if target.href.is_none() && kind != InquiryKind::Download {
        reader.warn("inquiry-without-address", &at, kind.as_str());
        return None;
    }
    Some(target)
}

/// The address of a target: complete for mail, safe for all.
fn target_address(kind: InquiryKind, text: &str) -> Option<String> {
    let bare = text.trim();
    if kind == InquiryKind::Mailto && is_email(bare) {
        return Some(format!("mailto:{bare}"));
    }
    SafeUrl::repair(bare).map(String::from)
}
