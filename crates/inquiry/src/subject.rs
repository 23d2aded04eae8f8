//! What the inquiry is about, in the words the visitor saw.

use record::Record;

/// The listing asked about. All texts are in the language of the inquiry where they exist in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default, keep)]
pub struct Subject {
    /// Global key of the listing, `source~id`; empty when no listing is named.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Name of the exchange, if one is named.
    pub exchange: Option<String>,
    /// Name of the supplier, if one is named.
    pub provider: Option<String>,
    /// Address of the catalog file.
    pub catalog: Option<String>,
    /// Address of the listing's page in this shop.
    pub page: Option<String>,
    /// Id of the offer asked about.
    pub offer: Option<String>,
    /// The price as the page states it ("not stated" included), so that the reader sees what
    /// the asker saw.
    pub price: Option<String>,
    /// Who will read the inquiry: names or addresses, as told to the visitor beside the consent.
    pub recipients: Vec<String>,
}
