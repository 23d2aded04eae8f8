//! A table and a mapping become a catalog: one listing for each row that says anything.

use std::collections::BTreeSet;

use catalog::{
    Assertion, AssertionBase, AssertionStatus, Catalog, Listing, Notice, Parsed, Severity, Text,
};
use serde_json::Value;
use table::Table;

use crate::assign::{Context, Draft, assign};
use crate::cells::{Cells, JsonRows};
use crate::evaluate::{Found, as_names, evaluate, levels};
use crate::identity::Identity;
use crate::mapping::{Mapping, Rule, Target};
use crate::notes::Notes;
use crate::offers::{ensure_offer, terms};
use crate::shelves::Shelves;

/// Turns every row of `table` into a listing. Notices name `row 12, column price`, rows counted
/// from 1 below the header; one bad cell never costs the listing, one bad row never the sheet.
pub fn apply(table: &Table, mapping: &Mapping) -> Parsed<Catalog> {
    run(table, mapping)
}

/// The same for foreign JSON: `mapping.rows` is the pointer of the list of rows (the document
/// itself when absent), and `from` may be a JSON Pointer into a row.
pub fn apply_json(document: &Value, mapping: &Mapping) -> Parsed<Catalog> {
    let pointer = mapping.rows.clone().unwrap_or_default();
    match document.pointer(&pointer).and_then(Value::as_array) {
        Some(rows) => run(&JsonRows { rows, pointer }, mapping),
        None => Parsed {
            value: frame(mapping),
            notices: vec![Notice::new(Severity::Error, "no-rows", &pointer, "")],
        },
    }
}

/// What is being made while the rows are walked.
struct Making<'a> {
    mapping: &'a Mapping,
    cells: &'a dyn Cells,
    notes: Notes,
    shelves: Shelves,
    identity: Identity,
    languages: BTreeSet<String>,
}

fn run(cells: &dyn Cells, mapping: &Mapping) -> Parsed<Catalog> {
    let mut catalog = frame(mapping);
    let mut making = Making {
        mapping,
        cells,
        notes: Notes::default(),
        shelves: Shelves::default(),
        identity: Identity::default(),
        languages: spoken(mapping),
    };
    making.columns();
    for row in 0..cells.len() {
        if let Some(listing) = making.listing(row) {
            catalog.listings.push(listing);
        }
    }
    if cells.is_cut() {
        making.notes.whole(
            Severity::Warning,
            "rows-not-read",
            "",
            cells.len().to_string(),
        );
    }
    catalog.categories = making.shelves.categories;
    catalog.organizations = making.shelves.organizations;
    catalog.exchanges.append(&mut making.shelves.exchanges);
    let others = making
        .languages
        .iter()
        .filter(|tag| **tag != mapping.language)
        .cloned();
    catalog.languages = std::iter::once(mapping.language.clone())
        .chain(others)
        .collect();
    Parsed {
        value: catalog,
        notices: making.notes.finish(),
    }
}

/// The languages of the mapping's own texts.
fn spoken(mapping: &Mapping) -> BTreeSet<String> {
    let mut tags = BTreeSet::new();
    tags.insert(mapping.language.clone());
    let name = mapping.exchange.as_ref().map(|exchange| &exchange.name);
    let texts = [Some(&mapping.title), mapping.description.as_ref(), name];
    for text in texts.into_iter().flatten() {
        for (tag, _) in text.iter() {
            tags.insert(tag.to_owned());
        }
    }
    tags
}

/// The catalog without its listings.
fn frame(mapping: &Mapping) -> Catalog {
    let base = AssertionBase {
        status: AssertionStatus::Quoted,
        source: mapping.source.as_ref().map(|source| source.id.clone()),
    };
    Catalog {
        format_version: "0.1".to_owned(),
        id: mapping.id.clone(),
        title: mapping.title.clone(),
        description: mapping.description.clone(),
        default_language: mapping.language.clone(),
        languages: vec![mapping.language.clone()],
        modified: mapping.modified.clone(),
        license: mapping.license.clone(),
        sources: mapping.source.iter().cloned().collect(),
        default_assertion: Some(base),
        exchanges: mapping
            .exchange
            .iter()
            .filter(|e| !e.name.is_empty())
            .cloned()
            .collect(),
        ..Catalog::default()
    }
}

impl Making<'_> {
    /// Says once which columns nothing uses, and which the mapping names in vain.
    fn columns(&mut self) {
        let mut used = BTreeSet::new();
        let mut missing = BTreeSet::new();
        let mut take = |from: &str| {
            // A pointer into the row uses the column that it begins in.
            for name in std::iter::once(from).chain(from.split('/').nth(1)) {
                used.insert(name.to_owned());
            }
        };
        for rule in self.mapping.fields.iter().flat_map(|(_, rules)| rules) {
            for from in &rule.from {
                take(from);
                if !self.cells.has(from) {
                    missing.insert(from.clone());
                }
            }
        }
        for ignored in &self.mapping.ignore {
            take(&ignored.from);
        }
        let mut unused = self.cells.columns();
        unused.retain(|name| !used.contains(name));
        if !unused.is_empty() {
            self.notes
                .whole(Severity::Info, "unused-columns", "", unused.join(", "));
        }
        if self.cells.len() > 0 {
            for from in missing {
                self.notes.whole(
                    Severity::Warning,
                    "missing-column",
                    &format!("column {from}"),
                    from,
                );
            }
        }
    }

    /// The listing of one row, or `None` if the row says nothing.
    fn listing(&mut self, row: usize) -> Option<Listing> {
        let mut draft = Draft::default();
        draft.listing.exchange = self
            .mapping
            .exchange
            .as_ref()
            .map(|exchange| exchange.id.clone());
        let mut filled: Vec<&Target> = Vec::new();
        let mapping = self.mapping;
        for (target, rules) in mapping
            .fields
            .iter()
            .filter(|(target, _)| *target != Target::Known("id"))
        {
            for rule in rules {
                if self.fill(&mut draft, target, rule, row) {
                    filled.push(target);
                }
            }
        }
        let (stated, scheme) = self.stated_id(row);
        if filled.is_empty() && stated.is_none() {
            self.notes
                .cell("blank-row", self.cells.place(row, ""), "", "");
            return None;
        }
        for (target, text) in mapping
            .defaults
            .iter()
            .filter(|(target, _)| !filled.contains(&target))
        {
            let found = Found {
                text: text.clone(),
                from: String::new(),
            };
            let place = |_: &str| format!("/defaults/{}", target.name());
            let rule = Rule::default();
            let mut context = Context {
                mapping,
                rule: &rule,
                shelves: &mut self.shelves,
                notes: &mut self.notes,
                place: &place,
            };
            assign(&mut draft, target, &[found], &mut context);
        }
        Some(self.finish(draft, stated, &scheme, row))
    }

    /// Fills one target from one rule; whether the row had anything for it.
    fn fill(&mut self, draft: &mut Draft, target: &Target, rule: &Rule, row: usize) -> bool {
        let cells = self.cells;
        if rule.path {
            let path = levels(rule, cells, row, &mut self.notes);
            let lang = rule.lang.as_deref().unwrap_or(&self.mapping.language);
            let id = self.shelves.category(&path, lang);
            let added = id.filter(|id| !draft.listing.categories.contains(id));
            draft.listing.categories.extend(added);
            return !path.is_empty();
        }
        let mut found = evaluate(rule, cells, row, &mut self.notes);
        if !target.keeps_lines() {
            found = as_names(found, cells, row, &mut self.notes);
        }
        if found.is_empty() {
            return false;
        }
        if let Some(lang) = &rule.lang {
            self.languages.insert(lang.clone());
        }
        if let Target::Translated(_, lang) = target {
            self.languages.insert(lang.clone());
        }
        let constant = found.iter().all(|found| found.from.is_empty());
        let place = |from: &str| cells.place(row, from);
        let mut context = Context {
            mapping: self.mapping,
            rule,
            shelves: &mut self.shelves,
            notes: &mut self.notes,
            place: &place,
        };
        assign(draft, target, &found, &mut context);
        if let Some(status) = rule.status {
            draft.listing.assertions.push(Assertion {
                path: target.pointer(),
                status,
                source: None,
                note: None,
            });
        }
        !constant
    }

    /// The text of the id rule and the scheme of the identifier.
    fn stated_id(&mut self, row: usize) -> (Option<String>, String) {
        let mut scheme = "source".to_owned();
        for rule in self.mapping.rules(&Target::Known("id")) {
            if let Some(found) = evaluate(rule, self.cells, row, &mut self.notes)
                .into_iter()
                .next()
            {
                if let Some(stated) = &rule.scheme {
                    scheme.clone_from(stated);
                }
                return (Some(found.text), scheme);
            }
        }
        (None, scheme)
    }

    /// Settles title, offers and id.
    fn finish(
        &mut self,
        draft: Draft,
        stated: Option<String>,
        scheme: &str,
        row: usize,
    ) -> Listing {
        let Draft {
            mut listing,
            delivery,
            eligibility,
            supplier,
        } = draft;
        if listing.title.is_empty() {
            let fallback = stated.clone().or_else(|| listing.landing_page.clone());
            let fallback = fallback.unwrap_or_else(|| "(no title)".to_owned());
            self.notes
                .cell("blank-title", self.cells.place(row, ""), "title", &fallback);
            listing.title = Text::new(&self.mapping.language, fallback);
        }
        ensure_offer(&mut listing);
        terms(&mut listing, &delivery, eligibility.as_ref());
        let repeated = self
            .identity
            .settle(&mut listing, stated.as_deref(), scheme, &supplier);
        if let Some(id) = repeated {
            self.notes.cell(
                "duplicate-id",
                self.cells.place(row, ""),
                "id",
                format!("{id} → {}", listing.id),
            );
        }
        listing
    }
}
