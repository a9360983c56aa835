//! The finished pages: HTML around what the views make.

use leptos::prelude::*;
use leptos::tachys::view::RenderHtml;

use super::head::{Head, escape, head};
use super::shell_files::ShellHead;
use crate::app::{Site, app};
use crate::core::archive::Archive;
use crate::core::parts::Records;
use crate::core::route::{Home, Route};
use crate::wording::label;

/// What pages are made from.
pub struct Pages {
    /// The archive, which lives as long as the tool runs.
    pub archive: &'static Archive,
    /// The records of its meetings.
    pub records: &'static Records,
    /// Where the site will be published.
    pub home: Home<'static>,
    /// What the app's files make of the head.
    pub shell: ShellHead,
    /// The folder of the parts, if the archive is in parts.
    pub parts: Option<String>,
    /// The name of this release, by which the service worker knows its pages.
    pub release: String,
}

impl Pages {
    /// The finished page of an address.
    pub fn page(&self, route: &Route) -> String {
        self.html(head(self.archive, self.home, route), &self.body(route))
    }

    /// A page that is no address's own: in it the app shows whatever the address asks for.
    pub fn neutral(&self) -> String {
        let head = Head { title: escape(&self.archive.dataset.title), ..Head::default() };
        // Of an archive in parts the app shows no page but the explorer.
        let loading = if self.parts.is_some() { label::NOT_KEPT } else { label::LOADING };
        self.html(head, &format!("<main><p class=\"quiet\" role=\"status\">{loading}</p></main>"))
    }

    /// A whole page.
    fn html(&self, head: Head, body: &str) -> String {
        let Head { title, description, links, data } = head;
        let ShellHead { policy, first_script, links: assets, scripts } = &self.shell;
        let language = escape(&self.archive.dataset.language);
        let site = self.home.origin.map(|origin| format!(" data-site=\"{}\"", escape(origin))).unwrap_or_default();
        let parts = self.parts.as_ref().map(|folder| format!(" data-parts=\"{folder}\"")).unwrap_or_default();
        let release = &self.release;
        let base = self.home.base.file("");
        let (without_script, not_started, reload) = (label::WITHOUT_SCRIPT, label::NOT_STARTED, label::RELOAD);
        let stopped = label::STOPPED;
        let (new_version, update, unsaved) = (label::NEW_VERSION, label::UPDATE, label::SAVE_FAILED);
        let unfiltered = label::UNFILTERED;
        format!(
            "<!doctype html>\n\
             <html lang=\"{language}\" data-app=\"starting\" data-base=\"{base}\" data-release=\"{release}\"{site}{parts}>\n\
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
             </head>\n\
             <body>\n\
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
        let (archive, base, origin) = (self.archive, self.home.base, self.home.origin.unwrap_or_default());
        let route = route.clone();
        let owner = Owner::new();
        let html = owner.with(|| {
            let route = Memo::new(move |_| route.clone());
            let go = Callback::new(|_| ());
            let records: &'static Records = self.records;
            let (ask, arrived) = (Callback::new(|_| ()), RwSignal::new(0));
            app(Site { archive, base, origin, route, go, records, ask, arrived, has_app: false }).to_html()
        });
        // The marks by which a script would find its way through the page; the app replaces the page as a whole.
        html.replace("<!>", "")
    }
}
