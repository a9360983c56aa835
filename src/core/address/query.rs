//! The query of the explorer: what a visitor asks for, as it stands in the address.

use form_urlencoded::Serializer;

use crate::core::address::view::View;
use crate::core::text::fold::tidy;

/// What a visitor asks for. `Query::parse` and `Display` are inverse to each other; what cannot be read is kept apart
/// in `unread` and never printed. Which facets there are is the archive's to say: until it has, every parameter that is
/// none of the query's own words may be one.
///
/// ```
/// use meetings::core::address::query::{Query, Sort};
/// let query = Query::parse("theme=mining&from=2005&q=forest&utm_source=letter").within(&["theme", "year"]);
/// assert_eq!(query.text(), "forest");
/// assert_eq!(query.values("theme"), ["mining"]);
/// assert_eq!(query.years(), (Some(2005), None));
/// assert_eq!(query.sort(), Sort::Relevance);
/// assert_eq!(query.to_string(), "q=forest&theme=mining&from=2005");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    text: String,
    /// The ids ticked in each facet in which any is, by the facet's key.
    filters: Vec<(String, Vec<String>)>,
    from: Option<i16>,
    to: Option<i16>,
    sort: Option<Sort>,
    page: usize,
    view: View,
    unread: Vec<(&'static str, String)>,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The best match of the text first; only while there is text.
    Relevance,
    /// By start, the latest first.
    Newest,
    /// By start, the earliest first.
    Oldest,
    /// By title.
    Title,
}

impl Sort {
    /// All orders, as a reader is offered them.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Newest, Self::Oldest, Self::Title];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Title => "title",
        }
    }

    /// The order with this name in addresses.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.key() == key)
    }
}

impl Default for Query {
    fn default() -> Self {
        Self {
            text: String::new(),
            filters: Vec::new(),
            from: None,
            to: None,
            sort: None,
            page: 1,
            view: View::List,
            unread: Vec::new(),
        }
    }
}

impl Query {
    /// Reads the query part of an address, without its question mark. Never fails: values it cannot read are kept in
    /// [`unread`](Self::unread), and parameters that are no facet's are passed over [`within`](Self::within) an archive.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for (key, value) in form_urlencoded::parse(text.as_bytes()) {
            if value.is_empty() {
                continue;
            }
            match &*key {
                "q" => query.text = tidy(&value),
                "from" => query.read("from", &value, parse_year, |query, year| query.from = Some(year)),
                "to" => query.read("to", &value, parse_year, |query, year| query.to = Some(year)),
                "sort" => query.read("sort", &value, Sort::from_key, |query, sort| query.sort = Some(sort)),
                "page" => query.read("page", &value, parse_page, |query, page| query.page = page),
                "view" => query.read("view", &value, View::from_key, |query, view| query.view = view),
                key => query.add(key, &value),
            }
        }
        query.forget_default_sort();
        query
    }

    fn read<T>(&mut self, key: &'static str, value: &str, parse: fn(&str) -> Option<T>, set: fn(&mut Self, T)) {
        match parse(value) {
            Some(read) => set(self, read),
            None => self.unread.push((key, value.to_owned())),
        }
    }

    fn add(&mut self, key: &str, id: &str) {
        match self.filters.iter_mut().find(|(of, _)| of == key) {
            Some((_, ids)) if ids.iter().any(|known| known == id) => {}
            Some((_, ids)) => ids.push(id.to_owned()),
            None => self.filters.push((key.to_owned(), vec![id.to_owned()])),
        }
    }

    /// The default order is never written, so it is not kept either.
    fn forget_default_sort(&mut self) {
        let default = self.default_sort();
        self.sort.take_if(|sort| *sort == default || (*sort == Sort::Relevance && default != Sort::Relevance));
    }

    fn default_sort(&self) -> Sort {
        if self.text.is_empty() { Sort::Newest } else { Sort::Relevance }
    }

    /// The free text, with single spaces between its words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The ids ticked in the facet with this key.
    pub fn values(&self, key: &str) -> &[String] {
        self.filters.iter().find(|(of, _)| of == key).map(|(_, ids)| ids.as_slice()).unwrap_or_default()
    }

    /// The first and the last year of the range (inclusive), where given.
    pub fn years(&self) -> (Option<i16>, Option<i16>) {
        (self.from, self.to)
    }

    /// The order of the list.
    pub fn sort(&self) -> Sort {
        self.sort.unwrap_or_else(|| self.default_sort())
    }

    /// The page of the list, from 1.
    pub fn page(&self) -> usize {
        self.page
    }

    /// How what is found is looked at.
    pub fn view(&self) -> View {
        self.view
    }

    /// Parameters with values that could not be read, as name and value.
    pub fn unread(&self) -> &[(&'static str, String)] {
        &self.unread
    }

    /// Whether any facet narrows the list.
    pub fn has_filters(&self) -> bool {
        self.from.is_some() || self.to.is_some() || !self.filters.is_empty()
    }

    /// Whether anything narrows the list, a facet or a text.
    pub fn is_narrowed(&self) -> bool {
        self.has_filters() || !self.text.is_empty()
    }

    /// The same query with another text, from its first page.
    pub fn with_text(&self, text: &str) -> Self {
        self.changed(|query| query.text = tidy(text))
    }

    /// The same query in another order, from its first page.
    pub fn with_sort(&self, sort: Sort) -> Self {
        self.changed(|query| query.sort = Some(sort))
    }

    /// The same query on another page.
    pub fn with_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// The same query in another view, on the same page where both have pages.
    pub fn with_view(&self, view: View) -> Self {
        let page = if view.has_pages() && self.view.has_pages() { self.page } else { 1 };
        Self { view, page, ..self.clone() }
    }

    /// The same query with the ids of a facet replaced, from its first page.
    pub fn with_values(&self, key: &str, ids: Vec<String>) -> Self {
        self.changed(|query| {
            query.filters.retain(|(of, _)| of != key);
            if !ids.is_empty() {
                query.filters.push((key.to_owned(), ids));
            }
        })
    }

    /// The same query with the facets of these keys alone, in their order.
    pub fn within(&self, keys: &[&str]) -> Self {
        let of = |key: &&str| self.filters.iter().find(|(of, _)| of == key).cloned();
        Self { filters: keys.iter().filter_map(of).collect(), ..self.clone() }
    }

    /// The same query with another range of years, from its first page.
    pub fn with_years(&self, from: Option<i16>, to: Option<i16>) -> Self {
        self.changed(|query| (query.from, query.to) = (from, to))
    }

    /// What tells which meetings are found: the query without order, page and view.
    pub fn unordered(&self) -> Self {
        self.changed(|query| (query.sort, query.view) = (None, View::List))
    }

    /// The query for the meetings with one value of a facet.
    pub fn only(key: &str, id: &str) -> Self {
        Self::default().with_values(key, vec![id.to_owned()])
    }

    fn changed(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut query = Self { page: 1, unread: Vec::new(), ..self.clone() };
        change(&mut query);
        query.forget_default_sort();
        query
    }
}

/// The query part of an address, without its question mark; empty for the whole archive.
impl std::fmt::Display for Query {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        let mut pairs = Serializer::new(String::new());
        if !self.text.is_empty() {
            pairs.append_pair("q", &self.text);
        }
        for (key, ids) in &self.filters {
            for id in ids {
                pairs.append_pair(key, id);
            }
        }
        for (key, year) in [("from", self.from), ("to", self.to)] {
            if let Some(year) = year {
                pairs.append_pair(key, &format!("{year:04}"));
            }
        }
        if let Some(sort) = self.sort {
            pairs.append_pair("sort", sort.key());
        }
        if self.page > 1 {
            pairs.append_pair("page", &self.page.to_string());
        }
        if self.view != View::List {
            pairs.append_pair("view", self.view.key());
        }
        formatter.write_str(&pairs.finish())
    }
}

/// The parameters of the query itself, which no facet can have.
pub const WORDS: [&str; 6] = ["q", "from", "to", "sort", "page", "view"];

fn parse_year(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn parse_page(text: &str) -> Option<usize> {
    text.parse().ok().filter(|page| *page >= 1)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::core::archive::values::KNOWN_FACETS;

    #[test]
    fn parameters_stand_in_one_order() {
        let query = Query::parse("page=3&sort=title&to=2006&from=2005&language=ru&theme=smes&q=forest&theme=mining");
        let query = query.within(&KNOWN_FACETS);
        assert_eq!(
            query.to_string(),
            "q=forest&theme=smes&theme=mining&language=ru&from=2005&to=2006&sort=title&page=3"
        );
    }

    #[test]
    fn defaults_are_never_written() {
        for text in ["", "sort=newest", "view=list", "page=1", "sort=relevance", "q=", "q=+", "theme=", "utm_source=x"]
        {
            assert_eq!(Query::parse(text).within(&KNOWN_FACETS).to_string(), "", "{text}");
            assert!(Query::parse(text).unread().is_empty(), "{text}");
        }
        assert_eq!(Query::parse("q=a&sort=relevance").to_string(), "q=a");
        assert_eq!(Query::parse("q=a&sort=newest").to_string(), "q=a&sort=newest");
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let query = Query::parse("from=abc&to=20111&sort=best&page=0&view=globe&page=-1");
        let keys: Vec<_> = query.unread().iter().map(|(key, _)| *key).collect();
        assert_eq!(keys, ["from", "to", "sort", "page", "view", "page"]);
        assert_eq!(query.to_string(), "");
    }

    #[test]
    fn a_change_starts_at_the_first_page() {
        let query = Query::parse("q=a&page=4");
        assert_eq!(query.with_text("b").to_string(), "q=b");
        assert_eq!(query.with_sort(Sort::Oldest).to_string(), "q=a&sort=oldest");
        assert_eq!(query.with_page(5).to_string(), "q=a&page=5");
        assert_eq!(query.with_view(View::Table).to_string(), "q=a&page=4&view=table");
        assert_eq!(query.with_view(View::Map).to_string(), "q=a&view=map");
        assert_eq!(query.with_view(View::Map).with_text("b").to_string(), "q=b&view=map");
    }

    #[test]
    fn clearing_the_text_ends_its_order() {
        let query = Query::parse("q=a&sort=newest").with_text("");
        assert_eq!((query.sort(), query.to_string().as_str()), (Sort::Newest, ""));
    }

    prop_compose! {
        fn queries()(
            text in "\\PC{0,20}",
            values in proptest::array::uniform7(vec("[a-z0-9а-я&=+%#-]{1,8}", 0..3)),
            from in proptest::option::of(0..=9999i16),
            to in proptest::option::of(0..=9999i16),
            sort in proptest::option::of(proptest::sample::select(&Sort::ALL[..])),
            page in 1..2000usize,
            view in proptest::sample::select(&View::ALL[..]),
        ) -> Query {
            let mut query = Query::default().with_text(&text).with_years(from, to);
            for (key, ids) in KNOWN_FACETS.into_iter().zip(values) {
                for id in ids {
                    query.add(key, &id);
                }
            }
            sort.map_or(query.clone(), |sort| query.with_sort(sort)).with_page(page).with_view(view)
        }
    }

    proptest! {
        #[test]
        fn query_to_text_to_query_is_the_identity(query in queries()) {
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }

        #[test]
        fn parsing_never_panics(text in "\\PC{0,60}") {
            let query = Query::parse(&text);
            prop_assert_eq!(Query::parse(&query.to_string()).to_string(), query.to_string());
        }

        #[test]
        fn parsing_parameters_never_panics(text in "((q|theme|year|from|to|sort|page|view)=[^&]{0,6}&){0,6}") {
            let _ = Query::parse(&text);
        }
    }
}
