//! Price states by rule 13, over listings made for each clause of it.

use catalog::{
    Catalog, Doubt, Listing, Offer, Price, PriceState, PriceStates, PriceType, price_states,
};

/// The day on which the states are told.
const TODAY: &str = "2024-05-10";

fn fixed(amount: &str) -> Offer {
    Offer {
        price: Some(Price {
            amount: Some(amount.to_owned()),
            currency: String::from("CNY"),
            ..Price::default()
        }),
        ..Offer::new("o1", PriceType::Fixed)
    }
}

fn listing(offer: Offer, provider: Option<&str>) -> Listing {
    Listing {
        exchange: Some(String::from("north")),
        provider: provider.map(str::to_owned),
        offers: vec![offer],
        ..Listing::default()
    }
}

fn states(listings: Vec<Listing>) -> Vec<(PriceState, Vec<Doubt>)> {
    let catalog = Catalog {
        listings,
        ..Catalog::default()
    };
    let prices = price_states(&catalog, TODAY);
    assert_eq!(prices.len(), catalog.listings.len());
    prices
        .into_iter()
        .map(|price| (price.state, price.doubts))
        .collect()
}

fn state(offer: Offer) -> (PriceState, Vec<Doubt>) {
    states(vec![listing(offer, Some("a"))]).remove(0)
}

#[test]
fn blank_is_not_free() {
    assert_eq!(
        state(Offer::new("o1", PriceType::Unknown)).0,
        PriceState::NotStated
    );
    let none = Listing::default();
    assert_eq!(states(vec![none])[0].0, PriceState::NotStated);
    assert_eq!(
        state(Offer::new("o1", PriceType::Fixed)).0,
        PriceState::NotStated
    );
}

#[test]
fn zero_is_free_only_by_the_word() {
    let doubt = (PriceState::Doubtful, vec![Doubt::ZeroWithoutFree]);
    assert_eq!(state(fixed("0")), doubt);
    assert_eq!(state(fixed("0.00")), doubt);
    for (words, expected) in [
        ("0元/次", PriceState::Doubtful),
        ("免费(0元)", PriceState::Free),
        ("Free of charge", PriceState::Free),
        ("0元,不免费", PriceState::Doubtful),
        ("freedom plan 0", PriceState::Doubtful),
        ("首月0元免费", PriceState::Doubtful),
    ] {
        let offer = Offer {
            verbatim: Some(words.to_owned()),
            ..fixed("0")
        };
        assert_eq!(state(offer).0, expected, "{words}");
    }
}

#[test]
fn a_float_remainder_is_doubtful() {
    assert_eq!(
        state(fixed("754300.0000000001")),
        (PriceState::Doubtful, vec![Doubt::FloatDebris])
    );
    assert_eq!(state(fixed("0.0028")).0, PriceState::Number);
    assert_eq!(state(fixed("1000.00000")).0, PriceState::Number);
}

/// `same` listings at 1000 from `suppliers` suppliers among `all` priced ones.
fn exchange(same: usize, suppliers: usize, all: usize) -> Vec<Listing> {
    let mut listings = Vec::new();
    for number in 0..all {
        let supplier = (suppliers > 0).then(|| format!("s{}", number % suppliers.max(1)));
        let amount = if number < same {
            "1000.00".to_owned()
        } else {
            format!("{number}.5")
        };
        listings.push(listing(fixed(&amount), supplier.as_deref()));
    }
    listings
}

#[test]
fn an_amount_that_everyone_asks_is_doubtful() {
    for (same, suppliers, all, doubtful) in [
        (6, 5, 20, true),  // more than a quarter, five suppliers
        (5, 5, 20, false), // a quarter is not more than a quarter
        (6, 4, 20, false), // one supplier may ask one price for all it sells
        (6, 0, 20, true),  // suppliers not given: the share decides
        (5, 0, 20, false),
        (1, 0, 1, false), // one listing repeats nothing
        (4, 0, 4, false),
    ] {
        let found = states(exchange(same, suppliers, all));
        let count = found
            .iter()
            .filter(|(state, _)| *state == PriceState::Doubtful)
            .count();
        let expected = if doubtful { same } else { 0 };
        assert_eq!(count, expected, "{same} of {all} from {suppliers}");
    }
}

#[test]
fn says_how_many_have_the_same_amount_on_their_exchange_alone() {
    let mut listings = exchange(6, 5, 20);
    for listing in exchange(3, 0, 12) {
        listings.push(Listing {
            exchange: Some(String::from("south")),
            ..listing
        });
    }
    listings.push(Listing {
        exchange: None,
        ..listing(fixed("1000"), None)
    });
    let catalog = Catalog {
        listings,
        ..Catalog::default()
    };
    let prices = price_states(&catalog, TODAY);
    assert_eq!(prices[0].same_amount, Some(6));
    assert!(prices[20..].iter().all(|price| price.same_amount.is_none()));
    let counts = PriceStates::of(&catalog, TODAY);
    assert_eq!((counts.number, counts.doubtful), (27, 6));
}

/// An offer with its first and last day.
fn between(from: Option<&str>, through: Option<&str>, offer: Offer) -> Offer {
    Offer {
        valid_from: from.map(str::to_owned),
        valid_through: through.map(str::to_owned),
        ..offer
    }
}

#[test]
fn a_listing_counts_by_its_first_offer_that_is_in_force() {
    let over = || between(None, Some("2024-05-09"), Offer::new("o1", PriceType::Free));
    let last_day = || between(Some("2024-05-10"), Some("2024-05-10"), fixed("5"));
    let to_come = || {
        let offer = Offer::new("o3", PriceType::Negotiable);
        between(Some("2024-05-11"), None, offer)
    };
    for (offers, at, state, expired) in [
        (vec![over(), last_day()], 1, PriceState::Number, false),
        (vec![to_come(), last_day()], 1, PriceState::Number, false),
        (vec![over(), to_come()], 1, PriceState::Negotiable, false),
        (vec![over(), over()], 0, PriceState::Free, true),
        (vec![over()], 0, PriceState::Free, true),
        (vec![], 0, PriceState::NotStated, false),
    ] {
        let catalog = Catalog {
            listings: vec![Listing {
                offers: offers.clone(),
                ..Listing::default()
            }],
            ..Catalog::default()
        };
        let price = price_states(&catalog, TODAY).remove(0);
        assert_eq!(
            (price.offer, price.state, price.expired),
            (at, state, expired),
            "{offers:?}"
        );
    }
}
