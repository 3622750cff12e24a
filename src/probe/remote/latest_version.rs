//! The newest version of the app: in Apple's store, among the releases on GitHub, or on a page of the provider's own.
//! Google's and the other Android stores have no such list for everybody, and a store's pages are not to be read by programs.

mod number;

use super::Net;
use super::net::{Request, host_of};
use super::quote::quote;
use super::reply::Reply;
use crate::flow::probe::{Finding, ProbeCall};
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::probe::World;
use crate::probe::pure::input;
use crate::profile::{Profile, VersionSource};
use jiff::{Timestamp, Zoned};
use serde_json::Value as Json;
use std::time::Duration;

/// Columns of what a version is called.
const NAME: usize = 40;

/// What GitHub wants to be asked with (docs.github.com, "Getting started with the REST API").
const GITHUB_ACCEPTS: &str = "application/vnd.github+json";
const GITHUB_VERSION: [(&str, &str); 1] = [("x-github-api-version", "2022-11-28")];

pub(super) async fn check(call: &ProbeCall, world: &World, net: &Net) -> Finding {
    let Some(source) = source(call, &world.profile) else { return Finding::unknown(Message::new("newest-no-list")) };
    let Some(page) = address(source) else { return Finding::unknown(Message::new("newest-ask")) };
    let (accept, more) = match source {
        VersionSource::GitHub(_) => (GITHUB_ACCEPTS, GITHUB_VERSION.as_slice()),
        _ => ("application/json", [].as_slice()),
    };
    let request = Request { url: &page, json: None, accept, patience: super::patience(call.deadline) };
    match Reply::of(net, &request, more, world.now).await {
        Ok(reply) => judge(source, &reply, &world.now.to_zoned(world.zone.clone())),
        Err(reason) => Finding::unknown(reason),
    }
}

pub(super) fn hosts(call: &ProbeCall, profile: &Profile) -> Vec<String> {
    source(call, profile).and_then(address).map(|page| host_of(&page)).into_iter().collect()
}

fn source<'p>(call: &ProbeCall, profile: &'p Profile) -> Option<&'p VersionSource> {
    profile.versions.get(input(call, "platform")?)
}

/// The page to read; `None`: there is none.
fn address(source: &VersionSource) -> Option<String> {
    let page = || source.page().map(str::to_owned);
    match source {
        VersionSource::Ask => None,
        VersionSource::Feed(page) => Some(page.clone()),
        VersionSource::ITunes { app, country } => page().or_else(|| {
            let key = if is_number(app) { "id" } else { "bundleId" };
            let country = country.as_ref().map(|country| format!("&country={}", country.to_ascii_lowercase()));
            Some(format!("https://itunes.apple.com/lookup?{key}={app}{}", country.unwrap_or_default()))
        }),
        VersionSource::GitHub(repository) => {
            page().or_else(|| Some(format!("https://api.github.com/repos/{repository}/releases/latest")))
        }
    }
}

fn is_number(app: &str) -> bool {
    app.bytes().all(|byte| byte.is_ascii_digit())
}

/// The newest version according to what a source answered.
pub fn judge(source: &VersionSource, reply: &Reply, now: &Zoned) -> Finding {
    let read = match source {
        VersionSource::Ask => Err(Message::new("newest-ask")),
        VersionSource::ITunes { app, .. } => of_store(app, reply, now),
        VersionSource::GitHub(_) => of_release(reply, now),
        VersionSource::Feed(_) => of_feed(reply, now),
    };
    match read {
        Ok((version, observed)) => {
            let value = Value::Version(version);
            Finding { value, reason: None, observed: Some(observed), elapsed: Duration::ZERO }
        }
        Err(reason) => Finding::unknown(reason),
    }
}

type Read = Result<(crate::flow::value::Version, String), Message>;

/// iTunes Search API, a lookup. Its `Content-Type` is that of a script.
fn of_store(app: &str, reply: &Reply, now: &Zoned) -> Read {
    let page = reply.json(now)?;
    let apps = page["results"].as_array().ok_or_else(|| reply.unexpected())?;
    let wanted =
        app.split(['?', '&']).find_map(|part| part.strip_prefix("bundleId=").or_else(|| part.strip_prefix("id=")));
    let wanted = if app.contains("://") { wanted } else { Some(app) };
    let is_wanted = |found: &&Json| {
        wanted.is_none_or(|wanted| {
            found["bundleId"].as_str().is_some_and(|id| id.eq_ignore_ascii_case(wanted))
                || found["trackId"].as_u64().is_some_and(|id| id.to_string() == wanted)
        })
    };
    // Whatever else the store offers instead is another app.
    let found = apps.iter().find(is_wanted).ok_or_else(|| reply.says("newest-not-in-store"))?;
    told(&found["version"], &found["currentVersionReleaseDate"], reply)
}

/// GitHub's REST API, the latest release, which is neither a draft nor a preview.
fn of_release(reply: &Reply, now: &Zoned) -> Read {
    if reply.status == 404 {
        return Err(reply.says("newest-none"));
    }
    let page = reply.json(now)?;
    if page["draft"].as_bool() == Some(true) || page["prerelease"].as_bool() == Some(true) {
        return Err(reply.says("newest-none"));
    }
    let tag = told(&page["tag_name"], &page["published_at"], reply);
    // Some tags are only words, and the number stands in the title.
    tag.or_else(|reason| told(&page["name"], &page["published_at"], reply).map_err(|_| reason))
}

/// `{"version": "8.5.1", "date": "2026-03-19"}`; the date may be left out, and whatever else is there does not count.
fn of_feed(reply: &Reply, now: &Zoned) -> Read {
    let page = reply.json(now)?;
    told(&page["version"], &page["date"], reply)
}

/// The version with what it is called there, its day and who says so.
fn told(name: &Json, date: &Json, reply: &Reply) -> Read {
    let name = name.as_str().ok_or_else(|| reply.unexpected())?;
    let called = quote(name, NAME);
    let version = number::read(name).ok_or_else(|| reply.says("newest-no-number").with("name", called.as_str()))?;
    let date = date.as_str().and_then(day);
    let facts = [Some(called).filter(|called| *called != version.to_string()), date, Some(reply.host.clone())];
    Ok((version, facts.into_iter().flatten().collect::<Vec<_>>().join(", ")))
}

fn day(text: &str) -> Option<String> {
    let instant = || text.parse::<Timestamp>().ok().map(|at| at.strftime("%Y-%m-%d").to_string());
    instant().or_else(|| text.parse::<jiff::civil::Date>().ok().map(|date| date.to_string()))
}
