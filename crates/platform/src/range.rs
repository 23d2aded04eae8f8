//! The beginning of a large file without the rest of it.

use crate::{Abort, Cache, FetchError, FetchOptions, Fetched, get_bytes};

/// The beginning of a file, and how much of it that is.
#[derive(Clone, Debug)]
pub struct Head {
    /// The first bytes.
    pub bytes: Vec<u8>,
    /// The file ends here. `false` also when nobody said where it ends.
    pub complete: bool,
    /// Size of the whole file in bytes, if known.
    pub total: Option<u64>,
    /// `false`: `total` may be wrong (from the catalog, or of compressed bytes).
    pub total_exact: bool,
    /// The host sent only what was asked for; otherwise the rest was cut off on the way.
    pub by_range: bool,
    /// Media type as sent.
    pub content_type: Option<String>,
    /// Where it came from after redirects.
    pub final_url: String,
}

/// Reads the first `want_bytes` of `url`: by a range if the host has ranges, else by cutting the
/// stream. `size_hint` is what the catalog says of the size. Never asks with `HEAD`, which many
/// hosts refuse or answer wrongly, nor for a suffix.
///
/// # Errors
/// Every [`FetchError`] but `TooLarge`.
pub async fn open_head(
    url: &str,
    want_bytes: u64,
    size_hint: Option<u64>,
    abort: Option<&Abort>,
    on_progress: impl FnMut(u64, Option<u64>),
) -> Result<Head, FetchError> {
    let mut on_progress = on_progress;
    let mut options = FetchOptions {
        cut: true,
        abort: abort.cloned(),
        cache: Cache::Normal,
        ..FetchOptions::up_to(want_bytes)
    };
    // A small file is one request anyway; a range would only risk a preflight.
    if size_hint.is_none_or(|size| size > want_bytes) {
        options.range = Some(0..want_bytes);
        match get_bytes(url, &options, &mut on_progress).await {
            Ok(fetched) if is_usable(&fetched) => return Ok(head(fetched, want_bytes, size_hint)),
            // A compressed part of a file cannot be opened; 416 is what some say of an empty file;
            // Blocked may mean that the host does not allow the `Range` header.
            Ok(_) | Err(FetchError::Status(416) | FetchError::Blocked) => options.range = None,
            Err(error) => return Err(error),
        }
    }
    let fetched = get_bytes(url, &options, &mut on_progress).await?;
    Ok(head(fetched, want_bytes, size_hint))
}

fn is_usable(fetched: &Fetched) -> bool {
    fetched.status != 206 || fetched.content_encoding.is_none()
}

fn head(fetched: Fetched, want_bytes: u64, size_hint: Option<u64>) -> Head {
    let read = fetched.bytes.len() as u64;
    let by_range = fetched.status == 206;
    let complete = if by_range {
        // A part shorter than asked for ends where the file ends.
        fetched.complete && (read < want_bytes || fetched.total == Some(read))
    } else {
        fetched.complete
    };
    let stated = fetched.total.filter(|total| *total >= read);
    let (total, total_exact) = match (complete, stated) {
        (true, _) => (Some(read), true),
        (false, Some(total)) => (Some(total), fetched.total_exact),
        (false, None) => (size_hint.filter(|size| *size >= read), false),
    };
    Head {
        bytes: fetched.bytes,
        complete,
        total,
        total_exact,
        by_range,
        content_type: fetched.content_type,
        final_url: fetched.final_url,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(status: u16, read: usize, complete: bool, total: Option<u64>) -> Fetched {
        Fetched {
            status,
            bytes: vec![0; read],
            complete,
            total,
            total_exact: true,
            content_type: None,
            content_encoding: None,
            final_url: String::new(),
            accepts_range: None,
            last_modified: None,
        }
    }

    #[test]
    fn a_full_part_of_unknown_total_is_not_called_complete() {
        let head = head(part(206, 100, true, None), 100, Some(5000));
        assert!(!head.complete);
        assert_eq!((head.total, head.total_exact), (Some(5000), false));
    }

    #[test]
    fn a_part_shorter_than_asked_for_is_the_whole_file() {
        let head = head(part(206, 60, true, None), 100, None);
        assert!(head.complete);
        assert_eq!((head.total, head.total_exact), (Some(60), true));
    }

    #[test]
    fn a_cut_stream_keeps_the_stated_total() {
        let head = head(part(200, 100, false, Some(900)), 100, None);
        assert!(!head.complete && !head.by_range);
        assert_eq!(head.total, Some(900));
    }

    #[test]
    fn a_compressed_part_is_not_used() {
        let mut fetched = part(206, 100, true, None);
        fetched.content_encoding = Some("gzip".to_owned());
        assert!(!is_usable(&fetched));
    }
}
