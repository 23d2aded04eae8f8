//! Values as the text that a person sees in the cell.

mod day;
mod number;
mod shape;

pub(crate) use day::{Epoch, duration_of};
pub(crate) use number::{of_value, percent};
pub(crate) use shape::Shape;

/// A number of a file as the text of its cell. `written`: how the file writes it, where it does
/// so in digits.
pub(crate) fn of_number(value: f64, written: Option<&str>, shape: Shape, epoch: Epoch) -> String {
    let plain = || match written {
        Some(written) => number::of_written(written, value),
        None => of_value(value),
    };
    match shape {
        Shape::Plain => plain(),
        Shape::Percent => percent(&plain()),
        Shape::Padded(digits) => number::padded(&plain(), usize::from(digits)),
        Shape::Moment(moment) => day::text(value, moment, epoch).unwrap_or_else(plain),
    }
}
