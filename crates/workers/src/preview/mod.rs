//! The programs that open files: a session with a browser around it. Parsing happens here, off
//! the page's thread; the page never links a file format.

#[cfg(feature = "parquet")]
mod chunks;
mod http;
mod own;
#[cfg(feature = "preview")]
mod rehearsal;
mod world;

use session::{Opener, Session};
use std::rc::Rc;
use wire::preview::Program;

/// Opens text formats until the page ends the worker.
#[cfg(feature = "preview")]
pub fn serve() {
    run(Program::Text, Box::new(session::TextOpener));
    let table = include_str!("rehearsal.csv");
    let table = table.split_at(table.find('\n').map_or(0, |end| end + 1));
    rehearsal::rehearse_asking(Program::Text, Box::new(session::TextOpener));
    rehearsal::rehearse(Program::Text, Box::new(session::TextOpener), table);
}

/// Opens workbooks until the page ends the worker.
#[cfg(feature = "sheets")]
pub fn serve_sheets() {
    run(Program::Sheets, Box::new(session::WorkbookOpener));
}

/// Opens Parquet files until the page ends the worker.
#[cfg(feature = "parquet")]
pub fn serve_parquet() {
    run(Program::Parquet, Box::new(session::ParquetOpener));
}

/// Opens what `opener` opens until the page ends the worker.
pub fn run(program: Program, opener: Box<dyn Opener>) {
    let session = Session::new(program, opener, Rc::new(world::Browser));
    platform::worker_scope::on_message_or_file(move |text, file| match wire::read(&text) {
        Ok(request) => session.take(request, file.map(own::source)),
        // A page of another version: its own Hello tells it so.
        Err(_) => session.hello(),
    });
}
