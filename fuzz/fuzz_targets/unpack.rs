//! Whatever the bytes of an archive are, taking it off neither panics nor hangs nor gives more than
//! was asked for; in pieces of any size, and from a copy of any state, the same comes of it. The
//! first byte says what they are, the second how long a piece is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unpack::{Gunzip, UnpackError, zip};

/// The most that one call is asked for; what it gives beyond is bounded by the window.
const MOST: usize = 4_096;
const WINDOW: usize = 32 * 1_024;

/// No more is unpacked of one input: a small one may hold a thousand times its size.
const ENOUGH: usize = 4_000_000;

fuzz_target!(|bytes: &[u8]| {
    let [kind, size, bytes @ ..] = bytes else {
        return;
    };
    let size = usize::from(*size) + 1;
    match kind {
        b'g' => {
            let whole = unpacked(bytes, usize::MAX, Gunzip::push, Gunzip::default());
            let pieces = unpacked(bytes, size, Gunzip::push, Gunzip::default());
            assert_eq!(whole, pieces);
        }
        b'd' => {
            let member = zip::Member::new(0);
            let push =
                |member: &mut zip::Member, packed: &[u8], out: &mut Vec<u8>, most| match member
                    .ended()
                {
                    true => Ok(packed.len()),
                    false => member.push(packed, out, most),
                };
            let whole = unpacked(bytes, usize::MAX, push, member.clone());
            let pieces = unpacked(bytes, size, push, member);
            // A sum that is another is said with the last piece.
            assert_eq!(whole, pieces);
        }
        _ => archive(bytes),
    }
});

/// All that comes, and what is wrong behind it.
fn unpacked<T: Clone>(
    bytes: &[u8],
    size: usize,
    push: impl Fn(&mut T, &[u8], &mut Vec<u8>, usize) -> Result<usize, UnpackError>,
    mut state: T,
) -> (Vec<u8>, Option<UnpackError>) {
    let mut all = Vec::new();
    for piece in bytes.chunks(size.min(bytes.len().max(1))) {
        let mut rest = piece;
        while !rest.is_empty() {
            if all.len() > ENOUGH {
                all.truncate(ENOUGH);
                return (all, None);
            }
            // A copy goes on in place of what it was taken of.
            state = state.clone();
            let mut out = Vec::new();
            let used = push(&mut state, rest, &mut out, MOST);
            assert!(out.len() <= MOST + WINDOW);
            all.extend_from_slice(&out);
            match used {
                Ok(used) => {
                    assert!(used > 0 || !out.is_empty(), "no way forward");
                    rest = &rest[used..];
                }
                Err(error) => {
                    all.truncate(ENOUGH);
                    return (all, Some(error));
                }
            }
        }
    }
    all.truncate(ENOUGH);
    (all, None)
}

/// The directory of an archive, and the header of each file that it names.
fn archive(bytes: &[u8]) {
    let total = bytes.len() as u64;
    let end = match zip::end(bytes, total) {
        Ok(zip::Found::End(end)) => Ok(end),
        Ok(zip::Found::Zip64 { at }) => {
            let at = usize::try_from(at).unwrap_or(usize::MAX);
            zip::end64(bytes.get(at..).unwrap_or_default())
        }
        Err(error) => Err(error),
    };
    let from = end.map_or(0, |end| usize::try_from(end.at).unwrap_or(usize::MAX));
    let Ok(files) = zip::directory(bytes.get(from..).unwrap_or_default(), 100) else {
        return;
    };
    assert!(files.len() <= 100);
    for file in files {
        let at = usize::try_from(file.at).unwrap_or(usize::MAX);
        let header = bytes.get(at..).unwrap_or_default();
        if let Ok(start) = zip::local(header) {
            assert!((30..=30 + 2 * 65_535).contains(&start));
        }
    }
}
