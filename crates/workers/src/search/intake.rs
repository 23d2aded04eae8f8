//! A catalog being taken in: its files are read, and an index is built of them. A shop whose
//! index was built ahead needs none of it, so it comes in a chunk (`chunks.rs`). The rest of the
//! program calls it by [`Taking`] only, which links nothing.

use crate::failure::failure;
use catalog::{Catalog, Limits, NotACatalog, Notice, Severity, Shard, ShardPlan};
use search::{Index, Intake};
use wire::search::Failure;

/// A source's catalog, of which more and more comes.
pub(super) trait Taking {
    /// More bytes of the first file.
    fn push(&mut self, bytes: &[u8]) -> Result<(), Failure>;
    /// The first file has ended: the catalog without its listings.
    fn close(&mut self) -> Result<&Catalog, Failure>;
    /// Takes a catalog that was read otherwise, such as a table.
    fn whole(&mut self, catalog: Catalog);
    /// How many listings have come.
    fn len(&self) -> usize;
    /// An index of those.
    fn so_far(&self) -> Option<Index>;
    /// The next file to fetch.
    fn next(&mut self) -> Option<Shard>;
    /// Takes that file; else why its listings are missing.
    fn further(&mut self, shard: &Shard, bytes: &[u8]) -> Result<(), Notice>;
    /// What became of all, how many files were read, and how many there are.
    fn finish(self: Box<Self>) -> Result<Taken, Failure>;
}

/// The index, what was odd, and the files.
pub(super) type Taken = (Index, Vec<Notice>, (u64, u64));

/// Begins to take in a source, by its id and the day.
pub(super) fn begin(source: &str, today: &str) -> Box<dyn Taking> {
    Box::new(Open {
        intake: Intake::new(source, today, &Limits::default()),
        plan: ShardPlan::default(),
        read: 1,
        until_room: STEP / 4,
    })
}

/// Memory is made ahead each time so many bytes have come, and so many times as much of it: about
/// what their index and they themselves take. Where it grows as it is needed, some thousand times
/// for a large catalog, the browser looks for garbage so often that it is a fifth of all work.
const STEP: usize = 4 << 20;
const AHEAD: usize = 3;

/// What takes in.
struct Open {
    intake: Intake,
    /// The files to come.
    plan: ShardPlan,
    read: u64,
    /// How many bytes come before memory is made.
    until_room: usize,
}

impl Open {
    /// Makes memory ahead, now that `bytes` more have come: taken and given back, it stays the
    /// program's.
    fn make_room(&mut self, bytes: usize) {
        self.until_room = self.until_room.saturating_sub(bytes);
        if self.until_room == 0 {
            self.until_room = STEP;
            let mut room: Vec<u8> = Vec::new();
            // What cannot be had ahead is asked for again when it is needed.
            let _ = room.try_reserve_exact(STEP * AHEAD);
            drop(std::hint::black_box(room));
        }
    }
}

impl Taking for Open {
    fn push(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.make_room(bytes.len());
        self.intake.push(bytes).map_err(not_a_catalog)
    }

    fn close(&mut self) -> Result<&Catalog, Failure> {
        let catalog = self.intake.close().map_err(not_a_catalog)?;
        self.plan = ShardPlan::new(catalog);
        Ok(catalog)
    }

    fn whole(&mut self, catalog: Catalog) {
        self.intake.whole(catalog);
    }

    fn len(&self) -> usize {
        self.intake.len()
    }

    fn so_far(&self) -> Option<Index> {
        self.intake.so_far()
    }

    fn next(&mut self) -> Option<Shard> {
        self.plan.take()
    }

    fn further(&mut self, shard: &Shard, bytes: &[u8]) -> Result<(), Notice> {
        let notice = |code: &str, data| Notice::new(Severity::Error, code, &*shard.href, data);
        if !shard.has_digest_of(bytes) {
            return Err(notice("shard-digest", String::new()));
        }
        self.make_room(bytes.len());
        match self.intake.further(bytes) {
            Ok(next) => {
                self.read += 1;
                self.plan.add(next);
                Ok(())
            }
            Err(error) => Err(notice("shard-unreadable", error.to_string())),
        }
    }

    fn finish(self: Box<Self>) -> Result<Taken, Failure> {
        let Self {
            intake, plan, read, ..
        } = *self;
        let (index, mut notices) = intake.finish().map_err(not_a_catalog)?;
        if plan.refused() > 0 {
            let refused = plan.refused().to_string();
            let notice = Notice::new(Severity::Error, "too-many-shards", "/shards", refused);
            // What was odd with files comes before what was odd in them.
            notices.insert(0, notice);
        }
        Ok((index, notices, (read, 1 + plan.total() as u64)))
    }
}

fn not_a_catalog(error: NotACatalog) -> Failure {
    match error {
        NotACatalog::TooLarge { bytes, .. } => failure("too-large", bytes),
        error => failure("not-a-catalog", error),
    }
}
