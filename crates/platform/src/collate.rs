//! Names in the order in which people look for them, as the browser knows it.

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The place of each name among all of them in the order of the language `lang`, such as by
/// pinyin. Equal names have one place; where the browser cannot sort, they stand as they come.
#[must_use]
pub fn name_places(names: &[&str], lang: &str) -> Vec<usize> {
    let sorted = sorted(names, lang)
        .unwrap_or_else(|| names.iter().map(|name| (*name).to_owned()).collect());
    let mut places: Vec<(&str, usize)> = sorted.iter().map(String::as_str).zip(0..).collect();
    places.sort_unstable();
    let place = |name: &&str| {
        let at = places.partition_point(|(known, _)| known < name);
        places.get(at).map_or(usize::MAX, |(_, place)| *place)
    };
    names.iter().map(place).collect()
}

/// Compared by the browser itself, so that a name crosses over once each way and not with
/// every comparison.
fn sorted(names: &[&str], lang: &str) -> Option<Vec<String>> {
    let all: Array = names.iter().map(|name| JsValue::from_str(name)).collect();
    let languages = Array::of1(&JsValue::from_str(lang));
    let collator = Intl::Collator::new(&languages, &Object::new());
    let sort = Reflect::get(&all, &JsValue::from_str("sort")).ok()?;
    let sort: Function = sort.dyn_into().ok()?;
    sort.call1(&all, &collator.compare()).ok()?;
    Some(all.iter().filter_map(|name| name.as_string()).collect())
}
