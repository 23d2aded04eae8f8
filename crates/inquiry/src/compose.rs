//! The way from a draft to its document: cleaned, checked again, and left out where it is wrong.

use crate::{
    Budget, Consent, Document, DocumentListing, Draft, Field, Period, Quantity, Request, Requester,
    Subject,
    amount::amount,
    clean,
    consent::{CONSENT_VERSION, consent_text},
    contact, credit_code,
};
use catalog::parse;

/// The most characters of a text taken over from a catalog.
const MAX_FOREIGN: usize = 500;
/// The most characters of an address.
const MAX_ADDRESS: usize = 2_000;

/// Makes the document of a draft. Call it when [`crate::check`] finds no error; what a place
/// holds wrongly is otherwise left out. `id` is a UUID, `now` ISO 8601 in UTC, `lang` a BCP 47 tag.
#[must_use]
pub fn document(draft: &Draft, subject: &Subject, id: &str, now: &str, lang: &str) -> Document {
    let recipients: Vec<String> = subject
        .recipients
        .iter()
        .take(10)
        .map(|name| clean::line(name, MAX_FOREIGN))
        .collect();
    Document {
        kind: Document::KIND.to_owned(),
        version: Document::VERSION,
        id: id.to_owned(),
        created_at: now.to_owned(),
        lang: lang.to_owned(),
        listing: listing(subject),
        requester: requester(draft),
        request: request(draft),
        consent: Consent {
            text_version: CONSENT_VERSION.to_owned(),
            text: consent_text(lang, &recipients),
            at: draft.consent.then(|| now.to_owned()),
            recipients,
        },
    }
}

fn listing(subject: &Subject) -> Option<DocumentListing> {
    if subject.key.is_empty() && subject.title.trim().is_empty() {
        return None;
    }
    let foreign = |text: &Option<String>, max| {
        text.as_deref()
            .map(|text| clean::line(text, max))
            .filter(|text| !text.is_empty())
    };
    Some(DocumentListing {
        id: clean::line(&subject.key, MAX_FOREIGN),
        title: clean::line(&subject.title, MAX_FOREIGN),
        exchange: foreign(&subject.exchange, MAX_FOREIGN),
        provider: foreign(&subject.provider, MAX_FOREIGN),
        catalog: foreign(&subject.catalog, MAX_ADDRESS),
        page: foreign(&subject.page, MAX_ADDRESS),
        offer: foreign(&subject.offer, MAX_FOREIGN),
        price: foreign(&subject.price, MAX_FOREIGN),
    })
}

/// A place's text as it goes out; `None` when it is empty.
pub(crate) fn cleaned(draft: &Draft, field: Field) -> Option<String> {
    let typed = draft.text(field)?;
    let cleaned = if field.is_block() {
        clean::block(typed, field.limit())
    } else {
        clean::line(typed, field.limit())
    };
    Some(cleaned).filter(|text| !text.is_empty())
}

fn requester(draft: &Draft) -> Requester {
    Requester {
        kind: draft.kind,
        organization: cleaned(draft, Field::Organization),
        uscc: credit_code(&draft.uscc).ok().map(|read| read.code),
        industry: cleaned(draft, Field::Industry),
        name: cleaned(draft, Field::Name),
        role: cleaned(draft, Field::Role),
        email: contact::email(&draft.email),
        tel: cleaned(draft, Field::Tel).filter(|text| contact::is_tel(text)),
    }
}

fn request(draft: &Draft) -> Request {
    let day = |field| cleaned(draft, field).filter(|text| parse::is_calendar_day(text));
    let (start, end) = (day(Field::PeriodStart), day(Field::PeriodEnd));
    let period = (start.is_some() || end.is_some()).then_some(Period { start, end });
    Request {
        purpose: cleaned(draft, Field::Purpose).unwrap_or_default(),
        use_case: draft.use_case,
        quantity: cleaned(draft, Field::Quantity).map(quantity),
        period,
        delivery: draft.delivery.clone(),
        budget: amount(&draft.budget_max).map(|max| Budget {
            max,
            currency: currency(draft),
        }),
        deadline: day(Field::Deadline),
        sample: draft.sample,
        cross_border: draft.cross_border,
        no_reidentification: draft.no_reidentification,
        questions: cleaned(draft, Field::Questions),
    }
}

/// A quantity keeps the asker's words whether or not they can be read.
fn quantity(verbatim: String) -> Quantity {
    let read = parse::size(&verbatim, None).value;
    Quantity {
        value: read.as_ref().map(|read| read.value),
        unit: read.as_ref().map(|read| read.unit),
        verbatim,
    }
}

fn currency(draft: &Draft) -> String {
    let code = clean::code(&draft.budget_currency).to_ascii_uppercase();
    if code.is_empty() {
        "CNY".to_owned()
    } else {
        code
    }
}
