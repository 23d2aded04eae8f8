//! The preview program: opens one file at a time and gives rows of it.

/// Listens until the page ends the worker.
pub fn serve() {}
