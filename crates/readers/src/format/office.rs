//! Office documents are zip archives; the names of their parts tell them apart. Only names
//! count: what is packed may hold any bytes, those of another archive among them.

use super::Format;

/// What the beginning of an archive is.
pub(super) fn in_zip(head: &[u8]) -> Format {
    let (mut types, mut workbook) = (false, false);
    for part in Parts::of(head) {
        let is = |name: &str| part.name == name.as_bytes();
        if is("mimetype") && holds(part.bytes, b"opendocument.spreadsheet") {
            return Format::Ods;
        }
        if is("OFD.xml") {
            return Format::Ofd;
        }
        let of_office = [".xml", ".rels", ".bin"];
        let of_office = of_office
            .iter()
            .any(|end| part.name.ends_with(end.as_bytes()));
        if of_office && part.name.starts_with(b"xl/") {
            return Format::Xlsx;
        }
        if of_office && part.name.starts_with(b"word/") {
            return Format::Docx;
        }
        types |= is("[Content_Types].xml");
        workbook |= part.name.ends_with(b"workbook.xml");
        if types && workbook {
            return Format::Xlsx;
        }
    }
    Format::Zip
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// One file of the archive, as far as it came.
struct Part<'a> {
    name: &'a [u8],
    bytes: &'a [u8],
}

/// The files one after the other, to the end of what came or to where the next is not certain.
struct Parts<'a> {
    left: Option<&'a [u8]>,
}

impl<'a> Parts<'a> {
    const fn of(head: &'a [u8]) -> Self {
        Self { left: Some(head) }
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        let head = self
            .left
            .take()
            .filter(|head| head.starts_with(b"PK\x03\x04"))?;
        let start = 30 + short(head, 26)?;
        let name = head.get(30..start)?;
        let bytes = head.get(start + short(head, 28)?..).unwrap_or_default();
        let is_stated = short(head, 6)? & 8 == 0;
        let packed = match is_stated {
            true => Some((long(head, 18)?, 0)),
            false => stated_behind(bytes),
        };
        let (packed, behind) = packed.unwrap_or((bytes.len(), 0));
        self.left = packed.checked_add(behind).and_then(|end| bytes.get(end..));
        let bytes = bytes.get(..packed).unwrap_or(bytes);
        Some(Part { name, bytes })
    }
}

/// Where a file ends whose size stands behind it, and what that takes: the next one begins
/// behind a size that is as far from the beginning as it says.
fn stated_behind(bytes: &[u8]) -> Option<(usize, usize)> {
    let begins = bytes.windows(4).enumerate();
    let begins = begins.filter(|(_, window)| *window == b"PK\x03\x04");
    begins.into_iter().find_map(|(at, _)| {
        let packed = long(bytes, at.checked_sub(8)?)?;
        let behind = at.checked_sub(packed)?;
        matches!(behind, 12 | 16).then_some((packed, behind))
    })
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(u16::from_le_bytes(two).into())
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of an archive; its size stands before it or behind it.
    fn part(name: &str, bytes: &[u8], behind: bool) -> Vec<u8> {
        let size = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let mut out = b"PK\x03\x04\x14\0".to_vec();
        out.extend(if behind { [8, 0] } else { [0, 0] });
        out.resize(18, 0);
        out.extend(if behind { [0; 4] } else { size });
        out.extend(if behind { [0; 4] } else { size });
        out.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        out.extend([0, 0]);
        out.extend(name.as_bytes());
        out.extend(bytes);
        if behind {
            out.extend(b"PK\x07\x08crc.");
            out.extend(size);
            out.extend(size);
        }
        out
    }

    fn kind(parts: &[(&str, &[u8])]) -> Format {
        let make = |behind: bool| {
            let parts = parts.iter().map(|(name, bytes)| part(name, bytes, behind));
            in_zip(&parts.collect::<Vec<_>>().concat())
        };
        let found = make(false);
        assert_eq!(make(true), found, "sizes behind: {parts:?}");
        found
    }

    #[test]
    fn goes_by_the_names_of_parts_wherever_their_sizes_stand() {
        let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
        assert_eq!(kind(&[types, ("xl/workbook.xml", b"")]), Format::Xlsx);
        assert_eq!(
            kind(&[("sheet1.xml", b""), ("workbook.xml", b""), types]),
            Format::Xlsx
        );
        assert_eq!(kind(&[types, ("word/document.xml", b"")]), Format::Docx);
        assert_eq!(kind(&[("OFD.xml", b"")]), Format::Ofd);
        let ods = b"application/vnd.oasis.opendocument.spreadsheet";
        assert_eq!(
            kind(&[("mimetype", ods), ("content.xml", b"")]),
            Format::Ods
        );
        assert_eq!(
            kind(&[("a.csv", b"a,b\n"), ("xl/data.csv", b"a,b\n")]),
            Format::Zip
        );
    }

    #[test]
    fn takes_no_bytes_of_a_file_for_names() {
        for bytes in [
            &b"\xa1xl/\x03word/"[..],
            b"OFD.xml",
            b"[Content_Types].xml workbook.xml",
        ] {
            assert_eq!(kind(&[("data.parquet", bytes)]), Format::Zip, "{bytes:?}");
        }
        let inside = part("xl/workbook.xml", b"<workbook/>", false);
        assert_eq!(kind(&[("a.xlsx", &inside), ("b.csv", b"1")]), Format::Zip);
    }

    #[test]
    fn says_archive_of_any_beginning_of_one() {
        let whole = part("a.csv", b"xl/workbook.xml", true);
        for length in 4..whole.len() {
            assert_eq!(in_zip(&whole[..length]), Format::Zip, "{length}");
        }
        assert_eq!(in_zip(&[b'P', b'K', 3, 4]), Format::Zip);
        let huge = [&b"PK\x03\x04"[..], &[0xFF; 26]].concat();
        assert_eq!(in_zip(&huge), Format::Zip);
    }
}
