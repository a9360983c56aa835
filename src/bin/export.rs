//! The exporter: writes a page's meetings to a file for the reader. A WASM of its own, which the app fetches when it
//! is first asked for.

use meetings::browser::save;
use wasm_bindgen::prelude::wasm_bindgen;

/// Saves the meetings of the page at `address`, in the format whose files end in `ending`; true if that was possible.
#[wasm_bindgen(js_name = save)]
pub async fn save_meetings(address: String, ending: String) -> bool {
    save::save(&address, &ending).await.is_ok()
}

fn main() {}
