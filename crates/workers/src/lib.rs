//! The two wasm programs beside the page: search-worker and preview-worker.
