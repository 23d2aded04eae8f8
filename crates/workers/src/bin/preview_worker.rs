//! The preview program: starts the loop that opens files.

fn main() {
    console_error_panic_hook::set_once();
    workers::preview::serve();
}
