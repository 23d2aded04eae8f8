//! What a measuring gives.

/// How alike rows are on some columns: **these** columns of **these** rows, and nothing about
/// other rows, other columns, or what somebody may know besides. Never a verdict.
///
/// **Blank cells** (missing, empty, white space only) of a quasi-identifier are a value of their
/// own, alike among themselves and unlike any other; nothing is left out and no blank is taken
/// for a wildcard. A blank sensitive cell tells nothing: it adds no value to `l` and no share to
/// `t`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Risk {
    /// Rows that were measured.
    pub rows: u64,
    /// Classes: groups of rows with the same values in all quasi-identifiers.
    pub classes: u64,
    /// Rows in the smallest class (k-anonymity: Samarati and Sweeney 1998); 0 without rows.
    pub k: u64,
    /// Rows that are alone in their class.
    pub unique: u64,
    /// Rows in a class of fewer than five.
    pub below_five: u64,
    /// Rows with a blank cell in a quasi-identifier.
    pub blank: u64,
    /// Of each sensitive column, in the order in which they were named.
    pub sensitive: Vec<SensitiveRisk>,
}

impl Risk {
    /// The share of rows that are alone in their class, from 0 to 1.
    #[must_use]
    pub fn unique_share(&self) -> f64 {
        share(self.unique, self.rows)
    }

    /// The chance to be right when guessing within each row's class, averaged over rows: classes
    /// by rows, known as average prosecutor or marketer risk.
    #[must_use]
    pub fn average(&self) -> f64 {
        share(self.classes, self.rows)
    }

    /// The average number of rows in a class.
    #[must_use]
    pub fn class_size(&self) -> f64 {
        share(self.rows, self.classes)
    }

    /// The least l of all sensitive columns.
    #[must_use]
    pub fn l(&self) -> Option<u64> {
        self.sensitive.iter().map(|column| column.l).min()
    }

    /// The largest t of all sensitive columns.
    #[must_use]
    pub fn t(&self) -> Option<f64> {
        self.sensitive
            .iter()
            .map(|column| column.t)
            .reduce(f64::max)
    }
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    part as f64 / whole as f64
}

/// What the classes tell about one sensitive column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SensitiveRisk {
    /// The fewest different values in a class (distinct l-diversity: Machanavajjhala et al.
    /// 2007). Classes with blanks only do not count; 0 where the whole column is blank.
    pub l: u64,
    /// The farthest that values within a class are from those of all rows (t-closeness: Li, Li
    /// and Venkatasubramanian 2007), from 0 to 1: the earth mover's distance, with ordered
    /// distance where `ordered`, else equal distance.
    pub t: f64,
    /// The largest share that one value has of a class (the α of (α, k)-anonymity: Wong et al.
    /// 2006), from 0 to 1.
    pub alpha: f64,
    /// Whether all its values are numbers, which have an order.
    pub ordered: bool,
}

/// Why nothing was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMuch {
    /// The rows are too different to be held within the bound: rows until then, and bytes.
    Memory {
        /// Rows that were taken in.
        rows: u64,
        /// The bound.
        bytes: usize,
    },
    /// Values that look made to slow this down.
    Collisions {
        /// Rows that were taken in.
        rows: u64,
    },
}
