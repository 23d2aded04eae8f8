//! The page: what a visitor sees.
//!
//! `app` mounts and chooses the page; `pages` are one a route, and `chunks` says which of them
//! are fetched `later`; `components` get values and
//! give callbacks; `state` is what outlives a page; `engine` speaks with the workers; `i18n`
//! has the words. Thinking is in the crates below: nothing here parses, searches or checks.

#![expect(
    unreachable_pub,
    reason = "the component macro makes the properties of every component public"
)]

mod app;
mod chunks;
mod components;
mod engine;
mod i18n;
mod later;
mod pages;
mod reactive;
mod state;
mod turns;
mod view;

pub use app::start;
