//! The same server with nothing behind it: answers that were recorded, out of memory.
//! Served by a process of its own, as the program is.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes, Data};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer};

use crate::client::Answer;

/// The option with which this program serves a folder of answers.
pub const OPTION: &str = "--serve-from-memory";

/// Headers that the server writes by itself.
const OWN: [&str; 4] = ["content-length", "transfer-encoding", "connection", "date"];

struct Kept {
    status: StatusCode,
    headers: Vec<(String, String)>,
    body: Bytes,
}

/// Keeps answers in a folder; that of number N is served at `/N`.
pub fn keep(folder: &Path, answers: &[Answer]) {
    fs::create_dir_all(folder).expect("a folder");
    for (number, answer) in answers.iter().enumerate() {
        let head = serde_json::json!({"status": answer.status, "headers": answer.headers});
        fs::write(folder.join(format!("{number}.head")), head.to_string()).expect("written");
        fs::write(folder.join(format!("{number}.body")), &answer.body).expect("written");
    }
}

fn kept(folder: &Path) -> Vec<Kept> {
    let one = |number: usize| {
        let head = fs::read(folder.join(format!("{number}.head"))).ok()?;
        let head: serde_json::Value = serde_json::from_slice(&head).expect("JSON");
        let headers = head["headers"].clone();
        let headers: Vec<(String, String)> = serde_json::from_value(headers).expect("pairs");
        let own = |(name, _): &(String, String)| !OWN.contains(&name.as_str());
        let status = head["status"]
            .as_u64()
            .and_then(|code| u16::try_from(code).ok());
        let body = fs::read(folder.join(format!("{number}.body"))).expect("a body");
        Some(Kept {
            status: StatusCode::from_u16(status.expect("a status")).expect("a status"),
            headers: headers.into_iter().filter(own).collect(),
            body: Bytes::from(body),
        })
    };
    (0..).map_while(one).collect()
}

/// Serves a folder until it is killed; says first where.
pub fn serve(folder: &str) {
    let kept = Arc::new(kept(Path::new(folder)));
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    actix_web::rt::System::new().block_on(async move {
        let server = HttpServer::new(move || {
            App::new()
                .app_data(Data::from(kept.clone()))
                .default_service(web::to(answer))
        });
        let server = server.workers(workers).bind("127.0.0.1:0").expect("a port");
        println!("http://{}", server.addrs()[0]);
        server.run().await.expect("it serves");
    });
}

/// The whole body is read first, as the program does.
async fn answer(request: HttpRequest, _: Bytes, kept: Data<Vec<Kept>>) -> HttpResponse {
    let number = request.path().trim_start_matches('/').parse().ok();
    match number.and_then(|number: usize| kept.get(number)) {
        Some(one) => {
            let mut answer = HttpResponse::build(one.status);
            for (name, value) in &one.headers {
                answer.append_header((name.as_str(), value.as_str()));
            }
            answer.body(one.body.clone())
        }
        None => HttpResponse::NotFound().finish(),
    }
}
