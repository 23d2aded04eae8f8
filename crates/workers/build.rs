//! Asks the linker to leave in the search program where everything lies and what uses what. By
//! that the build cuts off what `src/search/chunks.rs` names (`xtask/src/split.rs`).

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Cargo's word for what is compiled for; the linkers of other systems know no such wish.
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bin=search-worker=--emit-relocs");
    }
}
