//! Prices counted while listings pass by are those of the definition: the state of each listing
//! alone, and beside it how often its amount stands on its exchange.

use catalog::{
    Catalog, Doubt, Listing, ListingPrice, Offer, Price, PriceState, PriceTally, PriceType,
    price_states,
};
use proptest::prelude::*;

const TODAY: &str = "2024-05-10";

/// The price of each listing by the words of `model.md` rule 13, each compared with all others.
fn defined(listings: &[Listing]) -> Vec<ListingPrice> {
    let alone = |listing: &Listing| {
        let catalog = Catalog {
            listings: vec![listing.clone()],
            ..Catalog::default()
        };
        price_states(&catalog, TODAY).remove(0)
    };
    let mut prices: Vec<ListingPrice> = listings.iter().map(alone).collect();
    // Exchange, currency and numbers of a listing with a number.
    let amount = |listing: &Listing, price: &ListingPrice| {
        let is_number = matches!(price.state, PriceState::Number | PriceState::Doubtful);
        let exchange = listing.exchange.clone().filter(|_| is_number)?;
        let price = listing.offers[price.offer].price.clone()?;
        let plain = |amount: Option<String>| {
            amount.map(|text| match text.split_once('.') {
                Some(_) => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
                None => text,
            })
        };
        let numbers: Vec<String> = [price.amount, price.min, price.max]
            .into_iter()
            .filter_map(plain)
            .collect();
        Some((exchange, price.currency, numbers))
    };
    let amounts: Vec<_> = listings
        .iter()
        .zip(&prices)
        .map(|(l, p)| amount(l, p))
        .collect();
    for (at, mine) in amounts.iter().enumerate() {
        let Some(mine) = mine else { continue };
        let on_exchange = amounts.iter().flatten().filter(|other| other.0 == mine.0);
        let same = |place: &usize| amounts[*place].as_ref() == Some(mine);
        let places: Vec<usize> = (0..listings.len()).filter(same).collect();
        let mut suppliers: Vec<&String> = places
            .iter()
            .filter_map(|place| listings[*place].provider.as_ref())
            .collect();
        suppliers.sort();
        suppliers.dedup();
        let enough = if suppliers.is_empty() {
            places.len()
        } else {
            suppliers.len()
        } >= 5;
        if enough && places.len() * 4 > on_exchange.count() {
            prices[at].state = PriceState::Doubtful;
            prices[at].doubts.push(Doubt::RepeatedAmount);
            prices[at].same_amount = Some(places.len() as u64);
        }
    }
    prices
}

fn offer() -> impl Strategy<Value = Offer> {
    let amount = || {
        let amounts = vec!["0", "5", "5.00", "7", "100", "0.123456", "9.5"];
        prop::option::weighted(0.8, prop::sample::select(amounts))
    };
    let day =
        || prop::option::weighted(0.2, prop::sample::select(vec!["2024-05-09", "2024-05-11"]));
    let kind = prop::sample::select(vec![
        PriceType::Fixed,
        PriceType::Fixed,
        PriceType::Fixed,
        PriceType::From,
        PriceType::Range,
        PriceType::Free,
        PriceType::Negotiable,
        PriceType::Unknown,
    ]);
    let words = prop::option::weighted(0.2, prop::sample::select(vec!["免费", "0元"]));
    (kind, amount(), amount(), day(), day(), words, any::<bool>()).prop_map(
        |(kind, amount, max, from, through, words, yuan)| Offer {
            price: Some(Price {
                amount: amount.map(str::to_owned),
                max: max.filter(|_| kind == PriceType::Range).map(str::to_owned),
                currency: String::from(if yuan { "CNY" } else { "USD" }),
                ..Price::default()
            }),
            valid_from: from.map(str::to_owned),
            valid_through: through.map(str::to_owned),
            verbatim: words.map(str::to_owned),
            ..Offer::new("o", kind)
        },
    )
}

fn listing() -> impl Strategy<Value = Listing> {
    let exchange = prop::sample::select(vec![None, Some("north"), Some("north"), Some("south")]);
    let provider = prop::option::weighted(0.8, 0..7_u8);
    (exchange, provider, prop::collection::vec(offer(), 0..3)).prop_map(
        |(exchange, provider, offers)| Listing {
            exchange: exchange.map(str::to_owned),
            provider: provider.map(|number| format!("s{number}")),
            offers,
            ..Listing::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn counts_as_the_definition_does(listings in prop::collection::vec(listing(), 0..60)) {
        let mut tally = PriceTally::new(TODAY);
        for listing in &listings {
            tally.add(listing);
        }
        prop_assert_eq!(tally.len(), listings.len());
        let prices = tally.settle();
        let expected = defined(&listings);
        for (at, price) in expected.iter().enumerate() {
            prop_assert_eq!(prices.state(at), Some(price.state));
            prop_assert_eq!(prices.get(at), Some(price.clone()));
        }
        prop_assert_eq!(prices.get(listings.len()), None);
        let catalog = Catalog { listings, ..Catalog::default() };
        prop_assert_eq!(price_states(&catalog, TODAY), expected);
    }
}

#[test]
fn says_of_each_listing_what_it_is_alone() {
    let free = Listing {
        offers: vec![Offer::new("o", PriceType::Free)],
        ..Listing::default()
    };
    let mut tally = PriceTally::new(TODAY);
    assert_eq!(tally.add(&free).state, PriceState::Free);
    assert_eq!(tally.add(&Listing::default()).state, PriceState::NotStated);
}
