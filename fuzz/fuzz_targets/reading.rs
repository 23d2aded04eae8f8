//! What holds for every file, whatever it is: pieces of any size give the same, and so does
//! reading again from a mark or from the beginning.

use readers::{
    Decoder, Format, Hints, Layout, Mark, NoSuchEncoding, Opened, Options, ReadError, Reader,
};
use table::{Cell, Cells, Table};

/// Any older encoding as one character a byte: what is looked for is not in the tables.
struct Bytes;

impl Decoder for Bytes {
    fn decode(
        &mut self,
        _: &str,
        bytes: &[u8],
        _: bool,
        text: &mut String,
    ) -> Result<(), NoSuchEncoding> {
        text.extend(bytes.iter().map(|byte| char::from(*byte)));
        Ok(())
    }
}

type Row = Vec<Option<String>>;

/// Without blank cells at the end: they are missing or empty by what came before them.
fn trimmed(cells: impl Iterator<Item = Option<String>>) -> Row {
    let mut row: Row = cells.collect();
    let blank = |cell: &Option<String>| cell.as_deref().is_none_or(|text| text.trim().is_empty());
    while row.last().is_some_and(blank) {
        row.pop();
    }
    row
}

fn rows(table: &Table) -> Vec<Row> {
    let text = |cell: Cell<'_>| cell.text().map(str::to_owned);
    (0..table.len())
        .map(|row| trimmed(table.row(row).map(text)))
        .collect()
}

type Read = Result<(Opened, Option<Layout>, Vec<Mark>), ReadError>;

fn read(bytes: &[u8], options: &Options, size: usize) -> Read {
    let mut reader = Reader::new(Hints::default(), options.clone());
    let mut marks = Vec::new();
    for mut piece in bytes.chunks(size) {
        while !piece.is_empty() {
            let cut = reader.cut(piece);
            assert!(cut > 0 && cut <= piece.len());
            let (now, later) = piece.split_at(cut);
            reader.push(now, &mut Bytes)?;
            marks.extend(reader.mark());
            piece = later;
        }
        let _ = reader.so_far();
    }
    let (opened, layout) = reader.close(true, &mut Bytes)?;
    marks.extend(layout.as_ref().and_then(|layout| layout.start));
    Ok((opened, layout, marks))
}

/// Reads the rest of the input as a format; its first byte says in which pieces.
pub fn check(input: &[u8], format: Option<Format>) {
    let Some((first, bytes)) = input.split_first() else {
        return;
    };
    let options = Options {
        format,
        ..Options::default()
    };
    let size = usize::from(*first) + 1;
    let whole = read(bytes, &options, bytes.len().max(1));
    let pieces = read(bytes, &options, size);
    let (opened, layout, marks) = match (whole, pieces) {
        (Ok(whole), Ok((opened, layout, marks))) => {
            assert_eq!(whole.0, opened);
            (opened, layout, marks)
        }
        (Err(whole), Err(pieces)) => return assert_eq!(whole, pieces),
        (whole, pieces) => panic!("{:?} and {:?}", whole.err(), pieces.err()),
    };
    let Some(layout) = layout else { return };
    let expected = rows(&opened.table);
    for mark in marks {
        let rest = &bytes[mark.bytes as usize..];
        let found = layout
            .read(rest, true, 0, usize::MAX, &mut Bytes)
            .expect("what was read is read again");
        let kept = expected.len().saturating_sub(mark.row as usize);
        let found: Vec<Row> = rows(&found).into_iter().take(kept).collect();
        assert_eq!(found, expected[expected.len() - kept..], "from {mark:?}");
    }
    let width = layout.columns.len();
    let mut seen = 0;
    let mut each = |number: u64, row: &dyn Cells| {
        assert_eq!(number, seen);
        seen += 1;
        if let Some(expected) = expected.get(number as usize) {
            let text = |at| row.cell(at).text().map(str::to_owned);
            assert_eq!(*expected, trimmed((0..width).map(text)));
        }
        true
    };
    let mut pass = layout.pass();
    for piece in bytes.chunks(size) {
        pass.push(piece, &mut Bytes, &mut each)
            .expect("what was read is read again");
    }
    pass.finish(true, &mut Bytes, &mut each)
        .expect("what was read is read again");
    assert_eq!(seen, opened.profile.rows);
}
