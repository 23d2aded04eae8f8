//! What a listing's page tells a buyer: twelve checks, each met or not (`product.md` B12). They
//! judge the page, never the data.
//!
//! One rule for all: a check is met when the page says something that a buyer can go by. Silence,
//! a placeholder such as 待完善, and the words "unknown" and "unspecified" are not answers. An
//! unwelcome answer is one: "contains personal information" and "never updated" are disclosed.

use crate::{
    Acquisition, Contact, DeliveryMode, Distribution, Exchange, InquiryKind, InquiryTarget,
    Listing, Location, NegotiationChannel, PersonalInformation, PreviewMode, PriceState,
    SampleOrigin, Text, UpdateClass,
    parse::{fold, is_placeholder},
    token::tokens,
};

tokens! {
    /// A point that a buyer cares about, in the order in which they are shown.
    Check {
        /// A number that leaves no doubt, the word free, or negotiable with where it is
        /// settled. Negotiable alone, as most pages of some exchanges have it, tells nothing.
        Price = "price",
        /// Rows of the real data that can be looked at: in the catalog, unless the owner's
        /// switch hides them, or by a link. A synthetic sample shows the form, not the data.
        Sample = "sample",
        /// One column at least, by name.
        Columns = "columns",
        /// An amount above zero, or the size of a file.
        Size = "size",
        /// A first or last day of what the data covers, ongoing, or the source's words for it.
        Period = "period",
        /// One place at least, by name, code, box or the source's words.
        Place = "place",
        /// How often it is refreshed; also that it never is, or at no fixed time.
        Update = "update",
        /// A way to get it; "arranged offline" is one, "unspecified" is none.
        Delivery = "delivery",
        /// What a buyer may do with it: a licence, a page of terms, a policy, limits of use. Who
        /// may see it is another matter.
        Terms = "terms",
        /// That somebody may sell it: its number in a register, or both who holds the rights and
        /// how the data was come by. One of the two alone is a claim.
        Rights = "rights",
        /// Whether personal information is in it, whatever the answer.
        Privacy = "privacy",
        /// A way to ask: mail, telephone, page or form, of the listing or else of its exchange.
        /// A name without an address is none, nor is a file to download.
        Contact = "contact",
    }
}

/// The points that a page tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Disclosure(u16);

impl Disclosure {
    /// What `listing` tells with the `exchange` that it is on. The `price` is told apart
    /// beforehand, as it takes the other listings too.
    #[must_use]
    pub fn of(listing: &Listing, exchange: Option<&Exchange>, price: PriceState) -> Self {
        Check::ALL.iter().fold(Self(0), |told, point| {
            told.with(*point, is_told(*point, listing, exchange, price))
        })
    }

    /// The set whose bits are `bits`, as [`Self::bits`] gives them.
    #[must_use]
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits & 0xFFF)
    }

    /// One bit for each point, in their order.
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// The same with `point` told or not: a price may turn out doubtful later.
    #[must_use]
    pub const fn with(self, point: Check, told: bool) -> Self {
        let bit = 1 << point as u16;
        Self(if told { self.0 | bit } else { self.0 & !bit })
    }

    /// How many points are told, 0 to 12.
    #[must_use]
    pub const fn score(self) -> u8 {
        self.0.count_ones() as u8
    }

    /// Whether `point` is told.
    #[must_use]
    pub const fn has(self, point: Check) -> bool {
        self.0 & (1 << point as u16) != 0
    }

    /// The points that are not told: what to ask.
    pub fn missing(self) -> impl Iterator<Item = Check> {
        let points = Check::ALL.iter().copied();
        points.filter(move |point| !self.has(*point))
    }
}

fn is_told(
    point: Check,
    listing: &Listing,
    exchange: Option<&Exchange>,
    price: PriceState,
) -> bool {
    match point {
        Check::Price => tells_price(listing, price),
        Check::Sample => tells_sample(listing),
        Check::Columns => {
            let mut columns = listing.schema.iter().flat_map(|schema| &schema.fields);
            columns.any(|field| says(&field.name))
        }
        Check::Size => {
            listing.extent.iter().any(|amount| amount.value > 0.0)
                || listing
                    .distributions
                    .iter()
                    .any(|file| file.byte_size > Some(0))
        }
        Check::Period => listing.temporal.as_ref().is_some_and(|period| {
            period.start.is_some() || period.end.is_some() || says_some(&period.verbatim)
        }),
        Check::Place => listing.spatial.iter().any(tells_place),
        Check::Update => listing
            .update_frequency
            .as_ref()
            .is_some_and(|promise| promise.class() != UpdateClass::NotStated),
        Check::Delivery => {
            let of_offers = listing.offers.iter().flat_map(|offer| &offer.delivery);
            let of_files = listing.distributions.iter().map(|file| &file.access);
            of_offers
                .chain(of_files)
                .any(|mode| *mode != DeliveryMode::Unspecified)
        }
        Check::Terms => tells_terms(listing),
        Check::Rights => tells_rights(listing),
        Check::Privacy => listing
            .privacy
            .as_ref()
            .and_then(|privacy| privacy.personal_information)
            .is_some_and(|answer| answer != PersonalInformation::Unknown),
        Check::Contact => {
            let of_exchange = exchange
                .is_some_and(|exchange| can_be_asked(exchange.contact.as_ref(), &exchange.inquiry));
            can_be_asked(listing.contact.as_ref(), &listing.inquiry) || of_exchange
        }
    }
}

fn tells_price(listing: &Listing, price: PriceState) -> bool {
    match price {
        PriceState::Number | PriceState::Free => true,
        PriceState::NotStated | PriceState::Doubtful => false,
        PriceState::Negotiable => listing.offers.iter().any(|offer| {
            let channel = offer.negotiation_channel;
            channel.is_some_and(|channel| channel != NegotiationChannel::Unspecified)
        }),
    }
}

fn tells_sample(listing: &Listing) -> bool {
    let mode = listing.preview.as_ref().map(|rule| rule.mode);
    let hidden = matches!(mode, Some(PreviewMode::None | PreviewMode::Schema));
    let has_rows = |file: &Distribution| !hidden && !file.rows.is_empty();
    let of_samples = listing.samples.iter().any(|sample| {
        sample.origin != SampleOrigin::Synthetic
            && sample.distribution.as_ref().is_some_and(|file| {
                let links = [&file.download_url, &file.datastore_url, &file.access_url];
                has_rows(file) || links.iter().any(|link| link.is_some())
            })
    });
    of_samples || listing.distributions.iter().any(has_rows)
}

fn tells_place(place: &Location) -> bool {
    let names = [&place.name, &place.locality, &place.region];
    let codes = [
        &place.country,
        &place.admin_code,
        &place.subdivision,
        &place.verbatim,
    ];
    names.into_iter().flatten().any(says_text)
        || codes.into_iter().any(says_some)
        || place.bbox.is_some()
}

fn tells_terms(listing: &Listing) -> bool {
    let of_offers = listing.offers.iter();
    listing.license.is_some()
        || listing.usage_restrictions.iter().any(says_text)
        || listing
            .distributions
            .iter()
            .any(|file| file.license.is_some())
        || of_offers
            .into_iter()
            .any(|offer| offer.terms.is_some() || offer.policy.is_some())
}

/// Words in the name of a register of data or of rights.
const REGISTERS: &[&str] = &["登记", "产权", "证书", "备案", "regist", "certificate"];

fn tells_rights(listing: &Listing) -> bool {
    let registered = listing.identifiers.iter().any(|identifier| {
        let scheme = fold(&identifier.scheme);
        says(&identifier.value)
            && REGISTERS
                .iter()
                .any(|word| crate::parse::holds(&scheme, word))
    });
    let come_by = (listing.acquisition).is_some_and(|how| how != Acquisition::Unknown);
    registered || (come_by && listing.rights_holder.is_some())
}

fn can_be_asked(contact: Option<&Contact>, inquiry: &[InquiryTarget]) -> bool {
    let by_contact = contact.is_some_and(|contact| {
        let ways = [&contact.email, &contact.tel, &contact.url];
        ways.into_iter().any(says_some)
    });
    let reaches =
        |target: &InquiryTarget| target.kind != InquiryKind::Download && target.href.is_some();
    by_contact || inquiry.iter().any(reaches)
}

fn says(text: &str) -> bool {
    !text.trim().is_empty() && !is_placeholder(text)
}

fn says_some(text: &Option<String>) -> bool {
    text.as_deref().is_some_and(says)
}

fn says_text(text: &Text) -> bool {
    text.iter().any(|(_, text)| says(text))
}
