//! Who may buy, who owns it, and what is said about personal information. Only what the
//! source says; never "anonymous".

use crate::{
    components::{Fact, FactList, Said},
    i18n::{ListingWords, Named as _},
    state::lang,
    view::view,
};
use catalog::{
    AccessRights, BuyerType, Eligibility, GradingLevel, PersonalInformation, Privacy, Processing,
    SensitiveKind, Tri,
};
use leptos::prelude::*;
use search::ListingPage;
use std::sync::Arc;

/// Who may buy, and whether to register.
#[component]
pub(super) fn CanBuy(page: Arc<ListingPage>) -> AnyView {
    let words = ListingWords::of(lang());
    let offer = page.listing.offers.first();
    let rules = offer
        .and_then(|offer| offer.eligibility.clone())
        .unwrap_or_default();
    let access = page
        .listing
        .access_rights
        .filter(|access| *access != AccessRights::Unknown);
    let note = rules
        .note
        .clone()
        .map(|note| view! { <p><Said text=note/></p> });
    let facts = vec![
        Fact::text(
            words.buyers,
            buyers(&rules),
            "/offers/0/eligibility/buyerTypes",
        ),
        Fact::text(
            words.register,
            tri(rules.registration_required),
            "/offers/0/eligibility",
        ),
        Fact::text(
            words.verify,
            tri(rules.verification_required),
            "/offers/0/eligibility",
        ),
        Fact::text(
            words.access,
            access.map(|access| access.name(lang()).to_owned()),
            "/accessRights",
        ),
    ];
    view! {
        <section>
            <h2>{words.can_buy}</h2>
            {note}
            <FactList facts=facts assertions=page.assertions.clone()/>
        </section>
    }
}

fn buyers(rules: &Eligibility) -> Option<String> {
    let words = ListingWords::of(lang());
    let names: Vec<&str> = rules
        .buyer_types
        .iter()
        .map(|kind| match kind {
            BuyerType::Individual => words.buyer_individual,
            BuyerType::Organization => words.buyer_organization,
        })
        .collect();
    (!names.is_empty()).then(|| names.join(lang().pick("、", ", ")))
}

fn tri(value: Option<Tri>) -> Option<String> {
    let words = ListingWords::of(lang());
    let said = match value? {
        Tri::Yes => words.register_yes,
        Tri::No => words.register_no,
        Tri::Some => words.register_some,
        Tri::Unknown => return None,
    };
    Some(said.to_owned())
}

/// Rights and personal information.
#[component]
pub(super) fn Rights(page: Arc<ListingPage>) -> AnyView {
    let words = ListingWords::of(lang());
    let privacy = page.listing.privacy.clone().unwrap_or_default();
    let holder = page
        .rights_holder
        .as_ref()
        .map(|holder| view! { <Said text=holder.name.clone()/> });
    let provider = page
        .provider
        .as_ref()
        .map(|provider| view! { <Said text=provider.name.clone()/> });
    let inherent = privacy.sensitive_kinds.contains(&SensitiveKind::Biometric);
    let mut facts = vec![
        Fact::new(words.provider, provider, "/provider"),
        Fact::new(words.holder, holder, "/rightsHolder"),
    ];
    facts.extend(privacy_facts(&privacy));
    view! {
        <section>
            <h2>{words.rights}</h2>
            {privacy.note.clone().map(|note| view! { <p><Said text=note/></p> })}
            <FactList facts=facts assertions=page.assertions.clone()/>
            {inherent.then(|| view! { <p class="small quiet">{words.never_anonymous}</p> })}
            {page.rights_holder.is_none().then(|| view! { <p class="small quiet">{words.no_rights}</p> })}
        </section>
    }
}

fn privacy_facts(privacy: &Privacy) -> Vec<Fact> {
    let words = ListingWords::of(lang());
    let lang = lang();
    let known = |value: Option<PersonalInformation>| {
        value
            .filter(|v| *v != PersonalInformation::Unknown)
            .map(|v| v.name(lang).to_owned())
    };
    let kinds: Vec<&str> = privacy
        .sensitive_kinds
        .iter()
        .map(|kind| kind.name(lang))
        .collect();
    let sensitive = known(privacy.sensitive_personal_information).map(|said| {
        if kinds.is_empty() {
            said
        } else {
            format!("{said} · {}", kinds.join(lang.pick("、", ", ")))
        }
    });
    let processing = privacy.processing.filter(|p| *p != Processing::Unknown);
    let grading = privacy
        .grading_level
        .filter(|level| *level != GradingLevel::Unknown);
    let basis = privacy.legal_basis.clone();
    let mut facts = vec![
        Fact::text(
            words.personal,
            known(privacy.personal_information),
            "/privacy/personalInformation",
        ),
        Fact::text(
            words.sensitive,
            sensitive,
            "/privacy/sensitivePersonalInformation",
        ),
        Fact::text(
            words.processing,
            processing.map(|p| p.name(lang).to_owned()),
            "/privacy/processing",
        ),
        Fact::text(
            words.grading,
            grading.map(|l| l.name(lang).to_owned()),
            "/privacy/gradingLevel",
        ),
    ];
    if let Some(basis) = basis {
        let basis = view! { <Said text=basis/> };
        facts.push(Fact::new(
            words.legal_basis,
            Some(basis),
            "/privacy/legalBasis",
        ));
    }
    facts
}
