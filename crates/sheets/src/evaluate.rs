//! One rule in one row: columns, joining, pattern, cutting, value map, template.

use catalog::parse::plain_text;

use crate::cells::Cells;
use crate::mapping::{Parser, Rule};
use crate::markdown::without_markdown;
use crate::notes::Notes;

/// Longest text kept of one cell, in characters, as the catalog's own reader keeps.
const LONGEST: usize = 20_000;

/// Longest name kept, in characters, as the catalog's own reader keeps.
const LONGEST_NAME: usize = 1_000;

/// Most texts of one cell.
const MOST_PARTS: usize = 200;

/// A text that a rule found, and the column it is from (empty for a constant).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) text: String,
    pub(crate) from: String,
}

/// The texts that `rule` finds in `row`; none when its columns are blank.
pub(crate) fn evaluate(
    rule: &Rule,
    cells: &dyn Cells,
    row: usize,
    notes: &mut Notes,
) -> Vec<Found> {
    let mut found = match &rule.value {
        Some(value) if rule.from.is_empty() => {
            vec![Found {
                text: value.clone(),
                from: String::new(),
            }]
        }
        _ => columns(rule, cells, row, notes),
    };
    if found.is_empty()
        && let Some(value) = &rule.value
    {
        found.push(Found {
            text: value.clone(),
            from: String::new(),
        });
    }
    if let Some(pattern) = &rule.pattern {
        found = found
            .into_iter()
            .filter_map(|found| match pattern.find(&found.text) {
                Some(part) => Some(Found {
                    text: part.to_owned(),
                    from: found.from,
                }),
                None => {
                    let place = cells.place(row, &found.from);
                    notes.cell("pattern-does-not-fit", place, &found.from, &found.text);
                    None
                }
            })
            .collect();
    }
    let mut parts: Vec<Found> = Vec::new();
    for found in found {
        for text in cut(&found.text, &rule.split) {
            if let Some(text) = rule.mapped(text.trim()).filter(|text| !text.is_empty()) {
                let text = rule
                    .template
                    .as_ref()
                    .map_or(text.clone(), |t| t.replace("{}", &text));
                parts.push(Found {
                    text,
                    from: found.from.clone(),
                });
            }
        }
    }
    parts.truncate(MOST_PARTS);
    parts
}

/// The texts as names: one line each, and of a bounded length.
pub(crate) fn as_names(
    found: Vec<Found>,
    cells: &dyn Cells,
    row: usize,
    notes: &mut Notes,
) -> Vec<Found> {
    let lines = found.into_iter().map(|found| {
        let mut text = found.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((end, _)) = text.char_indices().nth(LONGEST_NAME) {
            let place = cells.place(row, &found.from);
            notes.cell("text-clamped", place, &found.from, text.len().to_string());
            text.truncate(end);
        }
        Found {
            text,
            from: found.from,
        }
    });
    lines.collect()
}

/// The levels of a category path, the top first; ends at the first blank one.
pub(crate) fn levels(rule: &Rule, cells: &dyn Cells, row: usize, notes: &mut Notes) -> Vec<String> {
    rule.from
        .iter()
        .map_while(|from| {
            let found = texts(rule, cells, row, from, notes);
            as_names(found, cells, row, notes).into_iter().next()
        })
        .filter_map(|found| rule.mapped(&found.text))
        .collect()
}

fn columns(rule: &Rule, cells: &dyn Cells, row: usize, notes: &mut Notes) -> Vec<Found> {
    let Some(join) = &rule.join else {
        let mut filled = rule
            .from
            .iter()
            .map(|from| texts(rule, cells, row, from, notes));
        return filled.find(|texts| !texts.is_empty()).unwrap_or_default();
    };
    let mut parts: Vec<Found> = Vec::new();
    for from in &rule.from {
        for found in texts(rule, cells, row, from, notes) {
            // Exports often repeat the summary at the head of the details.
            if !parts.iter().any(|part| part.text.contains(&found.text)) {
                parts.retain(|part| !found.text.contains(&part.text));
                parts.push(found);
            }
        }
    }
    let from = parts
        .first()
        .map(|part| part.from.clone())
        .unwrap_or_default();
    let joined: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    let text = joined.join(join);
    if text.is_empty() {
        Vec::new()
    } else {
        vec![Found { text, from }]
    }
}

/// The clean texts of one cell.
fn texts(rule: &Rule, cells: &dyn Cells, row: usize, from: &str, notes: &mut Notes) -> Vec<Found> {
    let mut found = Vec::new();
    for raw in cells.texts(row, from) {
        let plain = plain_text(&raw);
        let place = || cells.place(row, from);
        if plain.html {
            notes.cell("markup-removed", place(), from, raw.as_ref());
        }
        if plain.controls {
            notes.cell("controls-removed", place(), from, &plain.text);
        }
        let mut text = plain.text;
        if rule.parse == Parser::Markdown {
            text = without_markdown(&text);
        }
        if let Some((end, _)) = text.char_indices().nth(LONGEST) {
            notes.cell("text-clamped", place(), from, text.len().to_string());
            text.truncate(end);
        }
        if !text.is_empty() {
            found.push(Found {
                text,
                from: from.to_owned(),
            });
        }
    }
    found
}

/// The text cut at each separator; whole when there is none.
fn cut<'a>(text: &'a str, separators: &[String]) -> Vec<&'a str> {
    let mut parts = vec![text];
    for separator in separators.iter().filter(|separator| !separator.is_empty()) {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(separator.as_str()))
            .collect();
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}
