//! Tests that span crates live here as integration tests; the library is empty.
