//! What a reader holds while it reads, for whoever reads on later.

use table::{Count, Table};

use super::{Opened, Reader};

impl Reader {
    /// Keeps no more rows from now on than these, and about so many bytes of text.
    pub fn hold(&mut self, rows: usize, text_bytes: usize) {
        self.collector.hold(rows, text_bytes);
    }

    /// The rows that are kept so far.
    #[must_use]
    pub fn held(&self) -> &Table {
        self.collector.held()
    }

    /// Bytes pushed so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// As [`so_far`](Self::so_far), but its table has columns and no rows: nothing is copied.
    #[must_use]
    pub fn summary(&self) -> Option<Opened> {
        let body = self.body.as_ref()?;
        let mut opened = self.opened(body, false);
        let (profile, notices) = self.collector.summary();
        opened.notices.extend(notices);
        let mut table = Table::new(self.collector.so_far_columns());
        table.set_count(Count::AtLeast(self.rows()));
        Some(Opened {
            table,
            profile,
            ..opened
        })
    }
}
