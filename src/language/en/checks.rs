//! What a keeper is told of a file that is checked, besides the problems themselves, in English.

use crate::core::archive::problem::{Double, DoubleOf};

/// That two records are likely one, and what to do.
pub fn double(double: &Double) -> String {
    let Double { of, text, first, at } = double;
    match of {
        DoubleOf::Meeting => format!(
            "“{text}” begins on the day on which {at} does, which has the same title, “{first}”; remove one of them if they are one meeting, or tell them apart by their titles."
        ),
        DoubleOf::Person => format!(
            "“{text}” is likely the same person as “{first}”, {at}; if so, keep one of them and name it in every meeting."
        ),
        DoubleOf::Place => format!(
            "“{text}” is likely the same place as “{first}”, {at}; if so, keep one of them and name it in every meeting."
        ),
        DoubleOf::Theme => format!(
            "“{text}” is likely the same theme as “{first}”, {at}; if so, keep one of them and name it in every meeting."
        ),
    }
}
