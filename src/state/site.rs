//! The site's configuration: read once from `config.json`; a bad option is a notice, and
//! without the file the defaults stand.

use super::lang;
use crate::{
    components::said_text,
    engine::SearchEngine,
    i18n::Lang,
    view::{any, view},
};
use catalog::{Config, Contact, InquiryTarget, Limits, Notice, Scheme, read_config};
use leptos::prelude::*;
use platform::{Cache, FetchOptions, Preferences};
use std::sync::Arc;
use wire::search::{SourceReport, SourceSpec};

/// The notice of a configuration that was not there.
const MISSING: &str = "config-missing";

/// The configuration, its notices, and where things are kept.
#[derive(Clone)]
pub(crate) struct Site {
    config: Arc<Config>,
    notices: Arc<Vec<Notice>>,
    base: String,
}

impl Site {
    /// Fetches the configuration beside the page.
    pub(crate) async fn read(base: &str) -> Self {
        let options = FetchOptions {
            cache: Cache::Revalidate,
            ..FetchOptions::up_to(1_000_000)
        };
        let url = format!("{base}config.json");
        let (config, notices) = match platform::get_bytes(&url, &options, |_, _| {}).await {
            Ok(fetched) => {
                let parsed = read_config(&fetched.bytes, &Limits::default());
                (parsed.value, parsed.notices)
            }
            Err(error) => {
                let missing = Notice::new(
                    catalog::Severity::Warning,
                    MISSING,
                    "config.json",
                    error.to_string(),
                );
                (Config::default(), vec![missing])
            }
        };
        Self {
            config: Arc::new(config),
            notices: Arc::new(notices),
            base: base.to_owned(),
        }
    }

    /// Sets the host's colours and makes the site a context.
    pub(crate) fn provide(self) {
        let theme = &self.config.theme;
        platform::set_root_property("--brand-hue", &theme.brand_hue.to_string());
        platform::set_root_property("--warmth", &theme.warmth.to_string());
        platform::set_root_property("--radius", &format!("{}px", theme.radius));
        provide_context(self);
    }

    /// The context.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// What was odd in the configuration.
    pub(crate) fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Whether `config.json` could not be read, so that the defaults stand.
    pub(crate) fn is_unconfigured(&self) -> bool {
        self.notices.iter().any(|notice| notice.code == MISSING)
    }

    /// The scheme of a first visit.
    pub(crate) fn scheme(&self) -> Scheme {
        self.config.theme.scheme
    }

    /// Theme and language as kept for this shop, and for no other shop of the same origin.
    pub(crate) fn preferences(&self) -> Preferences {
        Preferences::new(&base_path(&self.base))
    }

    /// The path that names this shop on its origin, for what is kept on the device.
    pub(crate) fn kept_under(&self) -> String {
        base_path(&self.base)
    }

    /// The shop's name.
    pub(crate) fn name(&self) -> String {
        if self.is_renamed() {
            said_text(&self.config.name)
        } else {
            String::from("集市 Jishi")
        }
    }

    /// Whether the host gave the shop a name of its own.
    pub(crate) fn is_renamed(&self) -> bool {
        !self.config.name.is_empty()
    }

    /// The name as the header shows it.
    pub(crate) fn name_view(&self) -> AnyView {
        if self.is_renamed() {
            return view! { <b>{self.name()}</b> };
        }
        view! { <b lang="zh-Hans">"集市"</b><span lang="en">"Jishi"</span> }
    }

    /// The host's logo, absolute.
    pub(crate) fn logo(&self) -> Option<String> {
        self.resolve(self.config.logo.as_deref()?)
    }

    /// What the host says about the shop.
    pub(crate) fn about(&self) -> Option<String> {
        let tagline = said_text(&self.config.tagline);
        (!tagline.is_empty()).then_some(tagline)
    }

    /// The host's own text of this name, if there is one.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.config
            .texts
            .get(name)
            .map(said_text)
            .filter(|text| !text.is_empty())
    }

    /// Whether the interface is offered in `lang`.
    pub(crate) fn offers(&self, lang: Lang) -> bool {
        let offered = &self.config.languages;
        offered.is_empty() || offered.iter().any(|tag| Lang::parse(tag) == Some(lang))
    }

    /// Languages of the interface, and the one for visitors who speak none of them.
    pub(crate) fn languages(&self) -> (Vec<Lang>, Option<Lang>) {
        let offered = self
            .config
            .languages
            .iter()
            .filter_map(|tag| Lang::parse(tag))
            .collect();
        (
            offered,
            self.config
                .default_language
                .as_deref()
                .and_then(Lang::parse),
        )
    }

    /// Whom visitors ask about the shop itself.
    pub(crate) fn contact(&self) -> Option<Contact> {
        self.config.contact.clone()
    }

    /// How inquiries are delivered where neither listing nor exchange says.
    pub(crate) fn inquiry(&self) -> &[InquiryTarget] {
        &self.config.inquiry
    }

    /// The host's links, as list items of the footer.
    pub(crate) fn links_view(&self) -> AnyView {
        let links = self.config.links.iter().filter_map(|link| {
            let href = self.resolve(&link.href)?;
            Some(view! { <li><a href=href rel="noopener noreferrer">{said_text(&link.label)}</a></li> })
        });
        any(links.collect_view())
    }

    /// The first catalog file that stands beside the page, to be taken as it is.
    pub(crate) fn catalog_url(&self) -> Option<String> {
        let beside = |url: &&String| !url.contains("://") && !url.starts_with('/');
        self.config
            .sources
            .iter()
            .map(|source| &source.url)
            .find(beside)
            .cloned()
    }

    /// What the search worker loads, with absolute addresses.
    pub(crate) fn sources(&self) -> Vec<SourceSpec> {
        let spec = |source: &catalog::ConfigSource| {
            Some(SourceSpec {
                id: source.id.clone(),
                kind: source.kind,
                url: self.resolve(&source.url)?,
                mapping: source
                    .mapping
                    .as_deref()
                    .and_then(|mapping| self.resolve(mapping)),
                title: source.title.clone(),
                banner: source.banner.clone(),
                ahead: source.ahead,
            })
        };
        self.config.sources.iter().filter_map(spec).collect()
    }

    fn resolve(&self, href: &str) -> Option<String> {
        platform::resolve(&self.base, href)
    }
}

/// The name of a source: the configuration's, else the catalog's, else what its address says.
pub(crate) fn source_name(report: &SourceReport) -> String {
    report.called(lang().tag(), &platform::address().origin)
}

/// Names of records by their keys; where two are the same, each says its source.
pub(crate) fn told_apart<'n>(named: impl Iterator<Item = (&'n str, String)>) -> Vec<String> {
    let named: Vec<(&str, String)> = named.collect();
    // Equal names stand beside each other once they are sorted: lists may have thousands.
    let sorted: Vec<&str> = named.iter().map(|(_, name)| name.as_str()).collect();
    let sorted = search::ordered(sorted, &|one, other| one.cmp(other));
    let shared = |name: &str| {
        let first = sorted.partition_point(|other| *other < name);
        sorted.get(first + 1).is_some_and(|other| *other == name)
    };
    let of_source = |key: &str| {
        let source = key.split_once('~').map_or(key, |(source, _)| source);
        SearchEngine::here().sources().with_untracked(|sources| {
            let report = sources.iter().find(|report| report.id == source);
            report.map_or_else(|| source.to_owned(), source_name)
        })
    };
    let name = |(key, name): &(&str, String)| match shared(name) && key.contains('~') {
        true => format!("{name} · {}", of_source(key)),
        false => name.clone(),
    };
    named.iter().map(name).collect()
}

/// `/x/y/` of `https://host/x/y/`.
fn base_path(base: &str) -> String {
    let after = base.split_once("://").map_or(base, |(_, rest)| rest);
    after
        .find('/')
        .and_then(|at| after.get(at..))
        .unwrap_or("/")
        .to_owned()
}
