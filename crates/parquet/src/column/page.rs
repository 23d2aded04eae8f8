//! A data page that is unpacked, as far as its bytes are here.

use std::borrow::Cow;

use super::decode::Decoder;
use super::levels::Levels;
use crate::codec::unpack;
use crate::fault::{Fault, Stop, broken};
use crate::metadata::{Codec, Leaf, PageHeader, PageKind};

/// Levels and values with a place in each.
pub(super) struct Page<'a> {
    pub(super) bytes: Cow<'a, [u8]>,
    /// Where its header begins in the file, and where it ends.
    pub(super) start: u64,
    pub(super) end: u64,
    /// Whether bytes of it are not here: then running out of them is no fault.
    pub(super) partial: bool,
    /// Whether it was unpacked only so far as seemed enough: then running out of it asks for
    /// more of that.
    pub(super) limited: bool,
    /// Entries not read yet.
    pub(super) left: usize,
    pub(super) rep: Levels,
    pub(super) def: Levels,
    /// `None` where every entry is blank so far: what has no value has no encoding either.
    pub(super) values: Decoder,
    /// Whether a row never goes on behind it.
    pub(super) whole_rows: bool,
}

impl Page<'_> {
    /// Bytes of memory of its own.
    pub(super) fn held(&self) -> u64 {
        match &self.bytes {
            Cow::Owned(bytes) => bytes.len() as u64,
            Cow::Borrowed(_) => 0,
        }
    }
}

impl<'a> Page<'a> {
    /// Unpacks what is here of the page behind `header`. `body` is the beginning of its bytes,
    /// all of them unless `partial`; no more than `reach` bytes of it need to be unpacked.
    pub(super) fn open(
        header: &PageHeader,
        body: &'a [u8],
        partial: bool,
        reach: Option<usize>,
        codec: Codec,
        leaf: &Leaf,
    ) -> Result<Self, Stop> {
        let size = usize::try_from(header.unpacked).unwrap_or(usize::MAX);
        let limited = reach.is_some_and(|reach| reach < size) && codec != Codec::Plain;
        let reach = match reach {
            Some(reach) if limited => Some(reach),
            _ => partial.then_some(size),
        };
        let entries = usize::try_from(header.entries).unwrap_or(usize::MAX);
        let mut page = Self {
            bytes: Cow::Borrowed(body),
            start: 0,
            end: 0,
            partial,
            limited,
            left: entries,
            rep: Levels::None,
            def: Levels::None,
            values: Decoder::Nothing,
            whole_rows: false,
        };
        let values_at = match header.kind {
            PageKind::DataV1 {
                def_encoding,
                rep_encoding,
            } => {
                page.bytes = unpacked(codec, body, size, reach)?;
                let mut at = 0;
                let bytes = &page.bytes;
                page.rep = Levels::v1(bytes, &mut at, leaf.max_rep, rep_encoding, entries)?;
                page.def = Levels::v1(bytes, &mut at, leaf.max_def, def_encoding, entries)?;
                at
            }
            PageKind::DataV2 {
                def_bytes,
                rep_bytes,
                compressed,
                ..
            } => {
                page.whole_rows = true;
                let levels = def_bytes.saturating_add(rep_bytes);
                if levels as u64 > header.packed || levels > size {
                    return broken("page header: levels larger than the page");
                }
                if levels > body.len() {
                    return Err(Stop::Short);
                }
                page.rep = Levels::v2(0, rep_bytes, leaf.max_rep);
                page.def = Levels::v2(rep_bytes, levels, leaf.max_def);
                let packed = body.get(levels..).unwrap_or_default();
                // Nothing packs to nothing, though codecs would write a header.
                if compressed && codec != Codec::Plain && size > levels {
                    let mut bytes = body.get(..levels).unwrap_or_default().to_vec();
                    bytes.extend_from_slice(&unpack(codec, packed, size - levels, reach)?);
                    page.bytes = Cow::Owned(bytes);
                }
                levels
            }
            PageKind::Dictionary | PageKind::Other => return broken("page header"),
        };
        if values_at > page.bytes.len() && !partial && !limited {
            return Err(Stop::Fault(Fault::Truncated));
        }
        page.values = Decoder::new(header.encoding, values_at, entries);
        Ok(page)
    }
}

/// The bytes of a page without its compression.
pub(super) fn unpacked(
    codec: Codec,
    body: &[u8],
    size: usize,
    reach: Option<usize>,
) -> Result<Cow<'_, [u8]>, Fault> {
    if codec == Codec::Plain {
        return Ok(Cow::Borrowed(body));
    }
    unpack(codec, body, size, reach).map(Cow::Owned)
}
