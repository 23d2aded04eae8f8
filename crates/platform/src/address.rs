//! Addresses of third parties: resolved by the browser's own `URL`, and only safe schemes.
//! A catalog must not make a visitor's browser knock on the visitor's own network.

use crate::scope;
use web_sys::Url;

/// Why an address is not fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not `http`, `https` or a `blob` of this page.
    Scheme,
    /// A machine of the visitor's own network, named by a page that is not on it.
    PrivateNetwork,
    /// Holds a user name or password.
    Credentials,
}

/// `href` resolved against `base`; `None` unless the result is `http`, `https`, `mailto`, `tel`
/// or `blob`. Backslashes, spaces and Chinese characters are repaired as browsers do.
#[must_use]
pub fn resolve(base: &str, href: &str) -> Option<String> {
    let url = Url::new_with_base(href, base).ok()?;
    matches!(
        url.protocol().as_str(),
        "http:" | "https:" | "mailto:" | "tel:" | "blob:"
    )
    .then(|| url.href())
}

/// What the scope's own address allows to be fetched.
pub(crate) fn permitted(url: &Url) -> Result<(), Refusal> {
    let own_origin = scope::location("origin");
    if !matches!(url.protocol().as_str(), "http:" | "https:" | "blob:") {
        return Err(Refusal::Scheme);
    }
    if url.origin() == own_origin {
        return Ok(());
    }
    if url.protocol() == "blob:" {
        return Err(Refusal::Scheme);
    }
    if !url.username().is_empty() || !url.password().is_empty() {
        return Err(Refusal::Credentials);
    }
    if is_private_host(&url.hostname()) && !is_private_host(&scope::location("hostname")) {
        return Err(Refusal::PrivateNetwork);
    }
    Ok(())
}

/// Whether the browser will block `url` because this page is secure and it is not.
pub(crate) fn is_mixed_content(url: &Url) -> bool {
    // Browsers let a secure page talk to the machine it runs on.
    scope::location("protocol") == "https:"
        && url.protocol() == "http:"
        && !is_loopback(&url.hostname())
}

fn is_loopback(host: &str) -> bool {
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "[::1]"
        || octets(host).is_some_and(|[first, ..]| first == 127)
}

/// Whether `host` (as `URL.hostname` writes it) names a machine of a private network.
/// Names are judged by their ending only: what they resolve to is hidden from a page.
#[must_use]
pub fn is_private_host(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    if let Some(v4) = octets(&host) {
        return is_private_v4(v4);
    }
    if let Some(v6) = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        return is_private_v6(v6);
    }
    // A name without a dot is only ever found on the visitor's own network.
    !host.is_empty() && !host.as_bytes().contains(&b'.')
        || [".localhost", ".local", ".internal", ".lan", ".home.arpa"]
            .iter()
            .any(|ending| host.ends_with(ending))
}

/// The four numbers of an address. `URL.hostname` writes every form of one (`0x7f.1`,
/// `2130706433`) as four decimals, so no other form is asked for here.
fn octets(host: &str) -> Option<[u8; 4]> {
    let mut octets = [0; 4];
    let mut parts = host.split('.');
    for octet in &mut octets {
        *octet = parts.next()?.parse().ok()?;
    }
    parts.next().is_none().then_some(octets)
}

fn is_private_v4([a, b, ..]: [u8; 4]) -> bool {
    match (a, b) {
        (0 | 10 | 127, _) | (169, 254) | (192, 168) => true,
        (172, 16..=31) => true,
        (100, 64..=127) => true, // carrier NAT, RFC 6598
        _ => false,
    }
}

/// `URL.hostname` writes the shortest form in lower case: `::1`, `fd00::1`, `::ffff:a00:1`.
fn is_private_v6(address: &str) -> bool {
    if let Some(mapped) = address.strip_prefix("::ffff:") {
        let first = mapped.split(':').next().unwrap_or_default();
        let v4 = octets(mapped).or_else(|| {
            let high = u16::from_str_radix(first, 16).ok()?;
            let [a, b] = high.to_be_bytes();
            Some([a, b, 0, 0])
        });
        return v4.is_some_and(is_private_v4);
    }
    if matches!(address, "::" | "::1") {
        return true;
    }
    let first = address.split(':').next().unwrap_or_default();
    // Unique local fc00::/7 and link-local fe80::/10.
    u16::from_str_radix(first, 16)
        .is_ok_and(|first| first & 0xFE00 == 0xFC00 || first & 0xFFC0 == 0xFE80)
}

#[cfg(test)]
mod tests {
    use super::is_private_host;

    #[test]
    fn private_hosts_are_told_from_public_ones() {
        for host in [
            "localhost",
            "intranet",
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "0.0.0.0",
            "169.254.169.254",
            "100.64.0.1",
            "[::1]",
            "[fd00::1]",
            "[fe80::1]",
            "[::ffff:10.0.0.1]",
            "[::ffff:a00:1]",
            "[::]",
            "[febf::1]",
            "nas.local",
            "Printer.LAN",
            "a.localhost.",
        ] {
            assert!(is_private_host(host), "{host}");
        }
        for host in [
            "example.org",
            "8.8.8.8",
            "172.32.0.1",
            "100.128.0.1",
            "[2001:db8::1]",
            "[::ffff:808:808]",
            "[fec0::1]",
            "1.2.3",
            "local.example",
            "",
        ] {
            assert!(!is_private_host(host), "{host}");
        }
    }
}
