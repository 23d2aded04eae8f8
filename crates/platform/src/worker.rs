//! Starting a program beside the page and talking to it in text.

use crate::{Listener, OwnFile, scope};
use wasm_bindgen::JsCast;
use web_sys::{ErrorEvent, Event, File, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Why a worker did not start, or could not be told something.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorkerError {
    /// The browser would not start it (policy, or no module workers).
    #[error("the worker did not start: {0}")]
    Start(String),
    /// A message could not be sent.
    #[error("the message was not sent: {0}")]
    Post(String),
}

/// A running program; dropping the handle ends it.
pub struct WorkerHandle {
    worker: Worker,
    listeners: Vec<Listener>,
}

/// Starts the module worker at `script_url` (same origin).
///
/// # Errors
/// [`WorkerError::Start`]; that the script is missing comes later, to `on_error`.
pub fn spawn_worker(script_url: &str) -> Result<WorkerHandle, WorkerError> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(script_url, &options)
        .map_err(|thrown| WorkerError::Start(scope::words(&thrown)))?;
    Ok(WorkerHandle {
        worker,
        listeners: Vec::new(),
    })
}

impl WorkerHandle {
    /// Sends one message.
    ///
    /// # Errors
    /// [`WorkerError::Post`].
    pub fn post(&self, message: &str) -> Result<(), WorkerError> {
        self.worker
            .post_message(&message.into())
            .map_err(|thrown| WorkerError::Post(scope::words(&thrown)))
    }

    /// Sends one message with a file of the visitor's own beside it. Only the handle crosses.
    ///
    /// # Errors
    /// [`WorkerError::Post`].
    pub fn post_with(&self, message: &str, file: &File) -> Result<(), WorkerError> {
        self.worker
            .post_message(&OwnFile::beside(message, file))
            .map_err(|thrown| WorkerError::Post(scope::words(&thrown)))
    }

    /// Calls `received` for every text message, in order.
    pub fn on_message(&mut self, mut received: impl FnMut(String) + 'static) {
        let listener = Listener::new(self.worker.clone().into(), "message", move |event| {
            if let Some(text) = text_of(&event) {
                received(text);
            }
        });
        self.listeners.push(listener);
    }

    /// Calls `failed` when the program could not be loaded or threw; the words are the browser's
    /// and may be empty. A program that panicked answers nothing any more: end it.
    pub fn on_error(&mut self, mut failed: impl FnMut(String) + 'static) {
        let listener = Listener::new(self.worker.clone().into(), "error", move |event| {
            let words = event
                .dyn_ref::<ErrorEvent>()
                .map(ErrorEvent::message)
                .unwrap_or_default();
            failed(words);
        });
        self.listeners.push(listener);
    }

    /// Calls nobody any more who was to be called.
    pub fn unheard(&mut self) {
        self.listeners.clear();
    }

    /// Ends the program now.
    pub fn terminate(self) {
        drop(self);
    }
}

impl Drop for WorkerHandle {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The text of a message; `None` when it is something else.
pub(crate) fn text_of(event: &Event) -> Option<String> {
    event.dyn_ref::<MessageEvent>()?.data().as_string()
}
