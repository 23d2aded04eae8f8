//! The mapping file: which column of a sheet means what (`model.md` §B rule 14).

mod form;
mod read;
mod read_rule;
mod record;
mod rule;
mod target;
mod write;

pub use form::{Ignored, Mapping};
pub use read::{MappingError, read_mapping};
pub use rule::{Otherwise, Parser, Rule};
pub use target::Target;
pub use write::write_mapping;
