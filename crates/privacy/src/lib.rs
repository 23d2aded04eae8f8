//! What looks personal in a table, and how re-identifiable its rows are.
