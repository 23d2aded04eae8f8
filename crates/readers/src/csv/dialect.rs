//! How a file separates its cells and where its table begins, told from its head.

use table::Kind;

use super::header::{Opening, opening};
use super::scan::Scanner;
use super::separators::Separators;
use crate::Format;
use crate::options::{Limits, Options};
use crate::record::Row;

/// The delimiters that are tried, the more usual first.
const CANDIDATES: [char; 7] = [',', ';', '\t', '|', '，', '^', ':'];

/// The rows that a delimiter is judged on.
const SAMPLE_ROWS: usize = 100;

/// A delimiter must explain this much of the sample, else the file has one column.
const LEAST_SCORE: f64 = 0.3;

/// Stands for "no delimiter": the scanner never sees a NUL, because they are taken out before.
const NONE: char = '\0';

/// How the cells and rows of a file are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The character between cells; `None` for a file of one column.
    pub delimiter: Option<char>,
    /// Whether a backslash makes a character of the quotation mark or delimiter after it.
    pub backslash: bool,
    /// Whether blanks may stand before an opening quotation mark.
    pub spaced: bool,
    /// Whether the first line is `sep=…`, which spreadsheet programs write.
    pub sep_line: bool,
    /// Rows above the header: a title, a note, a unit.
    pub title_rows: usize,
    /// Whether a row with the names of the columns follows.
    pub header: bool,
    /// How many cells most of the first rows have.
    pub(crate) usual_width: usize,
}

impl Dialect {
    /// Tells the dialect from the beginning of the text. What the options state is not asked.
    pub(crate) fn sniff(head: &str, options: &Options, said: Option<Format>) -> Self {
        let sep_line = sep_line(head);
        let body = head
            .get(sep_line.map_or(0, |(_, long)| long)..)
            .unwrap_or_default();
        let stated = options
            .delimiter
            .or(sep_line.map(|(delimiter, _)| delimiter));
        let (separators, _) = match &stated {
            Some(delimiter) => best(body, std::slice::from_ref(delimiter), said),
            None => best(body, &CANDIDATES, said),
        };
        let Separators {
            delimiter,
            backslash,
            spaced,
        } = separators;
        let delimiter = Some(delimiter).filter(|delimiter| *delimiter != NONE);
        let (rows, _) = sample(body, separators);
        let Opening { title_rows, header } = opening(&rows, options.header);
        Self {
            delimiter,
            backslash,
            spaced,
            sep_line: sep_line.is_some(),
            title_rows,
            header,
            usual_width: usual_width(&rows),
        }
    }

    pub(crate) fn separators(&self) -> Separators {
        let Self {
            delimiter,
            backslash,
            spaced,
            ..
        } = *self;
        Separators {
            delimiter: delimiter.unwrap_or(NONE),
            backslash,
            spaced,
        }
    }
}

/// The delimiter that a first line `sep=;` states, and the length of that line.
pub(crate) fn sep_line(head: &str) -> Option<(char, usize)> {
    let line = head.get(..head.find(['\n', '\r'])?)?;
    let stated = line
        .trim_matches('"')
        .strip_prefix("sep=")
        .or_else(|| line.strip_prefix("SEP="))?;
    let mut chars = stated.chars();
    let (delimiter, nothing) = (chars.next()?, chars.next());
    if nothing.is_some() {
        return None;
    }
    let rest = head.get(line.len()..)?;
    let end = if rest.starts_with("\r\n") { 2 } else { 1 };
    Some((delimiter, line.len() + end))
}

/// Whether the text has at least two columns by some delimiter.
pub(crate) fn could_be_table(head: &str) -> bool {
    sep_line(head).is_some() || best(head, &CANDIDATES, None).1 >= 0.6
}

/// The separators that explain the sample best, and how well (0 to 1).
fn best(body: &str, candidates: &[char], said: Option<Format>) -> (Separators, f64) {
    let first = candidates.first().copied().unwrap_or(',');
    let none = Separators {
        delimiter: first,
        backslash: false,
        spaced: false,
    };
    let mut best = (none, 0.0);
    for &delimiter in candidates
        .iter()
        .filter(|delimiter| body.contains(**delimiter))
    {
        for separators in variants(body, delimiter) {
            let (rows, strays) = sample(body, separators);
            let mut score = score(&rows, delimiter);
            // Marks out of place in most rows are marks that this way does not understand.
            score *= 1.0 - 0.2 * (strays as f64 / rows.len().max(1) as f64).min(1.0);
            match (delimiter, said) {
                ('\t', Some(Format::Tsv)) | (',', Some(Format::Csv)) => score *= 1.2,
                (':', _) if is_within_values(&rows) => score = 0.0,
                // Both stand in ordinary text.
                ('^' | ':', _) => score *= 0.5,
                _ => {}
            }
            // The plainer way comes first and must be beaten clearly.
            if score > best.1 * 1.001 {
                best = (separators, score);
            }
        }
    }
    if best.1 >= LEAST_SCORE || candidates.len() == 1 {
        return best;
    }
    // Rows of all widths are still better parted at the usual delimiter than not at all, if
    // the first row already has it; else its commas are those of prose.
    let parted = sample(body, none)
        .0
        .first()
        .is_some_and(|row| row.len() > 1);
    (
        if parted {
            none
        } else {
            Separators {
                delimiter: NONE,
                ..none
            }
        },
        best.1,
    )
}

/// Strict reading first, then the looser ones that the text gives a reason to try.
fn variants(body: &str, delimiter: char) -> Vec<Separators> {
    let strict = Separators {
        delimiter,
        backslash: false,
        spaced: false,
    };
    let mut all = vec![strict];
    let escaped = |c: char| body.contains(&format!("\\{c}"));
    if escaped('"') || escaped(delimiter) {
        all.push(Separators {
            backslash: true,
            ..strict
        });
    }
    if body.contains(&format!("{delimiter} \"")) {
        all.push(Separators {
            spaced: true,
            ..strict
        });
        if all.len() > 2 {
            all.push(Separators {
                backslash: true,
                spaced: true,
                ..strict
            });
        }
    }
    all
}

/// The first rows of the text, blank lines left out. The last row counts only when it is the
/// only one, because the head may end inside it. With them the number of marks out of place.
pub(crate) fn sample(body: &str, separators: Separators) -> (Vec<Vec<String>>, u64) {
    let limits = Limits {
        rows: SAMPLE_ROWS,
        columns: 4_096,
        cell_bytes: 4_096,
    };
    let mut scanner = Scanner::new(separators, limits, 0);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let texts = |row: &Row<'_>| {
        row.cells()
            .map(|cell| cell.text().unwrap_or_default().into())
            .collect()
    };
    let mut rest = body;
    while !rest.is_empty() && rows.len() < SAMPLE_ROWS {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(8 * 1024));
        rest = after;
        scanner.push(piece, &mut |record, blank| {
            if !blank {
                rows.push(texts(record));
            }
        });
    }
    let last = rest.is_empty();
    if last {
        let any = !rows.is_empty();
        // A file that ends without a line end is as common as a cut one; its last row then
        // says as much about the delimiter as the others, unless it is shorter.
        let width = rows.last().map_or(0, Vec::len);
        scanner.finish(true, &mut |record, blank| {
            if !blank && (!any || record.len() >= width) {
                rows.push(texts(record));
            }
        });
    }
    (rows, scanner.unusual.stray_quotes)
}

/// The width that most rows have; of equally frequent ones the one that comes first.
pub(crate) fn usual_width(rows: &[Vec<String>]) -> usize {
    let mut counted: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match counted.iter_mut().find(|(width, _)| *width == row.len()) {
            Some((_, count)) => *count += 1,
            None => counted.push((row.len(), 1)),
        }
    }
    let most = counted.iter().map(|(_, count)| *count).max().unwrap_or(0);
    counted
        .iter()
        .find(|(_, count)| *count == most)
        .map_or(0, |(width, _)| *width)
}

/// Whether colons are those of times of day, addresses of pages and devices: a fourth of the places
/// where they part cells. In `root:x:0:0:root:/root:/bin/sh` some look like it, too.
fn is_within_values(rows: &[Vec<String>]) -> bool {
    let (mut within, mut all) = (0_usize, 0_usize);
    for pair in rows.iter().flat_map(|row| row.windows(2)) {
        let [before, after] = pair else { continue };
        all += 1;
        within += usize::from(is_one_value(before, after));
    }
    all > 0 && within * 4 >= all
}

/// Whether a colon between these belongs to one value: `9:30`, `https://`, `0a:1b`.
fn is_one_value(before: &str, after: &str) -> bool {
    let is_part = |c: &char| c.is_ascii_alphanumeric();
    let left: Vec<char> = before.chars().rev().take_while(is_part).take(6).collect();
    let right: Vec<char> = after.chars().take_while(is_part).take(3).collect();
    let all = |part: &[char], test: fn(&char) -> bool| part.iter().all(test);
    let is_time = matches!(left.len(), 1 | 2)
        && matches!(right.as_slice(), ['0'..='5', '0'..='9'])
        && all(&left, char::is_ascii_digit);
    let is_page =
        after.starts_with("//") && left.len() > 2 && all(&left, char::is_ascii_alphabetic);
    let is_device = left.len() == 2
        && right.len() == 2
        && all(&left, char::is_ascii_hexdigit)
        && all(&right, char::is_ascii_hexdigit);
    is_time || is_page || is_device
}

/// How well a delimiter explains the sample: rows of equal width, cells that are whole.
fn score(rows: &[Vec<String>], delimiter: char) -> f64 {
    let wide: Vec<&Vec<String>> = rows.iter().filter(|row| row.len() > 1).collect();
    if wide.is_empty() {
        return 0.0;
    }
    let owned: Vec<Vec<String>> = wide.iter().map(|row| (*row).clone()).collect();
    let width = usual_width(&owned);
    let alike = wide.iter().filter(|row| row.len() == width).count() as f64 / rows.len() as f64;
    let cells = wide
        .iter()
        .filter(|row| row.len() == width)
        .flat_map(|row| row.iter())
        .take(2_000);
    let (mut clean, mut all) = (0usize, 0usize);
    for cell in cells {
        all += 1;
        clean += usize::from(is_whole(cell.trim(), delimiter));
    }
    let clean = clean as f64 / all.max(1) as f64;
    // Two columns may be chance where ten are not.
    let size = 1.0 - 0.5 / width as f64;
    alike * clean * size
}

/// Whether a cell looks like one cell and not like several that another delimiter parts, or
/// like one whose quotation marks were not understood.
fn is_whole(cell: &str, delimiter: char) -> bool {
    let marks = cell.matches('"').count();
    let quoted = marks % 2 == 1 || (cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"'));
    let parted = cell.contains(if delimiter == ',' {
        &[';', '\t', '|'][..]
    } else {
        &['\t']
    });
    !(quoted || parted) || Kind::of([cell]) != Kind::Text
}
