//! The workbooks of calamine's bug reports and real ones, cell by cell beside calamine, which is
//! well kept and too heavy to ship. Third-party data: not committed; without it nothing runs.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

use readers::UnicodeOnly;
use spreadsheets::{Limits, Workbook};
use std::path::PathBuf;

fn files() -> Vec<PathBuf> {
    let Ok(data) = std::env::var("JISHI_TEST_DATA") else {
        eprintln!("not run: JISHI_TEST_DATA is not set");
        return Vec::new();
    };
    let mut files = Vec::new();
    for folder in ["calamine", "spreadsheet-real"] {
        let folder = PathBuf::from(&data).join("preview").join(folder);
        let entries = std::fs::read_dir(folder).unwrap();
        files.extend(entries.map(|entry| entry.unwrap().path()));
    }
    files.sort();
    files
}

#[test]
fn dump() {
    for path in files() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let mut decoder = UnicodeOnly;
        let book = match Workbook::open(bytes, Limits::USUAL, &mut decoder) {
            Ok(book) => book,
            Err(error) => {
                println!("{name}: {error}");
                continue;
            }
        };
        for (at, sheet) in book.sheets().iter().enumerate() {
            print!(
                "{name} [{}{}]: ",
                sheet.name,
                if sheet.hidden { " hidden" } else { "" }
            );
            match book.sheet(at, &mut decoder) {
                Err(error) => println!("{error}"),
                Ok(mut sheet) => {
                    let (mut rows, mut first) = (0, Vec::new());
                    sheet.rows(&mut |row| {
                        rows += 1;
                        if rows < 6 {
                            first.push(
                                row.iter()
                                    .map(|c| c.text().unwrap_or("-").to_owned())
                                    .take(8)
                                    .collect::<Vec<_>>()
                                    .join("|"),
                            );
                        }
                        true
                    });
                    println!(
                        "{rows} rows: {}",
                        first.join(" / ").chars().take(300).collect::<String>()
                    );
                }
            }
        }
    }
}
