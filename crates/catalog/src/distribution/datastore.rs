//! Rows of a CKAN datastore, by the address of its `datastore_search`.

/// A resource of a datastore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Datastore<'a> {
    /// The address of the API, ending in `/api/3/action`.
    pub api: &'a str,
    /// The id of the resource.
    pub resource: &'a str,
}

impl<'a> Datastore<'a> {
    /// Takes `…/api/3/action/datastore_search?resource_id=…` apart. Which page of the rows an
    /// address copied from a CKAN site asks for (`limit`, `offset`) does not matter; one that
    /// asks for certain rows or columns names something else than the resource, and is refused.
    #[must_use]
    pub fn parse(address: &'a str) -> Option<Self> {
        let (api, query) = address.split_once("/datastore_search?")?;
        let mut resource = None;
        for pair in query.split('&') {
            match pair.split_once('=')? {
                ("resource_id", id) if resource.is_none() && is_id(id) => resource = Some(id),
                ("limit" | "offset", page) if !page.contains('#') => {}
                _ => return None,
            }
        }
        let resource = resource.filter(|_| !api.contains(['?', '#']))?;
        Some(Self { api, resource })
    }
}

/// CKAN's own are UUIDs.
fn is_id(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !text.is_empty() && text.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_an_api_and_a_resource() {
        let of = |address| Datastore::parse(address).map(|store| (store.api, store.resource));
        let ckan = "https://ckan.example/api/3/action";
        for query in [
            "resource_id=a-1",
            "limit=5&resource_id=a-1",
            "resource_id=a-1&offset=9",
        ] {
            let address = format!("{ckan}/datastore_search?{query}");
            assert_eq!(
                Datastore::parse(&address).map(|store| (store.api, store.resource)),
                Some((ckan, "a-1")),
                "{query}"
            );
        }
        assert_eq!(
            of("action/datastore_search?resource_id=a"),
            Some(("action", "a"))
        );
    }

    #[test]
    fn what_asks_for_less_than_the_resource_is_refused() {
        for address in [
            "https://ckan.example/dataset/a.csv",
            "https://ckan.example/api/3/action/datastore_search",
            "https://ckan.example/api/3/action/datastore_search?resource_id=",
            "https://ckan.example/api/3/action/datastore_search?resource_id=a&resource_id=b",
            "https://ckan.example/api/3/action/datastore_search?resource_id=a&q=x",
            "https://ckan.example/api/3/action/datastore_search?resource_id=a&limit=1#top",
            "https://ckan.example/api/3/action/datastore_search?resource_id=a%20b",
            "https://ckan.example/?x=/datastore_search?resource_id=a",
        ] {
            assert_eq!(Datastore::parse(address), None, "{address}");
        }
    }
}
