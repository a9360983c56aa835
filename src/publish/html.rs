//! The finished pages: HTML around what the views make.

use std::sync::{LazyLock, Mutex};

use leptos::prelude::*;
use leptos::tachys::view::RenderHtml;

use crate::core::address::base::Home;
use crate::core::address::query::{Query, WORDS};
use crate::core::address::route::Route;
use crate::core::search::collection::Collection;
use crate::core::search::explore::Shown;
use crate::core::search::pieces::records::Records;
use crate::language::{TAG, labels};
use crate::publish::app_files::AppHead;
use crate::publish::direction::direction;
use crate::publish::escape::escape;
use crate::publish::head::{Head, head};
use crate::views::blocks::told;
use crate::views::page::app;
use crate::views::site::{Later, Site};

/// In the build nothing has been asked or shown before.
static NOTHING_ASKED: LazyLock<Mutex<Query>> = LazyLock::new(Mutex::default);
static NOTHING_SHOWN: Mutex<Option<Shown>> = Mutex::new(None);

/// What pages are made from.
pub struct Pages {
    /// The archive with its catalogue, which live as long as the tool runs.
    pub collection: &'static Collection,
    /// The records of its meetings.
    pub records: &'static Records,
    /// What else views need, all of it.
    pub later: &'static Later,
    /// Where the site will be published.
    pub home: Home<'static>,
    /// What the app's files make of the head.
    pub app: AppHead,
    /// The names that the archive uses.
    pub names: String,
    /// Whether the labels of all facets stand in order by their plain letters.
    pub is_plain: bool,
    /// The hash of the dataset, which the build has judged.
    pub judged: String,
    /// The folder of the pieces, if the archive is in pieces.
    pub pieces: Option<String>,
    /// The name of this release, by which the service worker knows its pages.
    pub release: String,
}

impl Pages {
    /// The finished page of an address.
    pub fn page(&self, route: &Route) -> String {
        // By what the explorer can be asked is told before the data is there.
        let asks = match route {
            Route::Explorer(_) => {
                let keys = WORDS.into_iter().chain(self.collection.catalogue.facets.keys());
                format!(" data-asks=\"{}\"", keys.collect::<Vec<_>>().join(" "))
            }
            _ => String::new(),
        };
        let mut head = head(self.collection, self.home, route);
        if !matches!(route, Route::Explorer(_)) {
            head.links.insert_str(0, &self.app.further);
        }
        self.html(&asks, head, &self.body(route))
    }

    /// A page that is no address's own: in it the app shows whatever the address asks for.
    pub fn neutral(&self) -> String {
        let head = Head { title: escape(&self.collection.archive.dataset.title), ..Head::default() };
        // Of an archive in pieces the app starts on the explorer alone.
        let loading = if self.pieces.is_some() { labels::NOT_KEPT } else { labels::LOADING };
        // The footer is the same on every page, and the app takes it from here.
        let page = self.body(&Route::NotFound(String::new()));
        let footer = page.find("<footer").map_or("", |at| &page[at..]);
        self.html("", head, &format!("<main><p class=\"quiet\" role=\"status\">{loading}</p></main>{footer}"))
    }

    /// A whole page; `asks` is an attribute more of it.
    fn html(&self, asks: &str, head: Head, body: &str) -> String {
        let Head { title, description, links, data } = head;
        let AppHead { policy, first_script, links: assets, scripts, .. } = &self.app;
        let archive = &self.collection.archive;
        let language = escape(&archive.dataset.language);
        let direction = direction(&archive.dataset.language).unwrap_or_default();
        // The page is the archive's; what stands in it is said by the interface, and the archive's texts say what they are.
        let spoken = told::language(archive).map(|_| format!(" lang=\"{TAG}\"")).unwrap_or_default();
        let site = self.home.origin.map(|origin| format!(" data-site=\"{}\"", escape(origin))).unwrap_or_default();
        let plain = if self.is_plain { " data-plain" } else { "" };
        let pieces = self.pieces.as_ref().map(|folder| format!(" data-parts=\"{folder}\"")).unwrap_or_default();
        let (release, judged, names) = (&self.release, &self.judged, &self.names);
        let base = self.home.base.file("");
        let (without_script, not_started, reload) = (labels::WITHOUT_SCRIPT, labels::NOT_STARTED, labels::RELOAD);
        let (stopped, printed) = (labels::STOPPED, labels::PRINTED);
        let (new_version, update, unsaved) = (labels::NEW_VERSION, labels::UPDATE, labels::SAVE_FAILED);
        let unfiltered = labels::UNFILTERED;
        format!(
            "<!doctype html>\n\
             <html lang=\"{language}\"{direction} data-app=\"starting\" data-base=\"{base}\" data-release=\"{release}\" data-judged=\"{judged}\"{site}{pieces}{plain}{asks}>\n\
             <head>\n\
             <meta charset=\"utf-8\">\n\
             {policy}\
             {first_script}\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title}</title>\n\
             {description}\
             <link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}icon.svg\">\n\
             <link rel=\"apple-touch-icon\" href=\"{base}apple-touch-icon.png\">\n\
             <link rel=\"manifest\" href=\"{base}manifest.webmanifest\">\n\
             {assets}{links}{data}{scripts}\
             <script type=\"text/plain\" id=\"names\">{names}</script>\n\
             </head>\n\
             <body{spoken} data-printed=\"{printed}\">\n\
             <div id=\"notice\" role=\"alert\"></div>\n\
             <p id=\"off\" class=\"notice\" hidden>{not_started} <a href=\"\">{reload}</a></p>\n\
             <p id=\"stopped\" class=\"notice\" role=\"alert\" hidden>{stopped} <button type=\"button\">{reload}</button></p>\n\
             <p id=\"unfiltered\" class=\"notice\">{unfiltered}</p>\n\
             <p id=\"update\" class=\"notice\" role=\"status\" hidden>{new_version} <button type=\"button\">{update}</button></p>\n\
             <p id=\"unsaved\" class=\"notice\" role=\"alert\" hidden>{unsaved}</p>\n\
             <noscript><p class=\"notice\">{without_script}</p></noscript>\n\
             <div id=\"app\">{body}</div>\n\
             </body>\n\
             </html>\n"
        )
    }

    /// The body of a page, as the views make it.
    fn body(&self, route: &Route) -> String {
        let Collection { archive, catalogue } = self.collection;
        let (base, origin) = (self.home.base, self.home.origin.unwrap_or_default());
        let route = route.clone();
        let owner = Owner::new();
        let html = owner.with(|| {
            let route = Memo::new(move |_| route.clone());
            let go = Callback::new(|_| ());
            app(Site {
                archive,
                catalogue,
                base,
                origin,
                route,
                go,
                records: self.records,
                later: self.later,
                ask: Callback::new(|_| ()),
                arrived: RwSignal::new(0),
                failed: RwSignal::new(None),
                again: Callback::new(|()| ()),
                kept: None,
                has_app: false,
                asked: &NOTHING_ASKED,
                first: &NOTHING_SHOWN,
            })
            .to_html()
        });
        // The marks by which a script would find its way through the page; the app replaces the page as a whole.
        html.replace("<!>", "")
    }
}
