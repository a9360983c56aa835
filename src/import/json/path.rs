//! Paths of values within a document.

/// The path of a field of what has a path.
pub fn field_path(path: &str, name: &str) -> String {
    // A path of XML has slashes between its parts.
    if path.starts_with('/') {
        return format!("{path}/{name}");
    }
    let is_plain =
        !name.is_empty() && name.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | '@' | '$'));
    if is_plain { format!("{path}.{name}") } else { format!("{path}['{name}']") }
}
