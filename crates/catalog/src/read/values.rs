//! Scalars: strings, tokens, numbers, flags, days. Each takes one JSON value and repairs what it can.

use crate::{
    parse::{
        digits, float, is_decimal, is_iso_day, is_language_tag, language_tag, lower, plain_line,
        plain_text,
    },
    read::{at::At, json::Value, object::list, reader::Reader, reader::excerpt},
};

/// A plain string: cleaned, one line, clamped. Numbers and flags become their text;
/// of a language map the first text is taken.
pub(crate) fn string(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    let text = match value {
        Value::String(text) => text,
        other => {
            reader.wrong_type(at, "string", &other);
            match other {
                Value::Number(number) => number.to_string().into(),
                Value::Object(map) => match map.into_members().next() {
                    Some((_, Value::String(text))) => text,
                    _ => return None,
                },
                _ => return None,
            }
        }
    };
    if let Some(line) = plain_line(&text)
        && line.len() <= reader.limits.name_chars
    {
        return (!line.is_empty()).then(|| line.to_owned());
    }
    let text = clean(reader, &text, at, reader.limits.name_chars).replace('\n', " ");
    (!text.is_empty()).then_some(text)
}

/// A plain string that may have lines, such as the source's words.
pub(crate) fn verbatim(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    match value {
        Value::String(text) => {
            let text = clean(reader, &text, at, reader.limits.text_chars);
            (!text.is_empty()).then_some(text)
        }
        other => string(reader, other, at),
    }
}

/// `text` without HTML, controls and what is beyond `limit` characters.
pub(crate) fn clean(reader: &mut Reader, text: &str, at: &At, limit: usize) -> String {
    let plain = plain_text(text);
    if plain.html {
        reader.warn("markup-removed", at, text);
    }
    if plain.controls {
        reader.warn("controls-removed", at, &plain.text);
    }
    // `char_indices` only when it can matter: a text of fewer bytes has fewer characters.
    let end = (plain.text.len() > limit)
        .then(|| plain.text.char_indices().nth(limit))
        .flatten();
    match end {
        Some((end, _)) => {
            let count = plain.text.chars().count();
            reader.warn(
                "text-clamped",
                at,
                format!("{limit} of {count} characters kept"),
            );
            plain.text.get(..end).unwrap_or("").trim_end().to_owned()
        }
        None => plain.text,
    }
}

/// A list of strings. One string where a list is due is cut at commas and semicolons.
pub(crate) fn strings(reader: &mut Reader, value: Value, at: &At) -> Vec<String> {
    let limit = reader.limits.items;
    let value = split_if_text(reader, value, at);
    list(reader, value, at, limit, string)
}

/// A text where a list of words is due becomes a list (`model.md` §D row 5).
pub(crate) fn split_if_text<'t>(reader: &mut Reader, value: Value<'t>, at: &At) -> Value<'t> {
    let Value::String(text) = value else {
        return value;
    };
    reader.error("wrong-type", at, format!("list: {text}"));
    let parts = text
        .split([',', ';', '、', '，', '；'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    Value::Array(
        parts
            .map(|part| Value::String(part.to_owned().into()))
            .collect(),
    )
}

/// A member of a closed set. Case and outer space are forgiven; what is in no set is `None`.
#[inline(never)]
pub(crate) fn token<T>(
    reader: &mut Reader,
    value: Value,
    at: &At,
    parse: fn(&str) -> Option<T>,
) -> Option<T> {
    let mut found = None;
    spellings(reader, value, at, &mut |text| {
        found = parse(text);
        found.is_some()
    });
    found
}

/// Tries the spellings of a token until its set has one.
pub(crate) fn spellings(
    reader: &mut Reader,
    value: Value,
    at: &At,
    has: &mut dyn FnMut(&str) -> bool,
) {
    let Value::String(text) = value else {
        reader.wrong_type(at, "token", &value);
        return;
    };
    if has(&text) {
        return;
    }
    reader.error("unknown-token", at, &text);
    let lower = lower(text.trim());
    if !has(&lower) {
        has(&lower.replace(['_', ' '], "-"));
    }
}

/// True or false; the words and 1/0 are repaired.
pub(crate) fn flag(reader: &mut Reader, value: Value, at: &At) -> Option<bool> {
    if let Value::Bool(flag) = value {
        return Some(flag);
    }
    reader.wrong_type(at, "boolean", &value);
    match lower(excerpt(&value).trim()).as_str() {
        "true" | "yes" | "1" | "是" => Some(true),
        "false" | "no" | "0" | "否" => Some(false),
        _ => None,
    }
}

/// A number that is not negative; digits in a string are repaired.
pub(crate) fn amount(reader: &mut Reader, value: Value, at: &At) -> Option<f64> {
    let number = number(reader, value, at)?;
    if number < 0.0 {
        reader.error("negative-number", at, digits(number));
        return None;
    }
    Some(number)
}

/// Any finite number; digits in a string are repaired.
pub(crate) fn number(reader: &mut Reader, value: Value, at: &At) -> Option<f64> {
    if let Value::Number(number) = &value {
        return number.as_f64().filter(|number| number.is_finite());
    }
    reader.wrong_type(at, "number", &value);
    let text = value.as_str()?.trim().replace(',', "");
    float(&text).filter(|number| number.is_finite())
}

/// A whole number from 0. `1.0` is one (the schema agrees); `"20480"` is repaired.
pub(crate) fn count(reader: &mut Reader, value: Value, at: &At) -> Option<u64> {
    if let Some(count) = value.as_u64() {
        return Some(count);
    }
    let number = match &value {
        Value::Number(number) => number.as_f64()?,
        _ => {
            reader.wrong_type(at, "integer", &value);
            float(value.as_str()?.trim())?
        }
    };
    // Beyond 2^53 a float no longer says which whole number is meant.
    if number < 0.0 || number.fract() != 0.0 || number > 9_007_199_254_740_992.0 {
        reader.error("not-a-count", at, digits(number));
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, positive and at most 2^53, checked above"
    )]
    Some(number as u64)
}

/// A day `YYYY-MM-DD`. A date-time is cut to its day, without a change of zone.
pub(crate) fn day(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    let text = match pattern(reader, value, at, "bad-date", is_iso_day) {
        Ok(day) => return Some(day),
        Err(text) => text?,
    };
    let head = text.get(..10)?;
    is_iso_day(head).then(|| head.to_owned())
}

/// A decimal amount as text; a JSON number becomes its digits.
pub(crate) fn decimal(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    let text = match value {
        Value::String(text) if is_decimal(&text) => return Some(text.into_owned()),
        Value::String(text) => text.into_owned(),
        Value::Number(number) => plain_digits(&number),
        other => {
            reader.wrong_type(at, "decimal", &other);
            return None;
        }
    };
    reader.error("not-a-decimal", at, &text);
    let folded = crate::parse::fold(&text);
    let digits = folded.trim_matches(|c: char| matches!(c, '¥' | '$' | '元') || c.is_whitespace());
    crate::parse::decimal(digits)
}

/// The digits of a JSON number without an exponent.
fn plain_digits(number: &serde_json::Number) -> String {
    match number.as_f64() {
        Some(float) if number.is_f64() => digits(float),
        _ => number.to_string(),
    }
}

/// A BCP 47 tag; the usual misspellings are repaired.
pub(crate) fn language(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    let text = match pattern(reader, value, at, "bad-language-tag", is_language_tag) {
        Ok(text) => text,
        Err(text) => return language_tag(&text?),
    };
    let repaired = language_tag(&text);
    if repaired.as_deref() != Some(text.as_str()) {
        reader.warn("language-tag-repaired", at, &text);
    }
    repaired
}

/// A string that must match `fits`, if need be after cleaning; else it is left out.
pub(crate) fn matching(
    reader: &mut Reader,
    value: Value,
    at: &At,
    code: &str,
    fits: fn(&str) -> bool,
) -> Option<String> {
    match pattern(reader, value, at, code, fits) {
        Ok(text) => Some(text),
        Err(text) => text.filter(|text| fits(text)),
    }
}

/// A string as the schema's pattern wants it, untouched; else an error `code` is noted and
/// what can be read of it comes back for a repair.
pub(crate) fn pattern(
    reader: &mut Reader,
    value: Value,
    at: &At,
    code: &str,
    fits: fn(&str) -> bool,
) -> Result<String, Option<String>> {
    match value {
        Value::String(text) if fits(&text) => Ok(text.into_owned()),
        Value::String(text) => {
            reader.error(code, at, &text);
            Err(string(reader, Value::String(text), at))
        }
        other => Err(string(reader, other, at)),
    }
}
