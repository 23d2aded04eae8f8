//! What the values of a column mean, and by that how they become text.

/// The unit of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Thousandths of a second.
    Millis,
    /// Millionths.
    Micros,
    /// Billionths.
    Nanos,
}

impl Unit {
    /// How many make a second.
    #[must_use]
    pub const fn per_second(self) -> i64 {
        match self {
            Self::Millis => 1_000,
            Self::Micros => 1_000_000,
            Self::Nanos => 1_000_000_000,
        }
    }
}

/// What values of a column are. Which [`Values`](crate::Values) hold them is said at each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `true` or `false` (`Bool`).
    Boolean,
    /// A whole number with a sign (`I64`).
    Integer,
    /// A whole number without a sign of so many bits (`I64`; 64 bits as the same bits).
    Unsigned {
        /// 8, 16, 32 or 64.
        bits: u8,
    },
    /// Half precision (`F64`).
    Float16,
    /// Single precision (`F64`, which holds it exactly).
    Float32,
    /// Double precision (`F64`).
    Float64,
    /// A number with so many digits behind the point (`I64`, `I128`; `Bytes` or `Words` when
    /// larger: two's complement, most significant byte first).
    Decimal {
        /// Digits behind the point; negative: zeros in front of it.
        scale: i32,
    },
    /// Days since 1970-01-01 (`I64`).
    Date,
    /// Since midnight, and whether in UTC (`I64`).
    Time(Unit, bool),
    /// Since 1970-01-01T00:00:00, and whether in UTC; a local time of an unknown place if not
    /// (`I64`).
    Timestamp(Unit, bool),
    /// The twelve bytes of Hive, Impala and Spark: nanoseconds since 1970 (`I128`).
    Int96,
    /// Text (`Bytes` or `Words`).
    Text,
    /// A text that is JSON (`Bytes` or `Words`).
    Json,
    /// Binary JSON, shown as bytes (`Bytes` or `Words`).
    Bson,
    /// Sixteen bytes (`Bytes` or `Words`).
    Uuid,
    /// Months, days and milliseconds, four bytes each (`Bytes` or `Words`).
    Interval,
    /// Bytes of which the file says nothing: text where they are text, hexadecimal where not
    /// (`Bytes` or `Words`).
    Binary,
    /// A shape as well-known binary (`Bytes` or `Words`).
    Geometry,
    /// Lists, maps and structures, as JSON (`Bytes`).
    Nested,
}
