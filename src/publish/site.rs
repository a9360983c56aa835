//! Writes the finished site: for every address a page that is readable before any script runs, made by the same views
//! that the browser runs, and beside the pages the files that an archive publishes. The same archive gives the same
//! bytes, wherever and whenever it is published.

use std::path::Path;

use crate::core::address::base::Home;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::export::{Format, export, published};
use crate::core::search::collection::Collection;
use crate::core::search::list::List;
use crate::core::search::pieces::records::Records;
use crate::core::search::pieces::write::{SIZES, files as pieces_of};
use crate::language::NAMES;
use crate::publish::app_files::AppFiles;
use crate::publish::data_package::data_package;
use crate::publish::html::Pages;
use crate::publish::offline::{self, NEUTRAL, WORKER};
use crate::publish::schema::schema;
use crate::publish::sitemap::{robots, sitemaps};
use crate::publish::write::{PublishError, compress, write, write_compressed};
use crate::publish::{feeds, pieces};

/// What a site is published from.
pub struct Publication<'a> {
    /// The folder in which Trunk has staged the app; the site is written into it.
    pub staging: &'a Path,
    /// The text of the dataset.
    pub json: &'a str,
    /// The archive in it with its catalogue, which live as long as the tool runs.
    pub collection: &'static Collection,
    /// Where the site will be published; without an origin no page names its whole address.
    pub home: Home<'static>,
    /// Whether a service worker keeps the site for offline.
    pub is_kept_offline: bool,
}

impl Publication<'_> {
    /// Writes the whole site; gives the number of its pages.
    ///
    /// # Errors
    /// Where the staged app is not whole, or a file cannot be written.
    pub fn write(&self) -> Result<usize, PublishError> {
        let folder = pieces::folder(self.json);
        let files = AppFiles::take(self.staging, folder.is_some())?;
        files.compress(self.staging)?;
        let routes = self.routes();
        let has_worker = self.is_kept_offline && !files.is_served_for_development();
        let pages = self.pages(&files, has_worker, folder);
        for route in &routes {
            let path = format!("{}index.html", route.folder());
            let page = pages.page(route);
            write(self.staging, &path, page.as_bytes())?;
            if matches!(route, Route::Explorer(_) | Route::List { .. }) {
                compress(self.staging, &path, page.as_bytes())?;
            }
        }
        write(self.staging, "404.html", pages.page(&Route::NotFound(String::new())).as_bytes())?;
        self.write_pieces(pages.pieces.as_deref())?;
        self.write_exports(&routes)?;
        self.write_offline(&files, has_worker.then_some(&pages))?;
        let (archive, home) = (&self.collection.archive, self.home);
        write_compressed(self.staging, "data/meetings.json", self.json.as_bytes())?;
        write_compressed(self.staging, "data/meetings.schema.json", schema().as_bytes())?;
        for (name, text) in [
            (feeds::ATOM, feeds::atom(archive, home)),
            (feeds::JSON, Some(feeds::json_feed(archive, home))),
            ("datapackage.json", Some(data_package(archive, home))),
            ("robots.txt", Some(robots(home))),
            // GitHub Pages would otherwise leave out what its site generator does not know.
            (".nojekyll", Some(String::new())),
        ] {
            if let Some(text) = text {
                write(self.staging, name, text.as_bytes())?;
            }
        }
        for (name, text) in sitemaps(archive, home, &routes) {
            write(self.staging, &name, text.as_bytes())?;
        }
        Ok(routes.len() + 1)
    }

    /// Every page of the site but the one for unknown addresses.
    fn routes(&self) -> Vec<Route> {
        let Collection { archive, catalogue } = self.collection;
        let meetings = archive.meetings.iter().map(|meeting| Route::Meeting(meeting.record.id.clone()));
        let mut routes = vec![Route::Explorer(Query::default()), Route::About];
        routes.extend(meetings.chain(List::all(catalogue)));
        routes
    }

    /// What pages are made from, with the name of this release.
    fn pages(&self, files: &AppFiles, has_worker: bool, pieces: Option<String>) -> Pages {
        let Collection { archive, catalogue } = self.collection;
        let records = Box::leak(Box::new(Records::new(archive, catalogue.count())));
        let app = files.head(self.home.base, has_worker.then_some(WORKER), pieces.as_deref());
        let (collection, home) = (self.collection, self.home);
        let mut pages = Pages { collection, records, home, app, release: String::new(), pieces };
        // The other pages are made of the same.
        let samples = [Route::Explorer(Query::default()), Route::About, Route::NotFound(String::new())];
        let samples = samples.map(|route| pages.page(&route));
        let made_from: Vec<&str> = samples.iter().map(String::as_str).chain([self.json]).collect();
        pages.release = offline::release(&made_from, files);
        pages
    }

    /// Writes the archive in pieces, if it is to be fetched so.
    fn write_pieces(&self, folder: Option<&str>) -> Result<(), PublishError> {
        let Some(folder) = folder else { return Ok(()) };
        let Collection { archive, catalogue } = self.collection;
        let records = pieces::records(archive, self.json).unwrap_or_default();
        for (name, content) in pieces_of(catalogue, SIZES).into_iter().chain(records) {
            write_compressed(self.staging, &format!("{folder}{name}"), &content)?;
        }
        Ok(())
    }

    /// Writes what readers take away: the whole archive, and a calendar for every meeting that has a day. The dataset
    /// is published by itself.
    fn write_exports(&self, routes: &[Route]) -> Result<(), PublishError> {
        for route in routes {
            for format in Format::ALL.into_iter().filter(|format| *format != Format::Json) {
                if let Some(path) = published(route, format)
                    && let Some(file) = export(&self.collection.archive, self.json, route, self.home, format, &NAMES)
                {
                    write(self.staging, &path, file.text.as_bytes())?;
                }
            }
        }
        Ok(())
    }

    /// Writes what makes the site installable, and the service worker if `pages` are to be kept by one.
    fn write_offline(&self, files: &AppFiles, pages: Option<&Pages>) -> Result<(), PublishError> {
        let manifest = offline::manifest(&self.collection.archive, self.home.base);
        write(self.staging, "manifest.webmanifest", manifest.as_bytes())?;
        let Some(pages) = pages else {
            return write(self.staging, WORKER, offline::no_worker().as_bytes());
        };
        let neutral = pages.neutral();
        write(self.staging, &format!("{NEUTRAL}index.html"), neutral.as_bytes())?;
        let worker = offline::worker(&pages.release, files, self.json, pages.pieces.as_deref(), &neutral);
        write(self.staging, WORKER, worker.as_bytes())
    }
}
