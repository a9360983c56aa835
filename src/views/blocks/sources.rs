//! Where things come from: the small numbers behind them, and the list that the numbers lead to.

use crate::core::archive::format::{ByName, Source};
use crate::core::archive::provenance::Provenance;
use crate::core::text::date::PartialDate;
use crate::language::{dates, labels, messages};
use crate::views::blocks::told;
use crate::views::element::{Element, classed, el, link, outward};
use crate::views::site::Site;

/// The sources of one page, and the site they are linked on.
pub struct Marks<'a> {
    /// The site.
    pub site: Site,
    /// The page's sources.
    pub provenance: &'a Provenance,
}

impl Marks<'_> {
    /// The numbers of the sources with these ids, as links to the list of sources; none for the page's own sources.
    pub fn of(&self, ids: &[String]) -> Vec<Element> {
        let link = |number: usize| {
            let title = self.provenance.title(self.site.archive, number);
            link(format!("#source-{number}"), number.to_string())
                .attr("class", "source-mark")
                .attr("title", title)
                .attr("aria-label", &messages::source_mark(number, title))
        };
        self.provenance.marks(ids).into_iter().map(link).collect()
    }

    /// The same for one field of a record with additions.
    pub fn field(&self, additions: &ByName, field: &str) -> Vec<Element> {
        additions.iter().filter(|(of, _)| of == field).flat_map(|(_, ids)| self.of(ids.as_slice())).collect()
    }

    /// The page's sources, each with its number; nothing where there are none.
    pub fn list(&self) -> Option<Element> {
        let sources = self.provenance.sources(self.site.archive);
        let item = |(number, source): &(usize, &Source)| {
            let publisher = source.publisher.as_deref();
            let publisher = publisher.map(|name| told::told(self.site.archive, el("bdi"), name).child(name));
            let about = [
                source.date.as_deref().and_then(PartialDate::parse).map(dates::date),
                source.language.as_deref().map(messages::in_language),
            ];
            let about: String = about.into_iter().flatten().map(|about| format!(", {about}")).collect();
            let own = if *number <= self.provenance.own() { labels::SOURCE_UNMARKED } else { "" };
            let language = source.language.as_deref().or_else(|| told::language(self.site.archive));
            let title = el("cite").attr_if("lang", language).child(source.title.as_str());
            let item = el("li").attr("id", &format!("source-{number}")).attr("tabindex", "-1");
            let item = match &source.url {
                Some(url) => item.child(outward(url, title)),
                None => item.child(title),
            };
            let seen = source.seen.as_deref().filter(|_| source.url.is_some()).and_then(PartialDate::parse);
            let seen = seen.map(|day| classed("span", "quiet").child(format!(" {}.", dates::last_seen(day))));
            item.child(publisher.as_ref().map(|_| ", "))
                .child(publisher)
                .child(format!("{about}{own}."))
                .child(seen)
                .child(
                    source
                        .note
                        .as_deref()
                        .map(|note| told::told(self.site.archive, classed("p", "quiet"), note).child(note)),
                )
        };
        (!sources.is_empty()).then(|| {
            el("div")
                .child((self.provenance.own() > 0).then(|| classed("p", "quiet").child(labels::SOURCES_HINT)))
                .child(classed("ol", "sources").child(sources.iter().map(item).collect::<Vec<_>>()))
        })
    }
}
