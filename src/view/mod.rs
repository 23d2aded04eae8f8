//! What markup becomes: one type of element, one of value, so that a tag costs a few calls and
//! not a type of its own. `view!` (crate `markup`) writes these calls; nothing else does.

mod child;
mod element;
mod event;
mod live;
mod value;

pub(crate) use child::{Child, any, component, nothing};
pub(crate) use element::Element;
pub(crate) use event::{handler, targeted};
pub(crate) use markup::view;
pub(crate) use value::{IntoValue, Kind, Value};
