//! The browser: fetch, range, storage, worker, clock, clipboard, download, text decoding.
