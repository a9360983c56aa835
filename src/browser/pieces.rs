//! Fetches what is needed of an archive in pieces.

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use crate::browser::fetch::{FetchError, fetch, text};
use crate::browser::given::Loaded;
use crate::browser::told::{self, base};
use crate::browser::{address, finished};
use crate::core::address::base::Base;
use crate::core::address::route::Route;
use crate::core::archive::Archive;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::collection::Collection;
use crate::core::search::pieces::records::Records;
use crate::core::search::pieces::{ATTENDED, file, records_file};
use crate::language::NAMES;
use crate::views::site::{Needed, Pages, Site, Visit};
use crate::views::{dom, page};

/// Fetches one thing, and puts it where it belongs.
///
/// # Errors
/// Where it does not come, or is not what belongs there.
pub async fn get(loaded: &'static Loaded, records: &'static Records, needed: Needed) -> Result<(), FetchError> {
    let in_folder = |name: &str| Request::get(&base().file(&format!("{}{name}", loaded.folder)));
    match needed {
        // It is a chunk of the app.
        Needed::View(_) => {}
        // What no finished page stands for is shown on its own (`apart`).
        Needed::Page(page) if page.is_asked() => return Err(FetchError::Elsewhere),
        Needed::Page(page) => {
            let address = base().href(&page);
            let finished = match text(Request::get(&address).header("Accept", "text/html")).await {
                Ok(html) => finished::read(&html),
                Err(FetchError::Status(404)) => None,
                Err(_) => return Err(FetchError::Chunk),
            };
            // A page of another release, or none of this site's, is the browser's to show.
            let finished = finished.ok_or(FetchError::Elsewhere)?;
            if let Ok(mut all) = loaded.later.finished.lock() {
                all.insert(page.path(), finished);
            }
        }
        Needed::Piece(piece) => {
            if let Some(name) = file(piece) {
                let bytes = fetch(in_folder(&name)).await?.binary().await?;
                loaded.collection.catalogue.take(piece, &bytes);
            }
        }
        Needed::Record(position) => {
            let archive = Archive::read_sound(&text(in_folder(&records_file(position))).await?);
            records.take(position, Box::leak(Box::new(archive.map_err(|_| FetchError::Other)?)));
        }
    }
    Ok(())
}

/// Shows a page for which no finished one stands, in the place of the finished one. Nothing but this page is shown here.
///
/// # Errors
/// Where what it takes does not come.
pub async fn show_apart(pages: Pages) -> Result<(), FetchError> {
    let base: &'static Base = Box::leak(Box::new(base()));
    let folder = told::pieces_folder().unwrap_or_default();
    let text = text(Request::get(&base.file(&format!("{folder}{ATTENDED}")))).await?;
    let archive = Archive::read_sound(&text).map_err(|_| FetchError::Other)?;
    let catalogue = Catalogue::new(&archive, &NAMES);
    let collection: &'static Collection = Box::leak(Box::new(Collection { archive, catalogue }));
    let Collection { archive, catalogue } = collection;
    let route = address::route(base);
    let Some(main) = document().get_element_by_id(dom::CONTENT) else { return Ok(()) };
    let origin = told::origin_told().unwrap_or_default();
    let origin: &'static str = Box::leak(origin.into_boxed_str());
    main.set_inner_html("");
    let title = page::title(archive, catalogue, &route, (pages.name)(archive, catalogue, &route));
    mount_to(main.unchecked_into(), move || {
        let shown = route.clone();
        let site = Site {
            archive,
            catalogue,
            base,
            origin,
            route: Memo::new(move |_| shown.clone()),
            // Whoever goes elsewhere gets another page.
            go: Callback::new(move |(to, _): (Route, Visit)| _ = location().assign(&base.href(&to))),
            records: Box::leak(Box::new(Records::new(archive, catalogue.count()))),
            later: Box::leak(Box::default()),
            ask: Callback::new(|_| ()),
            arrived: RwSignal::new(0),
            failed: RwSignal::new(None),
            again: Callback::new(|()| ()),
            kept: None,
            has_app: true,
            asked: Box::leak(Box::default()),
            first: Box::leak(Box::default()),
        };
        (pages.view)(site, &route)
    })
    .forget();
    document().set_title(&title);
    Ok(())
}
