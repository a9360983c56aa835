//! Words of files for what the format has words of its own for.

use crate::core::text::fold::fold;
use crate::import::table::names::is_one_of;

/// The status that a word says, in the six languages and some more; whether it says just that.
pub fn status(word: &str) -> Option<&'static str> {
    const WORDS: [(&str, &str); 5] = [
        (
            "held",
            "held|passed|past|done|completed|complete|finished|closed|took place|ended|avholdt|gjennomfort|hallen|genomford|avslutad|pidetty|paattynyt|состоялось|состоялась|проведено|завершено|dollojuvvon|stattgefunden|durchgefuhrt|beendet",
        ),
        (
            "cancelled",
            "cancelled|canceled|cancel|called off|avlyst|kansellert|installd|installt|avbokad|peruttu|peruutettu|отменено|отменена|отменен|heaittihuvvon|abgesagt|entfallt|annule",
        ),
        (
            "postponed",
            "postponed|rescheduled|deferred|delayed|moved|utsatt|uppskjuten|framflyttad|siirretty|lykatty|перенесено|перенесена|отложено|manuhuvvon|verschoben|reporte",
        ),
        (
            "tentative",
            "tentative|provisional|to be confirmed|tbc|forelopig|preliminar|alustava|предварительно|gaskaboddosas|vorlaufig",
        ),
        (
            "planned",
            "planned|confirmed|scheduled|upcoming|announced|planlagt|bekreftet|planerad|bekraftad|suunniteltu|vahvistettu|запланировано|планируется|plánejuvvon|planejuvvon|geplant|bestatigt|eingeladen|terminiert",
        ),
    ];
    let word = fold(word.trim());
    WORDS.iter().find(|(status, words)| *status == word || is_one_of(words, &word)).map(|(status, _)| *status)
}

/// Whether what stands for a place says that people met from afar.
pub fn is_remote(place: &str) -> bool {
    const WORDS: &str = "videoconference|video conference|videoconferencing|video call|vtc|online|online meeting|virtual|virtual meeting|\
        virtually|remote|remotely|teams|teams meeting|ms teams|microsoft teams|microsoft teams meeting|zoom|zoom meeting|webex|google meet|\
        skype|teleconference|conference call|telephone|by phone|phone|videokonferanse|videomote|fjernmote|digitalt|digitalt mote|pa nett|\
        distans|pa distans|etakokous|verkkokokous|etayhteys|etayhteydella|verkossa|онлайн|видеоконференция|дистанционно|\
        видеоконференцсвязь|videokonferenz|telefonkonferenz|digital|visioconference";
    let spaced: String = fold(place.trim()).chars().map(|char| if char == '-' { ' ' } else { char }).collect();
    is_one_of(WORDS, spaced.trim())
}

/// Countries by what people call them besides their names in the region's languages, folded, without dots.
pub fn country(name: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 31] = [
        ("XK", "kosovo|republic of kosovo"),
        (
            "US",
            "usa|us|united states of america|united states|america|the united states|u s a|etats unis|vereinigte staaten",
        ),
        (
            "GB",
            "uk|u k|gb|great britain|britain|united kingdom|england|scotland|wales|northern ireland|the uk|grossbritannien|vereinigtes konigreich",
        ),
        ("NL", "the netherlands|netherlands|holland|niederlande"),
        ("CZ", "czech republic|czechia|the czech republic|tschechien"),
        ("KR", "south korea|korea|republic of korea|korea south"),
        ("KP", "north korea"),
        ("RU", "russia|russian federation"),
        ("TR", "turkey|turkiye"),
        ("VN", "vietnam|viet nam"),
        ("CI", "ivory coast|cote d'ivoire"),
        ("BO", "bolivia"),
        ("TW", "taiwan"),
        ("HK", "hong kong"),
        ("MO", "macau|macao"),
        ("CD", "dr congo|democratic republic of the congo"),
        ("MK", "macedonia|north macedonia"),
        ("BA", "bosnia|bosnia and herzegovina|bosnia herzegovina"),
        ("AE", "uae|u a e|united arab emirates|emirates|dubai"),
        ("DE", "germany|deutschland|allemagne"),
        ("AT", "austria|osterreich"),
        ("CH", "switzerland|schweiz|suisse|swiss"),
        ("FR", "france|frankreich"),
        ("ES", "spain|espana|spanien"),
        ("IT", "italy|italia|italien"),
        ("BR", "brazil|brasil"),
        ("IR", "iran"),
        ("SY", "syria"),
        ("TZ", "tanzania"),
        ("PS", "palestine"),
        ("GR", "greece|griechenland|hellas"),
    ];
    let spaced: String = fold(name.trim()).chars().map(|char| if char == '.' { ' ' } else { char }).collect();
    let name = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    NAMES.iter().find(|(_, names)| is_one_of(names, &name)).map(|(code, _)| *code)
}
