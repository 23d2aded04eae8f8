//! A browser for tests: hosts that count what is asked of them, a page that hears, a clock that
//! ticks by itself, and works that run in turns.
#![allow(dead_code, unused_imports, reason = "each test uses a part of it")]

pub(crate) mod columnar;
mod host;
mod page;

pub(crate) use host::{Host, Later, Manner};
pub(crate) use page::{Page, last_opened, url_of};
