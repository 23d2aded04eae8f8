//! The browser's network as a session sees it.

use crate::failure::of_fetch;
use platform::{Cache, FetchOptions, Stream, open_stream, stated_size};
use session::{
    Wait,
    source::{Answer, Body, Http},
};
use std::ops::Range;
use wire::search::Failure;

/// Milliseconds that a host has to say how large a file is.
const PATIENCE: u32 = 5_000;

/// Asks hosts by `fetch`.
pub(super) struct Network;

impl Http for Network {
    fn get(&self, url: &str, range: Option<Range<u64>>) -> Wait<'static, Result<Answer, Failure>> {
        let url = url.to_owned();
        Box::pin(async move {
            // Chromium lets one request of an address at a time into its cache: parts that are asked
            // for together would come one after the other, a round trip each. A part of a kept
            // copy would also not fit parts of a file that has changed since.
            let cache = match range {
                Some(_) => Cache::Bypass,
                None => Cache::Normal,
            };
            let options = FetchOptions {
                range,
                cache,
                ..FetchOptions::up_to(u64::MAX)
            };
            let stream = open_stream(&url, &options).await.map_err(of_fetch)?;
            let head = stream.head();
            Ok(Answer {
                status: head.status,
                start: head.start,
                changed: head.last_modified.clone(),
                tag: head.tag.clone(),
                total: head.total,
                total_exact: head.total_exact,
                encoded: head.content_encoding.is_some(),
                content_type: head.content_type.clone(),
                final_url: head.final_url.clone(),
                body: Box::new(Came(stream)),
            })
        })
    }

    fn size(&self, url: &str) -> Wait<'static, Option<u64>> {
        let url = url.to_owned();
        Box::pin(async move { stated_size(&url, PATIENCE).await.ok().flatten() })
    }
}

/// The body of an answer.
struct Came(Stream);

impl Body for Came {
    fn next(&mut self, most: usize) -> Wait<'_, Result<Option<Vec<u8>>, Failure>> {
        Box::pin(async move { self.0.next(most).await.map_err(of_fetch) })
    }
}
