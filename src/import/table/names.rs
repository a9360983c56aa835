//! How columns are called, in English, Finnish, Norwegian, Russian, Northern Sámi, Swedish and some languages more.

use crate::core::text::fold::fold;
use crate::import::table::role::Role;

/// Headings, folded, by what they mean; what is more special stands first, so that "end time" is no "time". One that ends in
/// a heading of four letters or more, as compounds do, means the same.
const NAMES: &[(Role, &str)] = &[
    (
        Role::Uid,
        "id|uid|uuid|guid|identifier|event id|meeting id|tunniste|tunnus|identifikator|идентификатор|ид|номер записи|kennung|eventid|meetingid|key",
    ),
    (
        Role::EndTime,
        "end time|time end|end hour|finish time|time to|sluttid|sluttidspunkt|slutttid|slutter kl|loppumisaika|loppuaika|paattymisaika|paattyy klo|время окончания|конец время|loahppanaigi|endzeit|uhrzeit bis|ende uhrzeit|ends at|closing time|heure de fin|adjourned|time adjourned",
    ),
    (
        Role::StartTime,
        "start time|time start|begin time|starting time|time from|time|hour|start hour|tid|klokkeslett|klokken|klokka|kl|starttid|starttidspunkt|tidspunkt|klockslag|aika|kellonaika|alkamisaika|alkuaika|klo|время|время начала|час|aigi|diibmu|alganaigi|uhrzeit|zeit|beginn uhrzeit|anfangszeit|startzeit|heure|heure de debut|hora|ora|meeting time|event time|time called to order",
    ),
    (
        Role::End,
        "end|end date|date end|ends|until|to|date to|to date|last day|enddate|finish|dtend|slutt|sluttdato|til|til dato|siste dag|slut|slutdatum|till|till datum|sista dag|loppu|loppupaiva|loppumispaiva|paattyy|paattymispaiva|asti|конец|дата окончания|окончание|по|до|loahppa|loahppabeaivi|ende|enddatum|bis|date de fin|fin|end datetime|end date time",
    ),
    (
        Role::Modified,
        "timestamp|created|created time|created at|date created|submitted|submitted at|opprettet|skapad|luotu|создано|отметка времени|modified|last modified|updated|last updated|changed|date modified|updated at|updatedat|endret|sist endret|oppdatert|andrad|senast andrad|uppdaterad|muokattu|paivitetty|изменено|обновлено|дата изменения|rievdaduvvon|geandert|aktualisiert",
    ),
    (
        Role::Weekday,
        "weekday|day of week|day of the week|dow|start day|ukedag|veckodag|viikonpaiva|день недели|vahkkobeaivi|wochentag|tag|jour",
    ),
    (Role::Year, "year|aar|vuosi|год|jahki|jahr|annee|ar"),
    (Role::Month, "month|maned|manad|kuukausi|месяц|mannu|monat|mois"),
    (Role::Day, "day|dag|paiva nro|день|beaivi nr|day of month"),
    (
        Role::Start,
        "start|start date|date|dates|date start|begin|begins|beginning|from|date from|from date|when|startdate|day date|dtstart|meeting date|event date|date of meeting|first day|held on|held|start datetime|date and time|date time|datetime|dato|startdato|fra|fra dato|datoer|nar|forste dag|motedato|datum|startdatum|fran|fran datum|borjan|forsta dag|motesdatum|paiva|paivays|pvm|paivamaara|alku|alkupaiva|alkamispaiva|alkaen|ajankohta|milloin|kokouspaiva|дата|дата начала|начало|с|когда|дата проведения|дата заседания|beaivi|dahton|beaivemearri|algu|algobeaivi|goas|termin|beginn|anfang|von|sitzungsdatum|date de debut|debut|fecha|data|kiedy|quand|datumas|tagung am|starts|scheduled date",
    ),
    (
        Role::Duration,
        "duration|length|minutes|varighet|langd|varaktighet|kesto|длительность|продолжительность|dauer|duree",
    ),
    (
        Role::Subtitle,
        "subtitle|sub title|undertittel|undertitel|underrubrik|alaotsikko|подзаголовок|vuollebajilcala|untertitel|sous titre",
    ),
    (
        Role::Within,
        "within|series|conference|part of|larger event|event series|arrangement|konferanse|konferens|tapahtumasarja|konferenssi|конференция|мероприятие|konferanssa|veranstaltungsreihe|reihe",
    ),
    (
        Role::Title,
        "called|title|name|meeting|event|event name|event title|meeting name|meeting title|subject|summary|headline|session title|conference name|sitting|purpose|purpose of meeting|syfte|formal|tarkoitus|цель|zweck|tittel|navn|mote|motenavn|emne|overskrift|hendelse|titel|namn|motets namn|motesnamn|sammantrade|rubrik|otsikko|nimi|kokous|kokouksen nimi|tapahtuma|aihe|название|наименование|заседание|совещание|заголовок|встреча|namma|cahkkehat|coahkkin|coahkkima namma|bajilcala|betreff|sitzung|bezeichnung|veranstaltung|titre|nom|reunion|titulo|nombre|titolo|onderwerp",
    ),
    (
        Role::Status,
        "status|state of meeting|meeting status|event status|tilstand|tila|статус|состояние|dilli|zustand|statut",
    ),
    (
        Role::Format,
        "format|form|meeting format|meeting type|type of meeting|event type|motetype|motesform|form av mote|kokousmuoto|muoto|формат|форма|hapmi|art der sitzung|veranstaltungsart",
    ),
    (
        Role::Theme,
        "theme|themes|topic|topics|category|categories|tag|tags|keywords|keyword|subjects|track|subject area|tema|temaer|kategori|kategorier|emneord|stikkord|teman|amne|amnen|amnesord|nyckelord|teema|teemat|aiheet|kategoria|avainsanat|asiasanat|тема|темы|категория|категории|ключевые слова|рубрика|fadda|fattat|thema|themen|kategorie|schlagwort|schlagworte|themenfeld|theme principal|sujet",
    ),
    (
        Role::Lat,
        "lat|latitude|breddegrad|latitud|leveysaste|leveyspiiri|широта|govdodatgradda|breitengrad|breite|geo lat",
    ),
    (
        Role::Lon,
        "lon|lng|long|longitude|lengdegrad|longitud|pituusaste|pituuspiiri|долгота|guhkkodatgradda|langengrad|lange|geo lon|geo lng",
    ),
    (
        Role::Coordinates,
        "coordinates|lat lon|latlng|geo|geo point|koordinater|koordinaatit|координаты|koordinahtat|koordinaten",
    ),
    (
        Role::Country,
        "country|country code|nation|land|landkode|maa|valtio|maakoodi|страна|государство|riika|eana|staat|pays|pais|paese",
    ),
    (
        Role::Region,
        "region|state|province|county|municipality|district|fylke|kommune|lan|kommun|landskap|maakunta|kunta|laani|регион|область|район|край|муниципалитет|guovlu|fylka|gielda|suohkan|bundesland|kanton|province state",
    ),
    (
        Role::Postcode,
        "postcode|zip|zip code|zipcode|postal code|postnummer|postinumero|индекс|почтовый индекс|boastanummar|plz|postleitzahl|code postal",
    ),
    (
        Role::City,
        "city|town|municipality city|by|stad|ort stad|kaupunki|paikkakunta|город|населенный пункт|gavpot|stadt|ville|ciudad|citta",
    ),
    (
        Role::Room,
        "room|hall|address2|address 2|address line 2|floor|rom|motesrom|moterom|sal|rum|lokal|huone|kokoushuone|комната|зал|аудитория|кабинет|latnja|raum|saal|salle",
    ),
    (
        Role::Venue,
        "venue|venue name|location name|building|hotel|facility|meeting place|arena|lokaler|motested|moteplass|hotell|bygning|byggnad|motesplats|tapahtumapaikka|kokouspaikka|rakennus|место проведения|здание|площадка|dahpahuslatnja|coahkkinbaiki|veranstaltungsort|gebaude|tagungsort|lieu de reunion",
    ),
    (
        Role::Address,
        "address|street address|street|location address|address line 1|address1|adresse|gateadresse|besoksadresse|adress|gatuadress|osoite|katuosoite|адрес|улица|adreassa|cujuhus|anschrift|strasse",
    ),
    (
        Role::Place,
        "place|location|where|site|sted|hvor|plats|ort|var|paikka|missa|sijainti|место|где|местоположение|baiki|gos|lieu|lugar|luogo|ou",
    ),
    (
        Role::Page,
        "url|link|web|website|web page|webpage|homepage|event url|meeting url|page|uri|lenke|nettside|nettadresse|lank|webbplats|webbadress|hemsida|linkki|verkkosivu|osoite verkossa|kotisivu|ссылка|сайт|веб страница|адрес страницы|liŋka|linka|neahttasiidu|webseite|internetadresse|site web|lien",
    ),
    (
        Role::Online,
        "online url|stream|livestream|video link|zoom|zoom link|teams link|join url|virtual address|online link|stream url|livestream url|videolenke|videolank|etayhteys|etaosallistuminen|трансляция",
    ),
    (
        Role::Document,
        "document|documents|file|files|attachment|attachments|minutes|agenda url|minutes url|papers|materials|slides|minutes link|agenda link|dokument|dokumenter|vedlegg|referat|protokoll|protokoller|motereferat|handlingar|bilagor|bilaga|motesprotokoll|asiakirja|asiakirjat|liite|liitteet|poytakirja|poytakirjat|muistio|документ|документы|файл|протокол|протоколы|приложение|материалы|dokumeanta|dokumeanttat|beavdegirji|mildosat|dokumente|anlagen|anhang|niederschrift|compte rendu|documents url",
    ),
    (
        Role::Absent,
        "absent|not present|ikke til stede|fravaerende|forfall|franvarande|poissa|poissaolijat|отсутствовали|отсутствующие|eai lean|abwesend|absents",
    ),
    (
        Role::Excused,
        "excused|apologies|regrets|meldt forfall|unnskyldt|anmalt forhinder|estyneet|esteen ilmoittaneet|уважительная причина|entschuldigt|excuses",
    ),
    (Role::GivenName, "given name|first name|firstname|forename|fornavn|fornamn|etunimi|имя|ovdanamma|vorname|prenom"),
    (
        Role::FamilyName,
        "family name|last name|lastname|surname|etternavn|efternamn|sukunimi|фамилия|goargu|nachname|familienname|nom de famille",
    ),
    (
        Role::Person,
        "who chairs|who attended|who came|minister|ministers|name of minister|statsrad|statsraad|ministeri|министр|meeting organizer|meeting organiser|required attendees|optional attendees|name of commissioner|name of the commissioner|cabinet member|person|people|mep|meps|mp|mps|member of parliament|deputy|councillor|councilor|council member|board member|committee member|trustee|senator|representative|representatives|commissioner|present members|stortingsrepresentant|representant|kommunestyremedlem|riksdagsledamot|ledamot|kansanedustaja|valtuutettu|депутат|abgeordnete|abgeordneter|mitglied|mitglieder|participant|participants|attendee|attendees|members|member|members present|present|attendance list|speaker|speakers|presenter|presenters|chair|chairs|chairman|chairwoman|chairperson|presiding|moderator|moderators|secretary|host|hosts|delegate|delegates|guest|guests|person name|panelists|panelist|lecturer|deltaker|deltakere|deltagere|til stede|tilstede|moteleder|leder|ordstyrer|foredragsholder|foredragsholdere|medlemmer|innleder|deltagare|narvarande|ordforande|talare|ledamoter|foredragshallare|osallistuja|osallistujat|lasna|lasnaolijat|puheenjohtaja|puhuja|puhujat|jasenet|esitelmoija|участник|участники|присутствовали|присутствующие|председатель|докладчик|докладчики|спикер|фио|члены|searvi|searvvit|oasseváldit|oassevaldi|oassevaldit|jodiheaddji|sagadoalli|teilnehmer|teilnehmende|anwesend|anwesende|vortragende|vortragender|referent|referenten|vorsitz|vorsitzender|redner|sprecher|participants presents|intervenants|president",
    ),
    (
        Role::Office,
        "office|position|job title|function|stilling|verv|tittel person|befattning|amt|virka|asema|tehtava|должность|virgi|funktion|amtsbezeichnung|fonction",
    ),
    (
        Role::Part,
        "part|role|attendance|attendance status|presence|rolle|oppmote|roll|narvaro|rooli|lasnaolo|роль|явка|посещаемость|присутствие|rolla|anwesenheit",
    ),
    (
        Role::Organisation,
        "organisation|organization|company|affiliation|institution|employer|party|representing|political group|parliamentary group|party group|faction|caucus|constituency|delegation|member state|organisasjon|firma|selskap|institusjon|parti|partigruppe|valgdistrikt|valkrets|foretag|organisaatio|yritys|yhteiso|puolue|eduskuntaryhma|vaalipiiri|edustaa|организация|компания|учреждение|партия|фракция|organisašuvdna|organisasuvdna|fitnodat|bellodat|unternehmen|partei|fraktion|entreprise",
    ),
    (
        Role::ItemNumber,
        "item no|item number|item nr|agenda item no|agenda item number|agenda no|agenda number|agenda nr|punkt nr|saksliste nr|kohta|номер пункта|пункт №|top|top nr",
    ),
    (
        Role::Item,
        "item|agenda item|item title|agenda item title|agenda point|agenda topic|sak|sakstittel|sakens tittel|arende|arendemening|arenderubrik|asia|asian otsikko|pykalan otsikko|пункт повестки|пункт повестки дня|вопрос повестки|tagesordnungspunkt|punkt|assi|point de l'ordre du jour",
    ),
    (
        Role::Decision,
        "decision|decisions|resolution|outcome|result|decision taken|vedtak|beslut|beslutning|paatos|решение|постановление|beschluss|ergebnis|mearradus",
    ),
    (
        Role::Agenda,
        "agenda|agenda items|items|programme|program|schedule|saksliste|dagsorden|dagordning|foredragningslista|program punkter|esityslista|asialista|ohjelma|повестка|повестка дня|программа|aššelistu|asselistu|prográmma|programma|tagesordnung|programm|ordre du jour",
    ),
    (Role::Topic, "discussed|matters discussed|issues|saker|arenden|kasitellyt asiat|вопросы|ašsit|assit|gegenstand"),
    (Role::Quote, "quote|quotation|sitat|citat|lainaus|цитата|sitahta|zitat"),
    (
        Role::Note,
        "note|notes|remark|remarks|comment|comments|description|details|abstract|about|info|information|text|body text|content|merknad|merknader|kommentar|kommentarer|beskrivelse|notat|omtale|anmarkning|anteckning|beskrivning|huomautus|huomautukset|huomio|kuvaus|lisatieto|lisatiedot|kommentti|примечание|примечания|комментарий|описание|заметки|сведения|fuomašahttin|fuomasahttin|cilgehus|mearkkasupmi|bemerkung|bemerkungen|beschreibung|hinweis|anmerkung|remarques|commentaires",
    ),
    (
        Role::Reference,
        "reference|reference number|ref|shelf mark|shelfmark|symbol|document symbol|call number|box|file number|case number|docket|journal number|arkivnummer|saksnummer|saksnr|referanse|arkivref|arendenummer|diarienummer|referens|diaarinumero|viite|arkistotunnus|шифр|номер дела|фонд|ссылка на дело|čujuhus nr|aktenzeichen|signatur|cote",
    ),
    (
        Role::Language,
        "language|languages|lang|locale|locales|sprak|kieli|kielet|язык|языки|giella|gielat|sprache|sprachen|langue",
    ),
    (
        Role::Number,
        "number|no|nr|meeting number|meeting no|session number|motenummer|motenr|nummer|motesnummer|numero|kokousnumero|kokouksen numero|номер|номер заседания|№|sitzungsnummer|lfd nr",
    ),
];

/// What a heading says of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// What the column is.
    pub role: Role,
    /// Whether the heading says just that, and does not only end or begin so.
    pub is_exact: bool,
}

/// What a heading means, if it is known.
pub fn named(heading: &str) -> Option<Named> {
    let plain = plain(heading);
    if plain.is_empty() {
        return None;
    }
    let found =
        |test: &dyn Fn(&str) -> bool| NAMES.iter().find(|(_, names)| names.split('|').any(test)).map(|(role, _)| *role);
    if let Some(role) = found(&|name| name == plain) {
        return Some(Named { role, is_exact: true });
    }
    // Many of one kind are numbered: "Speaker 2".
    let unnumbered = plain.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
    if unnumbered != plain
        && let Some(role) = found(&|name| name == unnumbered)
    {
        return Some(Named { role, is_exact: false });
    }
    let last = unnumbered.rsplit(' ').next().unwrap_or_default();
    let ends = |name: &str| {
        let length = name.chars().count();
        let is_phrase = name.contains(' ') && unnumbered.ends_with(name);
        is_phrase || (length >= 4 && !name.contains(' ') && last.ends_with(name)) || (name == "end" && last == name)
    };
    let begins = |name: &str| name.chars().count() >= 4 && unnumbered.starts_with(&format!("{name} "));
    longest(&ends).or_else(|| longest(&begins)).map(|role| Named { role, is_exact: false })
}

/// The role whose name is the longest of those that a test finds: a website is no site.
fn longest(test: &dyn Fn(&str) -> bool) -> Option<Role> {
    let names = NAMES.iter().flat_map(|(role, names)| names.split('|').map(move |name| (*role, name)));
    let found = names.filter(|(_, name)| test(name));
    // Of two as long the one that stands first.
    found.reduce(|best, next| if next.1.len() > best.1.len() { next } else { best }).map(|(role, _)| role)
}

/// Whether a text is one of some words between which stands a bar, as lists of words are written here.
///
/// ```
/// use meetings::import::table::names::is_one_of;
/// assert!(is_one_of("yes|roll call|no", "roll call") && !is_one_of("yes|no", "roll"));
/// ```
pub fn is_one_of(words: &str, text: &str) -> bool {
    words.split('|').any(|of| of == text)
}

/// A heading in small letters, its words apart, without what stands in brackets.
pub fn plain(heading: &str) -> String {
    let mut spaced = String::with_capacity(heading.len() + 4);
    let mut is_small = false;
    let mut depth = 0_u32;
    for char in heading.chars() {
        match char {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ => {
                if char.is_uppercase() && is_small {
                    spaced.push(' ');
                }
                is_small = char.is_lowercase();
                spaced.push(if char.is_alphanumeric() || char == '№' { char } else { ' ' });
            }
        }
    }
    fold(&spaced).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A heading as readers see it: `start_date` as "Start date".
pub fn shown(heading: &str) -> String {
    let heading = heading.trim();
    let is_of_programs =
        !heading.contains(' ') && heading.chars().any(|char| char == '_' || char == '.' || char.is_lowercase());
    if !is_of_programs {
        return heading.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let mut shown = String::with_capacity(heading.len() + 4);
    let mut is_small = false;
    let mut chars = heading.chars().peekable();
    while let Some(char) = chars.next() {
        if matches!(char, '_' | '.') {
            shown.push(' ');
            is_small = false;
            continue;
        }
        let is_word = is_small && char.is_uppercase();
        if is_word {
            shown.push(' ');
        }
        if shown.is_empty() {
            shown.extend(char.to_uppercase());
        } else if is_word && chars.peek().is_none_or(|next| !next.is_uppercase()) {
            shown.extend(char.to_lowercase());
        } else {
            shown.push(char);
        }
        is_small = char.is_lowercase();
    }
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_six_languages_and_as_programs_write_them() {
        for (heading, role) in [
            ("Date", Role::Start),
            ("start_date", Role::Start),
            ("startDate", Role::Start),
            ("Møtedato", Role::Start),
            ("Päivämäärä", Role::Start),
            ("Дата заседания", Role::Start),
            ("Beaivi", Role::Start),
            ("Mötesdatum", Role::Start),
            ("end_time", Role::EndTime),
            ("Klokkeslett", Role::StartTime),
            ("Date (dd/mm/yyyy)", Role::Start),
            ("Otsikko", Role::Title),
            ("Название", Role::Title),
            ("Speaker 2", Role::Person),
            ("Vortragende 1", Role::Person),
            ("zip_code", Role::Postcode),
            ("location_name", Role::Venue),
            ("street_address", Role::Address),
            ("Ort", Role::Place),
        ] {
            assert_eq!(named(heading).map(|named| named.role), Some(role), "{heading}");
        }
        assert_eq!(named("Colour"), None);
        assert_eq!(named("offersSignLanguageOrCC"), None);
    }

    #[test]
    fn headings_of_programs_are_shown_as_words() {
        for (heading, expected) in [
            ("start_date", "Start date"),
            ("cfpEndDate", "Cfp end date"),
            ("signLanguageOrCC", "Sign language or CC"),
            ("Working group", "Working group"),
            ("ID", "ID"),
            ("agency", "Agency"),
        ] {
            assert_eq!(shown(heading), expected);
        }
    }
}
