//! How far a request has got, noted by those who take it there: the resolver, the connector, whoever looks at certificates.
//!
//! A library's timeout says that it was too long, and not what was too long; people need to know the stage.

use super::failure::Stage;
use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::task_local;
use tokio::time::timeout;
use tower_layer::Layer;
use tower_service::Service;

task_local! {
    static AT: Cell<Stage>;
}

/// The request that runs here has got so far.
pub(super) fn note(stage: Stage) {
    // Outside of a request nobody wants to know.
    let _ = AT.try_with(|at| at.set(stage));
}

/// How far the request that runs here has got.
pub(super) fn at() -> Stage {
    AT.try_with(Cell::get).unwrap_or(Stage::Http)
}

/// Does the work of one request within `patience`. Errors: the stage at which it still was then.
///
/// A connection that is used again begins where it left off, at asking.
pub(super) async fn within<T>(patience: Duration, work: impl Future<Output = T>) -> Result<T, Stage> {
    let timed = async move { timeout(patience, work).await.map_err(|_| at()) };
    AT.scope(Cell::new(Stage::Http), timed).await
}

/// Notes where opening a connection begins and ends.
#[derive(Debug, Clone)]
pub(super) struct Noting;

/// A connector that does.
#[derive(Debug, Clone)]
pub(super) struct Noted<S>(S);

impl<S> Layer<S> for Noting {
    type Service = Noted<S>;

    fn layer(&self, connector: S) -> Noted<S> {
        Noted(connector)
    }
}

impl<S, R> Service<R> for Noted<S>
where
    S: Service<R>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, request: R) -> Self::Future {
        note(Stage::Connection);
        let connecting = self.0.call(request);
        Box::pin(async move {
            let connected = connecting.await?;
            note(Stage::Http);
            Ok(connected)
        })
    }
}
