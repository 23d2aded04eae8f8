//! Whom to ask, and links that lead away.

use super::Said;
use crate::{
    i18n::other_host,
    view::{any, view},
};
use catalog::Contact;
use leptos::prelude::*;

/// A checked link; the host is named when it is not this site.
pub(crate) fn link(address: String) -> AnyView {
    let elsewhere = other_host(&address, &platform::address().origin);
    let shown: String = address.chars().take(120).collect();
    view! { <a href=address rel="noopener noreferrer nofollow">{shown}</a>{elsewhere} }
}

/// A contact in one line; `None` if it has nothing that one could use.
pub(crate) fn contact_line(contact: Contact) -> Option<AnyView> {
    let names = [contact.name, contact.organization].into_iter().flatten();
    let names: Vec<AnyView> = names
        .map(|name| view! { <span><Said text=name/>" "</span> })
        .collect();
    let mail = contact
        .email
        .map(|email| view! { <a href=format!("mailto:{email}")>{email.clone()}</a>" " });
    let tel = contact
        .tel
        .map(|tel| view! { <span class="num">{tel}" "</span> });
    let page = contact.url.map(link);
    let parts: Vec<AnyView> = names
        .into_iter()
        .chain(mail)
        .chain(tel)
        .chain(page)
        .collect();
    (!parts.is_empty()).then(|| any(parts))
}
