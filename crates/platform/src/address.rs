//! Addresses of third parties: resolved by the browser's own `URL`, and only safe schemes.
//! A catalog must not make a visitor's browser knock on the visitor's own network.

use crate::scope;
use std::net::{Ipv4Addr, Ipv6Addr};
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
        || host
            .parse::<Ipv4Addr>()
            .is_ok_and(|address| address.is_loopback())
}

/// Whether `host` (as `URL.hostname` writes it) names a machine of a private network.
/// Names are judged by their ending only: what they resolve to is hidden from a page.
#[must_use]
pub fn is_private_host(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    if let Ok(v4) = host.parse::<Ipv4Addr>() {
        return is_private_v4(v4);
    }
    if let Some(v6) = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .and_then(|text| text.parse::<Ipv6Addr>().ok())
    {
        return is_private_v6(v6);
    }
    // A name without a dot is only ever found on the visitor's own network.
    !host.is_empty() && !host.contains('.')
        || [".localhost", ".local", ".internal", ".lan", ".home.arpa"]
            .iter()
            .any(|ending| host.ends_with(ending))
}

fn is_private_v4(address: Ipv4Addr) -> bool {
    let [a, b, ..] = address.octets();
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || a == 0
        || a == 100 && (64..128).contains(&b) // carrier NAT, RFC 6598
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    if let Some(v4) = address.to_ipv4_mapped() {
        return is_private_v4(v4);
    }
    address.is_loopback()
        || address.is_unspecified()
        || address.is_unique_local()
        || address.is_unicast_link_local()
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
            "local.example",
            "",
        ] {
            assert!(!is_private_host(host), "{host}");
        }
    }
}
