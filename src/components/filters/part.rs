//! The parts of the filters, in their order: facets and ranges. A closed part costs nothing:
//! only what is open, or chosen from, is counted.

use search::{Ask, Facet, Query, Range};

/// One part of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PanelPart {
    /// Values to choose from.
    Facet(Facet),
    /// Bounds to set.
    Range(Range),
}

impl PanelPart {
    /// Every part, in the order of the panel: what decides most comes first.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Facet(Facet::Price),
        Self::Range(Range::Amount),
        Self::Facet(Facet::Exchange),
        Self::Facet(Facet::Category),
        Self::Facet(Facet::Delivery),
        Self::Facet(Facet::Type),
        Self::Facet(Facet::Update),
        Self::Range(Range::Modified),
        Self::Range(Range::Size),
        Self::Facet(Facet::Access),
        Self::Facet(Facet::Preview),
        Self::Facet(Facet::Privacy),
        Self::Facet(Facet::Disclosure),
        Self::Facet(Facet::Billing),
        Self::Facet(Facet::Modality),
        Self::Facet(Facet::Format),
        Self::Facet(Facet::Industry),
        Self::Facet(Facet::Language),
        Self::Facet(Facet::Provider),
        Self::Facet(Facet::Place),
        Self::Facet(Facet::Licence),
        Self::Range(Range::Issued),
    ];

    /// What is open on arrival: the short ones that most visitors choose from, and what the
    /// link already bounds.
    pub(crate) fn open_at_first(query: &Query) -> Vec<Self> {
        let first = |part: &&Self| match part {
            Self::Facet(facet) => matches!(
                facet,
                Facet::Price
                    | Facet::Exchange
                    | Facet::Category
                    | Facet::Delivery
                    | Facet::Type
                    | Facet::Update
            ),
            Self::Range(range) => query.ranges.contains_key(range),
        };
        Self::ALL.iter().filter(first).copied().collect()
    }
}

/// The question behind a list with the panel beside it. What is chosen is counted too, since
/// the chips name it.
pub(crate) fn ask_for(query: Query, open: &[PanelPart]) -> Ask {
    let mut ask = crate::engine::only_hits(query, Query::PAGE_SIZE);
    ask.facets = ask.query.choices.keys().copied().collect();
    // An order within a unit is offered once somebody has chosen one.
    ask.ranges = ask.query.ranges.keys().copied().collect();
    for part in open {
        match *part {
            PanelPart::Facet(facet) if !ask.facets.contains(&facet) => ask.facets.push(facet),
            PanelPart::Range(range) if !ask.ranges.contains(&range) => ask.ranges.push(range),
            _ => {}
        }
    }
    ask
}
