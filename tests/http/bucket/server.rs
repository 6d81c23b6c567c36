//! A server that speaks S3 over HTTP, with one bucket in a folder. It checks signatures.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use s3s::auth::SimpleAuth;
use s3s::service::{S3ServiceBuilder, SharedS3Service};
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::sync::oneshot;

/// The name of the key that opens it, and the key.
const KEY: (&str, &str) = ("evenhand", "olives/and+figs=");
const BUCKET: &str = "grants";

/// How it answers.
#[derive(Debug, Clone, Copy)]
pub enum Mood {
    Well,
    /// It hangs up.
    Away,
    /// It takes what is asked and says nothing.
    Silent,
}

/// The server; it ends when it is dropped.
pub struct Bucket {
    folder: TempDir,
    port: u16,
    mood: Arc<Mutex<Mood>>,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Bucket {
    /// A new one, with nothing in it.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join(BUCKET)).expect("a bucket");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        listener.set_nonblocking(true).expect("it waits for nobody");
        let port = listener.local_addr().expect("an address").port();
        let files = FileSystem::new(folder.path()).expect("a folder");
        let mut service = S3ServiceBuilder::new(files);
        service.set_auth(SimpleAuth::from_single(KEY.0, KEY.1));
        let service = service.build().into_shared();
        let mood = Arc::new(Mutex::new(Mood::Well));
        let (end, ended) = oneshot::channel();
        let serving = serve(listener, service, mood.clone());
        let thread = std::thread::spawn(move || {
            let mut builder = tokio::runtime::Builder::new_current_thread();
            let runtime = builder.enable_all().build().expect("a runtime");
            runtime.spawn(serving);
            // Until the other end is dropped.
            let _ = runtime.block_on(ended);
        });
        Self {
            folder,
            port,
            mood,
            end: Some(end),
            thread: Some(thread),
        }
    }

    /// What the setting `files` says of a prefix in it.
    pub fn place(&self, prefix: &str) -> String {
        self.place_for(prefix, KEY.1)
    }

    /// The same with another key.
    pub fn place_for(&self, prefix: &str, key: &str) -> String {
        let (port, name) = (self.port, KEY.0);
        format!(
            "s3://{BUCKET}/{prefix}?endpoint=http://127.0.0.1:{port}&allow_http=true\
             &region=us-east-1&access_key_id={name}&secret_access_key={key}"
        )
    }

    /// From the next request on.
    pub fn is(&self, mood: Mood) {
        *self.mood.lock().expect("a mood") = mood;
    }

    /// Everything below a prefix: by name, what lies there.
    pub fn objects(&self, prefix: &str) -> Vec<(String, Vec<u8>)> {
        let base = self.folder.path().join(BUCKET).join(prefix);
        let mut paths = Vec::new();
        walk(&base, &mut paths);
        paths.sort();
        let object = |path: &PathBuf| {
            let name = path.strip_prefix(&base).expect("it lies below");
            let bytes = fs::read(path).expect("an object");
            (name.to_string_lossy().into_owned(), bytes)
        };
        paths.iter().map(object).collect()
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, found);
        } else {
            found.push(path);
        }
    }
}

async fn serve(listener: TcpListener, service: SharedS3Service, mood: Arc<Mutex<Mood>>) {
    let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
    let mut builder = auto::Builder::new(TokioExecutor::new());
    // A line for each request: another mood holds from the next one on.
    builder.http1().keep_alive(false);
    let mut silent = Vec::new();
    while let Ok((line, _)) = listener.accept().await {
        let mood = *mood.lock().expect("a mood");
        match mood {
            Mood::Away => drop(line),
            Mood::Silent => silent.push(line),
            Mood::Well => {
                let answer = builder.serve_connection(TokioIo::new(line), service.clone());
                let answer = answer.into_owned();
                tokio::spawn(async move {
                    let _ = answer.await;
                });
            }
        }
    }
}
