//! A browser compiles a function when it runs first, and well only once it ran often: opening the
//! first file takes 40 ms, the second 9. So the program opens one of its own while the visitor's
//! is on its way. Nobody hears of it.

use super::world::Browser;
use readers::Decoder;
use session::{
    Opener, Session, Wait, World,
    source::{Http, Memory, Source},
};
use std::{any::Any, rc::Rc};
use wire::preview::{File, Options, Program, Reply, Request, Span};

/// How often the rows of the file are read: as many bytes as of a real one.
const TIMES: usize = 250;

/// How often the file is opened: once for every function to be compiled, then until the browser
/// compiles well those that go through every cell.
const OFTEN: u64 = 4;

/// The program's own world, but what is said is only written.
struct Silence;

impl World for Silence {
    fn say(&self, reply: &Reply) {
        std::hint::black_box(wire::write(reply));
    }

    fn now(&self) -> f64 {
        Browser.now()
    }

    fn pause(&self) -> Wait<'static, ()> {
        Browser.pause()
    }

    fn spawn(&self, work: Wait<'static, ()>) -> Box<dyn Any> {
        Browser.spawn(work)
    }

    fn http(&self) -> Rc<dyn Http> {
        Browser.http()
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        Browser.decoder()
    }
}

/// Asks the site for a small file of its own, which is surely there: the first request of a worker
/// takes three milliseconds before it is sent, and more before its answer is read.
pub(super) fn rehearse_asking(program: Program, opener: Box<dyn Opener>) {
    let rehearsal = async move {
        platform::breathe().await;
        let file = File::Url {
            url: "worker.js".to_owned(),
            declared: None,
            encoding: None,
            size: None,
        };
        let open = Request::Open {
            ticket: 0,
            file,
            options: Options::default(),
            whole: false,
        };
        Session::new(program, opener, Rc::new(Silence)).take(open, None);
    };
    platform::spawn(rehearsal).detach();
}

/// Opens a table of `head` and `rows`, and looks at it, once the messages that wait were heard.
pub(super) fn rehearse(
    program: Program,
    opener: Box<dyn Opener>,
    (head, rows): (&'static str, &'static str),
) {
    let rehearsal = async move {
        platform::breathe().await;
        let bytes = [head.to_owned(), rows.repeat(TIMES)].concat().into_bytes();
        let session = Session::new(program, opener, Rc::new(Silence));
        let source = Rc::new(Memory::new(bytes));
        for ticket in 0..OFTEN {
            let file = File::Own {
                name: String::new(),
                size: source.size().bytes.unwrap_or(0),
                declared: None,
            };
            let open = Request::Open {
                ticket,
                file,
                options: Options::default(),
                whole: false,
            };
            session.take(open, Some(Rc::clone(&source) as Rc<dyn Source>));
            platform::breathe().await;
            let span = Span {
                from: 0,
                count: 100,
                first_column: 0,
                columns: 50,
            };
            let look = Request::Rows {
                ticket,
                look: 0,
                span,
            };
            session.take(look, None);
            platform::breathe().await;
        }
    };
    platform::spawn(rehearsal).detach();
}
