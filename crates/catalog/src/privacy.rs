//! What a listing says about personal information. PIPL terms; never a verdict of ours.

use crate::{Text, token::tokens};
use record::Record;

tokens! {
    /// Whether personal information is in it. `none-stated` is the source's word for none.
    PersonalInformation {
        NoneStated = "none-stated", None = "none", Possible = "possible", Contains = "contains",
        Unknown = "unknown",
    }
}

tokens! {
    /// Sensitive personal information, PIPL article 28.
    SensitiveKind {
        Biometric = "biometric", ReligiousBelief = "religious-belief",
        SpecificIdentity = "specific-identity", MedicalHealth = "medical-health",
        FinancialAccount = "financial-account", Whereabouts = "whereabouts",
        MinorUnder14 = "minor-under-14", Other = "other",
    }
}

tokens! {
    /// What was done to it, PIPL article 73.
    Processing {
        None = "none", DeIdentified = "de-identified", Anonymized = "anonymized",
        NotEstablished = "not-established", Unknown = "unknown",
    }
}

tokens! {
    /// Level by GB/T 43697-2024.
    GradingLevel { General = "general", Important = "important", Core = "core", Unknown = "unknown" }
}

/// Measures the publisher states for a release.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub struct ReleaseMetrics {
    /// k of k-anonymity.
    pub k: Option<u64>,
    /// l of l-diversity.
    pub l: Option<f64>,
    /// t of t-closeness.
    pub t: Option<f64>,
    /// The columns it was computed on.
    pub quasi_identifiers: Vec<String>,
    /// How.
    pub method: Option<String>,
}

/// What is said about personal information.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub struct Privacy {
    /// Whether there is any.
    pub personal_information: Option<PersonalInformation>,
    /// Whether there is sensitive one.
    pub sensitive_personal_information: Option<PersonalInformation>,
    /// Which kinds.
    pub sensitive_kinds: Vec<SensitiveKind>,
    /// What was done to it.
    pub processing: Option<Processing>,
    /// On what legal ground.
    pub legal_basis: Option<Text>,
    /// Level by GB/T 43697-2024.
    pub grading_level: Option<GradingLevel>,
    /// Measures stated by the publisher.
    pub release_metrics: Option<ReleaseMetrics>,
    /// In words.
    pub note: Option<Text>,
}
