//! The metadata of GeoParquet (geoparquet.org, "File metadata"): a JSON text of which only the
//! names of columns with well-known binary are needed, so that no JSON reader is linked for it.

/// The columns that hold well-known binary, by the text under the key `geo`. What is no JSON
/// names none.
pub(crate) fn wkb_columns(geo: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut json = Json { text: geo, at: 0 };
    json.members(&mut |json, name| {
        if name != "columns" {
            return json.skip(0);
        }
        json.members(&mut |json, column| {
            let mut binary = false;
            json.members(&mut |json, name| {
                let begin = json.at;
                json.skip(0)?;
                let value = json.text.get(begin..json.at).unwrap_or_default();
                binary |= name == "encoding" && value.trim().eq_ignore_ascii_case("\"WKB\"");
                Some(())
            })?;
            if binary {
                found.push(column.to_owned());
            }
            Some(())
        })
    });
    found
}

/// A place in a JSON text.
struct Json<'a> {
    text: &'a str,
    at: usize,
}

/// What is done at each member of an object.
type Each<'f, 'a> = &'f mut dyn FnMut(&mut Json<'a>, &str) -> Option<()>;

impl<'a> Json<'a> {
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at)?.is_ascii_whitespace() {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Goes through an object, or passes over what is none.
    fn members(&mut self, each: Each<'_, 'a>) -> Option<()> {
        if self.peek()? != b'{' {
            return self.skip(0);
        }
        self.at += 1;
        while self.peek()? != b'}' {
            let name = self.string()?;
            self.take(b':')?;
            each(self, &name)?;
            if self.peek()? == b',' {
                self.at += 1;
            }
        }
        self.take(b'}')
    }

    fn string(&mut self) -> Option<String> {
        self.take(b'"')?;
        let mut out = String::new();
        let mut chars = self.text.get(self.at..)?.char_indices();
        while let Some((place, c)) = chars.next() {
            match c {
                '"' => {
                    self.at += place + 1;
                    return Some(out);
                }
                '\\' => match chars.next()?.1 {
                    'u' => {
                        let digits: String = chars.by_ref().take(4).map(|(_, c)| c).collect();
                        let code = u32::from_str_radix(&digits, 16).ok()?;
                        out.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                    }
                    'n' => out.push('\n'),
                    't' => out.push('\t'),
                    other => out.push(other),
                },
                other => out.push(other),
            }
        }
        None
    }

    fn skip(&mut self, depth: u32) -> Option<()> {
        let open = self.peek()?;
        match open {
            b'"' => self.string().map(|_| ()),
            b'{' | b'[' if depth < 64 => {
                self.at += 1;
                while !matches!(self.peek()?, b'}' | b']') {
                    if matches!(self.peek()?, b',' | b':') {
                        self.at += 1;
                    } else {
                        self.skip(depth + 1)?;
                    }
                }
                self.at += 1;
                Some(())
            }
            b'{' | b'[' | b'}' | b']' | b',' | b':' => None,
            _ => {
                let rest = self.text.get(self.at..)?;
                let end = rest.find([',', '}', ']', ':', ' ', '\n', '\r', '\t']);
                self.at += end.unwrap_or(rest.len());
                Some(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_well_known_binary_are_named() {
        let geo = r#"{"version":"1.1.0","primary_column":"geom","columns":{
            "geom":{"encoding":"WKB","geometry_types":["Point"],"bbox":[1,2,3.5,-4e1],
            "crs":{"id":{"code":"4326"}}},"\u5730":{"encoding":"WKB"},
            "native":{"encoding":"point"}}}"#;
        assert_eq!(wkb_columns(geo), ["geom", "地"]);
    }

    #[test]
    fn what_is_no_json_names_none() {
        for text in [
            "",
            "[",
            "{",
            r#"{"columns":{"a":{"encoding":"WK"#,
            "{\"columns\":[[[}",
        ] {
            assert!(wkb_columns(text).is_empty());
        }
        assert!(wkb_columns(&"[".repeat(100_000)).is_empty());
    }
}
