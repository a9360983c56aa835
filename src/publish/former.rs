//! The pages at the former addresses of meetings: each leads to the meeting, with and without a script.

use crate::core::address::base::Home;
use crate::core::address::route::Route;
use crate::core::archive::{Archive, Meeting};
use crate::language::{TAG, labels};
use crate::publish::direction::direction;
use crate::publish::escape::escape;

/// The page of every id that a meeting had before, by its path. No list of the site's pages has them.
pub fn pages<'a>(archive: &'a Archive, home: Home<'a>) -> impl Iterator<Item = (String, String)> {
    archive.meetings.iter().flat_map(move |meeting| {
        let page = page(archive, home, meeting);
        let former = meeting.record.formerly.iter().map(|id| Route::Meeting(id.clone()));
        former.map(move |route| (format!("{}index.html", route.folder()), page.clone()))
    })
}

fn page(archive: &Archive, home: Home, meeting: &Meeting) -> String {
    let route = Route::Meeting(meeting.record.id.clone());
    let address = home.base.href(&route);
    let canonical = home.address(&route).map(|whole| format!("<link rel=\"canonical\" href=\"{}\">\n", escape(&whole)));
    let canonical = canonical.unwrap_or_default();
    let language = &archive.dataset.language;
    let direction = direction(language).unwrap_or_default();
    let tag = |tag: &Option<String>| tag.as_ref().map(|tag| format!(" lang=\"{}\"", escape(tag))).unwrap_or_default();
    let of_title = tag(&meeting.record.language);
    let (language, title, archive) = (escape(language), escape(&meeting.record.title), escape(&archive.dataset.title));
    let (moved, icon) = (labels::MOVED, home.base.file("icon.svg"));
    format!(
        "<!doctype html>\n\
         <html lang=\"{language}\"{direction}>\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={address}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <title>{title} · {archive}</title>\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">\n\
         {canonical}\
         </head>\n\
         <body>\n\
         <main>\n\
         <h1{of_title}>{title}</h1>\n\
         <p lang=\"{TAG}\">{moved} <a href=\"{address}\"{of_title}>{title}</a></p>\n\
         </main>\n\
         </body>\n\
         </html>\n"
    )
}
