//! What a region of the screen can be.

use wire::search::Failure;

/// A value that comes later, may go stale, and may fail.
#[derive(Clone, Debug, Default)]
pub(crate) enum Loadable<T> {
    /// Nothing yet.
    #[default]
    Waiting,
    /// The newest there is.
    Ready(T),
    /// An older value, shown until the newer is there, so that nothing jumps.
    Stale(T),
    /// It will not come.
    Failed(Failure),
}

impl<T> Loadable<T> {
    /// The value to show, new or stale.
    pub(crate) const fn value(&self) -> Option<&T> {
        match self {
            Self::Ready(value) | Self::Stale(value) => Some(value),
            Self::Waiting | Self::Failed(_) => None,
        }
    }

    /// The same value, marked as being replaced.
    pub(crate) fn into_stale(self) -> Self {
        match self {
            Self::Ready(value) => Self::Stale(value),
            other => other,
        }
    }
}
