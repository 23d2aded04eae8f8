//! Where in a JSON file the rows are, found by looking at its head: names are a hint,
//! an array of objects is evidence.

use super::lex::{Lexer, Trip};
use crate::csv::first_row_names;

/// Keys that most often hold the rows.
const USUAL: [&str; 16] = [
    "data", "results", "result", "records", "rows", "items", "features", "list", "values", "docs",
    "hits", "value", "entries", "dataset", "objects", "content",
];

/// Keys that hold the names of the columns beside rows that are arrays.
const NAMES: [&str; 7] = [
    "columns",
    "fields",
    "header",
    "headers",
    "column_names",
    "columnNames",
    "schema",
];

/// Keys of geometry, whose arrays are no rows (GeoJSON, TopoJSON).
const GEOMETRY: [&str; 4] = ["coordinates", "arcs", "bbox", "geometries"];

/// Arrays are looked for this many objects deep.
const MOST_STEPS: usize = 4;

/// The rows on which an unnamed array of arrays is judged.
const SAMPLE_ROWS: usize = 20;

/// Where the rows are and what form they have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The elements of the array at this path; the root if it is empty.
    Array {
        path: Vec<String>,
        features: bool,
        names: Vec<String>,
        header: bool,
    },
    /// The members of the root object, each a row.
    Members,
    /// The members of the root object, each a column.
    Columns,
    /// The file is one row; `feature` if it is a GeoJSON feature.
    Single { feature: bool },
}

/// An array met on the way.
#[derive(Clone, Debug, Default)]
struct Found {
    path: Vec<String>,
    objects: usize,
    arrays: usize,
    scalars: usize,
    bytes: usize,
    /// Its texts, or the names in its objects, while they are few: names of columns, perhaps.
    texts: Vec<String>,
    /// The first elements, where they are arrays of scalars.
    sample: Vec<Vec<String>>,
}

/// The root object by its members.
#[derive(Clone, Debug, Default)]
struct Members {
    all: usize,
    objects: usize,
    arrays: usize,
    /// Members that are objects and begin with the same key as the first of them.
    alike: usize,
    first_key: Option<String>,
    /// The text of its member `type`.
    type_name: Option<String>,
}

#[derive(Debug, Default)]
struct Outline {
    found: Vec<Found>,
    root: Members,
    /// The path of the array in which the text ends, before it does.
    cut: Option<Vec<String>>,
}

/// The shape of a file that begins with this text.
pub(crate) fn shape(head: &str, complete: bool, header: Option<bool>) -> Shape {
    let mut lexer = Lexer::new(head, complete);
    let mut outline = Outline::default();
    match lexer.peek() {
        // What breaks here breaks again when the rows are read, and is reported then.
        Some(b'[') => drop(outline.array(&mut lexer, &[])),
        Some(b'{') => drop(outline.object(&mut lexer, &mut Vec::new())),
        _ => return Shape::Single { feature: false },
    }
    outline.choose(header)
}

/// Whether the beginning of a file leaves open where its rows are: an object, of which only what
/// comes before them may have been seen. Names of columns and what is known of the file may be
/// longer than a head.
pub(crate) fn is_open(head: &str) -> bool {
    let mut lexer = Lexer::new(head, false);
    if lexer.peek() != Some(b'{') {
        return false;
    }
    let mut outline = Outline::default();
    let end = outline.object(&mut lexer, &mut Vec::new());
    if !matches!(end, Err(Trip::End)) {
        return false;
    }
    let cut = outline.cut.take();
    match outline.choose(None) {
        Shape::Array { path, .. } => {
            let names = path.last().is_some_and(|key| NAMES.contains(&key.as_str()));
            let usual = path.last().is_some_and(|key| USUAL.contains(&key.as_str()));
            names || !(usual || cut == Some(path))
        }
        Shape::Single { feature } => !feature,
        Shape::Members | Shape::Columns => false,
    }
}

impl Outline {
    fn object(&mut self, lexer: &mut Lexer<'_>, path: &mut Vec<String>) -> Result<(), Trip> {
        let mut more = lexer.open(b'{', b'}')?;
        while more {
            let key = lexer.string()?.value().into_owned();
            lexer.expect(b':')?;
            let kind = lexer.next()?;
            if path.is_empty() {
                self.root.note(&key, kind, lexer);
            }
            match kind {
                b'[' if path.len() < MOST_STEPS && !GEOMETRY.contains(&key.as_str()) => {
                    path.push(key);
                    self.array(lexer, path)?;
                    path.pop();
                }
                b'{' if path.len() + 1 < MOST_STEPS => {
                    path.push(key);
                    self.object(lexer, path)?;
                    path.pop();
                }
                _ => lexer.skip(path.len() + 1)?,
            }
            more = lexer.more(b'}')?;
        }
        Ok(())
    }

    fn array(&mut self, lexer: &mut Lexer<'_>, path: &[String]) -> Result<(), Trip> {
        let mut found = Found {
            path: path.to_vec(),
            ..Found::default()
        };
        let start = lexer.at;
        let end = found.elements(lexer);
        found.bytes = lexer.at - start;
        if matches!(end, Err(Trip::End)) {
            self.cut = Some(found.path.clone());
        }
        self.found.push(found);
        end
    }

    fn choose(mut self, header: Option<bool>) -> Shape {
        let rows = self.found.iter().position(|found| found.path.is_empty());
        let rows = rows.or_else(|| self.best());
        let usual = rows
            .and_then(|at| self.found.get(at))
            .is_some_and(Found::has_usual_name);
        let Members {
            all,
            objects,
            arrays,
            alike,
            ..
        } = self.root;
        let is = |name: &str| self.root.type_name.as_deref() == Some(name);
        let (is_collection, feature) = (is("FeatureCollection"), is("Feature"));
        if feature {
            return Shape::Single { feature };
        }
        if arrays == all && all > 0 && self.is_columns() {
            return Shape::Columns;
        }
        if !usual && all >= 2 && objects == all && alike * 2 > all {
            return Shape::Members;
        }
        let Some(found) = rows
            .filter(|at| *at < self.found.len())
            .map(|at| self.found.swap_remove(at))
        else {
            return Shape::Single { feature };
        };
        let features = is_collection && found.path.last().is_some_and(|key| key == "features");
        let names = if found.arrays > 0 {
            self.names(&found)
        } else {
            Vec::new()
        };
        let header = names.is_empty()
            && found.arrays > 0
            && found.objects == 0
            && header.unwrap_or_else(|| first_row_names(&found.sample));
        Shape::Array {
            path: found.path,
            features,
            names,
            header,
        }
    }

    /// The array that most likely holds the rows: objects or arrays in it, a usual name, size.
    fn best(&self) -> Option<usize> {
        let rows = |found: &Found| found.objects + found.arrays > found.scalars;
        let usual = |found: &Found| {
            found
                .path
                .last()
                .is_some_and(|key| USUAL.contains(&key.as_str()))
        };
        let all = self
            .found
            .iter()
            .enumerate()
            .filter(|(_, found)| rows(found));
        all.max_by_key(|(_, found)| (usual(found), found.bytes))
            .map(|(at, _)| at)
    }

    /// Whether the root is columns: nothing but arrays of scalars, as long as each other. The
    /// last one may be cut.
    fn is_columns(&self) -> bool {
        let scalars = self
            .found
            .iter()
            .all(|found| found.objects + found.arrays == 0);
        let Some((last, whole)) = self.found.split_last() else {
            return false;
        };
        let Some(long) = whole.first().map(|found| found.scalars) else {
            return scalars;
        };
        scalars && long > 0 && last.scalars <= long && whole.iter().all(|f| f.scalars == long)
    }

    fn names(&self, rows: &Found) -> Vec<String> {
        let wide = rows.sample.iter().map(Vec::len).max().unwrap_or(0);
        let named = self.found.iter().find(|found| {
            found
                .path
                .last()
                .is_some_and(|key| NAMES.contains(&key.as_str()))
                && found.texts.len() == wide
                && wide > 0
        });
        named.map(|found| found.texts.clone()).unwrap_or_default()
    }
}

impl Members {
    fn note(&mut self, key: &str, kind: u8, lexer: &Lexer<'_>) {
        self.all += 1;
        match kind {
            b'[' => self.arrays += 1,
            b'{' => {
                self.objects += 1;
                let mut inside = lexer.clone();
                let first = inside.open(b'{', b'}').ok().filter(|any| *any);
                let first = first
                    .and_then(|_| inside.string().ok())
                    .map(|key| key.value().into_owned());
                let known = self
                    .first_key
                    .get_or_insert_with(|| first.clone().unwrap_or_default());
                self.alike += usize::from(first.as_deref() == Some(known.as_str()));
            }
            b'"' if key == "type" => {
                self.type_name = lexer
                    .clone()
                    .string()
                    .ok()
                    .map(|text| text.value().into_owned());
            }
            _ => {}
        }
    }
}

impl Found {
    fn has_usual_name(&self) -> bool {
        self.path
            .last()
            .is_none_or(|key| USUAL.contains(&key.as_str()))
    }

    fn elements(&mut self, lexer: &mut Lexer<'_>) -> Result<(), Trip> {
        let mut more = lexer.open(b'[', b']')?;
        while more {
            let depth = self.path.len() + 1;
            match lexer.next()? {
                b'{' => {
                    if let Some(name) = name_in(lexer) {
                        self.texts.push(name);
                    }
                    self.objects += 1;
                    lexer.skip(depth)?;
                }
                b'[' => {
                    self.arrays += 1;
                    if self.sample.len() < SAMPLE_ROWS
                        && let Some(row) = scalars_in(lexer)
                    {
                        self.sample.push(row);
                    }
                    lexer.skip(depth)?;
                }
                b'"' => {
                    self.scalars += 1;
                    let text = lexer.string()?.value().into_owned();
                    if self.texts.len() < 4_096 {
                        self.texts.push(text);
                    }
                }
                _ => {
                    self.scalars += 1;
                    lexer.skip(depth)?;
                }
            }
            more = lexer.more(b']')?;
        }
        Ok(())
    }
}

/// The `name`, `id` or `field` of the object that is next, as descriptions of columns have it.
fn name_in(lexer: &Lexer<'_>) -> Option<String> {
    let mut inside = lexer.clone();
    let mut more = inside.open(b'{', b'}').ok()?;
    let mut best: Option<(usize, String)> = None;
    while more {
        let key = inside.string().ok()?.value().into_owned();
        inside.expect(b':').ok()?;
        let rank = ["name", "field", "id"]
            .iter()
            .position(|usual| *usual == key);
        match (rank, inside.next().ok()?) {
            (Some(rank), b'"') if best.as_ref().is_none_or(|(known, _)| rank < *known) => {
                best = Some((rank, inside.string().ok()?.value().into_owned()));
            }
            _ => inside.skip(1).ok()?,
        }
        more = inside.more(b'}').ok()?;
    }
    best.map(|(_, name)| name)
}

/// The texts of the array that is next; nested values count as empty.
fn scalars_in(lexer: &Lexer<'_>) -> Option<Vec<String>> {
    let mut inside = lexer.clone();
    let mut row = Vec::new();
    let mut more = inside.open(b'[', b']').ok()?;
    while more {
        match inside.next().ok()? {
            b'"' => row.push(inside.string().ok()?.value().into_owned()),
            b'{' | b'[' => {
                inside.skip(1).ok()?;
                row.push(String::new());
            }
            _ => {
                let word = inside.scalar().ok()?;
                row.push(if word == "null" {
                    String::new()
                } else {
                    word.to_owned()
                });
            }
        }
        more = inside.more(b']').ok()?;
    }
    Some(row)
}
