//! One file is open or being opened; a later `Open` ends an earlier one.

use super::{export, look, open, risk, rows, state::State, stop};
use crate::{Opener, World, source::Source};
use parquet::LaterCodec;
use std::{any::Any, cell::RefCell, rc::Rc};
use wire::{
    WIRE_VERSION,
    preview::{Program, Reply, Request},
};

/// A program that opens files: answers requests through its [`World`].
pub struct Session(Rc<Inner>);

/// What all works share.
pub(super) struct Inner {
    pub(super) world: Rc<dyn World>,
    pub(super) opener: Box<dyn Opener>,
    pub(super) program: Program,
    pub(super) state: RefCell<State>,
    /// What is fetched ahead.
    ahead: RefCell<Option<Box<dyn Any>>>,
}

impl Session {
    /// A program that opens what `opener` opens.
    #[must_use]
    pub fn new(program: Program, opener: Box<dyn Opener>, world: Rc<dyn World>) -> Self {
        Self(Rc::new(Inner {
            world,
            opener,
            program,
            state: RefCell::default(),
            ahead: RefCell::default(),
        }))
    }

    /// Takes one message, with the file that came beside it. Never waits.
    pub fn take(&self, request: Request, own: Option<Rc<dyn Source>>) {
        let inner = &self.0;
        match request {
            Request::Hello { .. } => self.hello(),
            Request::Prepare => prepare(inner),
            Request::Open {
                ticket,
                file,
                options,
                whole,
            } => {
                open::start(inner, ticket, file, options, own, whole);
            }
            Request::ReadAll { ticket } => open::read_all(inner, ticket),
            Request::Stop { ticket } => stop::stop(inner, ticket),
            Request::Look {
                ticket,
                look,
                view,
                row,
            } => look::start(inner, ticket, look, view, row),
            Request::Rows { ticket, look, span } => rows::rows(inner, ticket, look, span),
            Request::Cell {
                ticket,
                row,
                column,
            } => rows::cell(inner, ticket, row, column),
            Request::Risk {
                ticket,
                quasi,
                sensitive,
            } => risk::start(inner, ticket, quasi, sensitive),
            Request::Export {
                ticket,
                look,
                form,
                columns,
                source,
            } => {
                let ask = export::Ask {
                    look,
                    form,
                    columns,
                    source,
                };
                export::start(inner, ticket, ask);
            }
        }
    }

    /// Says which version of the messages is spoken here: also to a page that says something
    /// else, whose own Hello tells it so.
    pub fn hello(&self) {
        self.0.world.say(&Reply::Hello {
            version: WIRE_VERSION,
        });
    }
}

/// Fetches the codecs, one after the other. Without one, files that need it say so.
fn prepare(inner: &Inner) {
    let world = Rc::clone(&inner.world);
    let work = async move {
        for codec in [LaterCodec::Zstd, LaterCodec::Brotli] {
            let _ = world.codec(codec).await;
        }
    };
    let work = inner.world.spawn(Box::pin(work));
    drop(inner.ahead.replace(Some(work)));
}
