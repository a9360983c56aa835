//! How people put texts in order: by the alphabet of their language, numbers by their size, quotation marks passed over.
//!
//! The alphabets are Unicode's (CLDR): in the build from a library, in the browser from the browser. That takes a slow phone
//! 30 ms when it is first asked for an alphabet. So the page tells where an archive's labels would stand in the same order by
//! their plain letters, and then the first list does without.

use std::cmp::Ordering;
use std::sync::atomic::{self, AtomicBool};

use crate::core::text::order::sorted as sorted_by;
use crate::core::text::slug::slug;

static IS_PLAIN: AtomicBool = AtomicBool::new(false);

/// From now on labels are put in order by their plain letters.
pub fn sort_plainly() {
    IS_PLAIN.store(true, atomic::Ordering::Relaxed);
}

/// The same as [`sorted`] for the labels of a facet.
pub fn sorted_labels(language: &str, labels: &[&str]) -> Vec<usize> {
    if IS_PLAIN.load(atomic::Ordering::Relaxed) { plainly(labels) } else { sorted(language, labels) }
}

/// Whether plain letters are all that it takes to put some texts in the order of a language.
pub fn is_plain(language: &str, texts: &[&str]) -> bool {
    plainly(texts) == sorted(language, texts)
}

fn plainly(texts: &[&str]) -> Vec<usize> {
    let plain: Vec<String> = texts.iter().map(|text| slug(text)).collect();
    sorted_by(plain.len(), &|a, b| plain[a].cmp(&plain[b]))
}

/// The positions of some texts in the order of a language, by its BCP 47 tag; what is equal keeps its order.
pub fn sorted(language: &str, texts: &[&str]) -> Vec<usize> {
    let is_quotation_mark = |char: char| {
        matches!(
            char,
            '"' | '\'' | '«' | '»' | '\u{2018}'..='\u{201f}' | '\u{2039}' | '\u{203a}' | '「' | '」' | '『' | '』'
        )
    };
    let texts: Vec<String> = texts.iter().map(|text| text.replace(is_quotation_mark, "").trim().to_owned()).collect();
    let compare = comparison(language, &texts);
    sorted_by(texts.len(), &|a, b| compare(a, b))
}

/// How texts compare by their positions.
type Comparison<'a> = Box<dyn Fn(usize, usize) -> Ordering + 'a>;

#[cfg(not(target_arch = "wasm32"))]
fn comparison<'a>(language: &str, texts: &'a [String]) -> Comparison<'a> {
    use icu_collator::options::CollatorOptions;
    use icu_collator::preferences::CollationNumericOrdering;
    use icu_collator::{Collator, CollatorPreferences};
    use icu_locale_core::Locale;

    // A language without an alphabet of its own has that of most.
    let locale = Locale::try_from_str(language).unwrap_or(Locale::UNKNOWN);
    let mut wanted = CollatorPreferences::from(&locale);
    wanted.numeric_ordering = Some(CollationNumericOrdering::True);
    match Collator::try_new(wanted, CollatorOptions::default()) {
        Ok(collator) => Box::new(move |a, b| collator.compare(&texts[a], &texts[b])),
        Err(_) => Box::new(move |a, b| texts[a].cmp(&texts[b])),
    }
}

#[cfg(target_arch = "wasm32")]
fn comparison<'a>(language: &str, texts: &'a [String]) -> Comparison<'a> {
    use js_sys::{Array, Function, Object};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = Intl)]
        type Collator;
        // The one of `js_sys` traps where a browser knows no such tag.
        #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
        fn new(locales: &Array, options: &Object) -> Result<Collator, JsValue>;
        #[wasm_bindgen(method, getter)]
        fn compare(this: &Collator) -> Function;
    }

    // Where a browser does not have a language, it would take its reader's own.
    let locales: Array = [language, "en"].into_iter().map(JsValue::from_str).collect();
    let options = Object::new();
    let _ = js_sys::Reflect::set(&options, &"numeric".into(), &true.into());
    match Collator::new(&locales, &options) {
        Ok(collator) => {
            let compare = collator.compare();
            let texts: Vec<JsValue> = texts.iter().map(|text| JsValue::from_str(text)).collect();
            Box::new(move |a, b| {
                let order = compare.call2(&JsValue::UNDEFINED, &texts[a], &texts[b]);
                let order = order.ok().and_then(|order| order.as_f64()).unwrap_or_default();
                order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
            })
        }
        Err(_) => Box::new(move |a, b| texts[a].cmp(&texts[b])),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn order(language: &str, texts: &str) -> String {
        let texts: Vec<&str> = texts.split(", ").collect();
        let sorted = sorted(language, &texts);
        sorted.into_iter().map(|at| texts[at]).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn texts_sort_as_people_sort_them() {
        assert_eq!(
            order(
                "en",
                "10th meeting, 1st meeting, 20th meeting, 2nd meeting, 9th meeting, “Arctic” talk, Zinc, Arktis"
            ),
            "1st meeting, 2nd meeting, 9th meeting, 10th meeting, 20th meeting, “Arctic” talk, Arktis, Zinc"
        );
        assert_eq!(
            order("sv", "Zinkgruvan, Åre, Ängelholm, Örebro, Arvidsjaur"),
            "Arvidsjaur, Zinkgruvan, Åre, Ängelholm, Örebro"
        );
        assert_eq!(order("nb", "Ås, Øvre, Ære, Zorn"), "Zorn, Ære, Øvre, Ås");
        assert_eq!(order("de", "Zug, Ähre, Affe"), "Affe, Ähre, Zug");
        assert_eq!(order("ru", "Яр, Ёлка, Жук, Еда"), "Еда, Ёлка, Жук, Яр");
    }

    #[test]
    fn plain_letters_do_where_no_alphabet_and_no_number_is_in_question() {
        assert!(is_plain("en", &["Oslo", "Saariselkä", "St. Petersburg", "Haparanda"]));
        assert!(!is_plain("sv", &["Åre", "Zinkgruvan"]));
        assert!(!is_plain("en", &["10th", "9th"]));
        assert_eq!(plainly(&["Älv", "Zinc", "Alm"]), [2, 0, 1]);
    }

    #[test]
    fn a_tag_that_no_library_knows_has_the_usual_order() {
        for language in ["", "x", "i-klingon", "qaa-Latn-x-own", "not a tag"] {
            assert_eq!(order(language, "b 10, b 9, á, a"), "a, á, b 9, b 10", "{language}");
        }
    }

    #[test]
    fn what_is_equal_keeps_its_order() {
        assert_eq!(sorted("en", &["“a”", "a", "'a'", "A"]), [0, 1, 2, 3]);
        assert_eq!(sorted("en", &[]), [0; 0]);
    }
}
