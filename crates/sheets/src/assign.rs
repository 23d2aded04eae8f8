//! The texts of a row become members of its listing, each read in its target's own way.

use catalog::parse::{industry, is_place, language_tag};
use catalog::{
    AccessRights, Acquisition, Contact, DataSubject, DateEvent, DeliveryMode, GradingLevel,
    Identifier, Listing, ListingStatus, Location, Modality, PersonalInformation, Privacy,
    ProductType, SafeUrl, Text,
};
use serde_json::Value;

use crate::evaluate::Found;
use crate::facts;
use crate::mapping::{Mapping, Parser, Rule, Target};
use crate::notes::Notes;
use crate::offers::add_offers;
use crate::shelves::Shelves;

/// A listing in the making, with what is settled only when the row is done.
#[derive(Default)]
pub(crate) struct Draft {
    pub(crate) listing: Listing,
    pub(crate) delivery: Vec<DeliveryMode>,
    pub(crate) eligibility: Option<Text>,
    /// The supplier's name, which is part of what a listing is.
    pub(crate) supplier: String,
}

/// What assigning one rule's texts needs to know besides the texts.
pub(crate) struct Context<'a> {
    pub(crate) mapping: &'a Mapping,
    pub(crate) rule: &'a Rule,
    pub(crate) shelves: &'a mut Shelves,
    pub(crate) notes: &'a mut Notes,
    /// The place of a column in this row.
    pub(crate) place: &'a dyn Fn(&str) -> String,
}

impl Context<'_> {
    pub(crate) fn note(&mut self, code: &str, found: &Found) {
        self.notes
            .cell(code, (self.place)(&found.from), &found.from, &found.text);
    }

    fn lang(&self) -> &str {
        self.rule.lang.as_deref().unwrap_or(&self.mapping.language)
    }

    fn text(&self, found: &Found) -> Text {
        Text::new(self.lang(), found.text.as_str())
    }

    /// The first text as a member of a closed set; another word is named and dropped.
    fn token<T>(&mut self, found: &[Found], parse: fn(&str) -> Option<T>) -> Option<T> {
        let first = found.first()?;
        let token = parse(&first.text);
        if token.is_none() {
            self.note("unknown-value", first);
        }
        token
    }

    /// The members of a closed set among the texts, each once.
    fn tokens<T: PartialEq>(&mut self, found: &[Found], parse: fn(&str) -> Option<T>) -> Vec<T> {
        let mut tokens = Vec::new();
        for found in found {
            match parse(&found.text) {
                Some(token) if tokens.contains(&token) => {}
                Some(token) => tokens.push(token),
                None => self.note("unknown-value", found),
            }
        }
        tokens
    }

    fn href(&mut self, found: &[Found]) -> Option<String> {
        let first = found.first()?;
        let url = SafeUrl::repair(&first.text);
        if url.is_none() {
            self.note("link-refused", first);
        }
        url.map(String::from)
    }
}

/// Fills `target` with the texts of one rule.
pub(crate) fn assign(
    draft: &mut Draft,
    target: &Target,
    found: &[Found],
    context: &mut Context<'_>,
) {
    match target {
        Target::Own(name) => {
            let texts: Vec<&str> = found.iter().map(|found| found.text.as_str()).collect();
            draft
                .listing
                .extra
                .insert(name.clone(), Value::String(texts.join("; ")));
        }
        Target::Translated(name, lang) => {
            for found in found {
                wording(&mut draft.listing, name, lang, &found.text);
            }
        }
        Target::Known(name @ ("title" | "description" | "keywords")) => {
            let lang = context.lang().to_owned();
            for found in found {
                wording(&mut draft.listing, name, &lang, &found.text);
            }
        }
        Target::Known(name) if name.starts_with("contact.") => {
            contact(&mut draft.listing, name, found, context)
        }
        Target::Known("delivery") => {
            draft
                .delivery
                .extend(context.tokens(found, DeliveryMode::parse));
        }
        Target::Known("eligibility") => {
            draft.eligibility = found.first().map(|found| context.text(found));
        }
        Target::Known("provider") => {
            if let Some(found) = found.first() {
                draft.supplier.clone_from(&found.text);
                let id = context.shelves.organization(
                    &found.text,
                    context
                        .rule
                        .lang
                        .as_deref()
                        .unwrap_or(&context.mapping.language),
                );
                draft.listing.provider = Some(id);
            }
        }
        Target::Known(name) => member(&mut draft.listing, name, found, context),
    }
}

fn wording(listing: &mut Listing, name: &str, lang: &str, text: &str) {
    match name {
        "title" => listing.title.insert(lang, text),
        "description" => listing
            .description
            .get_or_insert_default()
            .insert(lang, text),
        _ => {
            let keyword = Text::new(lang, text);
            if !listing.keywords.contains(&keyword) {
                listing.keywords.push(keyword);
            }
        }
    }
}

fn contact(listing: &mut Listing, name: &str, found: &[Found], context: &mut Context<'_>) {
    let Some(first) = found.first() else { return };
    let contact = listing.contact.get_or_insert_with(Contact::default);
    match name {
        "contact.name" => contact.name = Some(context.text(first)),
        "contact.organization" => contact.organization = Some(context.text(first)),
        "contact.email" => contact.email = Some(first.text.clone()),
        "contact.tel" => contact.tel = Some(first.text.clone()),
        _ => contact.url = context.href(found),
    }
}

fn member(listing: &mut Listing, name: &str, found: &[Found], context: &mut Context<'_>) {
    let texts = || found.iter().map(|found| found.text.clone());
    match name {
        "identifiers" => {
            let scheme = context
                .rule
                .scheme
                .clone()
                .unwrap_or_else(|| "source".to_owned());
            listing.identifiers.extend(texts().map(|value| Identifier {
                scheme: scheme.clone(),
                value,
            }));
        }
        "verbatim" => listing.verbatim = texts().next(),
        "version" => listing.version = texts().next(),
        "intendedUse" => listing.intended_use.extend(texts()),
        "usageRestrictions" => {
            listing
                .usage_restrictions
                .extend(found.iter().map(|found| context.text(found)));
        }
        "offers" => add_offers(listing, found, context),
        "landingPage" => listing.landing_page = context.href(found),
        "license" => listing.license = context.href(found),
        "issued" => listing.issued = facts::dated(found, DateEvent::Issued, context),
        "modified" => listing.modified = facts::dated(found, DateEvent::Modified, context),
        "temporal" => listing.temporal = facts::period(found, context),
        "updateFrequency" => facts::update_frequency(listing, found, context),
        "extent" => listing.extent.extend(facts::extent(found, context)),
        "spatial" => {
            let places = found.iter().map(|found| place_named(found, context));
            listing.spatial.extend(places);
        }
        "productType" => listing.product_type = context.token(found, ProductType::parse),
        "status" => listing.status = context.token(found, ListingStatus::parse),
        "dataSubject" => listing.data_subject = context.token(found, DataSubject::parse),
        "acquisition" => listing.acquisition = context.token(found, Acquisition::parse),
        "accessRights" => listing.access_rights = context.token(found, AccessRights::parse),
        "modalities" => listing
            .modalities
            .extend(context.tokens(found, Modality::parse)),
        "personalInformation" => {
            let value = context.token(found, PersonalInformation::parse);
            listing
                .privacy
                .get_or_insert_with(Privacy::default)
                .personal_information = value;
        }
        "gradingLevel" => {
            let value = context.token(found, GradingLevel::parse);
            listing
                .privacy
                .get_or_insert_with(Privacy::default)
                .grading_level = value;
        }
        _ => shelved(listing, name, found, context),
    }
}

/// Targets whose words name records or codes, and the one distribution.
fn shelved(listing: &mut Listing, name: &str, found: &[Found], context: &mut Context<'_>) {
    let lang = context.lang().to_owned();
    match name {
        "categories" => {
            for found in found {
                let id = context
                    .shelves
                    .category(std::slice::from_ref(&found.text), &lang);
                let added = id.filter(|id| !listing.categories.contains(id));
                listing.categories.extend(added);
            }
        }
        "industries" => {
            for found in found {
                match industry(&found.text) {
                    Some(code) if listing.industries.contains(&code) => {}
                    Some(code) => listing.industries.push(code),
                    None => context.note("unknown-industry", found),
                }
            }
        }
        "languages" => {
            for found in found {
                match language_tag(&found.text) {
                    Some(tag) if listing.languages.contains(&tag) => {}
                    Some(tag) => listing.languages.push(tag),
                    None => context.note("unknown-language", found),
                }
            }
        }
        "exchange" => {
            listing.exchange = found
                .first()
                .map(|found| context.shelves.exchange(&found.text, &lang));
        }
        "rightsHolder" => {
            listing.rights_holder = found
                .first()
                .map(|found| context.shelves.organization(&found.text, &lang));
        }
        _ => distribution(listing, name, found, context),
    }
}

fn distribution(listing: &mut Listing, name: &str, found: &[Found], context: &mut Context<'_>) {
    let Some(first) = found.first() else { return };
    let href = if name.ends_with("URL") {
        context.href(found)
    } else {
        Some(String::new())
    };
    let Some(href) = href else { return };
    if listing.distributions.is_empty() {
        listing.distributions.push(facts::empty_distribution());
    }
    let Some(distribution) = listing.distributions.first_mut() else {
        return;
    };
    let text = Some(first.text.clone());
    match name {
        "downloadURL" => {
            distribution.access = DeliveryMode::Download;
            distribution.download_url = Some(href);
        }
        "accessURL" => distribution.access_url = Some(href),
        "format" => distribution.format = text,
        "mediaType" => distribution.media_type = text,
        "characterEncoding" => distribution.character_encoding = text,
        _ => {}
    }
}

/// A place in its own words; the country is known when nothing else is said. Words that the
/// mapping would have as places only, and are none, become a note.
fn place_named(found: &Found, context: &Context<'_>) -> Location {
    if context.rule.parse == Parser::Place && !is_place(&found.text) {
        return Location {
            note: Some(context.text(found)),
            ..Location::default()
        };
    }
    let whole = matches!(found.text.as_str(), "全国" | "中国" | "China");
    Location {
        verbatim: Some(found.text.clone()),
        country: whole.then(|| "CN".to_owned()),
        ..Location::default()
    }
}
