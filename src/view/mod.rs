//! What markup becomes: templates with holes, and one type of what may fill a hole, so that a
//! tag costs a line of text and not a type of its own. `view!` (crate `markup`) writes the
//! templates; nothing else does.

mod child;
mod event;
mod hole;
mod live;
mod program;
mod recycled;
mod template;
mod value;

pub(crate) use child::{Child, any, component, nothing};
pub(crate) use event::{handler, targeted};
pub(crate) use hole::Holes;
pub(crate) use markup::view;
pub(crate) use recycled::{Nodes, Put, id_of};
pub(crate) use value::{IntoValue, Kind, Value};
