//! A picture, which the browser shows from where it is. A browser shows half a picture as gladly as
//! a whole one and says nothing, so its end is looked at here.

use crate::{Given, source::PIECE, table::unread};
use std::rc::Rc;
use table::{Code, Notice};
use wire::preview::{Leads, Opened};

/// What a PNG ends with.
const PNG_END: &[u8] = b"IEND\xAE\x42\x60\x82";

/// What a JPEG ends with.
const JPEG_END: &[u8] = b"\xFF\xD9";

/// A picture, by its first bytes and its last ones.
pub(super) async fn picture(given: &Given) -> Box<Opened> {
    let magic = given.magic.as_slice();
    let media_type = match magic {
        [0x89, b'P', ..] => "image/png",
        [0xFF, 0xD8, ..] => "image/jpeg",
        [b'G', b'I', b'F', ..] => "image/gif",
        [b'R', b'I', b'F', b'F', ..] => "image/webp",
        [b'I' | b'M', ..] => "image/tiff",
        _ => "image/svg+xml",
    };
    let size = given.source.outer();
    let mut opened = unread("image");
    opened.bytes_read = magic.len() as u64;
    opened.bytes_total = size.bytes;
    opened.total_exact = size.exact;
    opened.leads = Some(Leads::Image {
        media_type: media_type.to_owned(),
    });
    if ends_early(given).await == Some(true) {
        opened.notices.push(Notice::new(Code::PictureCut));
    }
    opened
}

/// Whether its end is missing; `None` where that is not known, and not asked of a host.
async fn ends_early(given: &Given) -> Option<bool> {
    let size = given.source.size();
    let total = size
        .bytes
        .filter(|_| size.exact && !given.source.is_packed())?;
    let magic = given.magic.as_slice();
    let last;
    let tail = match total <= magic.len() as u64 {
        true => magic,
        false => {
            let range = total.saturating_sub(PIECE as u64)..total;
            last = Rc::clone(&given.source).read(range).await.ok()?;
            &last
        }
    };
    Some(match magic {
        [0x89, b'P', ..] => !has(tail, PNG_END),
        // A film may lie behind it, in which anything may stand.
        [0xFF, 0xD8, ..] if has(magic, b"MotionPhoto") || has(magic, b"MicroVideo") => return None,
        [0xFF, 0xD8, ..] => !has(tail, JPEG_END),
        [b'G', b'I', b'F', ..] => tail.iter().rfind(|byte| **byte != 0) != Some(&b';'),
        [b'R', b'I', b'F', b'F', long @ ..] => {
            total < u64::from(u32::from_le_bytes(*long.first_chunk()?)) + 8
        }
        // What is not seen whole of an SVG is not seen at all.
        _ => return None,
    })
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|found| found == part)
}
