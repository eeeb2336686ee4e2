//! GET /fogbender-token: the widget's token for whoever is signed in, and 401 for everybody else.

mod session;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use fogbender_token::{Secret, SignOptions, Signer};

#[derive(Clone)]
struct App {
    signer: Signer,
    widget_id: String,
}

async fn fogbender_token(State(app): State<App>, headers: HeaderMap) -> Response {
    // Who it is comes from the session alone, never from what the browser says.
    let Some(user) = session::user(&headers) else { return StatusCode::UNAUTHORIZED.into_response() };
    match app.signer.token(&user, &app.widget_id, &SignOptions::new().expires_in_seconds(3600)) {
        Ok(token) => ([(header::CACHE_CONTROL, "no-store")], Json(token)).into_response(),
        Err(error) => {
            // Says what is missing in the session, for your log. It holds no secret.
            eprintln!("{error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let secret = Secret::new(std::env::var("FOGBENDER_SECRET")?)?;
    println!("Fogbender secret {}", secret.fingerprint());
    let app = App { signer: Signer::new(secret), widget_id: std::env::var("FOGBENDER_WIDGET_ID")? };
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", std::env::var("PORT")?.parse()?)).await?;
    println!("http://{}/fogbender-token", listener.local_addr()?);
    axum::serve(listener, Router::new().route("/fogbender-token", get(fogbender_token)).with_state(app)).await?;
    Ok(())
}
