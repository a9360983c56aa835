//! The order of day and month, from all dates of a column at once.

use crate::import::piece::DayOrder;

use super::days::{Day, Digits};

/// What the dates of a column tell of the order, for one sign between the numbers.
#[derive(Debug, Clone, Default)]
struct Evidence {
    sign: char,
    is_short: bool,
    /// The first row of a date that can only be in this order.
    dmy: Option<(u32, String)>,
    mdy: Option<(u32, String)>,
    ymd: Option<(u32, String)>,
    /// The first that can be in several.
    open: Option<(u32, String)>,
}

/// What the dates of a column tell of their order.
#[derive(Debug, Clone, Default)]
pub struct Orders {
    evidence: Vec<Evidence>,
    asked: Option<DayOrder>,
}

/// Why the order of a column is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsure {
    /// No date decides: a row and what it says.
    Open(u32, String),
    /// Dates contradict each other: two rows and what they say.
    Both([(u32, String); 2]),
}

impl Orders {
    /// Of a column whose order the call or the mapping tells, or none does.
    pub fn new(asked: Option<DayOrder>) -> Self {
        Self { evidence: Vec::new(), asked }
    }

    fn of(&self, digits: Digits) -> Option<&Evidence> {
        self.evidence.iter().find(|of| of.sign == digits.sign && of.is_short == digits.is_short)
    }

    /// Looks at a date of the column; `weekday` is the day of the week that the row tells of it, from Monday as 1.
    pub fn see(&mut self, day: Day, weekday: Option<i8>, row: u32, text: &str) {
        let Day::Digits(digits) = day else { return };
        let at = self.evidence.iter().position(|of| of.sign == digits.sign && of.is_short == digits.is_short);
        let at = at.unwrap_or_else(|| {
            self.evidence.push(Evidence { sign: digits.sign, is_short: digits.is_short, ..Evidence::default() });
            self.evidence.len() - 1
        });
        let can = |order: DayOrder| {
            let day = digits.day(order).map(|date| date.first_day());
            day.is_some_and(|day| weekday.is_none_or(|weekday| day.weekday().to_monday_one_offset() == weekday))
        };
        // A year in two digits hardly stands first, unless nothing else is possible.
        let (dmy, mdy) = (can(DayOrder::Dmy), can(DayOrder::Mdy));
        let ymd = digits.is_short && can(DayOrder::Ymd);
        let same = digits.day(DayOrder::Dmy) == digits.day(DayOrder::Mdy);
        let evidence = &mut self.evidence[at];
        let slot = match (dmy, mdy, ymd) {
            (true, true, _) if same => return,
            (true, true, _) => &mut evidence.open,
            (true, false, _) => &mut evidence.dmy,
            (false, true, _) => &mut evidence.mdy,
            (false, false, true) => &mut evidence.ymd,
            (false, false, false) => return,
        };
        slot.get_or_insert_with(|| (row, text.to_owned()));
    }

    /// The order of dates like this one. Dots stand between day, month and year in this order wherever they do.
    pub fn order(&self, digits: Digits) -> Option<DayOrder> {
        let evidence = self.of(digits);
        let told = evidence.and_then(|of| match (&of.dmy, &of.mdy, &of.ymd) {
            (Some(_), None, None) => Some(DayOrder::Dmy),
            (None, Some(_), None) => Some(DayOrder::Mdy),
            (None, None, Some(_)) => Some(DayOrder::Ymd),
            _ => None,
        });
        let by_dots = (digits.sign == '.' && evidence.is_none_or(|of| of.mdy.is_none() && of.ymd.is_none()))
            .then_some(DayOrder::Dmy);
        // Days that are the same in both orders, and no others.
        let either =
            evidence.is_none_or(|of| of.open.is_none() && of.dmy.is_none() && of.mdy.is_none() && of.ymd.is_none());
        self.asked.or(told).or(by_dots).or(either.then_some(DayOrder::Dmy))
    }

    /// Whether the values decide the order of all dates; else why not.
    ///
    /// # Errors
    /// Where they do not, and nobody was asked.
    pub fn judge(&self) -> Result<(), Unsure> {
        if self.asked.is_some() {
            return Ok(());
        }
        for of in &self.evidence {
            let found: Vec<&(u32, String)> = [&of.dmy, &of.mdy, &of.ymd].into_iter().flatten().collect();
            match (found.as_slice(), &of.open) {
                ([first, second, ..], _) => return Err(Unsure::Both([(*first).clone(), (*second).clone()])),
                ([], Some((row, text))) if of.sign != '.' => return Err(Unsure::Open(*row, text.clone())),
                _ => {}
            }
        }
        Ok(())
    }

    /// The order that was found, for the mapping; none where no date needs one.
    pub fn found(&self) -> Option<DayOrder> {
        let digits = |of: &Evidence| Digits { numbers: [1, 1, 1], sign: of.sign, is_short: of.is_short };
        self.evidence.first().and_then(|of| self.order(digits(of)))
    }
}
