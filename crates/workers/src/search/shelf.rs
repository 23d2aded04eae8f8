//! An index that was built ahead: its head first, its chunks as questions need them.

use crate::failure::{failure, of_fetch};
use platform::{Cache, FetchOptions, get_bytes, inflate};
use search::{Bytes, Damage, Store, Unread, open_seal};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    sync::Arc,
};
use wire::search::Failure;

/// Most bytes of one file, and of what it holds.
const MOST_FILE: u64 = 64 << 20;
const MOST_HELD_BY_ONE: usize = 256 << 20;
/// So many bytes of chunks are kept; what was not needed for longest goes first.
const MOST_KEPT: usize = 96 << 20;

/// The chunks that have come, and where the others are.
#[derive(Debug)]
pub(super) struct Shelf {
    /// Address of the folder, with a slash at its end.
    base: String,
    /// Chunks by their numbers, each with when it was needed last.
    held: RefCell<BTreeMap<u32, (Bytes, u64)>>,
    bytes: Cell<usize>,
    clock: Cell<u64>,
}

/// A shelf as the engine sees it.
#[derive(Clone, Debug)]
pub(super) struct Held(pub(super) Rc<Shelf>);

impl Store for Held {
    fn chunk(&self, number: u32) -> Result<Bytes, Unread> {
        let now = self.0.clock.get();
        match self.0.held.borrow_mut().get_mut(&number) {
            Some((bytes, needed)) => {
                *needed = now;
                Ok(Arc::clone(bytes))
            }
            None => Err(Unread::Elsewhere),
        }
    }
}

impl Shelf {
    /// The shelf of the folder at `base`.
    pub(super) fn new(base: String) -> Rc<Self> {
        Rc::new(Self {
            base,
            held: RefCell::default(),
            bytes: Cell::new(0),
            clock: Cell::new(0),
        })
    }

    /// What the head's file holds.
    pub(super) async fn head(&self) -> Result<Vec<u8>, Failure> {
        self.file("head").await
    }

    /// Fetches a chunk, unless it has come in the meantime.
    pub(super) async fn fetch(self: Rc<Self>, number: u32) -> Result<(), Failure> {
        if self.held.borrow().contains_key(&number) {
            return Ok(());
        }
        let bytes = Arc::new(self.file(&number.to_string()).await?);
        self.bytes.set(self.bytes.get() + bytes.len());
        let now = self.clock.get();
        self.held.borrow_mut().insert(number, (bytes, now));
        Ok(())
    }

    /// A file of the folder: fetched, found sound, unpacked.
    async fn file(&self, name: &str) -> Result<Vec<u8>, Failure> {
        // Its name changes with its bytes, so the host's cache headers may say anything.
        let options = FetchOptions {
            cache: Cache::Normal,
            ..FetchOptions::up_to(MOST_FILE)
        };
        let url = format!("{}{name}.bin", self.base);
        let fetched = get_bytes(&url, &options, |_, _| {})
            .await
            .map_err(of_fetch)?;
        let packed = open_seal(&fetched.bytes).map_err(|damage| match damage {
            Damage::Version(other) => failure("index-version", other),
            Damage::Foreign | Damage::Checksum => failure("index-damaged", name),
        })?;
        let unpacked = inflate(packed, MOST_HELD_BY_ONE).await;
        unpacked.ok_or_else(|| failure("index-damaged", name))
    }

    /// A question was answered: what was not needed for longest goes, if there is too much.
    pub(super) fn rest(&self) {
        self.clock.set(self.clock.get() + 1);
        while self.bytes.get() > MOST_KEPT {
            let mut held = self.held.borrow_mut();
            let oldest = held.iter().min_by_key(|(_, (_, needed))| *needed);
            let Some((number, len)) = oldest.map(|(number, (bytes, _))| (*number, bytes.len()))
            else {
                return;
            };
            held.remove(&number);
            self.bytes.set(self.bytes.get().saturating_sub(len));
        }
    }
}
