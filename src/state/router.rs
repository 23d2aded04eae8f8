//! Where the visitor is. The address is the only place where filter state lives: every
//! change goes through here, and every page derives from the route.

use crate::reactive::memo;
use leptos::prelude::*;
use routes::Route;
use search::url::Dropped;

/// The current route, and the only way to change it.
#[derive(Clone, Copy)]
pub(crate) struct Router {
    route: RwSignal<Route>,
    dropped: RwSignal<Vec<Dropped>>,
    /// Absolute address of the shop's root, with a slash at its end.
    base: StoredValue<String>,
}

impl Router {
    /// Reads the address and listens to back, forward and links.
    pub(crate) fn provide() -> Self {
        let base = platform::base_uri();
        let base = base.split(['?', '#']).next().unwrap_or(&base).to_owned();
        let (route, dropped) = read(&base, &platform::address().href);
        let router = Self {
            route: RwSignal::new(route),
            dropped: RwSignal::new(dropped),
            base: StoredValue::new(base),
        };
        let moved = platform::on_popstate(move || router.arrive());
        let clicked = platform::on_link(move |href| router.follow(href));
        StoredValue::new_local((moved, clicked));
        provide_context(router);
        router
    }

    /// The context.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// The current route, tracked.
    pub(crate) fn route(self) -> Route {
        self.route.get()
    }

    /// A memo over one aspect of the route, so that a page is rebuilt only when that changes.
    pub(crate) fn part<T: PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&Route) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        memo(move || self.route.with(&part))
    }

    /// What the address asked for and cannot be done.
    pub(crate) fn dropped(self) -> Vec<Dropped> {
        self.dropped.get()
    }

    /// The absolute address of the shop's root.
    pub(crate) fn base(self) -> String {
        self.base.get_value()
    }

    /// The absolute address of a route.
    pub(crate) fn href(self, route: &Route) -> String {
        let path = route.href();
        self.base
            .with_value(|base| format!("{base}{}", path.strip_prefix("./").unwrap_or(&path)))
    }

    /// Goes to a route as a new step of the history.
    pub(crate) fn go(self, route: &Route) {
        platform::push_address(&self.href(route));
        self.arrive();
    }

    /// Changes the present step of the history: for typing, so that back leaves the page.
    pub(crate) fn replace(self, route: &Route) {
        platform::replace_address(&self.href(route));
        self.arrive();
    }

    /// The page of this shop that a link leads to, if it leads to one.
    pub(crate) fn page_behind(self, href: &str) -> Option<Route> {
        let base = self.base();
        let inside = href.strip_prefix(&base)?;
        if inside.contains('#') {
            return None;
        }
        let (path, _) = inside.split_once('?').unwrap_or((inside, ""));
        let (route, _) = read(&base, href);
        // A file (catalog.json, a sample) is not a page: the browser opens it.
        let is_page = route != Route::NotFound && (path.is_empty() || path.ends_with('/'));
        is_page.then_some(route)
    }

    /// Takes a clicked link, if it leads to a page of this shop.
    fn follow(self, href: &str) -> bool {
        let Some(route) = self.page_behind(href) else {
            return false;
        };
        let same_page = self.route.with_untracked(|now| same_kind(now, &route));
        platform::push_address(href);
        self.arrive();
        if !same_page {
            platform::to_top("main");
        }
        true
    }

    fn arrive(self) {
        let (route, dropped) = read(&self.base(), &platform::address().href);
        if self.dropped.with_untracked(|now| *now != dropped) {
            self.dropped.set(dropped);
        }
        if self.route.with_untracked(|now| *now != route) {
            self.route.set(route);
        }
    }
}

/// The absolute address of a route, for `href` attributes.
pub(crate) fn href(route: &Route) -> String {
    Router::here().href(route)
}

fn read(base: &str, href: &str) -> (Route, Vec<Dropped>) {
    let inside = href.strip_prefix(base).unwrap_or("");
    let inside = inside.split('#').next().unwrap_or("");
    let (folder, search) = inside.split_once('?').unwrap_or((inside, ""));
    Route::read(folder, search)
}

/// Filtering stays where it is; a new page starts at its top.
fn same_kind(now: &Route, next: &Route) -> bool {
    matches!((now, next), (Route::Browse(_), Route::Browse(_)))
}
