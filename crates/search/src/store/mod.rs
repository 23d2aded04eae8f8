//! The bytes of an index: a head that says what there is, and chunks that are read when a
//! question needs them. How they are laid out is written down in `docs/index-format.md`.

mod chunk;
mod head;
mod range_column;
mod seal;

pub use chunk::{Bytes, Memory, Store, Unread};
pub(crate) use head::{
    ColumnHead, Head, PriceHead, RangeHead, Section, States, TitleOrder, VERSION,
};
pub(crate) use range_column::{RangeColumn, read as read_range, write as write_range};
pub(crate) use seal::checksum;
pub use seal::{Damage, open_seal, seal};
