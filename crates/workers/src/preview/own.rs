//! A file of the visitor's own as a source: read by slices, with the network off too.

use crate::failure::failure;
use platform::OwnFile;
use session::{
    Wait,
    source::{Disk, Local, Source},
};
use std::{ops::Range, rc::Rc};
use wire::search::Failure;

struct Own(OwnFile);

/// The file as a source.
pub(super) fn source(file: OwnFile) -> Rc<dyn Source> {
    Rc::new(Local::new(Own(file)))
}

impl Disk for Own {
    fn bytes(&self) -> u64 {
        self.0.size()
    }

    fn read(&self, range: Range<u64>) -> Wait<'_, Result<Vec<u8>, Failure>> {
        Box::pin(async move {
            let bytes = self.0.read(range).await;
            bytes.ok_or_else(|| failure("unreadable", ""))
        })
    }
}
