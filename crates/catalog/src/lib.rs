//! The words of the shop: listings, offers, exchanges, dates, and where each value comes from.
//! Every format that becomes a catalog is read here. No browser, clock, network or page.
#![warn(missing_docs)]

mod assertion;
mod category;
mod check;
mod config;
pub mod disclosure;
mod distribution;
mod document;
mod exchange;
mod field;
mod id;
mod link;
mod listing;
mod notice;
mod offer;
mod organization;
pub mod parse;
mod place;
mod price;
mod privacy;
mod quantity;
mod read;
mod sources;
mod text;
mod time;
mod token;

pub use assertion::{Assertion, AssertionBase, AssertionStatus};
pub use category::Category;
pub use check::{Check, Fault, PriceStates, check};
pub use config::{Config, ConfigLink, ConfigSource, Scheme, Theme, read_config};
pub use distribution::{Checksum, Datastore, DeliveryMode, Distribution, Sample, SampleOrigin};
pub use document::{Catalog, Shard, Source};
pub use exchange::{
    Contact, Exchange, InquiryKind, InquiryTarget, Ownership, Platform, PlatformFeatures, Tri,
};
pub use field::{Field, FieldType, PrivacyRole, Schema};
pub use id::{Key, derived_id, stable_id};
pub use link::{Link, SafeUrl};
pub use listing::{
    AccessRights, Acquisition, Collection, DataSubject, Identifier, Listing, ListingStatus,
    Modality, PreviewMode, PreviewRule, ProductType, Removed,
};
pub use notice::{Notice, Parsed, Severity};
pub use offer::{
    BillingModel, BuyerType, Eligibility, NegotiationChannel, Offer, Price, PriceType,
};
pub use organization::{Organization, OrganizationKind};
pub use place::Location;
pub use price::*;
pub use privacy::*;
pub use quantity::{Quantity, Unit};
pub use read::stream;
pub use read::{Limits, NotACatalog, Part, ShardPlan, read_catalog, read_shard, sha256_hex};
pub use sources::{SourceKind, detect};
pub use text::Text;
pub use time::{DateEvent, FuzzyDate, Period, PeriodEnd, Precision, UpdateClass, UpdateFrequency};
