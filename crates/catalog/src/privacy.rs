//! What a listing says about personal information. PIPL terms; never a verdict of ours.

use crate::{Text, token::tokens};
use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ReleaseMetrics {
    /// k of k-anonymity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub k: Option<u64>,
    /// l of l-diversity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub l: Option<f64>,
    /// t of t-closeness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub t: Option<f64>,
    /// The columns it was computed on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quasi_identifiers: Vec<String>,
    /// How.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
}

/// What is said about personal information.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Privacy {
    /// Whether there is any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub personal_information: Option<PersonalInformation>,
    /// Whether there is sensitive one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sensitive_personal_information: Option<PersonalInformation>,
    /// Which kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sensitive_kinds: Vec<SensitiveKind>,
    /// What was done to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub processing: Option<Processing>,
    /// On what legal ground.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<Text>,
    /// Level by GB/T 43697-2024.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grading_level: Option<GradingLevel>,
    /// Measures stated by the publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub release_metrics: Option<ReleaseMetrics>,
    /// In words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
