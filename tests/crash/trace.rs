//! What a program did to its disk and told its clients, read from what `strace` wrote of it:
//! `strace -f -y -xx -s LONG -e trace=CALLS`.

use std::collections::BTreeMap;

/// Every call that changes files, or tells somebody something.
pub const CALLS: &str = "openat,pwrite64,write,sendto,ftruncate,fsync,fdatasync,rename,renameat,\
    renameat2,unlink,unlinkat,mkdir,mkdirat";

/// Something that happened. Paths are below the folder that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A file is there, from now on at the latest.
    Made(String),
    Folder(String),
    /// Bytes at their place, or behind all others.
    Write(String, Option<u64>, Vec<u8>),
    Length(String, u64),
    Renamed(String, String),
    Removed(String),
    /// What of a file or folder happened before so many events is on the disk.
    Synced(String, usize),
    /// Bytes left for a client.
    Told(Vec<u8>),
}

/// The events of a trace below a folder, in their order. A call counts as done when it
/// returned; what was told, when it was begun.
pub fn read(text: &str, root: &str) -> Vec<Event> {
    let mut reading = Reading {
        root: format!("{}/", root.trim_end_matches('/')),
        events: Vec::new(),
        begun: BTreeMap::new(),
    };
    for line in text.lines() {
        reading.take(line);
    }
    reading.events
}

struct Reading<'a> {
    root: String,
    events: Vec<Event>,
    /// Calls that have not returned, by thread, with the number of events before them.
    begun: BTreeMap<&'a str, (&'a str, usize)>,
}

impl<'a> Reading<'a> {
    fn take(&mut self, line: &'a str) {
        let Some((thread, call)) = line.split_once(' ') else {
            return;
        };
        let call = call.trim_start();
        if let Some(begun) = call.strip_suffix("<unfinished ...>") {
            let begun = begun.trim_end();
            self.begun.insert(thread, (begun, self.events.len()));
            self.tell(begun);
        } else if call.starts_with("<... ") {
            let rest = call.split_once("resumed>").map_or("", |(_, rest)| rest);
            if let Some((begun, before)) = self.begun.remove(thread) {
                self.done(&format!("{begun}{rest}"), before);
            }
        } else {
            self.tell(call);
            self.done(call, self.events.len());
        }
    }

    /// Takes in what leaves for a client.
    fn tell(&mut self, call: &str) {
        let Some(arguments) = call.strip_prefix("sendto(") else {
            return;
        };
        let told = arguments.split(", ").find_map(quoted);
        self.events.extend(told.map(Event::Told));
    }

    /// Takes in a call that returned, begun after so many events.
    fn done(&mut self, call: &str, before: usize) {
        let Some((call, result)) = call.rsplit_once(" = ") else {
            return;
        };
        let result = result.split([' ', '<']).next().unwrap_or_default();
        // One that failed did nothing.
        let Ok(result) = result.parse::<usize>() else {
            return;
        };
        let call = call.trim_end().trim_end_matches(')');
        let Some((name, arguments)) = call.split_once('(') else {
            return;
        };
        let arguments: Vec<&str> = arguments.split(", ").collect();
        self.events
            .extend(self.event((name, &arguments), result, before));
    }

    fn event(
        &self,
        (name, arguments): (&str, &[&str]),
        result: usize,
        before: usize,
    ) -> Option<Event> {
        let open = || self.below(&described(arguments.first()?)?);
        let mut texts = arguments.iter().copied().filter_map(quoted);
        let mut named = || self.below(&texts.next()?);
        let number = |at: usize| arguments.get(at)?.parse::<u64>().ok();
        match name {
            "openat" => {
                let (path, flags) = (named()?, arguments.get(2)?);
                if flags.contains("O_TRUNC") {
                    return Some(Event::Length(path, 0));
                }
                flags.contains("O_CREAT").then_some(Event::Made(path))
            }
            "pwrite64" | "write" => {
                let path = open()?;
                let mut bytes = quoted(arguments.get(1)?)?;
                bytes.truncate(result);
                let at = if name == "write" {
                    None
                } else {
                    Some(number(3)?)
                };
                Some(Event::Write(path, at, bytes))
            }
            "ftruncate" => Some(Event::Length(open()?, number(1)?)),
            "fsync" | "fdatasync" => Some(Event::Synced(open()?, before)),
            "rename" | "renameat" | "renameat2" => Some(Event::Renamed(named()?, named()?)),
            "unlink" | "unlinkat" => Some(Event::Removed(named()?)),
            "mkdir" | "mkdirat" => Some(Event::Folder(named()?)),
            _ => None,
        }
    }

    /// A path below the folder; the folder itself is an empty one. What SQLite shares in
    /// memory is made anew after a power cut.
    fn below(&self, path: &[u8]) -> Option<String> {
        let path = std::str::from_utf8(path).ok()?;
        let path = format!("{path}/");
        let path = path.strip_prefix(&self.root)?;
        let path = path.trim_end_matches('/');
        (!path.ends_with("-shm")).then(|| path.to_owned())
    }
}

/// The bytes of a text argument.
fn quoted(argument: &str) -> Option<Vec<u8>> {
    let text = argument.strip_prefix('"')?;
    let text = text.strip_suffix('"');
    bytes(text.expect("no text is cut short"))
}

/// What a number of an open file stands for.
fn described(argument: &&str) -> Option<Vec<u8>> {
    let (_, name) = argument.split_once('<')?;
    bytes(name.strip_suffix('>')?)
}

/// Bytes written as `\x41\x42`.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let pairs = text.split("\\x").skip(1);
    pairs
        .map(|pair| u8::from_str_radix(pair, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `strace -xx` writes texts.
    fn hex(text: &str) -> String {
        text.bytes().map(|byte| format!("\\x{byte:02x}")).collect()
    }

    #[test]
    fn calls_are_events_once_they_returned() {
        let (root, file) = (hex("/d"), hex("/d/a-wal"));
        let (new, socket, shared) = (hex("/d/b"), hex("socket:[7]"), hex("/d/a-shm"));
        let text = format!(
            "1 openat(AT_FDCWD<{root}>, \"{new}\", O_RDWR|O_CREAT, 0600) = 5<{new}>\n\
             2 fsync(4<{file}> <unfinished ...>\n\
             1 pwrite64(4<{file}>, \"\\x41\\x42\", 2, 4096) = 2\n\
             3 sendto(9<{socket}>, \"\\x4f\\x4b\", 2, MSG_NOSIGNAL, NULL, 0 <unfinished ...>\n\
             2 <... fsync resumed>)                   = 0\n\
             1 write(5<{new}>, \"\\x41\\x42\", 2) = 1\n\
             3 <... sendto resumed>)             = 2\n\
             1 pwrite64(6<{shared}>, \"\\x00\", 1, 0) = 1\n\
             1 openat(AT_FDCWD<{root}>, \"{file}\", O_RDONLY) = -1 ENOENT (No such file or directory)\n\
             1 fsync(8<{root}>)   = 0\n\
             1 renameat2(AT_FDCWD<{root}>, \"{new}\", AT_FDCWD<{root}>, \"{file}\", RENAME_NOREPLACE) = 0\n\
             1 write(2<{}>, \"\\x41\", 1) = 1\n\
             1 +++ exited with 0 +++\n",
            hex("/elsewhere")
        );
        let path = str::to_owned;
        let expected = [
            Event::Made(path("b")),
            Event::Write(path("a-wal"), Some(4096), b"AB".to_vec()),
            Event::Told(b"OK".to_vec()),
            // What was written after it was begun may not be there.
            Event::Synced(path("a-wal"), 1),
            Event::Write(path("b"), None, b"A".to_vec()),
            Event::Synced(path(""), 5),
            Event::Renamed(path("b"), path("a-wal")),
        ];
        assert_eq!(read(&text, "/d"), expected);
    }
}
