//! The search program: starts the loop that answers queries.
fn main() {}
