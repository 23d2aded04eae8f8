//! A writer of small Parquet files, so that tests need no file of anybody: required columns of
//! whole numbers and of texts with a dictionary, in Snappy that copies nothing.

#![allow(dead_code, reason = "each test file uses its part")]

/// Thrift's compact protocol, as far as it is needed.
#[derive(Default)]
struct Thrift {
    bytes: Vec<u8>,
    last: Vec<u8>,
}

impl Thrift {
    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    fn head(&mut self, id: u8, kind: u8) {
        let last = self.last.last_mut().unwrap();
        self.bytes.push((id - *last) << 4 | kind);
        *last = id;
    }

    fn number(&mut self, id: u8, kind: u8, value: i64) {
        self.head(id, kind);
        self.varint(((value << 1) ^ (value >> 63)) as u64);
    }

    fn i32(&mut self, id: u8, value: i64) {
        self.number(id, 5, value);
    }

    fn i64(&mut self, id: u8, value: i64) {
        self.number(id, 6, value);
    }

    fn text(&mut self, id: u8, value: &str) {
        self.head(id, 8);
        self.varint(value.len() as u64);
        self.bytes.extend(value.as_bytes());
    }

    fn structure(&mut self, id: u8, fill: impl FnOnce(&mut Self)) {
        self.head(id, 12);
        self.element(fill);
    }

    fn element(&mut self, fill: impl FnOnce(&mut Self)) {
        self.last.push(0);
        fill(self);
        self.last.pop();
        self.bytes.push(0);
    }

    fn list(&mut self, id: u8, count: usize) {
        self.head(id, 9);
        self.bytes.push(0xfc);
        self.varint(count as u64);
    }
}

/// A column to write.
pub(crate) enum Column {
    /// Whole numbers, plain.
    Numbers(Vec<i64>),
    /// Texts, with a dictionary in the order in which they occur.
    Texts(Vec<String>),
}

/// How files are made.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    pub(crate) rows_of_page: usize,
    pub(crate) rows_of_group: usize,
    /// The number of the codec that the footer states.
    pub(crate) codec: i64,
    /// Whether there is an offset index.
    pub(crate) index: bool,
    /// The column that is said to be encrypted.
    pub(crate) encrypted: Option<usize>,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            rows_of_page: 20_000,
            rows_of_group: 200_000,
            codec: 1,
            index: true,
            encrypted: None,
        }
    }
}

/// Snappy of nothing but literals.
pub(crate) fn snappy(bytes: &[u8]) -> Vec<u8> {
    let mut out = Thrift::default();
    out.varint(bytes.len() as u64);
    for piece in bytes.chunks(1 << 16) {
        let length = (piece.len() - 1) as u16;
        out.bytes.push(61 << 2);
        out.bytes.extend(length.to_le_bytes());
        out.bytes.extend(piece);
    }
    out.bytes
}

struct Chunk {
    text: bool,
    start: usize,
    data: usize,
    end: usize,
    unpacked: usize,
    rows: usize,
    spots: Vec<(usize, usize, usize)>,
    index: (usize, usize),
}

fn page(out: &mut Vec<u8>, body: &[u8], fill: impl FnOnce(&mut Thrift)) {
    let packed = snappy(body);
    let mut head = Thrift::default();
    head.element(|head| fill_page(head, body.len(), packed.len(), fill));
    out.extend(head.bytes);
    out.extend(packed);
}

fn fill_page(head: &mut Thrift, size: usize, packed: usize, fill: impl FnOnce(&mut Thrift)) {
    let mut inner = Thrift::default();
    inner.last.push(0);
    fill(&mut inner);
    let kind = if inner.last == [7] { 2 } else { 0 };
    head.i32(1, kind);
    head.i32(2, size as i64);
    head.i32(3, packed as i64);
    *head.last.last_mut().unwrap() = 0;
    // The inner header was written against field 0.
    let first = inner.bytes[0];
    head.bytes.push(((first >> 4) - 3) << 4 | (first & 15));
    head.bytes.extend(&inner.bytes[1..]);
}

fn data_header(head: &mut Thrift, rows: usize, encoding: i64) {
    head.structure(5, |head| {
        head.i32(1, rows as i64);
        head.i32(2, encoding);
        head.i32(3, 3);
        head.i32(4, 3);
    });
}

fn chunk(out: &mut Vec<u8>, column: &Column, rows: std::ops::Range<usize>, style: Style) -> Chunk {
    let start = out.len();
    let count = rows.len();
    let mut chunk = Chunk {
        text: false,
        start,
        data: start,
        end: 0,
        unpacked: 0,
        rows: count,
        spots: Vec::new(),
        index: (0, 0),
    };
    let mut bodies: Vec<(usize, Vec<u8>, i64)> = Vec::new();
    match column {
        Column::Numbers(values) => {
            for piece in values[rows].chunks(style.rows_of_page) {
                let body = piece.iter().flat_map(|value| value.to_le_bytes()).collect();
                bodies.push((piece.len(), body, 0));
            }
        }
        Column::Texts(values) => {
            chunk.text = true;
            let mut words: Vec<&String> = Vec::new();
            let mut numbers = std::collections::HashMap::new();
            for piece in values[rows].chunks(style.rows_of_page) {
                let mut body = vec![32];
                let mut runs = Thrift::default();
                runs.varint((piece.len().div_ceil(8) << 1 | 1) as u64);
                body.extend(runs.bytes);
                for value in piece {
                    let number = *numbers.entry(value).or_insert_with(|| {
                        words.push(value);
                        words.len() as u32 - 1
                    });
                    body.extend(number.to_le_bytes());
                }
                body.resize(body.len() + (8 - piece.len() % 8) % 8 * 4, 0);
                bodies.push((piece.len(), body, 8));
            }
            let mut body = Vec::new();
            for word in &words {
                body.extend((word.len() as u32).to_le_bytes());
                body.extend(word.as_bytes());
            }
            page(out, &body, |head| {
                head.structure(7, |head| {
                    head.i32(1, words.len() as i64);
                    head.i32(2, 0);
                });
            });
            chunk.unpacked += body.len();
            chunk.data = out.len();
        }
    }
    let mut first = 0;
    for (rows, body, encoding) in bodies {
        let at = out.len();
        page(out, &body, |head| data_header(head, rows, encoding));
        chunk.spots.push((at, out.len() - at, first));
        first += rows;
        chunk.unpacked += body.len();
    }
    chunk.end = out.len();
    chunk
}

/// Writes a file of columns with names.
pub(crate) fn write(columns: &[(&str, Column)], style: Style) -> Vec<u8> {
    let mut out = b"PAR1".to_vec();
    let rows = columns.first().map_or(0, |(_, column)| match column {
        Column::Numbers(values) => values.len(),
        Column::Texts(values) => values.len(),
    });
    let mut groups: Vec<Vec<Chunk>> = Vec::new();
    for start in (0..rows).step_by(style.rows_of_group) {
        let end = rows.min(start + style.rows_of_group);
        let chunks = columns
            .iter()
            .map(|(_, column)| chunk(&mut out, column, start..end, style));
        groups.push(chunks.collect());
    }
    for chunk in groups.iter_mut().flatten().filter(|_| style.index) {
        let mut index = Thrift::default();
        index.element(|index| {
            index.list(1, chunk.spots.len());
            for (at, length, first) in &chunk.spots {
                index.element(|index| {
                    index.i64(1, *at as i64);
                    index.i32(2, *length as i64);
                    index.i64(3, *first as i64);
                });
            }
        });
        chunk.index = (out.len(), index.bytes.len());
        out.extend(index.bytes);
    }
    let footer = footer(columns, &groups, rows, style);
    let length = footer.len() as u32;
    out.extend(footer);
    out.extend(length.to_le_bytes());
    out.extend(b"PAR1");
    out
}

fn footer(columns: &[(&str, Column)], groups: &[Vec<Chunk>], rows: usize, style: Style) -> Vec<u8> {
    let mut footer = Thrift::default();
    footer.element(|footer| {
        footer.i32(1, 2);
        footer.list(2, columns.len() + 1);
        footer.element(|root| {
            root.text(4, "schema");
            root.i32(5, columns.len() as i64);
        });
        for (name, column) in columns {
            let text = matches!(column, Column::Texts(_));
            footer.element(|element| {
                element.i32(1, if text { 6 } else { 2 });
                element.i32(3, 0);
                element.text(4, name);
                if text {
                    element.i32(6, 0);
                }
            });
        }
        footer.i64(3, rows as i64);
        footer.list(4, groups.len());
        for group in groups {
            footer.element(|out| {
                out.list(1, group.len());
                for (place, chunk) in group.iter().enumerate() {
                    out.element(|out| {
                        column_chunk(out, chunk, style, style.encrypted == Some(place))
                    });
                }
                out.i64(2, 0);
                out.i64(3, group.first().map_or(0, |chunk| chunk.rows) as i64);
            });
        }
    });
    footer.bytes
}

fn column_chunk(out: &mut Thrift, chunk: &Chunk, style: Style, encrypted: bool) {
    out.i64(2, 0);
    out.structure(3, |out| {
        out.i32(1, if chunk.text { 6 } else { 2 });
        out.i32(4, style.codec);
        out.i64(5, chunk.rows as i64);
        out.i64(6, chunk.unpacked as i64);
        out.i64(7, (chunk.end - chunk.start) as i64);
        out.i64(9, chunk.data as i64);
        if chunk.text {
            out.i64(11, chunk.start as i64);
        }
        out.structure(12, |out| out.i64(3, 0));
    });
    if chunk.index.1 > 0 {
        out.i64(4, chunk.index.0 as i64);
        out.i32(5, chunk.index.1 as i64);
    }
    if encrypted {
        out.structure(8, |out| out.structure(1, |_| ()));
    }
}
