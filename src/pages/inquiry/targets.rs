//! Where this inquiry may go: what the listing says, else its exchange, else the shop; where
//! none of them names a recipient, the contact address. Keeping a file and copying always stand.

use crate::{
    components::said_text,
    i18n::Inquiry as Words,
    state::{Router, Site, lang},
};
use catalog::{Contact, InquiryKind, InquiryTarget};
use inquiry::{Target, TargetError, Way};
use search::ListingPage;

/// One way with who stands at its end.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    /// The way.
    pub target: Target,
    /// Who receives it, by name; empty where only an address is known.
    pub who: String,
    /// Nobody named this as a way for inquiries: it is the contact address of `who`.
    pub is_contact: bool,
}

impl Choice {
    /// The recipient as the consent names it; `None` for a way that ends with the visitor.
    pub(super) fn recipient(&self) -> Option<String> {
        let address = self.target.recipient()?;
        if self.who.is_empty() {
            return Some(address.to_owned());
        }
        let (open, close) = (lang().pick("（", " ("), lang().pick("）", ")"));
        Some(format!("{}{open}{address}{close}", self.who))
    }
}

/// The ways for a listing, or for none, and what was named but cannot be used.
/// `catalog` is the address of the listing's catalog, which its relative addresses start from.
pub(super) fn targets(
    page: Option<&ListingPage>,
    catalog: Option<&str>,
) -> (Vec<Choice>, Vec<TargetError>) {
    let site = Site::here();
    let exchange = page.and_then(|page| page.exchange.as_ref());
    let own = page
        .map(|page| page.listing.inquiry.as_slice())
        .unwrap_or_default();
    let theirs = exchange
        .map(|exchange| exchange.inquiry.as_slice())
        .unwrap_or_default();
    let shop = Router::here().base();
    let (named, base, who) = match (own, theirs) {
        ([], []) => (site.inquiry(), shop.as_str(), site.name()),
        ([], theirs) => (theirs, catalog.unwrap_or(&shop), receiver(page)),
        (own, _) => (own, catalog.unwrap_or(&shop), receiver(page)),
    };
    let mut choices: Vec<Choice> = Vec::new();
    let mut wrong = Vec::new();
    for from in named {
        match Target::from_catalog(&resolved(from, base)) {
            Ok(target) if target.way == Way::Download => {}
            Ok(target) if choices.iter().any(|known| known.target.way == target.way) => {}
            Ok(target) => choices.push(Choice {
                target,
                who: who.clone(),
                is_contact: false,
            }),
            Err(error) => wrong.push(error),
        }
    }
    if choices.is_empty() {
        choices.extend(contact(page));
    }
    (choices, wrong)
}

/// The name of who answers for a listing: its exchange, else its supplier.
fn receiver(page: Option<&ListingPage>) -> String {
    let Some(page) = page else {
        return String::new();
    };
    let exchange = page
        .exchange
        .as_ref()
        .map(|exchange| said_text(&exchange.name));
    let provider = || {
        page.provider
            .as_ref()
            .map(|provider| said_text(&provider.name))
    };
    exchange.or_else(provider).unwrap_or_default()
}

/// Addresses relative to the file they stand in, made whole. Mail addresses are no paths.
fn resolved(from: &InquiryTarget, base: &str) -> InquiryTarget {
    let mut target = from.clone();
    if from.kind != InquiryKind::Mailto
        && let Some(whole) = from
            .href
            .as_deref()
            .and_then(|href| platform::resolve(base, href))
    {
        target.href = Some(whole);
    }
    target
}

/// The mail address of the listing's contact, else of its exchange's, else of the shop's.
fn contact(page: Option<&ListingPage>) -> Option<Choice> {
    let mail = |contact: &Option<Contact>| contact.as_ref().and_then(|c| c.email.clone());
    let of_exchange = || mail(&page?.exchange.as_ref()?.contact);
    let of_listing = page.and_then(|page| mail(&page.listing.contact));
    let (href, who) = match of_listing.or_else(of_exchange) {
        Some(href) => (href, receiver(page)),
        None => (mail(&Site::here().contact())?, Site::here().name()),
    };
    let from = InquiryTarget {
        kind: InquiryKind::Mailto,
        href: Some(href),
        label: None,
        public: None,
    };
    let target = Target::from_catalog(&from).ok()?;
    Some(Choice {
        target,
        who,
        is_contact: true,
    })
}

/// Why a named way cannot be used, as a sentence.
pub(super) fn wrong_words(error: &TargetError) -> String {
    let words = Words::of(lang());
    let (sentence, data) = match error {
        TargetError::NoAddress(kind) => (words.wrong_no_address, kind.as_str()),
        TargetError::UnsafeAddress(data) => (words.wrong_address, data.as_str()),
        TargetError::NotAnEmail(data) => (words.wrong_email, data.as_str()),
        TargetError::NotARepository(data) => (words.wrong_repository, data.as_str()),
        TargetError::Unsupported(kind) => (words.wrong_kind, kind.as_str()),
    };
    crate::i18n::fill(sentence, &[("data", data)])
}
