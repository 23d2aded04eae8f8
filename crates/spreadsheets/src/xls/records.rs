//! The records of a stream: a number, a length, bytes; those too long for one go on in others.

/// A record, with what goes on with it.
#[derive(Clone, Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    /// What records behind it add.
    pub(super) more: Vec<&'a [u8]>,
    /// Where it begins in the stream.
    pub(super) at: u64,
}

/// Goes on with the record before.
const CONTINUE: u16 = 0x3C;

/// Goes through records.
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    /// The records from this place on.
    pub(super) fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    fn one(&self, at: usize) -> Option<(u16, &'a [u8], usize)> {
        let kind = u16_at(self.stream, at)?;
        let end = at + 4 + usize::from(u16_at(self.stream, at + 2)?);
        // The last record of a stream that was cut is what there is of it.
        let data = self.stream.get(at + 4..end.min(self.stream.len()))?;
        Some((kind, data, end))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, data, mut end) = self.one(self.at)?;
        let at = self.at as u64;
        let mut more = Vec::new();
        while let Some((CONTINUE, data, next)) = self.one(end) {
            more.push(data);
            end = next;
        }
        self.at = end;
        Some(Record {
            kind,
            data,
            more,
            at,
        })
    }
}

/// A number at a place, low byte first.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    two.try_into().ok().map(u16::from_le_bytes)
}

/// The same, four bytes long.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    four.try_into().ok().map(u32::from_le_bytes)
}

/// A floating-point number at a place.
pub(super) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    let eight = bytes.get(at..at.checked_add(8)?)?;
    eight.try_into().ok().map(f64::from_le_bytes)
}
