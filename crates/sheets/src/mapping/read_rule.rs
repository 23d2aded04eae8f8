//! Reads the rules of a mapping: a rule that cannot work is named and left out, a member that is
//! unknown is named and the rule works without it.

use catalog::parse::is_language_tag;
use catalog::{AssertionStatus, Unit};
use serde_json::{Map, Value};

use super::read::Reading;
use super::{Otherwise, Parser, Rule, Target};
use crate::Pattern;

/// Members of a rule.
const RULE_MEMBERS: &[&str] = &[
    "$comment",
    "from",
    "join",
    "path",
    "value",
    "pattern",
    "split",
    "map",
    "otherwise",
    "template",
    "parse",
    "lang",
    "unit",
    "scheme",
    "status",
];

impl Reading {
    /// The rules of every known target.
    pub(super) fn fields(&mut self, members: &Map<String, Value>) -> Vec<(Target, Vec<Rule>)> {
        let mut fields = Vec::new();
        let Some(object) = members.get("fields").and_then(Value::as_object) else {
            return fields;
        };
        for (name, value) in object {
            let at = format!("/fields/{name}");
            let Some(target) = Target::parse(name) else {
                self.note("unknown-field", &at, name);
                continue;
            };
            let rules: Vec<Rule> = match value {
                Value::Array(items) => items
                    .iter()
                    .enumerate()
                    .filter_map(|(index, item)| self.rule(item, &format!("{at}/{index}")))
                    .collect(),
                one => self.rule(one, &at).into_iter().collect(),
            };
            if !rules.is_empty() {
                fields.push((target, rules));
            }
        }
        fields
    }

    /// A rule, or `None` with a notice. A bare string is the name of a column.
    fn rule(&mut self, value: &Value, at: &str) -> Option<Rule> {
        if let Some(column) = value.as_str() {
            return Some(Rule::column(column));
        }
        let Some(members) = value.as_object() else {
            self.note("bad-value", at, value.to_string());
            return None;
        };
        self.unknown_members(members, RULE_MEMBERS, at);
        let word = |name: &str| members.get(name).and_then(Value::as_str).map(str::to_owned);
        let path = members.get("path").and_then(Value::as_array);
        let mut rule = Rule {
            from: if path.is_some() {
                strings(members.get("path"))
            } else {
                strings(members.get("from"))
            },
            path: path.is_some(),
            join: word("join"),
            value: word("value"),
            split: strings(members.get("split")),
            template: word("template").filter(|template| template.contains("{}")),
            lang: word("lang").filter(|tag| is_language_tag(tag)),
            scheme: word("scheme"),
            ..Rule::default()
        };
        if rule.from.is_empty() && rule.value.is_none() {
            self.note("rule-without-from", at, "");
            return None;
        }
        self.map(members, &mut rule, at);
        rule.parse = self
            .known(members, "parse", at, "unknown-parser", Parser::parse)
            .unwrap_or_default();
        rule.pattern = self.known(members, "pattern", at, "bad-pattern", Pattern::parse);
        rule.status = self.known(members, "status", at, "bad-value", AssertionStatus::parse);
        rule.unit = self.known(members, "unit", at, "bad-value", Unit::parse);
        Some(rule)
    }

    fn map(&mut self, members: &Map<String, Value>, rule: &mut Rule, at: &str) {
        if let Some(map) = members.get("map").and_then(Value::as_object) {
            for (from, to) in map {
                match to {
                    Value::Null => rule.map.push((from.clone(), None)),
                    Value::String(to) => rule.map.push((from.clone(), Some(to.clone()))),
                    other => self.note("bad-value", &format!("{at}/map/{from}"), other.to_string()),
                }
            }
        }
        rule.otherwise = match members.get("otherwise") {
            Some(Value::Null) => Otherwise::Drop,
            Some(Value::String(value)) => Otherwise::Value(value.clone()),
            _ => Otherwise::Keep,
        };
    }

    /// A word of a closed set; another is named in a notice and the rule works without it.
    fn known<T>(
        &mut self,
        members: &Map<String, Value>,
        name: &str,
        at: &str,
        code: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = members.get(name)?;
        let known = value.as_str().and_then(parse);
        if known.is_none() {
            self.note(
                code,
                &format!("{at}/{name}"),
                value.as_str().map_or(value.to_string(), str::to_owned),
            );
        }
        known
    }
}

/// One string or a list of them.
pub(super) fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(one)) => vec![one.clone()],
        Some(Value::Array(items)) => items
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    }
}
