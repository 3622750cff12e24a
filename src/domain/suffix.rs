//! Endings under which anybody can register a name. The whole Public Suffix List would be a tenth of the program; these are
//! the endings that matter here: those of countries that sell names one level down, and hosts that give them away.

/// Second levels under a country's ending: `com.cn`, `co.uk`.
const SECOND: [&str; 10] = ["com", "co", "net", "org", "gov", "edu", "ac", "or", "ne", "go"];

/// Hosts where anybody gets a name for nothing: sites, forms, shops, help desks, and where calls in both directions are led.
const SHARED: [&str; 52] = [
    "pages.dev",
    "workers.dev",
    "web.app",
    "firebaseapp.com",
    "vercel.app",
    "netlify.app",
    "github.io",
    "gitlab.io",
    "gitbook.io",
    "gitee.io",
    "teachable.com",
    "webflow.io",
    "wixsite.com",
    "weebly.com",
    "wordpress.com",
    "blogspot.com",
    "godaddysites.com",
    "square.site",
    "myshopify.com",
    "webnode.page",
    "framer.website",
    "framer.app",
    "carrd.co",
    "notion.site",
    "daftpage.com",
    "typedream.app",
    "typeform.com",
    "surge.sh",
    "glitch.me",
    "replit.app",
    "repl.co",
    "onrender.com",
    "herokuapp.com",
    "fly.dev",
    "azurewebsites.net",
    "azurestaticapps.net",
    "cloudfront.net",
    "r2.dev",
    "ngrok.io",
    "ngrok.app",
    "trycloudflare.com",
    "duckdns.org",
    "000webhostapp.com",
    "ipfs.io",
    "dweb.link",
    "zendesk.com",
    "freshdesk.com",
    "statuspage.io",
    "intercom.help",
    "crisp.help",
    "eu.org",
    "us.org",
];

/// How many labels at the end were registered by nobody in particular.
pub(super) fn suffix_length(labels: &[String]) -> usize {
    let [.., second, last] = labels else { return labels.len().min(1) };
    if is_shared(labels) || (last.len() == 2 && labels.len() > 2 && SECOND.contains(&second.as_str())) { 2 } else { 1 }
}

/// Whether the host lies where anybody gets a name for nothing.
pub(super) fn is_shared(labels: &[String]) -> bool {
    let [_, .., second, last] = labels else { return false };
    SHARED.iter().any(|shared| {
        shared.split_once('.').is_some_and(|(name, ending)| name == second.as_str() && ending == last.as_str())
    })
}
