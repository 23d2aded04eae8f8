//! The inquiry: what a visitor writes about a listing, its checks, the self-contained document
//! made of it, the ways to hand it over, and what became of that. Sees `catalog` only; no clock,
//! network, browser or page: time and random ids are given by the caller.

#![warn(missing_docs)]

mod amount;
mod check;
mod clean;
mod compose;
mod consent;
mod contact;
mod credit_code;
mod delivery;
mod document;
mod document_file;
mod draft;
mod field;
mod outbox;
mod retry;
mod subject;
mod text;
mod words;

pub use check::{Problem, ProblemCode, check, is_ready};
pub use compose::document;
pub use consent::{CONSENT_VERSION, consent_text};
pub use credit_code::{CreditCode, CreditCodeFault, credit_code};
pub use delivery::{Export, Prepared, Target, TargetError, Way, WebhookMode, prepare};
pub use document::{
    Budget, Consent, Document, DocumentError, DocumentListing, Period, Quantity, Request, Requester,
};
pub use draft::{CrossBorder, Draft, RequesterKind, UseCase};
pub use field::Field;
pub use outbox::{Entry, Event, NotAllowed, State};
pub use retry::{Failure, is_retryable, wait_seconds};
pub use subject::Subject;
