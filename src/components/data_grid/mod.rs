//! The grid of a preview: any number of rows and columns, of which those in sight are drawn; a
//! profile above each column; one cell at a time by keyboard, and the whole of it on request.
//! Values in, callbacks out.

mod address;
mod arrange;
mod arrive;
mod asked;
mod bars;
mod breadth;
mod columns;
mod control;
mod copy;
mod coverage;
mod cursor;
mod drag;
mod facts;
mod figures;
mod filter_form;
mod find_row;
mod foot;
mod grid;
mod head;
mod held;
mod keys;
mod lay;
mod life;
mod menu;
mod paint;
mod plan;
mod scroll;
mod shown;
mod size;
mod table;
mod tiles;
mod viewer;

pub(crate) use asked::without;
pub(crate) use coverage::{among, cells_cut, covered};
pub(crate) use figures::{distinct_words, missing_words};
pub(crate) use grid::DataGrid;
pub(crate) use table::{Shared, Table};
