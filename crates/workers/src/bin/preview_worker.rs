//! The preview program: starts the loop that opens files.
fn main() {}
