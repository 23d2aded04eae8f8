//! Ways to get the data, samples of it, and its columns.

use crate::{
    Checksum, Datastore, DeliveryMode, Distribution, Field, FieldType, PrivacyRole, Sample,
    SampleOrigin, Schema,
    read::{
        at::At,
        dates::fuzzy_date,
        json::Value,
        known::LocalIds,
        links::href,
        object::Object,
        reader::Reader,
        texts::{name, running},
        values::{count, flag, matching, pattern, string, token},
    },
};

/// Most rows that a catalog may hold itself.
const ROWS: usize = 1_000;

/// An id inside a listing: from the file if it fits, else `prefix` and a number; unique in `taken`.
pub(crate) fn local_id(
    reader: &mut Reader,
    object: &mut Object,
    taken: &mut LocalIds,
    prefix: &str,
) -> String {
    let wanted = object.require(reader, "id", |reader, value, at| {
        match pattern(reader, value, at, "bad-id", crate::id::is_id) {
            Ok(id) => Some(id),
            Err(text) => Some(crate::stable_id(&text?)),
        }
    });
    let wanted = wanted.unwrap_or_else(|| format!("{prefix}{}", taken.len() + 1));
    let id = taken.take_free(&wanted);
    if id != wanted {
        reader.warn("duplicate-id", &object.at, format!("{wanted}: {id}"));
    }
    id
}

/// Takes the distributions of a listing.
pub(crate) fn distributions(reader: &mut Reader, object: &mut Object) -> Vec<Distribution> {
    let mut taken = LocalIds::default();
    let mut distributions = Vec::new();
    let Some(mut items) = object.items(reader, "distributions") else {
        return distributions;
    };
    while let Some((value, at)) = items.next(reader) {
        distributions.extend(distribution(reader, value, &at, &mut taken));
    }
    distributions
}

fn distribution(
    reader: &mut Reader,
    value: Value,
    at: &At,
    taken: &mut LocalIds,
) -> Option<Distribution> {
    let mut object = Object::open(reader, value, *at)?;
    let id = local_id(reader, &mut object, taken, "d");
    let access = object.require(reader, "access", |reader, value, at| {
        token(reader, value, at, DeliveryMode::parse)
    });
    Some(Distribution {
        id,
        title: object.read(reader, "title", name),
        access: access.unwrap_or(DeliveryMode::Unspecified),
        access_url: object.read(reader, "accessURL", href),
        download_url: object.read(reader, "downloadURL", href),
        datastore_url: object.read(reader, "datastoreURL", datastore),
        media_type: object.string(reader, "mediaType"),
        format: object.string(reader, "format"),
        character_encoding: object.string(reader, "characterEncoding"),
        byte_size: object.read(reader, "byteSize", count),
        checksum: object.read(reader, "checksum", checksum),
        dialect: object.carried(reader, "dialect"),
        license: object.read(reader, "license", href),
        modified: object.read(reader, "modified", fuzzy_date),
        rows: object.read(reader, "rows", rows).unwrap_or_default(),
        extra: object.finish(reader),
    })
}

/// An address that names a resource of a datastore.
fn datastore(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    let address = href(reader, value, at)?;
    if Datastore::parse(&address).is_none() {
        reader.error("not-a-datastore", at, &address);
        return None;
    }
    Some(address)
}

fn checksum(reader: &mut Reader, value: Value, at: &At) -> Option<Checksum> {
    let mut object = Object::open(reader, value, *at)?;
    let algorithm = object.require(reader, "algorithm", |reader, value, at| {
        let known = |text: &str| {
            ["sha256", "sha512", "sm3", "md5"]
                .contains(&text)
                .then(|| text.to_owned())
        };
        token(reader, value, at, known)
    });
    let value = object.require(reader, "value", |reader, value, at| {
        matching(reader, value, at, "not-hexadecimal", |text| {
            !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit())
        })
    });
    object.close(reader);
    Some(Checksum {
        algorithm: algorithm?,
        value: value?,
    })
}

/// Rows given in the catalog: objects or arrays.
fn rows(reader: &mut Reader, value: Value, at: &At) -> Option<Vec<serde_json::Value>> {
    if let Value::Array(items) = &value
        && items.len() > ROWS
    {
        reader.error(
            "rows-cut",
            at,
            format!("{ROWS} of {} rows kept", items.len()),
        );
    }
    match value {
        Value::Array(mut items) => {
            items.truncate(ROWS);
            let items = Value::Array(items);
            Some(crate::read::list(reader, items, at, ROWS, row))
        }
        other => {
            reader.wrong_type(at, "list", &other);
            None
        }
    }
}

fn row(reader: &mut Reader, value: Value, at: &At) -> Option<serde_json::Value> {
    if value.is_object() || value.is_array() {
        return Some(value.into_owned());
    }
    reader.wrong_type(at, "object or list", &value);
    None
}

/// A sample. One whose maker is not said is not shown as anyone's: it is left out.
pub(crate) fn sample(reader: &mut Reader, value: Value, at: &At) -> Option<Sample> {
    let mut object = Object::open(reader, value, *at)?;
    let origin = object.require(reader, "origin", |reader, value, at| {
        token(reader, value, at, SampleOrigin::parse)
    });
    let distribution = object.read(reader, "distribution", |reader, value, at| {
        distribution(reader, value, at, &mut LocalIds::default())
    });
    let note = object.read(reader, "note", running);
    object.close(reader);
    Some(Sample {
        origin: origin?,
        distribution,
        note,
    })
}

/// The columns of the data.
pub(crate) fn schema(reader: &mut Reader, value: Value, at: &At) -> Option<Schema> {
    let mut object = Object::open(reader, value, *at)?;
    let schema = Schema {
        fields: object.list(reader, "fields", field),
        primary_key: object.strings(reader, "primaryKey"),
        complete: object.read(reader, "complete", flag),
    };
    object.close(reader);
    (schema != Schema::default()).then_some(schema)
}

/// A column; a string where a column is due is its name.
fn field(reader: &mut Reader, value: Value, at: &At) -> Option<Field> {
    if value.is_string() {
        reader.wrong_type(at, "object", &value);
        let name = string(reader, value, at)?;
        return Some(Field {
            name,
            ..Field::default()
        });
    }
    let mut object = Object::open(reader, value, *at)?;
    let mut field = Field {
        name: object.require(reader, "name", string).unwrap_or_default(),
        ..Field::default()
    };
    object.fill(reader, "title", name, &mut field.title);
    field.kind = object.token_or(reader, "type", FieldType::parse, FieldType::Any);
    object.fill(reader, "format", string, &mut field.format);
    object.fill(reader, "description", running, &mut field.description);
    field.constraints = object.carried(reader, "constraints");
    object.fill_list(reader, "missingValues", exact, &mut field.missing_values);
    field.privacy_role = object.token_or(
        reader,
        "privacyRole",
        PrivacyRole::parse,
        PrivacyRole::Unknown,
    );
    object.fill(reader, "identifierKind", string, &mut field.identifier_kind);
    object.close(reader);
    (!field.name.is_empty()).then_some(field)
}

/// A string kept as it is: an empty one means something among missing values.
fn exact(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    match value {
        Value::String(text) => Some(text.chars().take(reader.limits.name_chars).collect()),
        other => {
            reader.wrong_type(at, "string", &other);
            None
        }
    }
}
