//! The values of a listing in every facet. "Not stated" is a value like any other: it
//! stands wherever the source says nothing, or only that it does not say.

use crate::build::Column;
use crate::records::{Records, key, nameless};
use crate::{Facet, NOT_STATED, Preview, format, licence};
use catalog::{
    BillingModel, Catalog, DeliveryMode, Listing, ListingPrice, Location, PersonalInformation, Text,
};
use record::Record;
use std::borrow::Cow;

/// One value, with what a reader needs to name it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default)]
pub(crate) struct Value {
    /// Token, key or text.
    pub(crate) value: String,
    /// Name, where the value is a key or a text.
    pub(crate) label: Option<Text>,
    /// Value above it.
    pub(crate) parent: Option<String>,
}

impl Value {
    /// A value named by the page.
    pub(crate) fn token(token: impl Into<String>) -> Self {
        Self {
            value: token.into(),
            ..Self::default()
        }
    }

    fn named(value: String, label: Text) -> Self {
        Self {
            value,
            label: Some(label),
            parent: None,
        }
    }
}

/// What the values of a listing are read from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    /// Source id.
    pub(crate) source: &'a str,
    /// The catalog.
    pub(crate) catalog: &'a Catalog,
    /// Its records by id.
    pub(crate) records: &'a Records,
}

impl Context<'_> {
    /// Adds the values of `listing` in `facet` to its column.
    pub(crate) fn write(
        &self,
        facet: Facet,
        listing: &Listing,
        price: &ListingPrice,
        column: &mut Column,
    ) {
        // Most listings share these with others: what an id means is made out once.
        let id = match (facet, &listing.categories[..]) {
            (Facet::Exchange, _) => listing.exchange.as_deref(),
            (Facet::Provider, _) => listing.provider.as_deref(),
            (Facet::Category, [id]) => Some(id.as_str()),
            _ => None,
        };
        if id.is_some_and(|id| column.repeat(id)) {
            return;
        }
        let values = match facet {
            Facet::Exchange => self.exchange(listing),
            Facet::Category => self.categories(listing),
            Facet::Provider => self.provider(listing),
            Facet::Place => listing
                .spatial
                .iter()
                .filter_map(|place| self.place(place))
                .collect(),
            Facet::Licence => licences(listing),
            _ => {
                for token in tokens(facet, listing, price) {
                    column.token(&token);
                }
                Vec::new()
            }
        };
        for value in values {
            column.value(value);
        }
        column.close(id);
    }

    fn exchange(&self, listing: &Listing) -> Vec<Value> {
        let Some(id) = &listing.exchange else {
            return Vec::new();
        };
        let known = self.records.exchange(self.catalog, id);
        let label = known.map_or_else(|| nameless(self.catalog, id), |e| e.name.clone());
        vec![Value::named(key(self.source, id), label)]
    }

    fn provider(&self, listing: &Listing) -> Vec<Value> {
        let Some(id) = &listing.provider else {
            return Vec::new();
        };
        let known = self.records.organization(self.catalog, id);
        let label = known.map_or_else(|| nameless(self.catalog, id), |o| o.name.clone());
        vec![Value::named(key(self.source, id), label)]
    }

    /// The listing's categories and all above them.
    fn categories(&self, listing: &Listing) -> Vec<Value> {
        let mut values: Vec<Value> = Vec::new();
        for id in &listing.categories {
            let line = self.records.lineage(self.catalog, id);
            if line.is_empty() {
                values.push(Value::named(
                    key(self.source, id),
                    nameless(self.catalog, id),
                ));
            }
            let mut parent = None;
            for category in line {
                let value = key(self.source, &category.id);
                let above = parent.replace(value.clone());
                values.push(Value {
                    value,
                    label: Some(category.label.clone()),
                    parent: above,
                });
            }
        }
        values
    }

    /// The first-level place: the region, else the next thing that names it.
    fn place(&self, place: &Location) -> Option<Value> {
        let named = [&place.region, &place.name, &place.locality];
        let label = named
            .into_iter()
            .flatten()
            .find(|text| !text.is_empty())
            .cloned();
        let label = label.or_else(|| {
            let written = place.verbatim.as_ref().or(place.country.as_ref())?;
            Some(nameless(self.catalog, written))
        })?;
        // One language for the value, so that sources agree where they share it.
        let (_, value) = label.pick("zh", &self.catalog.default_language)?;
        let value = value.trim().to_owned();
        (!value.is_empty()).then(|| Value::named(value, label))
    }
}

/// Tokens of the facets that need nothing but the listing.
fn tokens(facet: Facet, listing: &Listing, price: &ListingPrice) -> Vec<Cow<'static, str>> {
    let one = |token: Option<&'static str>| {
        let token = token.filter(|token| says(token));
        token.map(Cow::Borrowed).into_iter().collect()
    };
    match facet {
        Facet::Price => one(Some(price.state.as_str())),
        Facet::Delivery => deliveries(listing)
            .map(|mode| Cow::Borrowed(mode.as_str()))
            .collect(),
        Facet::Type => one(listing.product_type.map(|t| t.as_str())),
        Facet::Update => one(listing
            .update_frequency
            .as_ref()
            .map(|f| f.class().as_str())),
        Facet::Access => one(listing.access_rights.map(|a| a.as_str())),
        Facet::Preview => one(Some(Preview::of(listing, price.state).as_str())),
        Facet::Privacy => {
            let privacy = listing.privacy.as_ref();
            one(privacy
                .and_then(|p| p.personal_information)
                .map(PersonalInformation::as_str))
        }
        Facet::Billing => {
            let counted = listing.offers.get(price.offer);
            one(counted
                .and_then(|offer| offer.billing_model)
                .map(BillingModel::as_str))
        }
        Facet::Modality => {
            let tokens = listing.modalities.iter().map(|m| m.as_str());
            tokens.filter(|t| says(t)).map(Cow::Borrowed).collect()
        }
        Facet::Format => listing
            .distributions
            .iter()
            .filter_map(format::of)
            .map(Cow::Owned)
            .collect(),
        Facet::Industry => listing
            .industries
            .iter()
            .filter_map(|code| section(code).map(Cow::Owned))
            .collect(),
        Facet::Language => listing
            .languages
            .iter()
            .filter_map(|tag| base_language(tag).map(Cow::Owned))
            .collect(),
        Facet::Exchange
        | Facet::Category
        | Facet::Provider
        | Facet::Place
        | Facet::Licence
        | Facet::Disclosure => Vec::new(),
    }
}

/// The licences of the listing and of its files, those that people know by their names.
fn licences(listing: &Listing) -> Vec<Value> {
    let files = listing.distributions.iter();
    let all = listing
        .license
        .iter()
        .chain(files.filter_map(|d| d.license.as_ref()));
    let named = all
        .filter(|address| !address.is_empty())
        .map(|address| Value {
            value: address.clone(),
            label: licence::short_name(address).map(|name| Text::new("en", name)),
            parent: None,
        });
    named.collect()
}

/// Whether a token says something: `unknown` and `unspecified` do not.
pub(crate) fn says(token: &str) -> bool {
    !matches!(token, "unknown" | "unspecified" | NOT_STATED)
}

/// Delivery modes of offers and distributions that say something, each once.
pub(crate) fn deliveries(listing: &Listing) -> impl Iterator<Item = DeliveryMode> {
    let of_offers = listing
        .offers
        .iter()
        .flat_map(|offer| offer.delivery.iter().copied());
    let modes = of_offers.chain(listing.distributions.iter().map(|d| d.access));
    let mut known: Vec<DeliveryMode> = Vec::new();
    for mode in modes.filter(|mode| *mode != DeliveryMode::Unspecified) {
        if !known.contains(&mode) {
            known.push(mode);
        }
    }
    known.into_iter()
}

/// The section letter of a GB/T 4754 code.
fn section(code: &str) -> Option<String> {
    let letter = code.trim().chars().next()?.to_ascii_uppercase();
    ('A'..='T').contains(&letter).then(|| letter.to_string())
}

/// The base language of a tag, lower case.
fn base_language(tag: &str) -> Option<String> {
    let base = tag.split(['-', '_']).next()?.trim().to_ascii_lowercase();
    (!base.is_empty()).then_some(base)
}
