//! The names that columns had when a link was made. A link names columns by their place; a file
//! that has other columns by now must not be filtered or sorted by the wrong ones.

use table::Column;

use crate::View;
use crate::address::MOST;

/// The columns that a view is about, and a number made of the name of each.
///
/// In an address `3.41234~5.9876`: the place from 1, and the number of the name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(Vec<(u32, u16)>);

impl Names {
    /// Of the columns that `view` is about, as far as they are known.
    #[must_use]
    pub fn of(view: &View, columns: &[Column]) -> Self {
        let filters = view.filters.iter().map(|filter| filter.column);
        let order = view.order.map(|order| order.column);
        let mut about: Vec<u32> = filters.chain(order).collect();
        about.sort_unstable();
        about.dedup();
        let named = about.into_iter().filter_map(|at| {
            let column = columns.get(at as usize)?;
            Some((at, of_names([column])))
        });
        Self(named.take(MOST).collect())
    }

    /// The columns that have another name now. One that is not there is noticed by who looks for
    /// it.
    #[must_use]
    pub fn lost(&self, columns: &[Column]) -> Vec<u32> {
        let is_other = |(at, name): &&(u32, u16)| {
            let column = columns.get(*at as usize);
            column.is_some_and(|column| of_names([column]) != *name)
        };
        self.0.iter().filter(is_other).map(|(at, _)| *at).collect()
    }

    /// The value in an address; `None` where no column is named.
    #[must_use]
    pub fn write(&self) -> Option<String> {
        let one = |(at, name): &(u32, u16)| format!("{}.{name}", u64::from(*at) + 1);
        let all: Vec<String> = self.0.iter().take(MOST).map(one).collect();
        (!all.is_empty()).then(|| all.join("~"))
    }

    /// Reads the value; `None` if it is none.
    #[must_use]
    pub fn read(value: &str) -> Option<Self> {
        let one = |text: &str| {
            let (at, name) = text.split_once('.')?;
            Some((crate::address::column(at)?, name.parse().ok()?))
        };
        let all: Option<Vec<_>> = value.split('~').take(MOST).map(one).collect();
        all.map(Self)
    }
}

impl View {
    /// The same without what it asks of some columns.
    #[must_use]
    pub fn without(&self, columns: &[u32]) -> Self {
        let mut view = self.clone();
        view.filters
            .retain(|filter| !columns.contains(&filter.column));
        view.order = view.order.filter(|order| !columns.contains(&order.column));
        view.bare.retain(|column| !columns.contains(column));
        view
    }
}

/// A number of 16 bits made of names (FNV-1a, folded): another name has another one, but for one
/// in 65,536. A name that was made up is none: it is another one in another language.
pub(crate) fn of_names<'a>(columns: impl IntoIterator<Item = &'a Column>) -> u16 {
    let mut hash: u32 = 0x811C_9DC5;
    for column in columns {
        // A byte that is in no text ends each name.
        let name = if column.invented { "" } else { &column.name };
        for byte in name.bytes().chain([0xFF]) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    (hash ^ (hash >> 16)) as u16
}
