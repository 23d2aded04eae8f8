//! The search program: starts the loop that answers queries.

fn main() {
    console_error_panic_hook::set_once();
    workers::search::serve();
}
