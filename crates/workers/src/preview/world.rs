//! The browser as a session sees it.

use super::http::Network;
use crate::decoder;
use readers::Decoder;
use session::{Wait, World, source::Http};
use std::{any::Any, rc::Rc};
use wire::preview::Reply;
#[cfg(feature = "parquet")]
use wire::search::Failure;

/// The worker's scope.
pub(super) struct Browser;

impl World for Browser {
    fn say(&self, reply: &Reply) {
        platform::worker_scope::post(&wire::write(reply));
    }

    fn now(&self) -> f64 {
        platform::monotonic_millis()
    }

    fn pause(&self) -> Wait<'static, ()> {
        Box::pin(platform::breathe())
    }

    fn rest(&self) -> Wait<'static, ()> {
        Box::pin(platform::sleep(100))
    }

    fn spawn(&self, work: Wait<'static, ()>) -> Box<dyn Any> {
        Box::new(platform::spawn(work))
    }

    fn http(&self) -> Rc<dyn Http> {
        Rc::new(Network)
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        Box::new(decoder::Browser::default())
    }

    #[cfg(feature = "parquet")]
    fn codec(&self, codec: parquet::LaterCodec) -> Wait<'static, Result<(), Failure>> {
        Box::pin(super::chunks::bring(codec))
    }
}
