//! The time of day, a clock that never runs backwards, and random names.

use crate::scope;
use js_sys::Date;
use wasm_bindgen::{JsCast, JsValue};

/// Now in UTC, such as `2026-11-23T09:00:00.000Z`. As right as the visitor's clock.
#[must_use]
pub fn now_iso() -> String {
    Date::new_0().to_iso_string().into()
}

/// Milliseconds since 1970, UTC. As right as the visitor's clock.
#[must_use]
pub fn now_millis() -> f64 {
    Date::now()
}

/// A moment (milliseconds since 1970) as the clock on the visitor's wall shows it, such as
/// `2026-11-23T17:00`: the visitor's own zone, which is not written.
#[must_use]
pub fn local_minute(millis: f64) -> String {
    let date = Date::new(&JsValue::from_f64(millis));
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}

/// Milliseconds since the scope began, never running backwards.
#[must_use]
pub fn monotonic_millis() -> f64 {
    scope::member("performance")
        .and_then(|value| value.dyn_into::<web_sys::Performance>().ok())
        .map_or_else(Date::now, |performance| performance.now())
}

/// A random UUID, version 4; `None` where the browser has no source of randomness.
///
/// Not `crypto.randomUUID`, which is missing on plain `http` pages.
#[must_use]
pub fn random_uuid() -> Option<String> {
    let crypto = scope::member("crypto")?
        .dyn_into::<web_sys::Crypto>()
        .ok()?;
    let mut bytes = [0_u8; 16];
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(uuid(bytes))
}

/// Sets version and variant (RFC 9562 §5.4) and writes the usual groups.
fn uuid(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for digit in [byte >> 4, byte & 0x0f] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::uuid;

    #[test]
    fn writes_version_and_variant_into_any_bytes() {
        assert_eq!(uuid([0; 16]), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid([255; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }
}
