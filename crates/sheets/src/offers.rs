//! Price cells, delivery and conditions become the offers of a listing.

use catalog::parse::price;
use catalog::{DeliveryMode, Eligibility, Listing, Offer, PriceType, Text};

use crate::assign::Context;
use crate::evaluate::Found;
use crate::mapping::Parser;

/// Adds the offers of one rule's texts to the listing.
pub(crate) fn add_offers(listing: &mut Listing, found: &[Found], context: &mut Context<'_>) {
    let lang = match (&context.rule.lang, context.rule.parse) {
        (Some(lang), _) => lang.as_str(),
        (None, Parser::PriceEn) => "en",
        (None, Parser::PriceZh) => "zh",
        _ => context.mapping.language.as_str(),
    };
    for found in found {
        let reading = price(&found.text, &context.mapping.currency, lang);
        for code in reading.notes {
            context.note(code, found);
        }
        for mut offer in reading.value {
            offer.id = format!("o{}", listing.offers.len() + 1);
            listing.offers.push(offer);
        }
    }
}

/// A listing always has an offer; without a price text it says that nothing is stated.
pub(crate) fn ensure_offer(listing: &mut Listing) {
    if listing.offers.is_empty() {
        listing.offers.push(Offer::new("o1", PriceType::Unknown));
    }
}

/// Sets what the buyer gets and who may buy on every offer.
pub(crate) fn terms(listing: &mut Listing, delivery: &[DeliveryMode], eligibility: Option<&Text>) {
    for offer in &mut listing.offers {
        offer.delivery = delivery.to_vec();
        if let Some(note) = eligibility {
            let eligibility = Eligibility {
                note: Some(note.clone()),
                ..Eligibility::default()
            };
            offer.eligibility = Some(eligibility);
        }
    }
}
