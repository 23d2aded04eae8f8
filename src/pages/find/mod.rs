//! What browsing needs once somebody wants more than a list: bounds of ranges, and what is
//! kept or taken away of the results. Comes when it is first asked for.

mod keepers;
mod range_field;
mod range_form;
mod range_typed;
mod results_file;
mod save;
mod turn;

pub(crate) use keepers::keepers;
pub(crate) use range_form::range_form;
pub(crate) use turn::turn_shortlist;
