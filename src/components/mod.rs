//! One file a component: values in, callbacks out. A component never fetches; only the
//! header, the search box and links know where the visitor is.

mod chips;
mod contact;
mod crumbs;
mod data_grid;
mod empty;
mod evidence_mark;
mod fact_list;
mod filters;
mod finding;
mod footer;
mod header;
mod icon;
mod keepers;
mod listing_card;
mod mix_bar;
mod no_results;
mod notice;
mod pager;
mod price_tag;
mod price_waffle;
mod result_head;
mod result_list;
mod said;
mod shelf;
mod shortlist_button;
mod source_banner;

pub(crate) use chips::{Chips, conditions};
pub(crate) use contact::{contact_line, link};
pub(crate) use crumbs::Crumbs;
pub(crate) use data_grid::{
    DataGrid, Shared, Table, among, cells_cut, covered, distinct_words, missing_words, without,
};
pub(crate) use empty::Empty;
pub(crate) use evidence_mark::EvidenceMark;
pub(crate) use fact_list::{Fact, FactList};
pub(crate) use filters::{FacetPanel, Filters, PanelPart, RangePart, ask_for, filters};
use finding::Marked;
pub(crate) use finding::{ReadAs, SearchBox};
pub(crate) use footer::Footer;
pub(crate) use header::Header;
pub(crate) use icon::{Icon, Mark, Svg};
pub(crate) use keepers::{Keepers, Results};
pub(crate) use listing_card::ListingCard;
pub(crate) use mix_bar::{MixBar, mix_words};
pub(crate) use notice::{Notice, Tone};
pub(crate) use pager::Pager;
pub(crate) use price_tag::{PriceLine, PriceTag, price_words, state_class, state_icon};
pub(crate) use price_waffle::PriceWaffle;
pub(crate) use result_head::ResultHead;
pub(crate) use result_list::ResultList;
pub(crate) use said::{NotStated, Said, said_text};
pub(crate) use shelf::Shelf;
pub(crate) use shortlist_button::{ShortlistButton, Turn, Turned};
pub(crate) use source_banner::SourceBanner;
