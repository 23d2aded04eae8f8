//! Every page's address. A route is a real folder with its own `index.html`, identity and
//! state in the query string, so any plain file server serves deep links at any subpath.
//! Pure: the browser's location comes in as text and goes out as text.
#![warn(missing_docs)]

mod params;
mod preview;
mod route;

pub use params::Params;
pub use preview::{Preview, Previewed, Reading};
pub use route::{FOLDERS, Route};
