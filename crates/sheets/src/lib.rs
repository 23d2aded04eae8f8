//! A table and a mapping become listings; never parses bytes.
