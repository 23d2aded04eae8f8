//! The spreadsheets program: starts the loop that opens workbooks.

fn main() {
    console_error_panic_hook::set_once();
    workers::preview::serve_sheets();
}
