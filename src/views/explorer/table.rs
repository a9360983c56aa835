//! What is found as a table.

use leptos::prelude::*;

use crate::core::search::explore::Shown;
use crate::views::element::classed;
use crate::views::site::Site;

/// What is found as a table.
pub fn table(_site: Site, _shown: Memo<Shown>) -> AnyView {
    classed("div", "table").view()
}
