//! Why a wrapping does not come off.

/// Nothing, or nothing more, can be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnpackError {
    /// The bytes break a rule of the format.
    #[error("damaged")]
    Damaged,
    /// What came is not what was packed: its check sum is another.
    #[error("the check sum is another")]
    Checksum,
    /// It says of itself that it is encrypted.
    #[error("encrypted")]
    Encrypted,
    /// Packed by a method that is not read here.
    #[error("packed by method {0}, which is not read")]
    Method(u16),
    /// More, or other, than it declares or than is read here.
    #[error("larger than is read")]
    TooLarge,
}
