//! What is found as a timeline.

use leptos::prelude::*;

use crate::core::search::explore::Shown;
use crate::views::element::classed;
use crate::views::site::Site;

/// What is found as a timeline.
pub fn timeline(_site: Site, _shown: Memo<Shown>) -> AnyView {
    classed("div", "timeline").view()
}
