//! The listing, and every format that becomes one.
