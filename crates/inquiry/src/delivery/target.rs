//! Where an inquiry may go, from what a catalog or configuration says. Third-party text: only
//! safe schemes, and only what this shop can really deliver.

use crate::contact;
use catalog::{InquiryKind, InquiryTarget, Text};
use record::Record;

/// How a webhook wants its body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Record)]
pub enum WebhookMode {
    /// `application/json` with an `Idempotency-Key`; the receiver must answer a preflight.
    #[default]
    Json,
    /// The same JSON as `text/plain`, which needs no preflight; the id is in the body.
    Text,
}

/// One way.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(tag = "kind")]
pub enum Way {
    /// A file to keep and pass on.
    Download,
    /// Text for the clipboard.
    Copy,
    /// A mail the visitor's own program sends.
    Mailto {
        /// Mail address.
        to: String,
    },
    /// A POST by this page.
    Webhook {
        /// Absolute `http` or `https` address.
        url: String,
        /// How the body is sent.
        mode: WebhookMode,
    },
    /// A POST to a form service that takes flat keys (Formspree and its like).
    Formspree {
        /// Absolute `https` address.
        url: String,
    },
    /// A new issue in a public repository, opened for the visitor to send.
    GithubIssue {
        /// `https://github.com/{owner}/{repository}/issues/new`.
        url: String,
    },
    /// The recipient's own form.
    Link {
        /// Absolute `http` or `https` address.
        url: String,
    },
}

/// A way with what the visitor must be told of it.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Target {
    /// The way.
    pub way: Way,
    /// Anyone can read what is sent, so contact data is left out.
    #[record(default)]
    pub public: bool,
    /// What the button says, from the catalog.
    pub label: Option<Text>,
}

/// Why a target of a catalog or configuration cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TargetError {
    /// No address where one is needed.
    #[error("{0:?} needs an address")]
    NoAddress(InquiryKind),
    /// Not an absolute address of a safe scheme.
    #[error("not a safe absolute address: {0}")]
    UnsafeAddress(String),
    /// Not a mail address.
    #[error("not a mail address: {0}")]
    NotAnEmail(String),
    /// Not the address of a repository or of its new-issue page.
    #[error("not a GitHub repository: {0}")]
    NotARepository(String),
    /// A way this shop cannot take.
    #[error("{0:?} cannot be served from static files")]
    Unsupported(InquiryKind),
}

impl Target {
    /// The target that `from` describes. Relative addresses must have been resolved before.
    ///
    /// # Errors
    /// [`TargetError`], which names the value.
    pub fn from_catalog(from: &InquiryTarget) -> Result<Self, TargetError> {
        let href = from.href.as_deref().map(str::trim).unwrap_or_default();
        if href.is_empty() && from.kind != InquiryKind::Download {
            return Err(TargetError::NoAddress(from.kind));
        }
        let way = match from.kind {
            InquiryKind::Download => Way::Download,
            InquiryKind::Mailto => Way::Mailto { to: mail(href)? },
            InquiryKind::Webhook => Way::Webhook {
                url: web(href)?,
                mode: WebhookMode::Json,
            },
            InquiryKind::Formspree => Way::Formspree { url: web(href)? },
            InquiryKind::GithubIssue => Way::GithubIssue { url: issues(href)? },
            InquiryKind::Link => Way::Link { url: web(href)? },
            // It needs a hidden form in the built pages; without, it drops every field silently.
            InquiryKind::Netlify => return Err(TargetError::Unsupported(from.kind)),
        };
        // A public tracker is public whatever the catalog says.
        let public = from.public == Some(true) || from.kind == InquiryKind::GithubIssue;
        Ok(Self {
            way,
            public,
            label: from.label.clone(),
        })
    }

    /// A way without a label that is not public: download and copy, which are always there.
    #[must_use]
    pub const fn plain(way: Way) -> Self {
        Self {
            way,
            public: false,
            label: None,
        }
    }

    /// Who gets it, to be told beside the consent: a mail address or a host. `None` for a way
    /// that ends with the visitor.
    #[must_use]
    pub fn recipient(&self) -> Option<&str> {
        match &self.way {
            Way::Download | Way::Copy => None,
            Way::Mailto { to } => Some(to),
            Way::Webhook { url, .. }
            | Way::Formspree { url }
            | Way::GithubIssue { url }
            | Way::Link { url } => host(url),
        }
    }
}

/// The host of an address that was checked before.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    rest.split(['/', '?', '#']).next()
}

/// `mailto:a@b?cc=…` or `a@b`: the address only. What else a link carries (copies, attachments)
/// is not the catalog's to decide.
fn mail(href: &str) -> Result<String, TargetError> {
    let bare = match href.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => href.get(7..).unwrap_or_default(),
        _ => href,
    };
    let address = bare.split('?').next().unwrap_or_default();
    contact::email(address).ok_or_else(|| TargetError::NotAnEmail(clamped(href)))
}

/// An absolute `http` or `https` address without user name, spaces or controls.
fn web(href: &str) -> Result<String, TargetError> {
    let unsafe_address = || TargetError::UnsafeAddress(clamped(href));
    let (scheme, rest) = href.split_once("://").ok_or_else(unsafe_address)?;
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain = !authority.is_empty()
        && !authority.contains('@')
        && !href.contains('\\')
        && !href.chars().any(|c| c.is_whitespace() || c.is_control());
    if is_web && is_plain && href.len() <= 2_000 {
        Ok(href.to_owned())
    } else {
        Err(unsafe_address())
    }
}

/// `owner/repository`, the repository's address, or that of its new-issue page.
fn issues(href: &str) -> Result<String, TargetError> {
    let path = href
        .strip_prefix("https://github.com/")
        .unwrap_or(href)
        .trim_end_matches('/');
    let path = path.strip_suffix("/issues/new").unwrap_or(path);
    let is_name = |name: &str| {
        (1..=100).contains(&name.len())
            && name != "."
            && name != ".."
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    };
    match path.split_once('/') {
        Some((owner, repository)) if is_name(owner) && is_name(repository) => Ok(format!(
            "https://github.com/{owner}/{repository}/issues/new"
        )),
        _ => Err(TargetError::NotARepository(clamped(href))),
    }
}

/// Third-party text in a message, bounded.
fn clamped(text: &str) -> String {
    text.chars().take(200).collect()
}
