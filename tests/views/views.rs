//! The views in a real browser: what they show, and what they do when they are used.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use meetings::core::address::base::Base;
use meetings::core::address::route::Route;
use meetings::core::search::collection::Collection;
use meetings::core::search::pieces::records::Records;
use meetings::language::{NAMES, problems, world};
use meetings::views::explorer::{elsewhere, notices, ways_out};
use meetings::views::page::app;
use meetings::views::pages::pages;
use meetings::views::site::{Answers, Later, Site, Visit};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A page of the fixture archive, mounted in an element of its own.
struct Page {
    root: HtmlElement,
    address: RwSignal<String>,
    steps: Arc<Mutex<Vec<(String, Visit)>>>,
}

impl Page {
    async fn open(address: &str) -> Self {
        Self::open_with(include_str!("../fixtures/small.json"), address).await
    }

    async fn open_with(data: &str, address: &str) -> Self {
        world::know(world::ALL_NAMES);
        let collection: &'static Collection = Box::leak(Box::new(Collection::read(data, &NAMES).unwrap()));
        let base: &'static Base = Box::leak(Box::new(Base::new("/talks/")));
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        // One page at a time, since ids are unique in a document.
        if let Some(before) = document().get_element_by_id("page") {
            before.remove();
        }
        root.set_id("page");
        document().body().unwrap().append_child(&root).unwrap();
        let steps = Arc::new(Mutex::new(Vec::new()));
        let address = RwSignal::new(address.to_owned());
        let log = steps.clone();
        mount_to(root.clone(), move || {
            let route = Memo::new(move |_| {
                let address = address.read();
                let (path, search) = address.split_once('?').unwrap_or((&address, ""));
                base.route(path, search)
            });
            let go = Callback::new(move |(to, visit): (Route, Visit)| {
                let href = base.href(&to);
                log.lock().unwrap().push((href.clone(), visit));
                address.set(href);
            });
            let (archive, catalogue) = (&collection.archive, &collection.catalogue);
            let records = Box::leak(Box::new(Records::new(archive, catalogue.count())));
            let later: &'static Later = Box::leak(Box::new(Later::default()));
            later.pages.set(pages()).unwrap();
            later.problem.set(problems::problem).unwrap();
            let (notices, elsewhere, ways_out) = (notices::notices, elsewhere::elsewhere, ways_out::offered);
            assert!(later.answers.set(Answers { notices, elsewhere, ways_out }).is_ok());
            app(Site {
                kept: None,
                archive,
                catalogue,
                base,
                origin: "https://example.org",
                route,
                go,
                records,
                later,
                ask: Callback::new(|_| ()),
                arrived: RwSignal::new(0),
                failed: RwSignal::new(None),
                again: Callback::new(|()| ()),
                has_app: true,
                asked: Box::leak(Box::default()),
                first: Box::leak(Box::new(Mutex::new(None))),
            })
        })
        .forget();
        leptos::task::tick().await;
        Self { root, address, steps }
    }

    fn find(&self, selector: &str) -> Element {
        self.root
            .query_selector(selector)
            .unwrap()
            .unwrap_or_else(|| panic!("{selector} in {}", self.root.inner_html()))
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|index| found.get(index)?.text_content()).collect()
    }

    async fn click(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().click();
        leptos::task::tick().await;
    }

    fn last_step(&self) -> (String, Visit) {
        self.steps.lock().unwrap().last().cloned().unwrap()
    }
}

#[wasm_bindgen_test]
async fn the_list_holds_meetings_and_the_gap_at_its_place() {
    let page = Page::open("/talks/").await;
    assert_eq!(page.texts(".meetings h3"), ["3rd talk", "2nd talk", "1st talk"]);
    assert_eq!(page.texts(".meetings .gap a").len(), 0);
    assert_eq!(page.texts(".meetings time"), ["30 March", "2 April 2001", "May 1998"]);
    assert_eq!(page.texts(".result-count"), ["2 meetings"]);
}

#[wasm_bindgen_test]
async fn a_ticked_box_is_a_step_and_narrows_the_list() {
    let page = Page::open("/talks/").await;
    page.click("input[name=theme][value=fish]").await;
    assert_eq!(page.last_step(), ("/talks/?theme=fish".to_owned(), Visit::Step));
    assert_eq!(page.texts(".meetings h3"), ["3rd talk"]);
    assert_eq!(page.texts(".result-count"), ["1 of 2 meetings"]);
    let ice = page.find("input[name=theme][value=ice]");
    assert_eq!(ice.get_attribute("aria-label").as_deref(), Some("Ice, 2 meetings"));
    // What would show nothing stands behind a button.
    let countries = ".facet[aria-label=Country]";
    let boxes = || page.texts(&format!("{countries} li")).len();
    assert_eq!(boxes(), 1);
    page.click(&format!("{countries} .facet-more")).await;
    assert_eq!(boxes(), 2);
    let norway = page.find("input[name=country][value=NO]");
    assert_eq!(norway.get_attribute("aria-label").as_deref(), Some("Norway, 0 meetings"));
    page.click(".active-filters .filter").await;
    assert_eq!(page.last_step().0, "/talks/");
    assert!(!page.find("input[name=theme][value=fish]").unchecked_into::<HtmlInputElement>().checked());
}

#[wasm_bindgen_test]
async fn typing_replaces_the_address_and_marks_the_readers_letters() {
    let page = Page::open("/talks/?theme=ice").await;
    let input: HtmlInputElement = page.find("#q").unchecked_into();
    input.set_value("overl ");
    input.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    leptos::task::tick().await;
    assert_eq!(page.last_step(), ("/talks/?q=overl&theme=ice".to_owned(), Visit::Replace));
    assert_eq!(page.texts(".meetings mark"), ["Øverl"]);
    assert_eq!(input.value(), "overl ", "the reader's own space stays");
    page.address.set("/talks/?q=bodo".to_owned());
    leptos::task::tick().await;
    assert_eq!(input.value(), "bodo");
    assert_eq!(page.texts(".meetings .facts mark"), ["Bodø"]);
}

#[wasm_bindgen_test]
async fn what_the_archive_does_not_know_is_named() {
    let page = Page::open("/talks/?theme=snow&page=9").await;
    let notices = page.texts(".results .notice p");
    assert_eq!(notices.len(), 2);
    assert!(notices[0].contains("“snow”"));
    assert_eq!(page.texts(".meetings h3").len(), 3);
}

#[wasm_bindgen_test]
async fn faulty_meetings_are_named_with_their_fields() {
    let page = Page::open("/talks/").await;
    assert!(page.texts(".notice summary")[0].starts_with("1 meeting was left out"));
    let problems = page.texts(".notice li");
    assert!(problems.iter().any(|problem| problem.starts_with("meetings[2].start: “2002-02-30”")), "{problems:?}");
    assert!(problems.iter().any(|problem| problem.starts_with("meetings[2].id: “2002-Nowhere”")), "{problems:?}");
}

#[wasm_bindgen_test]
async fn a_meeting_shows_what_is_recorded_and_where_it_comes_from() {
    let page = Page::open("/talks/meetings/1998-bodo/").await;
    assert_eq!(page.texts("h1"), ["1st talk"]);
    assert_eq!(page.find("time").get_attribute("datetime").as_deref(), Some("1998-05"));
    assert_eq!(page.find(".names span[lang]").get_attribute("lang").as_deref(), Some("se"));
    assert_eq!(page.texts(".people li"), ["Ann Øverland, Harbour master2Chaired"]);
    let mark = page.find(".people .source-mark");
    assert_eq!(mark.get_attribute("href").as_deref(), Some("#source-2"));
    assert_eq!(mark.get_attribute("aria-label").as_deref(), Some("Source 2: A letter"));
    assert_eq!(page.find(".documents a").get_attribute("hreflang").as_deref(), Some("nb"));
    assert!(page.texts("article p.quiet").contains(&"Not recorded: venue, format and topics.".to_owned()));
    assert!(page.texts(".copy-text")[0].ends_with("https://example.org/talks/meetings/1998-bodo/"));
    assert_eq!(page.texts(".related a, section ul a[href$='2001-lulea/']"), ["3rd talk"]);
}

#[wasm_bindgen_test]
async fn an_unknown_id_is_not_found_and_the_nearest_is_suggested() {
    let page = Page::open("/talks/meetings/1998-bode/").await;
    assert_eq!(page.texts("h1"), ["Page not found"]);
    assert!(page.texts("article a").contains(&"1st talk".to_owned()));
}

#[wasm_bindgen_test]
async fn filters_open_and_close_on_a_narrow_screen() {
    let page = Page::open("/talks/").await;
    let is_open = || page.find(".facets-body").matches(":popover-open").unwrap();
    assert!(!is_open());
    page.click(".facets-toggle").await;
    assert!(is_open());
    assert_eq!(page.texts(".sheet-foot button"), ["Show 2 meetings", "Clear"]);
    page.click(".sheet-foot button").await;
    assert!(!is_open());
}

#[wasm_bindgen_test]
async fn the_present_page_is_told_in_the_menu() {
    let page = Page::open("/talks/about/").await;
    assert_eq!(page.texts("[aria-current=page]"), ["About"]);
    assert!(page.texts("h1")[0].starts_with("About "));
    page.address.set("/talks/".to_owned());
    leptos::task::tick().await;
    assert_eq!(page.texts("[aria-current=page]"), ["All meetings"]);
}

/// An archive of 40 talks in as many places, of which the last ten have a second talk each.
fn forty_places() -> String {
    let number = |at: usize| format!("{at:02}");
    let place = |at| format!(r#"{{ "id": "p{0}", "name": "Kåfjord {0}" }}"#, number(at));
    let meeting = |at: usize| {
        let of = if at < 40 { at } else { at - 10 };
        let (id, of, year) = (number(at), number(of), 1950 + at);
        format!(r#"{{ "id": "t{id}", "title": "Talk {id}", "start": "{year}", "place": "p{of}" }}"#)
    };
    let list = |items: Vec<String>| items.join(",");
    format!(
        r#"{{ "version": 1, "title": "Forty places", "language": "en", "source": "book", "places": [{}],
        "meetings": [{}], "sources": [{{ "id": "book", "title": "A book" }}] }}"#,
        list((0..40).map(place).collect()),
        list((0..50).map(meeting).collect())
    )
}

#[wasm_bindgen_test]
async fn of_many_values_ten_are_shown_and_all_can_be_asked_for_and_narrowed() {
    let page = Page::open_with(&forty_places(), "/talks/?place=p03").await;
    let group = ".facet:has([name=place])";
    let ids = || {
        let found = page.root.query_selector_all("input[name=place]").unwrap();
        let id = |at| found.get(at).map(|node| node.unchecked_into::<HtmlInputElement>().value());
        (0..found.length()).filter_map(id).collect::<Vec<_>>()
    };
    let at_first: Vec<String> = (30..40).map(|at| format!("p{at}")).chain(["p03".to_owned()]).collect();
    assert_eq!(ids(), at_first, "the ten with the most meetings, and the ticked one");
    let more = format!("{group} .facet-more");
    assert_eq!(page.texts(&more), ["Show all 40"]);
    assert_eq!(page.find(&more).get_attribute("aria-expanded").as_deref(), Some("false"));
    page.click(&more).await;
    assert_eq!(page.texts(&more), ["Show fewer"]);
    assert_eq!(page.find(&more).get_attribute("aria-expanded").as_deref(), Some("true"));
    assert_eq!(ids().len(), 40);
    let find: HtmlInputElement = page.find("input[aria-label='Find in Place']").unchecked_into();
    let type_in = async |text: &str| {
        find.set_value(text);
        find.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
        leptos::task::tick().await;
    };
    type_in(" KAFJORD 1").await;
    assert_eq!(ids().len(), 11, "the ticked one stays");
    assert_eq!(page.texts(".facet-find p"), [""]);
    type_in("Oslo").await;
    assert_eq!((ids(), page.texts(".facet-find p")), (vec!["p03".to_owned()], vec!["None matches".to_owned()]));
    // Without a style sheet the facets are a sheet that has to be opened.
    page.click(".facets-toggle").await;
    let ticked: HtmlInputElement = page.find("input[name=place][value=p03]").unchecked_into();
    ticked.focus().unwrap();
    page.click("input[name=place][value=p03]").await;
    assert_eq!(page.last_step(), ("/talks/".to_owned(), Visit::Step));
    assert_eq!(ids(), ["p03"], "what was just unticked keeps the focus");
    ticked.blur().unwrap();
    page.click(&more).await;
    assert_eq!(ids(), at_first[..10]);
    assert_eq!(page.texts(&more), ["Show all 40"]);
    assert_eq!(page.steps.lock().unwrap().len(), 1, "typing and showing more are not in the address");
}

#[wasm_bindgen_test]
async fn the_years_are_also_a_range_with_a_bar_for_each() {
    let page = Page::open_with(&forty_places(), "/talks/?from=1960&to=1969").await;
    assert_eq!(page.texts(".bars rect").len(), 50);
    assert_eq!(page.texts(".bars [data-in]").len(), 10);
    let from: HtmlInputElement = page.find("#from-year").unchecked_into();
    let to: HtmlInputElement = page.find("#to-year").unchecked_into();
    assert_eq!((from.value(), to.value()), ("1960".to_owned(), "1969".to_owned()));
    from.set_value("1990");
    for event in ["input", "change"] {
        from.dispatch_event(&web_sys::Event::new(event).unwrap()).unwrap();
    }
    leptos::task::tick().await;
    assert_eq!(page.last_step(), ("/talks/?from=1990&to=1990".to_owned(), Visit::Step));
    assert_eq!(to.value(), "1990", "the other end is taken along");
    page.address.set("/talks/".to_owned());
    leptos::task::tick().await;
    assert_eq!((from.value(), to.value()), ("1950".to_owned(), "1999".to_owned()));
    let small = Page::open("/talks/").await;
    assert!(
        small.texts(".range, .facet-more:not([hidden])").is_empty(),
        "two years are no range, and few values are all shown"
    );
}
