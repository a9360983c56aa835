//! Events as Legistar's interface gives them: of American councils.

use crate::core::text::clock::Clock;
use crate::core::text::date::PartialDate;
use crate::import::assemble::words::status;
use crate::import::draft::{DocumentDraft, Draft, ItemDraft, PersonDraft, PlaceDraft, Rest, Wish};
use crate::import::json::fields::{Fields, Reading};
use crate::import::times::{machine_time, zoned};
use crate::import::told::Done;

const MACHINES: &str = "What programs tell each other was left out wherever it stands.";

/// An event as a draft; it is long because each field has its line.
pub fn event(mut fields: Fields, reading: &mut Reading) -> Draft {
    let body = fields.line("EventBodyName");
    let mut draft = Draft {
        origin: fields.origin(),
        uid: fields.first_text(&["EventGuid", "EventId"]),
        title: body.clone().unwrap_or_default(),
        modified: fields.modified("EventLastModifiedUtc"),
        ..Draft::default()
    };
    let origin = fields.origin_of("EventBodyName");
    draft.rest.extend(body.map(|body| Rest { label: "Body".into(), values: vec![body], origin, wish: Wish::Facet }));
    draft.start = start(&mut fields, &mut draft.status, reading);
    place(&mut fields, &mut draft);
    let comment = fields.text("EventComment");
    let is_cancelled = |text: &str| text.to_lowercase().contains("cancel");
    let of_agenda = fields.line("EventAgendaStatusName");
    let said = [comment.as_deref(), of_agenda.as_deref(), draft.venue.as_deref()];
    let place = draft.places.first().map(|place| place.name.as_str());
    if let Some(said) = said.into_iter().flatten().chain(place).find(|text| is_cancelled(text)) {
        draft.status = Some("cancelled".into());
        let why = "An event was taken for one that was cancelled, since a remark on it says so.";
        reading.told.tell(Done::Guessed, &draft.origin, why, said);
    }
    draft.notes.extend(comment);
    let origin = fields.origin_of("EventAgendaStatusName");
    draft.rest.extend(of_agenda.map(|status| Rest {
        label: "Agenda status".into(),
        values: vec![status],
        origin,
        ..Rest::default()
    }));
    let files = [
        ("EventAgendaFile", "Agenda", "agenda"),
        ("EventMinutesFile", "Minutes", "minutes"),
        ("EventVideoPath", "Video", "recording"),
        ("EventInSiteURL", "", "web page"),
    ];
    for (name, title, kind) in files {
        if let Some(url) = fields.text(name) {
            let kind = Some(kind.into());
            draft.documents.push(DocumentDraft {
                title: title.into(),
                kind,
                url: Some(url),
                ..DocumentDraft::default()
            });
        }
    }
    for item in fields.objects("EventItems") {
        draft.agenda.extend(self::item(item, reading));
    }
    let left = [
        "EventId",
        "EventRowVersion",
        "EventBodyId",
        "EventAgendaStatusId",
        "EventMinutesStatusId",
        "EventMinutesStatusName",
        "EventVideoStatus",
        "EventMedia",
        "EventAgendaLastPublishedUTC",
        "EventMinutesLastPublishedUTC",
    ];
    fields.leave_out(&left, MACHINES, reading);
    fields.rest(&mut draft, reading);
    draft
}

fn start(fields: &mut Fields, called: &mut Option<String>, reading: &mut Reading) -> Option<PartialDate> {
    let text = fields.text("EventDate")?;
    let day = machine_time(&text, None).map(|date| PartialDate::Day(date.first_day()));
    if day.is_none() {
        reading.told.tell(Done::LeftOut, &fields.origin_of("EventDate"), "A day or a time that cannot be read.", &text);
    }
    let (day, clock) = (day?, fields.text("EventTime"));
    let Some(clock) = clock else { return Some(day) };
    // Where a meeting was called off, Legistar has that in place of its time.
    if status(&clock).is_some() {
        reading.told.tell(
            Done::Guessed,
            &fields.origin_of("EventTime"),
            "It stands in place of a time and was taken for the status.",
            &clock,
        );
        *called = Some(clock);
        return Some(day);
    }
    let Some(minute) = twelve_hours(&clock) else {
        reading.told.tell(Done::LeftOut, &fields.origin_of("EventTime"), "A time of day that cannot be read.", &clock);
        return Some(day);
    };
    Some(match &reading.asked.zone {
        Some(zone) => zoned(day.first_day(), minute, zone),
        None => PartialDate::Time(day.first_day(), Clock { minute, offset: None }),
    })
}

/// `10:00 AM`, `1:30 PM`, `13:30`.
fn twelve_hours(text: &str) -> Option<i16> {
    let text = text.trim().to_lowercase().replace('.', "");
    let (clock, half) = match text
        .strip_suffix("am")
        .map(|clock| (clock, 0))
        .or_else(|| text.strip_suffix("pm").map(|clock| (clock, 12)))
    {
        Some((clock, half)) => (clock, Some(half)),
        None => (text.as_str(), None),
    };
    let (hour, minute) = clock.trim().split_once(':').unwrap_or((clock.trim(), "0"));
    let (hour, minute): (i16, i16) = (hour.parse().ok()?, minute.get(..2).unwrap_or(minute).parse().ok()?);
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        None => hour,
        Some(_) => return None,
    };
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some(hour * 60 + minute)
}

/// The first line of a location is a room or a building, and what stands behind it is remarks.
fn place(fields: &mut Fields, draft: &mut Draft) {
    let Some(text) = fields.text("EventLocation") else { return };
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let name = lines.next().unwrap_or_default().to_owned();
    draft.notes.extend(lines.map(str::to_owned));
    draft.places.push(PlaceDraft { name, ..PlaceDraft::default() });
}

/// An item of an agenda; it is long because each field has its line.
fn item(mut fields: Fields, reading: &mut Reading) -> Option<ItemDraft> {
    let title = fields.text("EventItemTitle");
    let matter = fields.line("EventItemMatterName");
    let mut item = ItemDraft {
        number: fields.line("EventItemAgendaNumber"),
        title: title.or(matter).unwrap_or_default(),
        ..ItemDraft::default()
    };
    let action = fields.line("EventItemActionName");
    let passed = fields.line("EventItemPassedFlagName");
    let tally = fields.line("EventItemTally");
    let decision: Vec<String> = [action, passed, tally].into_iter().flatten().collect();
    let decision: Vec<String> = Some(decision.join(", ")).filter(|text| !text.is_empty()).into_iter().collect();
    let decision = [decision, fields.text("EventItemActionText").into_iter().collect()].concat().join("\n");
    item.decision = Some(decision).filter(|decision| !decision.is_empty());
    let notes = [
        "EventItemMatterFile",
        "EventItemMatterType",
        "EventItemMatterStatus",
        "EventItemAgendaNote",
        "EventItemMinutesNote",
    ];
    let notes: Vec<String> = notes.iter().filter_map(|name| fields.text(name)).collect();
    item.text = Some(notes.join("\n")).filter(|text| !text.is_empty());
    for (name, part) in [("EventItemMover", "Mover"), ("EventItemSeconder", "Seconder")] {
        item.people.extend(fields.line(name).map(|name| PersonDraft {
            name,
            part: Some(part.into()),
            ..PersonDraft::default()
        }));
    }
    for mut attachment in fields.objects("EventItemMatterAttachments") {
        let title = attachment.line("MatterAttachmentName").unwrap_or_default();
        let url = attachment.text("MatterAttachmentHyperlink");
        item.documents.push(DocumentDraft { title, url, kind: Some("attachment".into()), ..DocumentDraft::default() });
        reading.once.leave_out("MatterAttachment…", &attachment.origin(), MACHINES, "", reading.told);
    }
    for (name, person) in [("EventItemVoteInfo", "VotePersonName"), ("EventItemRollCallInfo", "RollCallPersonName")] {
        for mut vote in fields.objects(name) {
            let value = vote.first_text(&["VoteValueName", "RollCallValueName"]);
            item.people.extend(vote.line(person).map(|name| PersonDraft {
                name,
                part: value,
                ..PersonDraft::default()
            }));
            reading.once.leave_out(
                name,
                &vote.origin(),
                "Of a vote all but name and vote was left out.",
                "",
                reading.told,
            );
        }
    }
    let left: Vec<&str> = fields.all().map(|(name, _)| name).filter(|name| name.starts_with("EventItem")).collect();
    let left: Vec<&str> = left.into_iter().filter(|name| !fields.is_taken(name)).collect();
    fields.leave_out(
        &left,
        "Of an item of an agenda this was left out wherever it stands: the format has no field for it.",
        reading,
    );
    fields.tell_rest(reading);
    // Legistar keeps lines of the agenda that part it as items without a text.
    let says_nothing = item == ItemDraft::default();
    (!says_nothing).then_some(item)
}

#[cfg(test)]
mod tests {
    use super::twelve_hours;

    #[test]
    fn hours_before_and_after_noon_are_read() {
        for (text, minute) in
            [("10:00 AM", 600), ("12:15 am", 15), ("12:00 PM", 720), ("1:30 p.m.", 810), ("13:30", 810), ("9 AM", 540)]
        {
            assert_eq!(twelve_hours(text), Some(minute), "{text}");
        }
        for text in ["", "25:00", "13:00 PM", "noon", "1:60 PM", "ä"] {
            assert_eq!(twelve_hours(text), None, "{text}");
        }
    }
}
