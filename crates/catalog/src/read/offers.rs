//! Offers, and what is done with those that contradict themselves (`model.md` §B rule 5).

use crate::{
    BillingModel, BuyerType, DeliveryMode, Eligibility, NegotiationChannel, Offer, PriceType, Tri,
    parse,
    read::{
        at::At,
        dates::is_duration,
        distributions::local_id,
        json::Value,
        known::LocalIds,
        links::href,
        measures::quantity,
        object::Object,
        prices::{is_nothing, price},
        reader::{Reader, excerpt},
        texts::{name, running},
        values::{day, flag, matching, string, verbatim},
    },
};

/// Takes the offers of a listing. There is always one: a listing that says nothing about its
/// price has the price type unknown, never free.
pub(crate) fn offers(reader: &mut Reader, object: &mut Object) -> Vec<Offer> {
    let mut taken = LocalIds::default();
    if !object.members.contains_key("offers") {
        object.missing(reader, "offers");
    }
    let is_empty = object
        .members
        .get("offers")
        .and_then(Value::as_array)
        .is_some_and(Vec::is_empty);
    if is_empty {
        reader.error("no-offer", &object.at.member("offers"), "[]");
    }
    let mut offers = Vec::new();
    if let Some(mut items) = object.items(reader, "offers") {
        while let Some((value, at)) = items.next(reader) {
            offers.extend(offer(reader, value, &at, &mut taken));
        }
    }
    if offers.is_empty() {
        offers = offers_of_words(reader, object);
    }
    if offers.is_empty() {
        reader.warn("price-not-stated", &object.at, "");
        offers.push(Offer::new("o1", PriceType::Unknown));
    }
    offers
}

/// The offers in a member `price` with words or a number, which no schema knows but many
/// exports have.
fn offers_of_words(reader: &mut Reader, object: &mut Object) -> Vec<Offer> {
    let words = match object.members.get("price") {
        Some(value @ (Value::String(_) | Value::Number(_))) => excerpt(value),
        _ => return Vec::new(),
    };
    object.members.remove("price");
    let place = object.at.member("price");
    reader.error("offer-from-price", &place, &words);
    let reading = parse::price(&words, "CNY", &reader.language);
    for note in &reading.notes {
        reader.warn(note, &place, &words);
    }
    reading.value
}

fn offer(reader: &mut Reader, value: Value, at: &At, taken: &mut LocalIds) -> Option<Offer> {
    let mut object = Object::open(reader, value, *at)?;
    let id = local_id(reader, &mut object, taken, "o");
    let price_type = object.require(reader, "priceType", |reader, value, at| {
        crate::read::token(reader, value, at, PriceType::parse)
    });
    let mut offer = Offer::new(id, price_type.unwrap_or(PriceType::Unknown));
    object.fill(reader, "name", name, &mut offer.name);
    offer.negotiation_channel = object.token_or(
        reader,
        "negotiationChannel",
        NegotiationChannel::parse,
        NegotiationChannel::Unspecified,
    );
    object.fill(reader, "price", price, &mut offer.price);
    offer.billing_model = object.token_or(
        reader,
        "billingModel",
        BillingModel::parse,
        BillingModel::Unspecified,
    );
    object.fill(
        reader,
        "billingPeriod",
        |reader, value, at| matching(reader, value, at, "bad-duration", is_duration),
        &mut offer.billing_period,
    );
    object.fill(reader, "unit", string, &mut offer.unit);
    object.fill(
        reader,
        "includedQuantity",
        quantity,
        &mut offer.included_quantity,
    );
    object.fill(
        reader,
        "minimumQuantity",
        quantity,
        &mut offer.minimum_quantity,
    );
    object.fill(reader, "postpaid", flag, &mut offer.postpaid);
    offer.delivery = object.tokens(reader, "delivery", DeliveryMode::parse);
    object.fill(reader, "eligibility", eligibility, &mut offer.eligibility);
    object.fill(reader, "validFrom", day, &mut offer.valid_from);
    object.fill(reader, "validThrough", day, &mut offer.valid_through);
    object.fill(reader, "terms", href, &mut offer.terms);
    offer.policy = object.carried(reader, "policy");
    object.fill(reader, "verbatim", verbatim, &mut offer.verbatim);
    mend_price(reader, &mut offer, at);
    mend_billing(reader, &mut offer, at);
    offer.extra = object.finish(reader);
    Some(offer)
}

fn eligibility(reader: &mut Reader, value: Value, at: &At) -> Option<Eligibility> {
    let mut object = Object::open(reader, value, *at)?;
    let eligibility = Eligibility {
        registration_required: object.token_or(
            reader,
            "registrationRequired",
            Tri::parse,
            Tri::Unknown,
        ),
        verification_required: object.token_or(
            reader,
            "verificationRequired",
            Tri::parse,
            Tri::Unknown,
        ),
        buyer_types: object.tokens(reader, "buyerTypes", BuyerType::parse),
        note: object.read(reader, "note", running),
    };
    object.close(reader);
    (eligibility != Eligibility::default()).then_some(eligibility)
}

/// Price type and price must agree. Where they do not, the offer says less, never more.
fn mend_price(reader: &mut Reader, offer: &mut Offer, at: &At) {
    let bounds = offer
        .price
        .as_ref()
        .map(|price| (price.min.is_some(), price.max.is_some()));
    match (offer.price_type, bounds) {
        (PriceType::Fixed | PriceType::From | PriceType::Range, None) => {
            reader.error("price-missing", at, offer.price_type.as_str());
            offer.price_type = PriceType::Unknown;
        }
        (PriceType::Range, Some((true, true))) => {}
        (PriceType::Range, Some((least, _))) => {
            reader.error("range-without-bounds", at, "");
            let has_amount = offer.price.as_ref().is_some_and(|p| p.amount.is_some());
            offer.price_type = match (least, has_amount) {
                (true, _) => PriceType::From,
                (false, true) => PriceType::Fixed,
                // "At most" has no price type of its own; the number stays in the price.
                (false, false) => PriceType::Unknown,
            };
        }
        (PriceType::Free, Some(_)) => {
            let nothing = offer.price.as_ref().is_none_or(is_nothing);
            reader.error("free-with-price", at, "");
            if nothing {
                offer.price = None;
            } else {
                // Free and a number cannot both be so; the number is the one that costs money.
                offer.price_type = PriceType::Fixed;
            }
        }
        _ => {}
    }
    if offer.price_type == PriceType::Negotiable && offer.negotiation_channel.is_none() {
        reader.error("negotiable-without-channel", at, "");
        offer.negotiation_channel = Some(NegotiationChannel::Unspecified);
    }
}

/// A subscription has a period; else it is not said how it is billed.
fn mend_billing(reader: &mut Reader, offer: &mut Offer, at: &At) {
    if offer.billing_model != Some(BillingModel::Subscription) || offer.billing_period.is_some() {
        return;
    }
    reader.error("subscription-without-period", at, "");
    let words = [offer.unit.as_deref(), offer.verbatim.as_deref()];
    offer.billing_period = words.into_iter().flatten().find_map(period_in);
    if offer.billing_period.is_none() {
        offer.billing_model = Some(BillingModel::Unspecified);
    }
}

/// The period that a unit or a price text names.
fn period_in(words: &str) -> Option<String> {
    let words = parse::lower(words);
    let periods = [
        ("年", "P1Y"),
        ("year", "P1Y"),
        ("annual", "P1Y"),
        ("季", "P3M"),
        ("quarter", "P3M"),
        ("月", "P1M"),
        ("month", "P1M"),
        ("周", "P1W"),
        ("week", "P1W"),
        ("天", "P1D"),
        ("日", "P1D"),
        ("day", "P1D"),
    ];
    let found = periods
        .iter()
        .find(|(word, _)| parse::holds(&words, word))?;
    Some(found.1.to_owned())
}
