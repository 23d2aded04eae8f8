//! A file becomes a text table, or it turns out what else it is.

use super::{beginning, lead, picture::picture, state::State, text_table::TextTable};
use crate::{Answer, Failed, Given, Opener, Rows, Table, Wait, datastore, failed::failure};
use readers::{Encoding, Format, Hints, Limits, Reader};
use std::rc::Rc;
use wire::preview::{Options, Program};

/// Opens text formats, and says of everything else what it is.
pub struct TextOpener;

impl Opener for TextOpener {
    fn open(&self, given: Given) -> Wait<'static, Result<Answer, Failed>> {
        Box::pin(open(given))
    }

    fn datastore(&self, rows: Rows) -> Option<Wait<'static, Result<Rc<dyn Table>, Failed>>> {
        Some(Box::pin(datastore::open(rows)))
    }
}

/// What the first bytes say of a file that is no text.
async fn other(given: &Given) -> Option<Result<Answer, Failed>> {
    let format = Format::by_magic(&given.magic)?;
    Some(Ok(match format {
        Format::Parquet => Answer::Elsewhere(Program::Parquet),
        Format::Xlsx | Format::Xls | Format::Ods => Answer::Elsewhere(Program::Sheets),
        Format::Image => Answer::Leads(picture(given).await),
        other => return Some(Err(failure("unsupported", other.name()).into())),
    }))
}

async fn open(given: Given) -> Result<Answer, Failed> {
    if let Some(other) = other(&given).await {
        return other;
    }
    let mut table = begin(&given, None);
    if let Err(failed) = beginning::read(&table, &given).await {
        // A first line longer than the beginning passes for a document of one value.
        if !failed.is_more_than_one_value() {
            return Err(failed);
        }
        given.scan.begin_again();
        table = begin(&given, Some(Format::NdJson));
        beginning::read(&table, &given).await?;
    }
    if lead::is_called_text(&given)
        && let opened = table.opened()
        && lead::is_prose(&opened)
    {
        let range = 0..lead::MOST_TEXT;
        let bytes = Rc::clone(&given.source).read(range).await?;
        let mut decoder = given.world.decoder();
        let text = lead::text(&bytes, &opened, &given.scan, decoder.as_mut());
        return Ok(Answer::Leads(text));
    }
    Ok(Answer::Table(table))
}

/// A table of which nothing was read; in this format if it is known.
fn begin(given: &Given, format: Option<Format>) -> Rc<TextTable> {
    let hints = Hints {
        name: given.name.as_deref(),
        media_type: given.media_type.as_deref(),
        charset: given.charset.as_deref(),
    };
    let scan = Box::new(given.scan.clone());
    let reader = Reader::observed(hints, options(&given.options, format), scan);
    let state = State::new(reader, given.world.decoder());
    let (source, world) = (Rc::clone(&given.source), Rc::clone(&given.world));
    Rc::new(TextTable::new(source, world, state))
}

fn options(options: &Options, format: Option<Format>) -> readers::Options {
    readers::Options {
        format,
        encoding: options.encoding.as_deref().map(Encoding::from_label),
        delimiter: options.delimiter,
        header: options.header,
        column_word: options.column_word.clone(),
        limits: Limits::PREVIEW,
    }
}
