//! Whether the browser believes it has a network, when that changes, and whether to spare it.

use crate::{Listener, scope};

/// `false` only when the browser is sure that it is offline; `true` promises nothing.
#[must_use]
pub fn is_online() -> bool {
    scope::member("navigator")
        .and_then(|navigator| scope::member_of(&navigator, "onLine"))
        .and_then(|value| value.as_bool())
        .unwrap_or(true)
}

/// Whether the visitor asked the browser to save data. Not every browser says.
pub(crate) fn saves_data() -> bool {
    scope::member("navigator")
        .and_then(|navigator| scope::member_of(&navigator, "connection"))
        .and_then(|connection| scope::member_of(&connection, "saveData"))
        .and_then(|value| value.as_bool())
        .unwrap_or(false)
}

/// Calls `changed(online)` at every change, until both listeners are dropped.
#[must_use = "dropping the listeners ends the calls"]
pub fn on_connection(changed: impl Fn(bool) + Clone + 'static) -> [Listener; 2] {
    let gone = changed.clone();
    [
        Listener::on_scope("online", move |_| changed(true)),
        Listener::on_scope("offline", move |_| gone(false)),
    ]
}
