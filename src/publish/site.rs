//! Writes the finished site: for every address a page that is readable before any script runs, made by the same views
//! that the browser runs, and beside the pages the files that an archive publishes. The same archive gives the same
//! bytes, wherever and whenever it is published.

use std::path::Path;
use std::sync::OnceLock;

use crate::core::address::base::Home;
use crate::core::address::data::{DATA_PACKAGE, DATASET, SCHEDULE, SCHEMA};
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::archive::problem::Problem;
use crate::core::export::{Choice, Format, export, people, published};
use crate::core::search::collection::Collection;
use crate::core::search::entry::Entry;
use crate::core::search::list::List;
use crate::core::search::pieces::records::Records;
use crate::core::search::pieces::write::{SIZES, files as pieces_of};
use crate::core::search::times::Times;
use crate::core::text::hash::hash;
use crate::language::{NAMES, problems};
use crate::publish::app_files::AppFiles;
use crate::publish::built::Built;
use crate::publish::data_package::data_package;
use crate::publish::digest::Digest;
use crate::publish::feeds::Feeds;
use crate::publish::html::Pages;
use crate::publish::map::Map;
use crate::publish::map::svg::{self, svg};
use crate::publish::names::{is_plain, names};
use crate::publish::offline::{self, NEUTRAL, WORKER};
use crate::publish::schema::schema;
use crate::publish::sitemap::{robots, sitemaps};
use crate::publish::version::version;
use crate::publish::write::{BEST, PublishError, QUICK, compress, failed, write};
use crate::publish::{former, kept, picture, pieces, schedule};
use crate::views;
use crate::views::site::Later;

/// What a site is published from.
pub struct Publication<'a> {
    /// The folder that the site is written into.
    pub folder: &'a Path,
    /// The built app, and what is published as it is.
    pub built: &'a Built,
    /// The script by which a server for development loads a page again, if one serves the site. Nothing is compressed for
    /// such a server: that takes nearly all of the time, and saves none on the way to the same machine.
    pub reloader: Option<String>,
    /// The text of the dataset.
    pub json: &'a str,
    /// The folder of kept files, beside the dataset; none where a server has them from there.
    pub kept: Option<&'a Path>,
    /// The archive in it with its catalogue, which live as long as the tool runs.
    pub collection: &'static Collection,
    /// Where the site will be published; without an origin no page names its whole address.
    pub home: Home<'static>,
    /// Whether a service worker keeps the site for offline.
    pub is_kept_offline: bool,
    /// Is told of how many pages so many are written.
    pub told: &'a dyn Fn(usize, usize),
}

impl Publication<'_> {
    /// Writes the whole site; gives the number of its pages.
    ///
    /// # Errors
    /// Where the built app is not whole, or a file cannot be written.
    pub fn write(&self) -> Result<usize, PublishError> {
        let folder = pieces::folder(self.json);
        let accent = self.collection.archive.dataset.accent.as_slice();
        let files = AppFiles::new(&self.built.app, accent, self.reloader.clone())?;
        files.write(self.folder)?;
        self.built.public.iter().try_for_each(|(name, content)| write(self.folder, name, content))?;
        let routes = self.routes();
        let archive = &self.collection.archive;
        let map = Map::of(archive).map(|map| svg(archive, &map));
        let has_worker = self.is_kept_offline && !files.is_served_for_development();
        let pages = self.pages(&files, has_worker, folder, map.as_deref());
        for (at, route) in routes.iter().enumerate() {
            (self.told)(at, routes.len());
            let path = format!("{}index.html", route.folder());
            let page = pages.page(route);
            write(self.folder, &path, page.as_bytes())?;
            match route {
                Route::Explorer(_) => self.compress(&path, page.as_bytes(), BEST)?,
                Route::List { .. } | Route::Index(..) => self.compress(&path, page.as_bytes(), QUICK)?,
                _ => {}
            }
        }
        write(self.folder, "404.html", pages.page(&Route::NotFound(String::new())).as_bytes())?;
        self.write_pieces(pages.pieces.as_deref())?;
        self.write_exports(&routes)?;
        self.write_data()?;
        self.write_feeds(&routes)?;
        self.write_offline(&files, map.as_deref(), has_worker.then_some(&pages))?;
        let home = self.home;
        self.write_compressed(SCHEMA, schema().as_bytes())?;
        for (name, text) in [
            (svg::FILE, map),
            ("robots.txt", Some(robots(home))),
            // GitHub Pages would otherwise leave out what its site generator does not know.
            (".nojekyll", Some(String::new())),
        ] {
            if let Some(text) = text {
                write(self.folder, name, text.as_bytes())?;
            }
        }
        let former = former::pages(archive, home);
        for (name, text) in sitemaps(archive, home, &routes).into_iter().chain(former) {
            write(self.folder, &name, text.as_bytes())?;
        }
        if let Some(picture) = picture::picture(archive) {
            write(self.folder, picture::NAME, &picture)?;
        }
        if let Some(kept) = self.kept {
            kept::copy(archive, kept, self.folder)?;
        }
        Ok(routes.len() + 1)
    }

    /// Writes a file and its compressed forms.
    fn write_compressed(&self, name: &str, content: &[u8]) -> Result<(), PublishError> {
        write(self.folder, name, content)?;
        self.compress(name, content, BEST)
    }

    /// Writes a file's compressed forms beside it, for hosts.
    fn compress(&self, name: &str, content: &[u8], quality: i32) -> Result<(), PublishError> {
        if self.reloader.is_some() { Ok(()) } else { compress(self.folder, name, content, quality) }
    }

    /// Every page of the site but the one for unknown addresses.
    fn routes(&self) -> Vec<Route> {
        let Collection { archive, catalogue } = self.collection;
        let meetings = archive.meetings.iter().map(|meeting| Route::Meeting(meeting.record.id.clone()));
        let mut routes = vec![Route::Explorer(Query::default()), Route::About];
        routes.extend(meetings.chain(List::all(catalogue)));
        routes.extend(Entry::all(archive, catalogue.together(archive, &NAMES)));
        routes
    }

    /// What pages are made from, with the name of this release.
    fn pages(&self, files: &AppFiles, has_worker: bool, pieces: Option<String>, map: Option<&str>) -> Pages {
        let Collection { archive, catalogue } = self.collection;
        let records = Box::leak(Box::new(Records::new(archive, catalogue.count())));
        let later = Box::leak(Box::new(Later::default()));
        later.pages = OnceLock::from(views::pages::pages());
        later.problem = OnceLock::from(problems::problem as fn(&Problem) -> String);
        let app = files.head(self.home.base, has_worker.then_some(WORKER), pieces.as_deref());
        let (collection, home) = (self.collection, self.home);
        let mut pages = Pages {
            collection,
            records,
            later,
            home,
            app,
            release: String::new(),
            names: names(archive),
            is_plain: is_plain(collection),
            judged: hash(self.json),
            pieces,
        };
        // The other pages are made of the same.
        let samples = [Route::Explorer(Query::default()), Route::About, Route::NotFound(String::new())];
        let samples = samples.iter().map(|route| pages.page(route)).chain([pages.neutral()]);
        let samples: Vec<String> = samples.collect();
        let made_from: Vec<&str> = samples.iter().map(String::as_str).chain([self.json]).chain(map).collect();
        pages.release = offline::release(&made_from, files);
        pages
    }

    /// Writes the archive in pieces, if it is to be fetched so.
    fn write_pieces(&self, folder: Option<&str>) -> Result<(), PublishError> {
        let Some(folder) = folder else { return Ok(()) };
        let Collection { archive, catalogue } = self.collection;
        let records = pieces::records(archive, self.json).unwrap_or_default();
        catalogue.times.get_or_init(|| Times::of(archive));
        for (name, content) in pieces_of(catalogue, SIZES).into_iter().chain(records) {
            self.write_compressed(&format!("{folder}{name}"), &content)?;
        }
        Ok(())
    }

    /// Writes what readers take away: the whole archive, and a calendar for every meeting that has a day. The dataset
    /// is published by itself.
    fn write_exports(&self, routes: &[Route]) -> Result<(), PublishError> {
        for route in routes {
            for format in Format::ALL.into_iter().filter(|format| *format != Format::Json) {
                let Collection { archive, catalogue } = self.collection;
                if let Some(path) = published(route, format)
                    && let Some(choice) = Choice::of(archive, catalogue, route)
                    && let Some(file) = export(archive, self.json, &choice, self.home, format, &NAMES)
                {
                    write(self.folder, &path, file.text.as_bytes())?;
                }
            }
        }
        Ok(())
    }

    /// Writes the dataset, the tables that are made of it as a whole, and what tells programs of these.
    fn write_data(&self) -> Result<(), PublishError> {
        let (home, Collection { archive, catalogue }) = (self.home, self.collection);
        self.write_compressed(DATASET, self.json.as_bytes())?;
        let digest = |path: &str| {
            let path = self.folder.join(path);
            Digest::of_file(&path).map_err(failed(&path))
        };
        let version = version(archive, &digest(DATASET)?);
        for (name, text) in [
            (people::FILE, people::table(archive, catalogue.together(archive, &NAMES))),
            (SCHEDULE, schedule::schedule(archive, home, &version)),
        ] {
            if let Some(text) = text {
                write(self.folder, name, text.as_bytes())?;
            }
        }
        let package = data_package(archive, home, &version, &digest)?;
        write(self.folder, DATA_PACKAGE, package.as_bytes())
    }

    /// Writes the feeds, of the archive and of every list.
    fn write_feeds(&self, routes: &[Route]) -> Result<(), PublishError> {
        let feeds = Feeds::new(self.collection, self.home);
        let mut files = routes.iter().flat_map(|route| feeds.files(route));
        files.try_for_each(|(name, text)| write(self.folder, &name, text.as_bytes()))
    }

    /// Writes what makes the site installable, and the service worker if `pages` are to be kept by one.
    fn write_offline(&self, files: &AppFiles, map: Option<&str>, pages: Option<&Pages>) -> Result<(), PublishError> {
        let manifest = offline::manifest(&self.collection.archive, self.home.base);
        write(self.folder, "manifest.webmanifest", manifest.as_bytes())?;
        let Some(pages) = pages else {
            return write(self.folder, WORKER, offline::no_worker().as_bytes());
        };
        let neutral = pages.neutral();
        write(self.folder, &format!("{NEUTRAL}index.html"), neutral.as_bytes())?;
        let worker = offline::worker(&pages.release, files, self.json, map, pages.pieces.as_deref(), &neutral);
        write(self.folder, WORKER, worker.as_bytes())
    }
}
