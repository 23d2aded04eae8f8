//! The ways to hand an inquiry over. Each way is made ready here as plain data; the page or the
//! command line then carries it out.

mod encode;
mod file;
mod issue;
mod mailto;
mod prepared;
mod target;
mod webhook;

pub use prepared::{Export, Prepared, prepare};
pub use target::{Target, TargetError, Way, WebhookMode};
