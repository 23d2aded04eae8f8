//! Links of third parties: only safe schemes, safe characters. Resolving against the file a
//! link stands in is left to who knows that file's address.

use crate::Text;
use record::Record;

/// A link of a catalog to another document.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Link {
    /// Relation, such as `next` or `describedby`.
    pub rel: String,
    /// Address, checked while reading; relative to the file it stands in.
    pub href: String,
    /// Media type.
    #[record(rename = "type")]
    pub kind: Option<String>,
    /// Name.
    pub title: Option<Text>,
}

/// An address that may be shown as a link: `http`, `https`, `mailto`, `tel`, or relative.
///
/// It never holds white space, controls, quotes, angle brackets, braces, backslashes,
/// carets, bars or backticks, so it can stand in any attribute.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SafeUrl(String);

impl SafeUrl {
    /// `text` as it is, if the schema's `Href` accepts it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_href(text).then(|| Self(text.to_owned()))
    }

    /// `text` made safe without changing where it leads: outer space and controls go, the
    /// scheme becomes lower case, forbidden characters are percent-encoded, and `www.` gets
    /// `https://`. `None` if the scheme is not allowed or nothing is left.
    #[must_use]
    pub fn repair(text: &str) -> Option<Self> {
        // Controls go first: browsers drop tabs inside `java\tscript:` as well.
        let bare: String = text.trim().chars().filter(|c| !c.is_control()).collect();
        let with_scheme = match scheme(&bare) {
            Some(scheme) => {
                let rest = bare.get(scheme.len()..).unwrap_or("");
                format!("{}{rest}", scheme.to_ascii_lowercase())
            }
            None if bare.to_ascii_lowercase().starts_with("www.") => format!("https://{bare}"),
            None => bare,
        };
        let mut encoded = String::with_capacity(with_scheme.len());
        for c in with_scheme.chars() {
            if is_forbidden(c) {
                encoded.push_str(&format!("%{:02X}", u32::from(c)));
            } else {
                encoded.push(c);
            }
        }
        (!encoded.is_empty() && is_href(&encoded)).then_some(Self(encoded))
    }

    /// The checked address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is complete: it begins with a scheme.
    #[must_use]
    pub fn is_absolute(&self) -> bool {
        scheme(&self.0).is_some()
    }

    /// The host of an `http` or `https` address, without user and port; shown beside links
    /// that lead elsewhere.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        let rest = self
            .0
            .strip_prefix("https://")
            .or_else(|| self.0.strip_prefix("http://"))
            .or_else(|| self.0.strip_prefix("//"))?;
        let authority = rest.split(['/', '?', '#']).next()?;
        let host = authority.rsplit('@').next()?;
        let host = match host.strip_prefix('[') {
            Some(six) => six.split(']').next()?,
            None => host.split(':').next()?,
        };
        (!host.is_empty()).then_some(host)
    }
}

impl From<SafeUrl> for String {
    fn from(url: SafeUrl) -> Self {
        url.0
    }
}

/// The schema's `Href`: an allowed scheme or none, and no forbidden character.
pub(crate) fn is_href(text: &str) -> bool {
    let allowed = ["http://", "https://", "mailto:", "tel:"]
        .iter()
        .any(|prefix| text.starts_with(prefix));
    (allowed || scheme(text).is_none()) && !text.chars().any(is_forbidden)
}

/// `[\u0000-\u0020<>"\\^`{|}]`
const fn is_forbidden(c: char) -> bool {
    matches!(
        c,
        '\0'..=' ' | '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}'
    )
}

/// The scheme of an address, without its colon.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let mut bytes = scheme.bytes();
    let first = bytes.next()?.is_ascii_alphabetic();
    (first && bytes.all(|b| b.is_ascii_alphanumeric() || b"+.-".contains(&b))).then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_schemes_that_run_or_read() {
        for bad in [
            "javascript:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
            "blob:https://x/y",
            "",
            "   ",
        ] {
            assert_eq!(SafeUrl::repair(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn repairs_what_leads_to_the_same_place() {
        for (written, safe) in [
            ("HTTPS://example.org/A", "https://example.org/A"),
            (" https://example.org/a b ", "https://example.org/a%20b"),
            ("www.example.org/x", "https://www.example.org/x"),
            ("数据/样例.csv", "数据/样例.csv"),
            ("\\\\evil.example\\x", "%5C%5Cevil.example%5Cx"),
            ("//example.org/x", "//example.org/x"),
            ("a\"onclick=\"x", "a%22onclick=%22x"),
        ] {
            assert_eq!(
                SafeUrl::repair(written).map(String::from).as_deref(),
                Some(safe)
            );
        }
    }

    #[test]
    fn names_the_host() {
        let host = |text: &str| SafeUrl::parse(text).and_then(|url| url.host().map(str::to_owned));
        assert_eq!(
            host("https://a@b.example:8080/x?y").as_deref(),
            Some("b.example")
        );
        assert_eq!(host("http://[::1]:80/").as_deref(), Some("::1"));
        assert_eq!(host("mailto:a@b.example"), None);
        assert_eq!(host("samples/a.csv"), None);
    }
}
