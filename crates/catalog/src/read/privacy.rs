//! What a listing says about personal information.

use crate::{
    GradingLevel, PersonalInformation, Privacy, Processing, ReleaseMetrics, SensitiveKind,
    read::{
        at::At,
        json::Value,
        object::Object,
        reader::Reader,
        texts::running,
        values::{count, number},
    },
};

/// The statement on personal information.
pub(crate) fn privacy(reader: &mut Reader, value: Value, at: &At) -> Option<Privacy> {
    let mut object = Object::open(reader, value, *at)?;
    let privacy = Privacy {
        personal_information: object.token_or(
            reader,
            "personalInformation",
            PersonalInformation::parse,
            PersonalInformation::Unknown,
        ),
        sensitive_personal_information: object.token_or(
            reader,
            "sensitivePersonalInformation",
            // The schema has no `none-stated` here.
            |token| {
                PersonalInformation::parse(token).filter(|v| *v != PersonalInformation::NoneStated)
            },
            PersonalInformation::Unknown,
        ),
        sensitive_kinds: object.tokens(reader, "sensitiveKinds", SensitiveKind::parse),
        processing: object.token_or(reader, "processing", Processing::parse, Processing::Unknown),
        legal_basis: object.read(reader, "legalBasis", running),
        grading_level: object.token_or(
            reader,
            "gradingLevel",
            GradingLevel::parse,
            GradingLevel::Unknown,
        ),
        release_metrics: object.read(reader, "releaseMetrics", release_metrics),
        note: object.read(reader, "note", running),
    };
    object.close(reader);
    (privacy != Privacy::default()).then_some(privacy)
}

fn release_metrics(reader: &mut Reader, value: Value, at: &At) -> Option<ReleaseMetrics> {
    let mut object = Object::open(reader, value, *at)?;
    let metrics = ReleaseMetrics {
        k: object.read(reader, "k", |reader, value, at| {
            let k = count(reader, value, at)?;
            if k == 0 {
                reader.error("not-a-count", at, "0");
            }
            (k > 0).then_some(k)
        }),
        l: object.read(reader, "l", number),
        t: object.read(reader, "t", number),
        quasi_identifiers: object.strings(reader, "quasiIdentifiers"),
        method: object.string(reader, "method"),
    };
    object.close(reader);
    (metrics != ReleaseMetrics::default()).then_some(metrics)
}
