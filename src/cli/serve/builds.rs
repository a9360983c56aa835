//! Builds the site again whenever its files have changed.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::time::Instant;

use anstream::adapter::strip_str;

use crate::cli::progress::Loudness;
use crate::cli::serve::own::NAME;
use crate::cli::serve::state::{Site, State, Tell};
use crate::cli::serve::watch::Watch;
use crate::cli::source::is_coloured;
use crate::cli::system::refused;
use crate::core::address::base::Base;

/// The builds of a preview, one after the other, each into a folder of its own: what is served is always whole.
///
/// Each runs in a process of its own, this program called once more. Views, catalogue and archive live as long as the program
/// that makes pages of them, so that no page has to ask for how long; here that would be the whole day of a keeper, a copy a
/// change. The system takes all of it back at the end of a process, and a build that fails in a way that nobody foresaw is only
/// one more thing to tell. To begin a process takes a hundredth of a second.
pub struct Builds {
    dataset: PathBuf,
    base: Base,
    /// Where the folders of the sites are, with a name that no other preview has.
    folder: PathBuf,
    tell: Tell,
    loudness: Loudness,
    /// The number of builds so far.
    count: usize,
    /// The last site that could be built.
    site: Option<Site>,
    /// The last warnings on the terminal.
    warned: String,
}

impl Builds {
    /// No build so far.
    pub fn new(dataset: PathBuf, base: Base, folder: PathBuf, tell: Tell, loudness: Loudness) -> Self {
        Self { dataset, base, folder, tell, loudness, count: 0, site: None, warned: String::new() }
    }

    /// Builds now, and whenever something has changed.
    pub fn run(mut self, watch: &Watch) {
        let mut built_from = None;
        loop {
            // What changes during a build is seen at the next look.
            let look = watch.look();
            if built_from.as_ref() != Some(&look) {
                self.build();
                built_from = Some(look);
            }
            watch.wait();
        }
    }

    fn build(&mut self) {
        let began = Instant::now();
        self.count += 1;
        let run = self.folder.file_name().unwrap_or_default().display();
        let name = format!("{run}-{}", self.count);
        let folder = self.folder.join(&name);
        let before = self.site.clone();
        let problem = match self.call(&name, &folder) {
            Ok(warnings) => {
                if warnings != self.warned {
                    on_terminal(&warnings);
                }
                self.warned = warnings;
                if self.loudness == Loudness::Told {
                    // Where nobody reads it, the preview goes on.
                    let _ = outln!("Built in {:.2} s.", began.elapsed().as_secs_f64());
                }
                self.site = Some(Site { name: name.clone(), folder });
                None
            }
            Err(problem) => {
                on_terminal(&problem);
                // Once it is mended, what else there is to say is worth saying again.
                self.warned.clear();
                Some(strip_str(&problem).to_string())
            }
        };
        self.tell.send_replace(Some(Arc::new(State { name, site: self.site.clone(), problem })));
        self.clear(before.as_ref());
    }

    /// Lets this program build the site; gives its warnings, or what is wrong.
    fn call(&self, name: &str, folder: &PathBuf) -> Result<String, String> {
        let program = env::current_exe().map_err(|error| refused("This program", &error) + "\n")?;
        let failed = |error: io::Error| refused(&program.display().to_string(), &error) + "\n";
        let mut call = Command::new(&program);
        call.args([NAME, "build", "--data"]).arg(&self.dataset).args(["--base", &self.base.file(""), "--name", name]);
        call.arg("--into").arg(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut build = call.spawn().map_err(failed)?;
        // As long as nobody writes there and it is not closed, the preview goes on.
        let _goes_on = build.stdin.take();
        let Output { status, stdout, stderr } = build.wait_with_output().map_err(failed)?;
        let [told, failed] = [stdout, stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
        match status.code() {
            Some(0) => Ok(told),
            // The data or the call is at fault, and that is said.
            Some(1 | 2) => Err(told + &failed),
            _ => Err(format!("{told}The preview could not be built, by a fault of the program itself.\n{failed}")),
        }
    }

    /// Removes all sites but the present one and the one before, of which a page may just be on its way.
    fn clear(&self, before: Option<&Site>) {
        let kept: Vec<_> = self.site.iter().chain(before).map(|site| &site.folder).collect();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if !kept.contains(&&entry.path()) {
                // What stays now goes with the whole folder.
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// Tells the keeper on the terminal.
fn on_terminal(text: &str) {
    let is_coloured = is_coloured(&io::stderr());
    let text = if is_coloured { text.to_owned() } else { strip_str(text).to_string() };
    // Where nobody reads it, the page tells what is wrong all the same.
    let _ = io::stderr().write_all(text.as_bytes());
}
