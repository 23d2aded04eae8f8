//! `config.json`: what a host sets after the build (`model.md` §B rule 14). A bad option is
//! a named notice and its default stands, so the page always works.

mod options;
mod read;
mod theme;

pub use options::{Config, ConfigLink, ConfigSource};
pub use read::read_config;
pub use theme::{Scheme, Theme};
