//! Flags, numbers, texts, and JSON that is carried through.

use crate::{Map, Reader, Record, Value, text};
use std::borrow::Cow;

impl Record for bool {
    #[inline(never)]
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        match value {
            Some(Value::Bool(flag)) => *flag,
            None => false,
            Some(other) => {
                reader.refuse("a boolean", Some(other));
                false
            }
        }
    }

    #[inline(never)]
    fn write(&self) -> Value {
        Value::Bool(*self)
    }

    fn is_absent(&self) -> bool {
        !self
    }
}

/// Whole numbers, each within its own bounds.
macro_rules! whole {
    ($($number:ty),+) => {$(
        impl Record for $number {
            fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
                let number = reader.whole(value, u64::from(Self::MAX));
                Self::try_from(number).unwrap_or_default()
            }

            fn write(&self) -> Value {
                number(u64::from(*self))
            }
        }
    )+};
}

whole!(u8, u16, u32, u64);

#[inline(never)]
fn number(number: u64) -> Value {
    Value::from(number)
}

impl Record for f64 {
    #[inline(never)]
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        let Some(value) = value else { return 0.0 };
        value.as_f64().unwrap_or_else(|| {
            reader.refuse("a number", Some(value));
            0.0
        })
    }

    /// JSON has no word for what is not finite: it becomes null, as serde_json has it.
    #[inline(never)]
    fn write(&self) -> Value {
        Value::from(*self)
    }
}

impl Record for String {
    #[inline(never)]
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        match value {
            Some(Value::String(text)) => std::mem::take(text),
            None => Self::new(),
            Some(other) => {
                reader.refuse("a text", Some(other));
                Self::new()
            }
        }
    }

    #[inline(never)]
    fn write(&self) -> Value {
        text(self)
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl Record for Cow<'static, str> {
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        Self::Owned(String::read(value, reader))
    }

    fn write(&self) -> Value {
        text(self)
    }
}

impl Record for char {
    #[inline(never)]
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        let written = value.as_deref().and_then(Value::as_str).unwrap_or_default();
        let mut chars = written.chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) => only,
            _ => {
                if value.is_some() {
                    reader.refuse("one character", value.as_deref());
                }
                Self::default()
            }
        }
    }

    fn write(&self) -> Value {
        text(self.encode_utf8(&mut [0; 4]))
    }
}

impl Record for Value {
    #[inline(never)]
    fn read(value: Option<&mut Value>, _: &mut Reader) -> Self {
        value.map(std::mem::take).unwrap_or_default()
    }

    #[inline(never)]
    fn write(&self) -> Value {
        self.clone()
    }
}

impl Record for Map<String, Value> {
    #[inline(never)]
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        let members = reader.open(value).map(std::mem::take);
        reader.close();
        members.unwrap_or_default()
    }

    #[inline(never)]
    fn write(&self) -> Value {
        Value::Object(self.clone())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}
