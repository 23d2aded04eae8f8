//! The filters: parts that fold, facets to choose from, ranges to bound. They come in a chunk;
//! what decides which of them are counted does not.

mod counted;
mod facet_group;
mod facet_order;
mod facet_rows;
mod facet_tools;
mod facet_value;
mod fold;
mod panel;
mod part;

pub(crate) use panel::{FacetPanel, Filters, RangePart, filters};
pub(crate) use part::{PanelPart, ask_for};

use fold::PanelFold;
