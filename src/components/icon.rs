//! Icons, drawn inline: a `<use href="#…">` would resolve against `<base>`.

use crate::view::view;
use leptos::prelude::*;

/// One icon of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Chevron,
    Clock,
    Close,
    Copy,
    Doubtful,
    Download,
    Error,
    Eye,
    File,
    Filter,
    Free,
    Info,
    Mail,
    Mask,
    Menu,
    More,
    Negotiable,
    NotStated,
    Number,
    Ok,
    Retry,
    Search,
    Send,
    Theme,
    Warning,
}

impl Icon {
    /// What stands in the `<svg>`; ours, so it may be set as markup.
    const fn markup(self) -> &'static str {
        match self {
            Self::Chevron => r#"<path d="m7.5 4.5 5.5 5.5-5.5 5.5"/>"#,
            Self::Clock => r#"<circle cx="10" cy="10" r="7.5"/><path d="M10 5.5V10l3 2"/>"#,
            Self::Close => r#"<path d="m5 5 10 10M15 5 5 15"/>"#,
            Self::Copy => {
                r#"<rect x="7" y="7" width="10" height="10" rx="1"/><path d="M13 7V3H3v10h4"/>"#
            }
            Self::Doubtful => {
                r#"<path d="M10 2.2 17.8 10 10 17.8 2.2 10z"/><path d="M8.3 8.2c.2-2.100 3.500-2 3.400 0 0 1.300-1.700 1.500-1.700 2.800M10 13.400v.1"/>"#
            }
            Self::Download => r#"<path d="M10 3v10M5.8 9 10 13.2 14.2 9M3.5 17h13"/>"#,
            Self::Error => {
                r#"<path d="M6.7 2.5h6.6l4.2 4.2v6.6l-4.2 4.2H6.7l-4.2-4.2V6.7z"/><path d="M10 6v5M10 13.6v.2"/>"#
            }
            Self::Eye => {
                r#"<path d="M1.8 10S4.8 4.8 10 4.8 18.2 10 18.2 10 15.2 15.2 10 15.2 1.8 10 1.8 10z"/><circle cx="10" cy="10" r="2.4"/>"#
            }
            Self::File => r#"<path d="M5 2.5h6.5L15.5 7v10.5H5z"/><path d="M11.5 2.5V7h4"/>"#,
            Self::Filter => r#"<path d="M2.5 5h15M5.5 10h9M8.5 15h3"/>"#,
            Self::Free => {
                r#"<rect x="3.5" y="9" width="13" height="8.5" rx="1"/><path d="M6.5 9V6a3.5 3.5 0 0 1 6.8-1.2"/>"#
            }
            Self::Info => r#"<circle cx="10" cy="10" r="7.5"/><path d="M10 9v5M10 6v.2"/>"#,
            Self::Mail => {
                r#"<rect x="2.5" y="4.5" width="15" height="11" rx="1"/><path d="m3 5.5 7 5.5 7-5.5"/>"#
            }
            Self::Mask => {
                r#"<path d="M3 3l14 14M8 5.1A9 9 0 0 1 10 4.8c5.2 0 8.2 5.2 8.2 5.2a14 14 0 0 1-2.3 2.8M13 14.6a8.6 8.6 0 0 1-3 .6C4.8 15.2 1.8 10 1.8 10a14 14 0 0 1 3.4-3.7"/>"#
            }
            Self::More => r#"<path d="M10 4.2v.1M10 10v.1M10 15.8v.1" stroke-width="2.6"/>"#,
            Self::Menu => r#"<path d="M3 5.5h14M3 10h14M3 14.5h14"/>"#,
            Self::Negotiable => {
                r#"<path d="M2.5 3h10v7h-5l-2.5 2.5V10h-2.5z"/><path d="M15 7.5h2.5V14H16v2.5L13.500 14H9v-1.500"/>"#
            }
            Self::NotStated => {
                r#"<circle cx="10" cy="10" r="7.3" stroke-dasharray="2.6 2.5"/><path d="M7 10h6"/>"#
            }
            Self::Number => {
                r#"<path d="M2.5 10.2V3.5a1 1 0 0 1 1-1h6.7l7.3 7.3-7.7 7.7z" fill="currentColor"/><circle cx="6.4" cy="6.4" r="1.3" fill="var(--surface)" stroke="none"/>"#
            }
            Self::Ok => r#"<circle cx="10" cy="10" r="7.5"/><path d="m6.5 10.2 2.4 2.4 4.6-5"/>"#,
            Self::Retry => r#"<path d="M16.5 10a6.5 6.5 0 1 1-2-4.7M16.8 2.8v3.4h-3.4"/>"#,
            Self::Search => r#"<circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 4 4"/>"#,
            Self::Send => r#"<path d="M17.5 2.5 9 11M17.5 2.5 12 17.5 9 11 2.5 8z"/>"#,
            Self::Theme => {
                r#"<circle cx="10" cy="10" r="7.5"/><path d="M10 2.5v15a7.5 7.5 0 0 0 0-15z" fill="currentColor"/>"#
            }
            Self::Warning => r#"<path d="M10 2.8 18 17H2z"/><path d="M10 8v4.2M10 14.4v.2"/>"#,
        }
    }
}

/// An icon beside a word; hidden from speech, which has the word.
#[component]
pub(crate) fn Svg(icon: Icon) -> AnyView {
    view! { <svg class="i" viewBox="0 0 20 20" aria-hidden="true" inner_html=icon.markup()></svg> }
}

/// The mark: 市 drawn as a stall, with one datum.
#[component]
pub(crate) fn Mark() -> AnyView {
    view! {
        <svg viewBox="0 0 40 40" aria-hidden="true">
            <path
                fill="currentColor"
                d="M3 10h34v4.200H22.100V19H33v10.500a4 4 0 0 1-4 4h-2.400v-3.900h2.200v-6.700h-6.700V38h-4.200V22.900h-6.700v10.600H7V19h10.900v-4.800H3z"
            ></path>
            <circle cx="20" cy="5" r="3.200" fill="var(--seal)"></circle>
        </svg>
    }
}
