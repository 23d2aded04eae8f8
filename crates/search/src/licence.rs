//! Short names of well-known licences, by their addresses. Others are named by their address.

/// The name by which people know the licence at `address`: `CC BY 4.0`, `MIT`.
pub(crate) fn short_name(address: &str) -> Option<String> {
    let (_, rest) = catalog::parse::halves(address, "://")?;
    let rest = rest
        .strip_prefix("www.")
        .unwrap_or(rest)
        .to_ascii_lowercase();
    let parts: Vec<&str> = rest
        .split(['/', '?', '#'])
        .filter(|part| !part.is_empty())
        .collect();
    let name = match parts.as_slice() {
        ["creativecommons.org", "publicdomain", "zero", rest @ ..] => versioned("CC0", rest),
        ["creativecommons.org", "publicdomain", "mark", ..] => String::from("Public Domain Mark"),
        ["creativecommons.org", "licenses", terms, rest @ ..] => {
            versioned(&format!("CC {}", terms.to_ascii_uppercase()), rest)
        }
        ["opendatacommons.org", "licenses", "odbl", ..] => String::from("ODbL"),
        ["opendatacommons.org", "licenses", "pddl", ..] => String::from("PDDL"),
        ["opendatacommons.org", "licenses", "by", ..] => String::from("ODC-By"),
        ["spdx.org" | "opensource.org", "licenses" | "license", ..] => {
            // SPDX identifiers are written with their capitals.
            let id = address.trim_end_matches('/').rsplit('/').next()?;
            let id = id
                .strip_suffix(".html")
                .or_else(|| id.strip_suffix(".json"))
                .unwrap_or(id);
            id.to_owned()
        }
        [
            "apache.org",
            "licenses",
            "license-2.0" | "license-2.0.html" | "license-2.0.txt",
        ] => String::from("Apache-2.0"),
        ["usa.gov", "government-works", ..] => String::from("US Government Work"),
        _ => return None,
    };
    Some(name)
}

/// A name with its version, where one stands behind it.
fn versioned(name: &str, rest: &[&str]) -> String {
    match rest.first() {
        Some(version) if version.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{name} {version}")
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::short_name;

    #[test]
    fn well_known_licences_have_the_names_that_people_use() {
        for (address, name) in [
            (
                "https://creativecommons.org/publicdomain/zero/1.0/",
                "CC0 1.0",
            ),
            (
                "http://creativecommons.org/licenses/by-sa/4.0/deed.zh",
                "CC BY-SA 4.0",
            ),
            ("https://spdx.org/licenses/MIT.html", "MIT"),
            (
                "https://opensource.org/licenses/BSD-3-Clause",
                "BSD-3-Clause",
            ),
            ("https://opendatacommons.org/licenses/odbl/1-0/", "ODbL"),
            ("https://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0"),
        ] {
            assert_eq!(short_name(address).as_deref(), Some(name), "{address}");
        }
        for address in ["https://example.org/licenses/by/4.0/", "MIT", ""] {
            assert_eq!(short_name(address), None, "{address}");
        }
    }
}
