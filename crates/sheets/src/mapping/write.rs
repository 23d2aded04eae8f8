//! A mapping as the file it is read from, for `jishi` to propose and a host to edit.

use serde_json::{Map, Value, json};

use super::{Mapping, Otherwise, Rule};

/// The mapping as JSON, in the form that [`super::read_mapping`] reads; members with their
/// usual values are left out.
#[must_use]
pub fn write_mapping(mapping: &Mapping) -> Value {
    let mut out = Map::new();
    out.insert("version".into(), json!(1));
    out.insert("id".into(), json!(mapping.id));
    out.insert("title".into(), json!(mapping.title));
    out.insert("language".into(), json!(mapping.language));
    out.insert("currency".into(), json!(mapping.currency));
    if let Some(exchange) = &mapping.exchange {
        let named = !exchange.name.is_empty();
        out.insert(
            "exchange".into(),
            if named {
                json!(exchange)
            } else {
                json!(exchange.id)
            },
        );
    }
    if let Some(rows) = &mapping.rows {
        out.insert("rows".into(), json!(rows));
    }
    if !mapping.defaults.is_empty() {
        let defaults = mapping
            .defaults
            .iter()
            .map(|(target, text)| (target.name(), json!(text)));
        out.insert("defaults".into(), Value::Object(defaults.collect()));
    }
    let fields = mapping.fields.iter().map(|(target, rules)| {
        let rules: Vec<Value> = rules.iter().map(rule).collect();
        let one = if let [only] = rules.as_slice() {
            only.clone()
        } else {
            Value::Array(rules)
        };
        (target.name(), one)
    });
    out.insert("fields".into(), Value::Object(fields.collect()));
    if !mapping.ignore.is_empty() {
        let ignore = mapping
            .ignore
            .iter()
            .map(|ignored| (ignored.from.clone(), json!(ignored.reason)));
        out.insert("ignore".into(), Value::Object(ignore.collect()));
    }
    Value::Object(out)
}

fn rule(rule: &Rule) -> Value {
    let mut out = Map::new();
    let from = if let [one] = rule.from.as_slice() {
        json!(one)
    } else {
        json!(rule.from)
    };
    if rule.path {
        out.insert("path".into(), json!(rule.from));
    } else if !rule.from.is_empty() {
        out.insert("from".into(), from);
    }
    let mut word = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            out.insert(name.into(), json!(value));
        }
    };
    word("join", rule.join.as_deref());
    word("value", rule.value.as_deref());
    word(
        "pattern",
        rule.pattern.as_ref().map(ToString::to_string).as_deref(),
    );
    word("parse", rule.parse.name());
    word("template", rule.template.as_deref());
    word("lang", rule.lang.as_deref());
    word("unit", rule.unit.map(catalog::Unit::as_str));
    word("scheme", rule.scheme.as_deref());
    word("status", rule.status.map(catalog::AssertionStatus::as_str));
    if !rule.split.is_empty() {
        out.insert("split".into(), json!(rule.split));
    }
    if !rule.map.is_empty() {
        let map = rule.map.iter().map(|(from, to)| (from.clone(), json!(to)));
        out.insert("map".into(), Value::Object(map.collect()));
    }
    match &rule.otherwise {
        Otherwise::Keep => {}
        Otherwise::Drop => drop(out.insert("otherwise".into(), Value::Null)),
        Otherwise::Value(value) => drop(out.insert("otherwise".into(), json!(value))),
    }
    Value::Object(out)
}
