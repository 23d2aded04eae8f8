//! What the program that runs a session has and the session has not.

use crate::{Wait, source::Http};
use parquet::LaterCodec;
use readers::Decoder;
use std::{any::Any, rc::Rc};
use wire::{preview::Reply, search::Failure};

/// The page, the clock and the network, as seen from a session.
pub trait World {
    /// Says something to the page.
    fn say(&self, reply: &Reply);

    /// Milliseconds since some moment.
    fn now(&self) -> f64;

    /// Waits until messages that came meanwhile were heard.
    fn pause(&self) -> Wait<'static, ()>;

    /// Waits a tenth of a second. A world without a clock of its own never wakes who waits.
    fn rest(&self) -> Wait<'static, ()> {
        Box::pin(std::future::pending())
    }

    /// Starts work beside this; dropping what comes back ends it.
    fn spawn(&self, work: Wait<'static, ()>) -> Box<dyn Any>;

    /// The network.
    fn http(&self) -> Rc<dyn Http>;

    /// A fresh decoder of texts that are not Unicode.
    fn decoder(&self) -> Box<dyn Decoder>;

    /// Fetches a codec that is not part of the program, and brings it to where it is used.
    /// Programs that have all of them have nothing to do.
    fn codec(&self, _codec: LaterCodec) -> Wait<'static, Result<(), Failure>> {
        Box::pin(async { Ok(()) })
    }
}

/// Does something at most every so many milliseconds.
pub(crate) struct Pace {
    every: f64,
    last: f64,
}

/// What keeps messages waiting for longer than this is interrupted for them.
const MOST_BUSY: f64 = 20.0;

impl Pace {
    pub(crate) fn new(world: &dyn World, every: f64) -> Self {
        Self {
            every,
            last: world.now(),
        }
    }

    /// Lets messages in when it is time.
    pub(crate) fn of_messages(world: &dyn World) -> Self {
        Self::new(world, MOST_BUSY)
    }

    pub(crate) fn is_due(&mut self, world: &dyn World) -> bool {
        let now = world.now();
        let due = now - self.last >= self.every;
        if due {
            self.last = now;
        }
        due
    }

    /// Pauses if it is time, and counts anew from then.
    pub(crate) async fn give_way(&mut self, world: &dyn World) {
        if self.is_due(world) {
            world.pause().await;
            self.last = world.now();
        }
    }
}
