//! Asks the linker to leave in the program where everything lies and what uses what. By that
//! the build cuts the pages in `chunks` off (`xtask/src/split.rs`), which takes it out again.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Cargo's word for what the page is compiled for; the linkers of other systems know no such wish.
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
