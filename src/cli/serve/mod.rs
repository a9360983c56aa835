//! `archive serve`: shows the site on this machine while its keeper writes.

pub mod builds;
pub mod folder;
pub mod host;
pub mod own;
pub mod preview;
pub mod state;
pub mod watch;

use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::thread;

use clap::Args;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch::channel;

use self::builds::Builds;
use self::folder::Held;
use self::host::Host;
use self::watch::Watch;
use crate::cli::build::app;
use crate::cli::failure::Failure;
use crate::cli::progress::Loudness;
use crate::cli::source::{base, data, site};
use crate::publish::built::Built;
use crate::publish::kept;

/// Shows the site on this machine while you write, and loads the page again when a file has changed
///
/// It follows the dataset, site.toml and the folder documents beside it. Where one is at fault, the last page that could be
/// built stays, and tells what is wrong until it is mended. Nobody else can open the address. Ctrl-C ends it.
#[derive(Args)]
pub struct Options {
    /// The dataset [default: $DATA, or meetings.json, or public/data/meetings.json]
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// The port of this machine; 0 for any that is free
    #[arg(long, value_name = "NUMBER", default_value_t = 8000)]
    port: u16,
    /// The path under which the site stands, as /archive/, to see it as its host will have it [default: $BASE, or /]
    #[arg(long, value_name = "PATH")]
    base: Option<String>,
}

/// Serves the site until it is interrupted.
///
/// # Errors
/// Where the call is at fault: there is no such file, the port cannot be had, a setting is not understood. What is wrong with
/// the data is told in the page.
pub fn serve(options: Options, loudness: Loudness) -> Result<(), Failure> {
    let file = data(options.data)?;
    let base = base(options.base)?;
    // Who names a file that is not there, or calls the program elsewhere, would wait in vain for what is mended.
    fs::File::open(&file).map_err(|error| Failure::File(file.clone(), error))?;
    site(None)?;
    Built::find(&app()).map_err(Failure::Publish)?;
    let port = |error| Failure::Port(options.port, error);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).map_err(port)?;
    let address = listener.local_addr().map_err(port)?;
    let (runtime, listener) = started(listener).map_err(port)?;
    let held = Held::new(own::NAME)?;
    outln!("The preview of {} is at http://{address}{}; Ctrl-C ends it.", file.display(), base.file(""))?;
    let (tell, states) = channel(None);
    let host = Host { base: base.clone(), documents: kept::folder(&file), states };
    let builds = Builds::new(file.clone(), base, held.path.clone(), tell, loudness);
    thread::spawn(move || builds.run(&Watch::new(&file)));
    runtime.block_on(host.serve(listener)).map_err(port)
}

/// What serves, on one thread: there is one reader.
fn started(listener: TcpListener) -> io::Result<(Runtime, tokio::net::TcpListener)> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    listener.set_nonblocking(true)?;
    let _entered = runtime.enter();
    let listener = tokio::net::TcpListener::from_std(listener)?;
    Ok((runtime, listener))
}
