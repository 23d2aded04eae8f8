//! Every message between the page and its workers, and WIRE_VERSION.
