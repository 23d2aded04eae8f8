//! Runs the page's own arithmetic where there is no browser: where rows and columns of the grid
//! stand, which of them to ask for, where keys lead, what a gesture makes of a view. The files
//! are the page's; each has its tests at its end.

#![expect(dead_code, reason = "the page uses what these files give")]

#[path = "../src/components/data_grid/address.rs"]
mod address;
#[path = "../src/components/data_grid/arrange.rs"]
mod arrange;
#[path = "../src/components/data_grid/asked.rs"]
mod asked;
#[path = "../src/components/data_grid/breadth.rs"]
mod breadth;
#[path = "../src/components/data_grid/columns.rs"]
mod columns;
#[path = "../src/components/data_grid/cursor.rs"]
mod cursor;
#[path = "../src/components/data_grid/held.rs"]
mod held;
#[path = "../src/components/data_grid/scroll.rs"]
mod scroll;
#[path = "../src/components/data_grid/tiles.rs"]
mod tiles;
