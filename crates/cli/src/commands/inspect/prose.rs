//! A text that is no table: said as the page shows it, its beginning and no columns.

use serde_json::{Value, json};
use session::Wrappings;
use table::Column;
use wire::preview::{Leads, Opened as Shown};

use super::people::People;
use super::{people_text, visible, wrapped};
use crate::args::InspectArgs;
use crate::output::{json as answer, line};

/// Says it. People are looked for in its lines, all of which are called the text.
pub(super) fn say(
    args: &InspectArgs,
    shown: &Shown,
    people: &People,
    wrappings: &Wrappings,
) -> anyhow::Result<()> {
    let text = match &shown.leads {
        Some(Leads::Text { text }) => text.as_str(),
        _ => "",
    };
    let widest = people.findings.iter().map(|found| found.column + 1).max();
    let columns = vec![Column::invented("text"); widest.unwrap_or(0)];
    if args.json {
        let mut whole = json!({
            "format": shown.format,
            "encoding": shown.encoding,
            "rows": 0,
            "rows_exact": true,
            "columns": [],
            "first_rows": [],
            "text": text,
            "notices": shown.notices,
        });
        if let Value::Object(members) = &mut whole {
            members.extend(people.as_json(&columns));
            // What looks like a column to be measured is none.
            members.insert("suggested".to_owned(), json!([]));
            wrapped::put(wrappings, members);
        }
        return answer(&whole);
    }
    let mut said = format!(
        "{}{}, {}, no table\n\n",
        shown.format,
        wrapped::said(wrappings),
        shown.encoding
    );
    for sentence in people_text::sentences(people, &columns, &args.lang) {
        said.push_str(&format!("  {}\n", visible(&sentence)));
    }
    for written in text.lines().take(args.rows) {
        said.push_str(&format!("  {}\n", visible(written)));
    }
    line(said.trim_end())
}
