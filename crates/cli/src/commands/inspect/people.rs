//! What a file says about people: looked for while its rows go by, whether they are printed or
//! not, and said as JSON.

use std::cell::RefCell;
use std::rc::Rc;

use privacy::{Finding, Measure, Reason, Risk, Role, Scanner, Suggestion, TooMuch, suggest};
use readers::{Observer, Opened};
use serde_json::{Map, Value, json};
use table::{Cells, Column, Rows as _};

/// Looks at a file's rows; the reader has the other half of it.
pub(super) struct Look {
    seen: Rc<RefCell<Seen>>,
    quasi: Vec<String>,
    sensitive: Vec<String>,
}

/// What was seen so far.
struct Seen {
    scanner: Scanner,
    measure: Option<Measure>,
    quasi: Wanted,
    sensitive: Wanted,
}

impl Seen {
    fn new(quasi: &[String], sensitive: &[String]) -> Self {
        let measure = (!quasi.is_empty()).then(|| Measure::new(quasi.len(), sensitive.len()));
        Self {
            scanner: Scanner::default(),
            measure,
            quasi: Wanted::new(quasi),
            sensitive: Wanted::new(sensitive),
        }
    }
}

/// Columns by name, as far as the file has shown them.
struct Wanted(Vec<(String, Option<usize>)>);

/// What came of it.
pub(super) struct People {
    pub(super) findings: Vec<Finding>,
    /// Nothing where no quasi-identifiers were named.
    pub(super) risk: Option<Result<Risk, TooMuch>>,
    pub(super) quasi: Vec<String>,
    pub(super) sensitive: Vec<String>,
    suggestions: Vec<Suggestion>,
}

/// A column that the file does not have.
#[derive(Debug)]
pub(super) struct UnknownColumn {
    name: String,
    columns: Vec<String>,
}

impl UnknownColumn {
    pub(super) const fn code(&self) -> &'static str {
        "unknown-column"
    }
}

impl std::fmt::Display for UnknownColumn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { name, columns } = self;
        write!(
            f,
            "no column is named {name}; there are: {}",
            columns.join(", ")
        )
    }
}

impl Look {
    pub(super) fn new(quasi: &[String], sensitive: &[String]) -> Self {
        Self {
            seen: Rc::new(RefCell::new(Seen::new(quasi, sensitive))),
            quasi: quasi.to_vec(),
            sensitive: sensitive.to_vec(),
        }
    }

    /// Forgets the rows that were seen: they come anew.
    pub(super) fn begin_again(&self) {
        *self.seen.borrow_mut() = Seen::new(&self.quasi, &self.sensitive);
    }

    /// The half that sees the rows.
    pub(super) fn observer(&self) -> Box<dyn Observer> {
        Box::new(Half(Rc::clone(&self.seen)))
    }

    /// What the rows came to, once the file is read.
    pub(super) fn finish(self, opened: &Opened) -> Result<People, UnknownColumn> {
        let columns = opened.table.columns();
        for name in self.quasi.iter().chain(&self.sensitive) {
            if opened.table.position(name).is_none() {
                return Err(UnknownColumn {
                    name: name.clone(),
                    columns: columns.iter().map(|column| column.name.clone()).collect(),
                });
            }
        }
        let mut seen = self.seen.borrow_mut();
        Ok(People {
            findings: seen.scanner.findings(),
            risk: seen.measure.take().map(Measure::finish),
            quasi: self.quasi,
            sensitive: self.sensitive,
            suggestions: suggest(columns, &opened.profile),
        })
    }
}

struct Half(Rc<RefCell<Seen>>);

impl Observer for Half {
    fn row(&mut self, row: &dyn Cells, columns: &[Column]) {
        self.0.borrow_mut().row(row, columns);
    }
}

impl Seen {
    fn row(&mut self, row: &dyn Cells, columns: &[Column]) {
        let known = self.scanner.width();
        for column in columns.iter().skip(known) {
            let name = if column.invented { "" } else { &column.name };
            self.scanner.add_column(name);
        }
        if columns.len() > known {
            self.quasi.find(columns);
            self.sensitive.find(columns);
        }
        for at in 0..columns.len() {
            self.scanner
                .push(at, row.cell(at).text().unwrap_or_default());
        }
        if let Some(measure) = &mut self.measure {
            measure.push(self.quasi.cells(row), self.sensitive.cells(row));
        }
    }
}

impl Wanted {
    fn new(names: &[String]) -> Self {
        Self(names.iter().map(|name| (name.clone(), None)).collect())
    }

    fn find(&mut self, columns: &[Column]) {
        for (name, place) in &mut self.0 {
            *place = columns.iter().position(|column| column.name == *name);
        }
    }

    fn cells<'a>(&self, row: &'a dyn Cells) -> impl Iterator<Item = &'a str> {
        let cell = move |at: usize| row.cell(at).text();
        let cells = self.0.iter().map(move |(_, place)| place.and_then(cell));
        cells.map(Option::unwrap_or_default)
    }
}

impl People {
    /// The members of the answer.
    pub(super) fn as_json(&self, columns: &[Column]) -> Map<String, Value> {
        let mut members = Map::new();
        let personal = self.findings.iter().map(|finding| {
            json!({
                "column": name(columns, finding.column),
                "kind": finding.kind.name(),
                "count": finding.count,
                "share": finding.share,
                "examples": finding.examples,
            })
        });
        members.insert("personal".to_owned(), personal.collect());
        match &self.risk {
            Some(Ok(risk)) => {
                members.insert("risk".to_owned(), self.risk_json(risk));
            }
            Some(Err(refused)) => {
                members.insert("risk".to_owned(), Value::Null);
                members.insert("risk_refused".to_owned(), refused_json(*refused));
            }
            None => {}
        }
        let suggested = self.suggestions.iter().map(|suggestion| {
            json!({
                "column": name(columns, suggestion.column),
                "role": match suggestion.role {
                    Role::Quasi => "quasi",
                    Role::Sensitive => "sensitive",
                },
                "by": match suggestion.reason {
                    Reason::Name => "name",
                    Reason::Values => "values",
                },
            })
        });
        members.insert("suggested".to_owned(), suggested.collect());
        members
    }

    fn risk_json(&self, risk: &Risk) -> Value {
        let sensitive = self.sensitive.iter().zip(&risk.sensitive);
        let sensitive: Vec<Value> = sensitive
            .map(|(column, found)| {
                json!({
                    "column": column,
                    "l": found.l,
                    "t": found.t,
                    "alpha": found.alpha,
                    "ordered": found.ordered,
                })
            })
            .collect();
        json!({
            "rows": risk.rows,
            "classes": risk.classes,
            "k": risk.k,
            "unique": risk.unique,
            "average": risk.average(),
            "l": risk.l(),
            "t": risk.t(),
            "unique_share": risk.unique_share(),
            "class_size": risk.class_size(),
            "below_five": risk.below_five,
            "blank": risk.blank,
            "blank_rule": "a blank quasi-identifier is a value of its own; a blank sensitive cell counts for nothing",
            "quasi": self.quasi,
            "sensitive": sensitive,
        })
    }
}

fn refused_json(refused: TooMuch) -> Value {
    match refused {
        TooMuch::Memory { rows, bytes } => {
            json!({ "code": "memory", "rows": rows, "bytes": bytes })
        }
        TooMuch::Collisions { rows } => json!({ "code": "collisions", "rows": rows }),
    }
}

/// The name of a column.
pub(super) fn name(columns: &[Column], at: usize) -> &str {
    columns.get(at).map_or("", |column| column.name.as_str())
}
