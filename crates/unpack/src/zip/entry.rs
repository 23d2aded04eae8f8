//! A file of an archive as its directory has it.

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Not at all.
    Stored,
    /// DEFLATE.
    Deflate,
    /// By something that is not read here, by its number.
    Other(u16),
}

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path as the archive writes it, in whichever encoding.
    pub name: Vec<u8>,
    /// Whether the archive says that the path is UTF-8.
    pub utf8: bool,
    /// How it is packed.
    pub method: Method,
    /// Bytes it takes in the archive.
    pub packed: u64,
    /// Bytes it says it has.
    pub size: u64,
    /// The check sum (CRC-32) of what it holds.
    pub crc: u32,
    /// Where its header begins.
    pub at: u64,
    /// A password is needed.
    pub encrypted: bool,
}

impl Entry {
    /// Whether it is a folder.
    #[must_use]
    pub fn is_folder(&self) -> bool {
        self.name.ends_with(b"/") || self.name.ends_with(b"\\")
    }
}
