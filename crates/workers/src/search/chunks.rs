//! What of the search program comes later: code that the build cuts off and that is fetched when
//! a source needs it. The name in brackets is the chunk's, and of its file.
//!
//! Asking again costs nothing once a chunk is here, and asks the network again after a failure.

use super::{
    intake::{self, Taking},
    sheet,
};
use catalog::{Catalog, Parsed};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use wire::search::{Failure, SourceSpec};

/// Makes a catalog of a table (its bytes) by a mapping (its bytes).
pub(super) type ReadSheet = fn(&SourceSpec, &[u8], &[u8]) -> Result<Parsed<Catalog>, Failure>;

/// Begins to take in the catalog of a source, by its id and the day.
pub(super) type BeginIntake = fn(&str, &str) -> Box<dyn Taking>;

/// What reads sheets.
#[wasm_split(sheet, fallible)]
pub(super) fn sheet() -> Result<ReadSheet, SplitLoaderError> {
    Ok(sheet::read)
}

/// What reads catalogs and builds indexes.
#[wasm_split(intake, fallible)]
pub(super) fn intake() -> Result<BeginIntake, SplitLoaderError> {
    Ok(intake::begin)
}
