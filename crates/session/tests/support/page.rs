//! A page: says requests, runs the works in turns, hears replies.

use super::Host;
use readers::{Decoder, UnicodeOnly};
use session::{
    Opener, Session, TextOpener, Wait, World,
    source::{Http, Memory, Source},
};
use std::{
    any::Any,
    cell::{Cell, RefCell},
    future::poll_fn,
    rc::Rc,
    task::{Context, Poll, Waker},
};
use wire::preview::{File, Opened, Options, Program, Reply, Request, Span};

/// A file of the visitor's own.
pub(crate) fn own(bytes: impl Into<Vec<u8>>) -> Rc<dyn Source> {
    Rc::new(Memory::new(bytes.into()))
}

/// The world of a session.
#[derive(Default)]
pub(crate) struct Fake {
    pub(crate) host: Rc<Host>,
    replies: RefCell<Vec<Reply>>,
    clock: Cell<f64>,
    works: RefCell<Vec<Work>>,
}

/// A work; nothing once it has ended.
type Work = Rc<RefCell<Option<Wait<'static, ()>>>>;

struct Handle(Work);

impl Drop for Handle {
    fn drop(&mut self) {
        // A work that drops its own handle is taken out while it is polled.
        let work = self
            .0
            .try_borrow_mut()
            .ok()
            .and_then(|mut work| work.take());
        drop(work);
    }
}

impl World for Fake {
    fn say(&self, reply: &Reply) {
        // As it crosses.
        let text = wire::write(reply);
        self.replies.borrow_mut().push(wire::read(&text).unwrap());
    }

    fn now(&self) -> f64 {
        self.clock.set(self.clock.get() + 1.0);
        self.clock.get()
    }

    fn pause(&self) -> Wait<'static, ()> {
        let mut is_late = false;
        Box::pin(poll_fn(move |_| {
            match std::mem::replace(&mut is_late, true) {
                true => Poll::Ready(()),
                false => Poll::Pending,
            }
        }))
    }

    fn rest(&self) -> Wait<'static, ()> {
        let mut turns = 2_u32;
        Box::pin(poll_fn(move |_| match turns.checked_sub(1) {
            Some(left) => {
                turns = left;
                Poll::Pending
            }
            None => Poll::Ready(()),
        }))
    }

    fn spawn(&self, work: Wait<'static, ()>) -> Box<dyn Any> {
        let work = Rc::new(RefCell::new(Some(work)));
        self.works.borrow_mut().push(Rc::clone(&work));
        Box::new(Handle(work))
    }

    fn http(&self) -> Rc<dyn Http> {
        Rc::clone(&self.host) as Rc<dyn Http>
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        Box::new(UnicodeOnly)
    }
}

/// A page with its worker.
pub(crate) struct Page {
    pub(crate) world: Rc<Fake>,
    session: Session,
}

impl Page {
    pub(crate) fn new() -> Self {
        Self::of(Program::Text, Box::new(TextOpener))
    }

    /// A page whose worker opens what `opener` opens.
    pub(crate) fn of(program: Program, opener: Box<dyn Opener>) -> Self {
        let world = Rc::new(Fake::default());
        let session = Session::new(program, opener, Rc::clone(&world) as Rc<dyn World>);
        Self { world, session }
    }

    pub(crate) fn host(&self) -> &Host {
        &self.world.host
    }

    pub(crate) fn say(&self, request: Request) {
        self.session.take(request, None);
    }

    /// One turn of every work; whether any is left.
    pub(crate) fn turn(&self) -> bool {
        let works: Vec<_> = self.world.works.borrow().clone();
        for work in &works {
            let Some(mut future) = work.borrow_mut().take() else {
                continue;
            };
            let mut context = Context::from_waker(Waker::noop());
            if future.as_mut().poll(&mut context).is_pending() && Rc::strong_count(work) > 2 {
                work.borrow_mut().replace(future);
            }
        }
        let mut works = self.world.works.borrow_mut();
        works.retain(|work| work.borrow().is_some());
        !works.is_empty()
    }

    /// Runs until nothing is left to do; what was heard.
    pub(crate) fn run(&self) -> Vec<Reply> {
        while self.turn() {}
        self.heard()
    }

    pub(crate) fn heard(&self) -> Vec<Reply> {
        std::mem::take(&mut *self.world.replies.borrow_mut())
    }

    pub(crate) fn open(&self, url: &str, options: Options) -> Vec<Reply> {
        self.open_file(url_of(url, None), options, false)
    }

    pub(crate) fn open_file(&self, file: File, options: Options, whole: bool) -> Vec<Reply> {
        self.say(Request::Open {
            ticket: 1,
            file,
            options,
            whole,
        });
        self.run()
    }

    pub(crate) fn open_own(&self, name: &str, bytes: impl Into<Vec<u8>>) -> Opened {
        let bytes = bytes.into();
        let file = File::Own {
            name: name.to_owned(),
            size: bytes.len() as u64,
            declared: None,
        };
        let request = Request::Open {
            ticket: 1,
            file,
            options: Options::default(),
            whole: true,
        };
        self.session.take(request, Some(own(bytes)));
        last_opened(&self.run())
    }

    /// Rows of the view, two columns of them.
    pub(crate) fn rows(&self, look: u64, from: u64, count: u32) -> Vec<Reply> {
        let span = Span {
            from,
            count,
            first_column: 0,
            columns: 2,
        };
        self.say(Request::Rows {
            ticket: 1,
            look,
            span,
        });
        self.run()
    }

    /// The first cells of rows, by their numbers.
    pub(crate) fn cells(&self, look: u64, from: u64, count: u32) -> Vec<(u64, String)> {
        match self.rows(look, from, count).pop() {
            Some(Reply::Rows { numbers, rows, .. }) => {
                let first = |row: Vec<Option<String>>| row.into_iter().next().flatten();
                let cells = rows.into_iter().map(|row| first(row).unwrap_or_default());
                numbers.into_iter().zip(cells).collect()
            }
            other => panic!("no rows: {other:?}"),
        }
    }
}

pub(crate) fn url_of(url: &str, size: Option<u64>) -> File {
    File::Url {
        url: url.to_owned(),
        declared: None,
        encoding: None,
        size,
    }
}

#[track_caller]
pub(crate) fn last_opened(replies: &[Reply]) -> Opened {
    let opened = replies.iter().rev().find_map(|reply| match reply {
        Reply::Opened { opened, .. } => Some((**opened).clone()),
        _ => None,
    });
    opened.unwrap_or_else(|| panic!("not opened: {replies:?}"))
}
