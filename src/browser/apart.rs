//! Of a large archive, the pages that no finished one stands for: a table of people in another order, and the meetings of two
//! people. The finished page is there first, and what was asked for takes its place; its links are the browser's to follow.

use wasm_bindgen_futures::spawn_local;

use crate::browser::address;
use crate::browser::chunks;
use crate::browser::fetch::FetchError;
use crate::browser::notice;
use crate::browser::told::base;
use crate::views::dom;

/// Shows what is asked for behind the address of a finished page, if something is.
pub fn show_if_asked() {
    if !address::route(&base()).is_asked() {
        return;
    }
    spawn_local(async {
        if let Err(error) = show().await {
            notice::tell(&error.sentence(), None, || {
                dom::focus_heading();
                notice::clear();
                show_if_asked();
            });
        }
    });
}

async fn show() -> Result<(), FetchError> {
    let (pieces, pages) = (chunks::pieces().await?, chunks::pages().await?);
    (pieces.apart)(pages).await
}
