//! The shop on this machine: the page as it will be deployed, with the demonstration laid over it.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::http::{HeaderValue, header};
use clap::Args;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::{demonstration, page, say, workspace};

#[derive(Args)]
pub(crate) struct Options {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Serve dist/ as it stands
    #[arg(long)]
    no_build: bool,
    /// Serve the page as a deployment has it, without the invented listings
    #[arg(long)]
    bare: bool,
}

/// Builds the page, then serves it until it is interrupted.
///
/// # Errors
/// When the build fails or the port is taken.
pub(crate) fn run(options: &Options) -> Result<()> {
    let root = workspace::root();
    let dist = if options.no_build {
        root.join("dist")
    } else {
        say::step("page");
        page::build()?
    };
    if !dist.join("index.html").is_file() {
        bail!("dist/ holds no page; leave --no-build out, or run: cargo xtask page");
    }
    say::step("serve");
    let over = match options.bare {
        true => None,
        false => {
            say::line("   with some invented listings; leave them out with --bare");
            Some(demonstration::prepare()?)
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("could not start the server")?;
    runtime.block_on(serve(options.port, router(&dist, over.as_deref())))
}

async fn serve(port: u16, router: Router) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = tokio::net::TcpListener::bind(address)
        .await
        .with_context(|| format!("port {port} is taken; choose another with --port"))?;
    say::line(&format!(
        "   the shop is open at http://{address}/ (Ctrl+C closes it)"
    ));
    axum::serve(listener, router)
        .await
        .context("the server stopped")
}

/// Whole files of one folder, and of another before it when there is one.
fn router(dist: &Path, over: Option<&Path>) -> Router {
    let page = ServeDir::new(dist).not_found_service(ServeFile::new(dist.join("404.html")));
    let router = match over {
        Some(over) => Router::new().fallback_service(ServeDir::new(over).fallback(page)),
        None => Router::new().fallback_service(page),
    };
    // A file without a hash in its name changes with the next build.
    router.layer(SetResponseHeaderLayer::overriding(
        header::CACHE_CONTROL,
        HeaderValue::from_static("no-cache"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read as _, Write as _};

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    /// Asks a real server, on a port that the system chooses.
    fn get(router: Router, path: &str) -> String {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let listener = runtime
            .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .unwrap();
        let address = listener.local_addr().unwrap();
        let request = format!("GET {path} HTTP/1.0\r\n\r\n");
        let client = std::thread::spawn(move || {
            let mut stream = std::net::TcpStream::connect(address).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        });
        runtime.block_on(async {
            let serving = tokio::spawn(async { axum::serve(listener, router).await });
            let answer = tokio::task::spawn_blocking(|| client.join().unwrap())
                .await
                .unwrap();
            serving.abort();
            answer
        })
    }

    #[test]
    fn the_demonstration_stands_before_the_page_and_only_where_it_has_a_file() {
        let dist = folder(&[
            ("config.json", "own"),
            ("catalog.json", "own"),
            ("404.html", "gone"),
        ]);
        let over = folder(&[("config.json", "invented")]);
        let router = || router(dist.path(), Some(over.path()));
        assert!(get(router(), "/config.json").ends_with("invented"));
        assert!(get(router(), "/catalog.json").ends_with("own"));
        let missing = get(router(), "/nowhere/");
        assert!(
            missing.starts_with("HTTP/1.0 404") && missing.ends_with("gone"),
            "{missing}"
        );
    }

    #[test]
    fn wasm_is_sent_as_wasm_and_asked_for_again_each_time() {
        let dist = folder(&[("a.wasm", "x"), ("404.html", "gone")]);
        let answer = get(router(dist.path(), None), "/a.wasm").to_lowercase();
        assert!(
            answer.contains("content-type: application/wasm"),
            "{answer}"
        );
        assert!(answer.contains("cache-control: no-cache"), "{answer}");
    }
}
