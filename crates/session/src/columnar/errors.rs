//! What cannot be read, in the words of a session: a failure of the file, or a notice about one
//! of its columns.

use crate::{Failed, failed::failure};
use parquet::{Error, Fault};
use table::{Code, Notice};

/// Why the file as a whole is not open.
pub(super) fn failed(error: &Error) -> Failed {
    let at = error.place.byte.unwrap_or(0);
    let broken = because(
        Notice::new(Code::BrokenParquet).with("at", at),
        &error.fault,
    );
    let (failure, notice) = match &error.fault {
        Fault::EncryptedFile => (
            failure("encrypted", ""),
            Notice::new(Code::EncryptedParquet),
        ),
        Fault::TooLarge { size, .. } => (failure("too-large", size), broken),
        _ => (failure("unreadable", error), broken),
    };
    Failed {
        failure,
        notice: Some(Box::new(notice)),
    }
}

/// What is said of a column whose cells are missing. `name` is the table's name for it.
pub(super) fn notice(error: &Error, column: Option<usize>, name: &str) -> Notice {
    let name = error.place.column.as_deref().unwrap_or(name);
    let notice = match &error.fault {
        Fault::EncryptedColumn | Fault::EncryptedFile => Notice::new(Code::ColumnEncrypted),
        Fault::RefusedCodec(codec) => Notice::new(Code::ColumnRefused).with("codec", codec),
        Fault::UnknownCodec(codec) => Notice::new(Code::ColumnRefused).with("codec", codec),
        other => because(Notice::new(Code::ColumnBroken), other),
    };
    let notice = notice.with("name", name);
    match column {
        Some(column) => notice.at_column(column),
        None => notice,
    }
}

/// The reason, in English and by its name.
fn because(notice: Notice, fault: &Fault) -> Notice {
    let (name, part) = fault.name();
    let notice = notice.with("reason", fault).with("fault", name);
    match part {
        "" => notice,
        part => notice.with("part", part),
    }
}
