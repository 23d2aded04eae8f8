//! Where the bytes of a file are, and what its surroundings say of it.

use crate::{
    World,
    failed::failure,
    source::{Kept, Memory, Source, Url},
};
use std::rc::Rc;
use wire::{preview::File, search::Failure};

/// The bytes of a file, with hints.
#[derive(Clone)]
pub(super) struct Sourced {
    pub(super) source: Rc<dyn Source>,
    pub(super) name: Option<String>,
    pub(super) media_type: Option<String>,
    pub(super) charset: Option<String>,
}

/// Reaches for a file.
pub(super) async fn sourced(
    file: &File,
    own: Option<Rc<dyn Source>>,
    world: &dyn World,
) -> Result<Sourced, Failure> {
    match file {
        File::Url {
            url,
            declared,
            encoding,
            size,
        } => {
            let opened = match Url::open(world.http(), url, *size).await {
                // Many hosts that are listed without encryption have it.
                Err(failure) if failure.code == "mixed-content" => {
                    let url = url.replacen("http:", "https:", 1);
                    let opened = Url::open(world.http(), &url, *size).await;
                    opened.map_err(|_secure| failure)
                }
                opened => opened,
            };
            let (source, head) = opened?;
            let sent = head.content_type;
            let says_charset = sent.as_ref().is_some_and(|sent| sent.contains("charset="));
            // The server's word comes before the catalog's; the content decides in any case.
            let useful =
                |sent: &String| !sent.starts_with("application/octet-stream") || says_charset;
            Ok(Sourced {
                source: Rc::new(Kept::new(source)),
                name: name(&head.final_url).or_else(|| name(url)),
                media_type: sent.filter(useful).or_else(|| declared.clone()),
                charset: encoding.clone().filter(|_| !says_charset),
            })
        }
        File::Inline { json } => Ok(Sourced {
            source: Rc::new(Memory::new(json.clone().into_bytes())),
            name: None,
            media_type: Some("application/json".to_owned()),
            charset: None,
        }),
        File::Own { name, declared, .. } => Ok(Sourced {
            source: own.ok_or_else(|| failure("unreadable", ""))?,
            name: Some(name.clone()),
            media_type: declared.clone().filter(|declared| !declared.is_empty()),
            charset: None,
        }),
        // It has no bytes of its own; see `datastore`.
        File::Datastore { .. } => Err(failure("unsupported", "datastore")),
    }
}

/// The last part of an address, if it looks like a file's name.
fn name(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?;
    let last = path.rsplit('/').next()?;
    last.contains('.').then(|| last.to_owned())
}
