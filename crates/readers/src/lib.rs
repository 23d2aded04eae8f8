//! Bytes become a table: sniffing, decoding, CSV, JSON.
