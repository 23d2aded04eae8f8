//! Words of the interface. One file a room, the two languages beside each other, so that a
//! reader of one line sees whether they say the same; a missing translation does not compile.

mod codes;
mod common;
mod data_files;
mod exchanges;
mod facets;
mod file_codes;
mod find;
mod format;
mod grid;
mod home;
mod inquiry;
mod keep;
mod lang;
mod listing;
mod notices;
mod panels;
mod parquet_faults;
mod preview;
mod ranges;
mod shop;
mod table_notices;
mod tokens;
mod words;

pub(crate) use codes::{failure, price_note};
pub(crate) use common::Common;
pub(crate) use data_files::{delimiter_words, format_words, kind_name, row_count};
pub(crate) use exchanges::Exchanges;
pub(crate) use facets::{facet_name, facet_value};
pub(crate) use file_codes::file_failure;
pub(crate) use find::Find;
pub(crate) use format::{
    amount, bytes, clipped, date, fill, group_decimal, grouped, other_host, quantity, share,
};
pub(crate) use grid::GridWords;
pub(crate) use home::Home;
pub(crate) use inquiry::{Inquiry, field_hint, field_name, problem, use_case};
pub(crate) use keep::Keep;
pub(crate) use lang::Lang;
pub(crate) use listing::ListingWords;
pub(crate) use notices::{catalog_notice, notice_place};
pub(crate) use panels::{PanelWords, personal_kind};
pub(crate) use preview::PreviewWords;
pub(crate) use ranges::{Ranges, bounds_words, range_name, short_price, unit_name};
pub(crate) use shop::Shop;
pub(crate) use table_notices::table_notice;
pub(crate) use tokens::{Named, industry, language, update_frequency};
use words::words;
