//! Asks the linker to leave in two programs where everything lies and what uses what. By that the
//! build cuts off what their `chunks.rs` name (`xtask/src/split.rs`).

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Cargo's word for what is compiled for; the linkers of other systems know no such wish.
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        for program in ["search-worker", "parquet-worker"] {
            println!("cargo::rustc-link-arg-bin={program}=--emit-relocs");
        }
    }
}
