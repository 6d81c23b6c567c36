//! Rebuilds when embedded files appear or go; their contents are tracked by the compiler.

fn main() {
    for folder in ["static", "locales", "migrations", "templates"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
