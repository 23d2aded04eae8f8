//! Which part means which other one.

use crate::SheetError;
use crate::package::Package;
use crate::xml::{Xml, attribute, text_of};
use quick_xml::events::Event;

/// One relation of a part.
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type: `worksheet`, `sharedStrings`.
    pub(super) kind: String,
    /// The path of the other part.
    pub(super) target: String,
}

/// The relations of a part; `""` is the package.
pub(super) fn of(package: &Package, part: &str) -> Result<Vec<Relation>, SheetError> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let path = format!("{folder}{slash}_rels/{name}.rels");
    let mut relations = Vec::new();
    let Some(bytes) = package.part(&path)? else {
        return Ok(relations);
    };
    let text = text_of(bytes, &path)?;
    let mut xml = Xml::new(&text, &path);
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let value = |name| attribute(&element, name).unwrap_or_default().into_owned();
                let kind = value("Type");
                relations.push(Relation {
                    id: value("Id"),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: resolved(folder, &value("Target")),
                });
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// A target as a path from the root of the package.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}
