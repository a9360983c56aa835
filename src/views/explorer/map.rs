//! What is found as a map.

use leptos::prelude::*;

use crate::core::search::explore::Shown;
use crate::views::element::classed;
use crate::views::site::Site;

/// What is found as a map.
pub fn map(_site: Site, _shown: Memo<Shown>) -> AnyView {
    classed("div", "map").view()
}
