//! The whole way: sources in, one dataset out.

use crate::import::assemble::found::CountryOf;
use crate::import::assemble::named::Named;
use crate::import::assemble::{Assembled, Assembler};
use crate::import::fault::Fault;
use crate::import::merge::dataset::{Counts, Head, Merge};
use crate::import::merge::own;
use crate::import::merge::records::{Records, fields};
use crate::import::merge::state::State;
use crate::import::origin::Origin;
use crate::import::piece::{Asked, Piece, Table};
use crate::import::source::{Kind, Source};
use crate::import::table::csv::read_csv;
use crate::import::table::find;
use crate::import::table::mapping::Mapped;
use crate::import::table::ods::read_ods;
use crate::import::table::own as own_table;
use crate::import::table::plan::Plan;
use crate::import::table::turned::turned;
use crate::import::table::xlsx::read_xlsx;
use crate::import::told::{Done, Told};
use crate::import::{calendar, json, xml};

/// Is told now and then how many meetings were read, and of how many where that is known: of a table, not of a stream.
pub type Far<'a> = &'a dyn Fn(usize, Option<usize>);

/// An import of some files.
pub struct Import<'a> {
    asked: Asked,
    mapped: Vec<Mapped>,
    assembler: Assembler<'a>,
    /// How tables were read.
    pub plans: Vec<Plan>,
    /// What was done.
    pub told: Told,
    existing: Records,
    state: State,
    progress: Far<'a>,
}

/// What came of an import.
pub struct Imported {
    /// The dataset.
    pub dataset: Records,
    /// What was read, for the next time.
    pub state: State,
    /// What was done.
    pub told: Told,
    /// Whether the dataset is another than it was.
    pub is_changed: bool,
    /// How many meetings came of it.
    pub counts: Counts,
}

impl<'a> Import<'a> {
    /// An import to a dataset that stands there, with what was last read; `progress` is told how far it is.
    pub fn new(
        asked: Asked,
        mapped: Vec<Mapped>,
        existing: Records,
        state: State,
        country: CountryOf<'a>,
        progress: Far<'a>,
    ) -> Self {
        let assembler = Assembler::new(country, state.ids(&existing), named(&existing));
        Self { asked, mapped, assembler, plans: Vec::new(), told: Told::default(), existing, state, progress }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Where nothing of it can be read.
    pub fn read(&mut self, source: Source) -> Result<(), Fault> {
        let name = source.name.clone();
        self.told.of_file(&name);
        self.assembler.of_file(&name);
        let before = self.assembler.len();
        let mut fault = None;
        match source.kind {
            Kind::Csv => {
                let table = read_csv(&source.text, &mut self.told)?;
                drop(source);
                self.table(&table, &name)?;
            }
            Kind::Xlsx | Kind::Ods => {
                let read = if source.kind == Kind::Xlsx { read_xlsx } else { read_ods };
                let mut told = std::mem::take(&mut self.told);
                let read = read(&source, &mut told, &mut |table, told| {
                    std::mem::swap(&mut self.told, told);
                    if let Err(why) = self.table(&table, &name) {
                        self.leave_out(&table, &why);
                        fault.get_or_insert(why);
                    }
                    std::mem::swap(&mut self.told, told);
                });
                self.told = told;
                read?;
            }
            Kind::Calendar => fault = self.pieces(&source, calendar::read)?,
            Kind::Json if let Some(records) = own::own(&source.text) => self.own(records),
            Kind::Json | Kind::JsonLines | Kind::Html => fault = self.pieces(&source, json::read)?,
            Kind::Xml => fault = self.pieces(&source, xml::read)?,
        }
        match (self.assembler.len() > before, fault) {
            // A table without meetings among others is told; what could be meant in two ways is asked.
            (_, Some(fault @ (Fault::Ambiguous(_) | Fault::Mapping(_) | Fault::Bomb))) => Err(fault),
            (true, _) => Ok(()),
            (false, Some(fault)) => Err(fault),
            (false, None) => Err(Fault::NoMeetings("no row or record of it has a day on which it began")),
        }
    }

    /// Takes the records of a dataset of ours as they are.
    fn own(&mut self, records: Records) {
        let why = "It is a dataset of this program, and its records were taken as they are.";
        self.told.tell(Done::Read, &Origin::whole(), why, "");
        self.assembler.own(records, &mut self.told);
    }

    /// Reads what a reader gives; why a table in it could not be read.
    fn pieces(&mut self, source: &Source, read: crate::import::piece::Reader) -> Result<Option<Fault>, Fault> {
        let asked = self.asked.clone();
        let mut fault = None;
        // The reader tells into what it is handed; what it gives is read at once, and tells there too.
        let mut told = std::mem::take(&mut self.told);
        told.of_file(&source.name);
        self.told.of_file(&source.name);
        let read = read(source, &asked, &mut told, &mut |piece| match piece {
            Piece::About(about) => self.assembler.about(about),
            Piece::Draft(draft) => {
                self.assembler.take(*draft, &mut self.told);
                self.tell_progress();
            }
            Piece::Table(table) => {
                if let Err(why) = self.table(&table, &source.name) {
                    self.leave_out(&table, &why);
                    fault.get_or_insert(why);
                }
            }
        });
        told.lines.append(&mut self.told.lines);
        self.told = told;
        read.map(|()| fault)
    }

    fn tell_progress(&self) {
        if self.assembler.len().is_multiple_of(1_000) {
            (self.progress)(self.assembler.len(), None);
        }
    }

    fn leave_out(&mut self, table: &Table, why: &Fault) {
        let origin = Origin { sheet: table.sheet.clone(), ..Default::default() };
        self.told.tell(Done::LeftOut, &origin, "No meetings were read from this table.", &why.to_string());
    }

    /// Reads a table.
    fn table(&mut self, table: &Table, file: &str) -> Result<(), Fault> {
        let sheet = table.sheet.as_deref().unwrap_or_default();
        let mapped = self.mapped.iter().find(|mapped| mapped.file == file && mapped.sheet == sheet);
        if table.rows.is_empty() {
            return Err(Fault::NoMeetings("the table has no rows"));
        }
        if own_table::is_own(table) {
            let assembler = &mut self.assembler;
            own_table::read(table, &mut self.told, &mut |draft, told| assembler.take(draft, told));
            return Ok(());
        }
        let turned = turned(table, &mut self.told);
        let table = turned.as_ref().unwrap_or(table);
        let plan = find::plan(table, file, &self.asked, mapped, &mut self.told)?;
        if !plan.is_left_out {
            let (assembler, progress) = (&mut self.assembler, self.progress);
            let mut read = 0;
            find::read(table, &plan, &self.asked, &mut self.told, &mut |draft, all, told| {
                assembler.take(draft, told);
                read += 1;
                if read % 1_000 == 0 {
                    progress(read, Some(all));
                }
            });
        }
        self.plans.push(plan);
        Ok(())
    }

    /// Puts everything that was read to the dataset.
    pub fn finish(mut self, head: &Head) -> Imported {
        let assembled: Assembled = self.assembler.finish(&mut self.told);
        let mut told = self.told;
        let mut merge = Merge {
            dataset: self.existing,
            state: self.state,
            told: &mut told,
            is_changed: false,
            counts: Counts::default(),
        };
        merge.put(assembled, head);
        let Merge { dataset, state, is_changed, counts, .. } = merge;
        Imported { dataset, state, told, is_changed, counts }
    }
}

/// Places, people and themes that stand in a dataset, by whatever ids.
fn named(dataset: &Records) -> Named {
    let mut named = Named::default();
    for list in ["themes", "places", "people"] {
        for record in dataset.list(list) {
            let record = fields(record);
            let text = |name: &str| record.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
            let name = if list == "themes" { text("label") } else { text("name") };
            let country = if list == "places" { text("country") } else { "" };
            named.know(list, text("id"), name, country);
        }
    }
    named
}
