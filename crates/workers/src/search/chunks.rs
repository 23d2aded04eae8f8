//! What of the search program comes later: code that the build cuts off and that is fetched when
//! a source needs it. The name in brackets is the chunk's, and of its file.

use super::sheet;
use catalog::{Catalog, Parsed};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use wire::search::{Failure, SourceSpec};

/// Makes a catalog of a table (its bytes) by a mapping (its bytes).
pub(super) type ReadSheet = fn(&SourceSpec, &[u8], &[u8]) -> Result<Parsed<Catalog>, Failure>;

/// What reads sheets. Asking again costs nothing once it is here, and asks the network again
/// after a failure.
#[wasm_split(sheet, fallible)]
pub(super) fn sheet() -> Result<ReadSheet, SplitLoaderError> {
    Ok(sheet::read)
}
