//! Interim: prices one by one, until `catalog` has its own tally.
use catalog::{Catalog, Listing, ListingPrice};

#[derive(Debug, Default)]
pub(crate) struct PriceTally {
    today: String,
    stubs: Catalog,
}

impl PriceTally {
    pub(crate) fn new(today: &str) -> Self {
        Self {
            today: today.to_owned(),
            stubs: Catalog::default(),
        }
    }

    pub(crate) fn add(&mut self, listing: &Listing) -> ListingPrice {
        let stub = Listing {
            offers: listing.offers.clone(),
            exchange: listing.exchange.clone(),
            provider: listing.provider.clone(),
            ..Listing::default()
        };
        let one = Catalog {
            listings: vec![stub.clone()],
            ..Catalog::default()
        };
        self.stubs.listings.push(stub);
        catalog::price_states(&one, &self.today).remove(0)
    }

    pub(crate) fn settle(&self) -> Vec<ListingPrice> {
        catalog::price_states(&self.stubs, &self.today)
    }
}
