//! The pages that come in chunks: code of this same program that the build cuts off and that is
//! fetched when one of its pages is opened. The name in brackets is the chunk's, and of its
//! file; pages with one name come together, since they show the same things. What most visits
//! open first is in no chunk.
//!
//! A function gives the page, not what the page shows: while the code is on its way the page's
//! owner and its context are not at hand.

use crate::{
    components::{RangePart, Results, Turn},
    pages,
};
use leptos::{
    prelude::AnyView,
    wasm_split::{SplitLoaderError, wasm_split},
};

/// A page that is here.
pub(crate) type Page = fn() -> AnyView;

/// What a chunk gives.
pub(crate) type Given = Result<Page, SplitLoaderError>;

#[wasm_split(inquiry, fallible, wasm_split_path = leptos::wasm_split)]
pub(crate) fn inquiry() -> Given {
    Ok(pages::Inquiry)
}

#[wasm_split(inquiry, fallible, wasm_split_path = leptos::wasm_split)]
pub(crate) fn device() -> Given {
    Ok(pages::Device)
}

#[wasm_split(preview, fallible, wasm_split_path = leptos::wasm_split)]
pub(crate) fn preview() -> Given {
    Ok(pages::Preview)
}

#[wasm_split(directory, fallible, wasm_split_path = leptos::wasm_split)]
pub(crate) fn exchanges() -> Given {
    Ok(pages::Exchanges)
}

#[wasm_split(directory, fallible, wasm_split_path = leptos::wasm_split)]
pub(crate) fn exchange() -> Given {
    Ok(pages::Exchange)
}

#[wasm_split(directory, fallible, wasm_split_path = leptos::wasm_split)]
pub(crate) fn provider() -> Given {
    Ok(pages::Provider)
}

#[wasm_split(directory, fallible, wasm_split_path = leptos::wasm_split)]
pub(crate) fn about() -> Given {
    Ok(pages::About)
}

/// A part of a page that is here: made from what it is about.
pub(crate) type Part<T> = fn(T) -> AnyView;

#[wasm_split(find, fallible, wasm_split_path = leptos::wasm_split)]
pub(crate) fn range_form() -> Result<Part<RangePart>, SplitLoaderError> {
    Ok(pages::range_form)
}

#[wasm_split(find, fallible, wasm_split_path = leptos::wasm_split)]
pub(crate) fn keepers() -> Result<Part<Results>, SplitLoaderError> {
    Ok(pages::keepers)
}

/// Something to do that is here.
pub(crate) type Errand<T> = fn(T);

#[wasm_split(find, fallible, wasm_split_path = leptos::wasm_split)]
pub(crate) fn turn_shortlist() -> Result<Errand<Turn>, SplitLoaderError> {
    Ok(pages::turn_shortlist)
}
