//! `jishi`, the command line for hosts.
fn main() {}
