//! The Parquet program: starts the loop that opens Parquet files.

fn main() {
    console_error_panic_hook::set_once();
    workers::preview::serve_parquet();
}
