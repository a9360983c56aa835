//! Writes the finished site: for every address a page that is readable before any script runs, made by the same views
//! that the browser runs, and beside the pages the files that an archive publishes. The same archive gives the same
//! bytes, wherever and whenever it is published.

use std::path::Path;

use super::files::{PublishError, compress, write, write_compressed};
use super::offline::{self, NEUTRAL, WORKER};
use super::page::Pages;
use super::shell_files::ShellFiles;
use super::{catalogue, feeds, parts, schema};
use crate::core::archive::Archive;
use crate::core::check::NONE;
use crate::core::export::{Format, export, published};
use crate::core::facet::Facet;
use crate::core::parts::{Records, write as parts_of};
use crate::core::query::Query;
use crate::core::route::{Home, Route};

/// What a site is published from.
pub struct Publication<'a> {
    /// The folder in which Trunk has staged the shell; the site is written into it.
    pub staging: &'a Path,
    /// The text of the dataset.
    pub json: &'a str,
    /// The archive in it, which lives as long as the tool runs.
    pub archive: &'static Archive,
    /// Where the site will be published; without an origin no page names its whole address.
    pub home: Home<'static>,
    /// Whether a service worker keeps the site for offline.
    pub is_kept_offline: bool,
}

impl Publication<'_> {
    /// Writes the whole site; gives the number of its pages.
    ///
    /// # Errors
    /// Where the staged shell is not whole, or a file cannot be written.
    pub fn write(&self) -> Result<usize, PublishError> {
        let parts = parts::folder(self.json);
        let shell = ShellFiles::take(self.staging, parts.is_some())?;

        shell.compress(self.staging)?;
        let routes = self.routes();
        let has_worker = self.is_kept_offline && !shell.is_served_for_development();
        let pages = self.pages(&shell, has_worker, parts);
        for route in &routes {
            let path = format!("{}index.html", route.path().trim_start_matches('/'));
            let page = pages.page(route);
            write(self.staging, &path, page.as_bytes())?;
            if matches!(route, Route::Explorer(_) | Route::Theme(_) | Route::Year(_)) {
                compress(self.staging, &path, page.as_bytes())?;
            }
        }
        write(self.staging, "404.html", pages.page(&Route::NotFound(String::new())).as_bytes())?;
        self.write_parts(pages.parts.as_deref())?;
        self.write_exports(&routes)?;
        self.write_offline(&shell, has_worker.then_some(&pages))?;
        let (archive, home) = (self.archive, self.home);
        write_compressed(self.staging, "data/meetings.json", self.json.as_bytes())?;
        write_compressed(self.staging, "data/meetings.schema.json", schema().as_bytes())?;
        for (name, text) in [
            (feeds::ATOM, feeds::atom(archive, home)),
            (feeds::JSON, Some(feeds::json_feed(archive, home))),
            ("datapackage.json", Some(catalogue::data_package(archive, home))),
            ("robots.txt", Some(catalogue::robots(home))),
            // GitHub Pages would otherwise leave out what its site generator does not know.
            (".nojekyll", Some(String::new())),
        ] {
            if let Some(text) = text {
                write(self.staging, name, text.as_bytes())?;
            }
        }
        for (name, text) in catalogue::sitemaps(archive, home, &routes) {
            write(self.staging, &name, text.as_bytes())?;
        }
        Ok(routes.len() + 1)
    }

    /// Every page of the site but the one for unknown addresses.
    fn routes(&self) -> Vec<Route> {
        let mut routes = vec![Route::Explorer(Query::default()), Route::About];
        let ids = |facet: Facet| {
            let values = self.archive.catalogue.facets.get(facet).values.iter();
            values.map(|value| value.id.clone()).filter(|id| id != NONE)
        };
        routes.extend(self.archive.meetings.iter().map(|meeting| Route::Meeting(meeting.record.id.clone())));
        routes.extend(ids(Facet::Theme).map(Route::Theme));
        routes.extend(ids(Facet::Year).map(Route::Year));
        routes
    }

    /// What pages are made from, with the name of this release.
    fn pages(&self, shell: &ShellFiles, has_worker: bool, parts: Option<String>) -> Pages {
        let records = Box::leak(Box::new(Records::of(self.archive)));
        let head = shell.head(self.home.base, has_worker.then_some(WORKER), parts.as_deref());
        let (archive, home) = (self.archive, self.home);
        let mut pages = Pages { archive, records, home, shell: head, release: String::new(), parts };
        // The other pages are made of the same.
        let samples = [Route::Explorer(Query::default()), Route::About, Route::NotFound(String::new())];
        let samples = samples.map(|route| pages.page(&route));
        let parts: Vec<&str> = samples.iter().map(String::as_str).chain([self.json]).collect();
        pages.release = offline::release(&parts, shell);
        pages
    }

    /// Writes the archive in parts, if it is to be fetched so.
    fn write_parts(&self, folder: Option<&str>) -> Result<(), PublishError> {
        let Some(folder) = folder else { return Ok(()) };
        let records = parts::records(self.archive, self.json).unwrap_or_default();
        for (name, content) in parts_of::files(&self.archive.catalogue, parts_of::SIZES).into_iter().chain(records) {
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
                    && let Some(file) = export(self.archive, self.json, route, self.home, format)
                {
                    write(self.staging, &path, file.text.as_bytes())?;
                }
            }
        }
        Ok(())
    }

    /// Writes what makes the site installable, and the service worker if `pages` are to be kept by one.
    fn write_offline(&self, shell: &ShellFiles, pages: Option<&Pages>) -> Result<(), PublishError> {
        let manifest = offline::manifest(self.archive, self.home.base);
        write(self.staging, "manifest.webmanifest", manifest.as_bytes())?;
        let Some(pages) = pages else {
            return write(self.staging, WORKER, offline::no_worker().as_bytes());
        };
        let neutral = pages.neutral();
        write(self.staging, &format!("{NEUTRAL}index.html"), neutral.as_bytes())?;
        let worker = offline::worker(&pages.release, shell, self.json, pages.parts.as_deref(), &neutral);
        write(self.staging, WORKER, worker.as_bytes())
    }
}
