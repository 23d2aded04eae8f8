//! One page a route. A page asks the engine, chooses components, and says where clicks lead.

mod about;
mod browse;
mod category;
mod device;
mod exchange;
mod exchanges;
mod find;
mod home;
mod inquiry;
mod listing;
mod not_found;
mod preview;
mod provider;

pub(crate) use about::About;
pub(crate) use browse::Browse;
pub(crate) use category::Category;
pub(crate) use device::Device;
pub(crate) use exchange::Exchange;
pub(crate) use exchanges::Exchanges;
pub(crate) use find::{keepers, range_form, turn_shortlist};
pub(crate) use home::Home;
pub(crate) use inquiry::Inquiry;
pub(crate) use listing::Listing;
pub(crate) use not_found::NotFound;
pub(crate) use preview::Preview;
pub(crate) use provider::Provider;

use crate::state::Site;

/// Sets the document's title: the page's name, then the shop's.
pub(crate) fn title(page: &str) {
    let shop = Site::here().name();
    platform::set_title(&if page.is_empty() {
        shop
    } else {
        format!("{page} · {shop}")
    });
}
