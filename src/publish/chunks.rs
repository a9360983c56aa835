//! The chunks of the app: each one file, in which stand the modules that it shares with other chunks.
//!
//! The tool that cuts the program makes a small module of what several chunks share. To spare the reader their requests, each
//! chunk carries those it needs, as custom sections (WebAssembly Core Specification, 5.5.3) of the module that is its own;
//! `browser/scripts/chunks.js` takes them out.

/// A chunk as the tool has cut it.
#[derive(Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Its name.
    pub name: String,
    /// The names of the modules that it shares with others, without their ending.
    pub shared: Vec<String>,
}

/// The chunks that the script of the tool loads; `None` where the script is not as expected.
///
/// Of what the tool writes this reads `export const __wasm_split_load_NAME = wrapAsyncCb(makeLoad(…, [__chunk_1, …]));`.
pub fn chunks(script: &str) -> Option<Vec<Chunk>> {
    let loaders = script.split("export const __wasm_split_load_").skip(1);
    let chunk = |loader: &str| {
        let (name, rest) = loader.split_once(" = ")?;
        let (loader, _) = rest.split_once("]));")?;
        let (_, shared) = loader.rsplit_once('[')?;
        let shared = shared.split(',').map(str::trim).filter(|name| !name.is_empty());
        let shared = shared.map(|name| name.strip_prefix("__").map(str::to_owned));
        Some(Chunk { name: name.to_owned(), shared: shared.collect::<Option<_>>()? })
    };
    let mut chunks: Vec<Chunk> = loaders.map(chunk).collect::<Option<_>>()?;
    chunks.sort_by(|a, b| a.name.cmp(&b.name));
    (!chunks.is_empty()).then_some(chunks)
}

/// A module with others in it, each by its name.
pub fn with_sections(mut module: Vec<u8>, others: &[(&str, &[u8])]) -> Vec<u8> {
    for (name, content) in others {
        let mut section = Vec::new();
        write_length(name.len(), &mut section);
        section.extend_from_slice(name.as_bytes());
        section.extend_from_slice(content);
        module.push(0);
        write_length(section.len(), &mut module);
        module.extend(section);
    }
    module
}

/// A length as WebAssembly has it (LEB128).
fn write_length(mut length: usize, bytes: &mut Vec<u8>) {
    while length >= 0x80 {
        bytes.push(length as u8 | 0x80);
        length >>= 7;
    }
    bytes.push(length as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_tells_which_chunks_share_what() {
        let script = "const __chunk_6 = makeLoad(() => {\n    const src = fetch(new URL(\"./chunk_6.wasm\", import.meta.url));\n}\n, []);\n\
            export const __wasm_split_load_search = wrapAsyncCb(makeLoad(() => {\n    const src = fetch(1);\n    return async (imports) => (f(src));\n}\n, [__chunk_6, __chunk_7]));\n\
            export const __wasm_split_load_check = wrapAsyncCb(makeLoad(() => {\n}\n, []));\n";
        let chunk = |name: &str, shared: &[&str]| Chunk {
            name: name.to_owned(),
            shared: shared.iter().map(|name| (*name).to_owned()).collect(),
        };
        assert_eq!(chunks(script), Some(vec![chunk("check", &[]), chunk("search", &["chunk_6", "chunk_7"])]));
        assert_eq!(chunks("export const __wasm_split_load_a = other()"), None);
        assert_eq!(chunks(""), None);
    }

    #[test]
    fn sections_are_written_as_the_standard_has_them() {
        let long = [7; 200];
        let module = with_sections(b"\0asm\x01\0\0\0".to_vec(), &[("a", &[1, 2]), ("bc", &long)]);
        assert_eq!(module[8..14], [0, 4, 1, b'a', 1, 2]);
        // 203 is 0xcb 0x01: the name with its length, and 200 bytes.
        assert_eq!(module[14..20], [0, 0xcb, 1, 2, b'b', b'c']);
        assert_eq!(module.len(), 20 + 200);
    }
}
