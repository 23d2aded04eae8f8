//! The document as plain text, in Chinese or English: for mail, paper and the clipboard.
//! Everything in the JSON that a person reads is in it.

use crate::{Document, words::Words};

impl Document {
    /// The whole document as text, lines ended by `\n`. `lang` as in [`crate::consent_text`];
    /// the asker's own words stay in their own language.
    #[must_use]
    pub fn to_text(&self, lang: &str) -> String {
        let words = Words::of(lang);
        let mut page = Page::new(words);
        page.line(words.heading);
        page.row(words.reference, &self.id);
        page.row(words.date, &short_time(&self.created_at));
        page.row(words.to, &self.consent.recipients.join(words.between));
        self.listing_part(&mut page);
        self.requester_part(&mut page);
        self.request_part(&mut page);
        if self.consent.at.is_some() {
            page.section(words.consent_heading);
            page.line(&self.consent.text);
        }
        page.text
    }

    fn listing_part(&self, page: &mut Page) {
        let (Some(listing), words) = (&self.listing, page.words) else {
            return;
        };
        page.section(words.about);
        page.row(words.listing, &listing.title);
        page.row(words.listing_id, &listing.id);
        page.maybe(words.exchange, &listing.exchange);
        page.maybe(words.provider, &listing.provider);
        page.maybe(words.price, &listing.price);
        page.maybe(words.offer, &listing.offer);
        page.maybe(words.page, &listing.page);
        page.maybe(words.catalog, &listing.catalog);
    }

    fn requester_part(&self, page: &mut Page) {
        let (requester, words) = (&self.requester, page.words);
        page.section(words.requester);
        page.row(words.kind, words.requester_kind(requester.kind));
        page.maybe(words.organization, &requester.organization);
        page.maybe(words.uscc, &requester.uscc);
        page.maybe(words.industry, &requester.industry);
        page.maybe(words.name, &requester.name);
        page.maybe(words.role, &requester.role);
        page.maybe(words.email, &requester.email);
        page.maybe(words.tel, &requester.tel);
    }

    fn request_part(&self, page: &mut Page) {
        let (request, words) = (&self.request, page.words);
        page.section(words.request);
        page.row(words.purpose, &request.purpose);
        if let Some(case) = request.use_case {
            page.row(words.use_case, words.use_case_name(case));
        }
        if let Some(quantity) = &request.quantity {
            page.row(words.quantity, &quantity.verbatim);
        }
        if let Some(period) = &request.period {
            let day =
                |day: &Option<String>| day.clone().unwrap_or_else(|| words.period_open.to_owned());
            let days = format!("{} – {}", day(&period.start), day(&period.end));
            page.row(words.period, &days);
        }
        let modes: Vec<&str> = request
            .delivery
            .iter()
            .map(|mode| words.delivery_mode(*mode))
            .collect();
        page.row(words.delivery, &modes.join(words.between));
        if let Some(budget) = &request.budget {
            page.row(
                words.budget,
                &format!("{} {}", grouped(&budget.max), budget.currency),
            );
        }
        page.maybe(words.deadline, &request.deadline);
        if request.sample {
            page.row(words.sample, words.sample_wished);
        }
        if let Some(answer) = request.cross_border {
            page.row(words.cross_border, words.cross_border_answer(answer));
        }
        if request.no_reidentification {
            page.row(words.promise, words.promise_text);
        }
        page.maybe(words.questions, &request.questions);
    }
}

/// The text while it grows.
struct Page {
    words: &'static Words,
    text: String,
}

impl Page {
    fn new(words: &'static Words) -> Self {
        Self {
            words,
            text: String::new(),
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn section(&mut self, name: &str) {
        self.line("");
        self.line(&format!("[{name}]"));
    }

    /// One line, or name and indented lines if the value has several; nothing for no value.
    fn row(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let colon = self.words.colon;
        if !value.contains('\n') {
            self.line(&format!("{name}{colon}{value}"));
            return;
        }
        self.line(format!("{name}{colon}").trim_end());
        for line in value.lines() {
            self.line(format!("  {line}").trim_end());
        }
    }

    fn maybe(&mut self, name: &str, value: &Option<String>) {
        self.row(name, value.as_deref().unwrap_or_default());
    }
}

/// `2026-11-23T09:00:00.000Z` as `2026-11-23 09:00 UTC`; other forms as they are.
fn short_time(iso: &str) -> String {
    match (iso.get(..10), iso.get(11..16), iso.ends_with('Z')) {
        (Some(day), Some(minute), true) => format!("{day} {minute} UTC"),
        _ => iso.to_owned(),
    }
}

/// Commas between groups of three digits before the point.
fn grouped(decimal: &str) -> String {
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}
