//! The three tokens a host may set, within the bounds in which every contrast holds.

use crate::{
    read::{At, Object, Reader, Value, number, token},
    token::tokens,
};
use record::Record;

tokens! {
    /// Which colour scheme a first visit gets.
    Scheme {
        /// What the device prefers.
        Auto = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

/// Colours and corners. Lightness and chroma are the page's own, so contrast always holds.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(default = own)]
pub struct Theme {
    /// Hue of the brand colour in degrees of OKLCH, 0 to 360.
    pub brand_hue: f64,
    /// Neutrals from cool (-1) through grey (0) to paper (1).
    pub warmth: f64,
    /// Corner radius in CSS pixels, 0 to 12.
    pub radius: f64,
    /// Scheme of a first visit.
    pub scheme: Scheme,
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            brand_hue: 200.0,
            warmth: 0.75,
            radius: 4.0,
            scheme: Scheme::Auto,
        }
    }
}

/// Reads a theme; options out of bounds keep their default.
pub(super) fn theme(reader: &mut Reader, value: Value, at: &At) -> Option<Theme> {
    let mut object = Object::open(reader, value, *at)?;
    let base = Theme::default();
    let theme = Theme {
        brand_hue: bounded(reader, &mut object, "brandHue", 0.0, 360.0).unwrap_or(base.brand_hue),
        warmth: bounded(reader, &mut object, "warmth", -1.0, 1.0).unwrap_or(base.warmth),
        radius: bounded(reader, &mut object, "radius", 0.0, 12.0).unwrap_or(base.radius),
        scheme: object
            .read(reader, "scheme", |reader, value, at| {
                token(reader, value, at, Scheme::parse)
            })
            .unwrap_or(base.scheme),
    };
    object.finish(reader);
    Some(theme)
}

fn bounded(
    reader: &mut Reader,
    object: &mut Object,
    name: &str,
    least: f64,
    most: f64,
) -> Option<f64> {
    let value = object.read(reader, name, number)?;
    if (least..=most).contains(&value) {
        return Some(value);
    }
    reader.error(
        "out-of-bounds",
        &object.at.member(name),
        format!("{value}: {least} to {most}"),
    );
    None
}
