//! The schemas for editors: as committed, with the reader's own keys, and of one mind with the reader about every file.

use super::same_as_file;
use crate::harness::cases as number_of_cases;
use crate::harness::command::walletfix;
use crate::names::keys_of_tables;
use jsonschema::Validator;
use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};
use proptest::strategy::Strategy;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use walletfix::diagnostic::Diagnostic;
use walletfix::i18n::{Lang, sources};
use walletfix::pack::PackFile;
use walletfix::parse::schema::Schema;
use walletfix::parse::{beside, read_pack};

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn the_committed_schemas_are_the_program_s() {
    for (name, schema) in Schema::ALL {
        same_as_file(&repository(&format!("flows/schema/{name}-1.json")), &schema.text());
    }
}

#[test]
fn the_command_prints_them() {
    for (name, schema) in Schema::ALL {
        walletfix("schema").arg(name).run().code(0).stdout(&schema.text()).stderr("");
    }
    walletfix("schema").run().code(2).stdout("");
    walletfix("schema flows").run().code(2).stdout("").complains("It takes flow, profile, region, test, answers");
}

fn document(schema: Schema) -> Value {
    serde_json::from_str(&schema.text()).expect("JSON")
}

fn validator(schema: Schema) -> &'static Validator {
    static ALL: OnceLock<Vec<Validator>> = OnceLock::new();
    let build = |schema| jsonschema::options().build(&document(schema)).expect("a schema");
    &ALL.get_or_init(|| Schema::ALL.iter().map(|(_, schema)| build(*schema)).collect())[schema as usize]
}

/// The keys of every kind of table, by its title.
fn tables(schema: &Value, all: &mut BTreeMap<String, BTreeSet<String>>) {
    if let (Some(Value::String(title)), Some(Value::Object(keys))) = (schema.get("title"), schema.get("properties")) {
        all.entry(title.clone()).or_default().extend(keys.keys().cloned());
    }
    match schema {
        Value::Array(parts) => parts.iter().for_each(|part| tables(part, all)),
        Value::Object(parts) => parts.values().for_each(|part| tables(part, all)),
        _ => {}
    }
}

#[test]
fn every_table_has_the_keys_that_the_reader_takes() {
    let mut described = BTreeMap::new();
    for (_, schema) in Schema::ALL {
        tables(&document(schema), &mut described);
    }
    // Its keys are rules, which have a test of their own.
    described.remove("allow");
    assert_eq!(described, keys_of_tables());
}

#[test]
fn every_key_says_what_it_is_for_in_both_languages() {
    fn look(schema: &Value, said: &mut BTreeSet<String>) {
        if let (Some(_), Some(Value::Object(keys))) = (schema.get("title"), schema.get("properties")) {
            for (key, value) in keys {
                let about = value["description"].as_str().unwrap_or_else(|| panic!("nothing is said of {key}"));
                let (zh, en) = about.split_once('\n').expect("two languages");
                assert!(!zh.starts_with("schema-") && !en.is_empty(), "{about}");
                said.extend([zh.to_owned(), en.to_owned()]);
            }
        }
        match schema {
            Value::Array(parts) => parts.iter().for_each(|part| look(part, said)),
            Value::Object(parts) => parts.values().for_each(|part| look(part, said)),
            _ => {}
        }
    }
    let mut said = BTreeSet::new();
    for (_, schema) in Schema::ALL {
        look(&document(schema), &mut said);
    }
    // And no sentence is left over.
    let (_, zh, en) = sources().find(|(file, ..)| *file == "schema").expect("schema.ftl");
    for key in [zh, en].into_iter().flat_map(str::lines).filter_map(|line| Some(line.split_once(" = ")?.0)) {
        let message = walletfix::i18n::Message::new(key);
        assert!(Lang::ALL.iter().any(|lang| said.contains(&message.text(*lang))), "nothing shows {key}");
    }
}

/// TOML as the JSON that a validator of JSON Schema looks at; `None`: it is none.
fn json(text: &str) -> Option<Value> {
    fn value(of: &toml::de::DeValue<'_>) -> Option<Value> {
        Some(match of {
            toml::de::DeValue::String(text) => Value::from(text.as_ref()),
            toml::de::DeValue::Integer(number) => {
                Value::from(i64::from_str_radix(number.as_str(), number.radix()).ok()?)
            }
            toml::de::DeValue::Float(number) => Value::from(number.as_str().parse::<f64>().ok()?),
            toml::de::DeValue::Boolean(value) => Value::from(*value),
            toml::de::DeValue::Datetime(time) => Value::from(time.to_string()),
            toml::de::DeValue::Array(values) => {
                values.iter().map(|item| value(item.get_ref())).collect::<Option<_>>()?
            }
            toml::de::DeValue::Table(entries) => Value::Object(table(entries)?),
        })
    }
    fn table(entries: &toml::de::DeTable<'_>) -> Option<Map<String, Value>> {
        entries.iter().map(|(key, of)| Some((key.get_ref().to_string(), value(of.get_ref())?))).collect()
    }
    table(toml::de::DeTable::parse(text).ok()?.get_ref()).map(Value::Object)
}

/// Every `.toml` below a folder.
fn files(folder: &str) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![repository(folder)]);
    while let Some(at) = folders.pop() {
        if at.is_dir() {
            folders.extend(std::fs::read_dir(&at).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if at.extension().is_some_and(|ending| ending == "toml") {
            found.push(at);
        }
    }
    found.sort();
    found
}

/// The schema for a file, by the folder it lies in.
fn schema_for(path: &Path) -> Schema {
    let folder = |name: &str| path.parent().is_some_and(|parent| parent.ends_with(name));
    let in_tests = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("a file of ours").iter().skip(1);
    if folder("profiles") || folder("files/profiles") {
        Schema::Profile
    } else if folder("regions") {
        Schema::Region
    } else if in_tests.clone().any(|part| part == "tests") {
        Schema::Test
    } else if folder("examples") {
        Schema::Answers
    } else {
        Schema::Flow
    }
}

/// What the schema says against a file.
fn against(schema: Schema, text: &str) -> Option<Vec<String>> {
    let file = json(text)?;
    Some(validator(schema).iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect())
}

fn good_files() -> Vec<PathBuf> {
    let packs = files("tests/packs");
    let all = ["tests/flows/ok", "flows", "examples"].into_iter().flat_map(files).chain(packs);
    // Editors know nothing of suppressed rules.
    all.filter(|path| !std::fs::read_to_string(path).expect("a file").contains("unknown-key = ")).collect()
}

#[test]
fn every_good_file_fits() {
    let good = good_files();
    assert!(good.len() > 100, "{}", good.len());
    for path in good {
        let text = std::fs::read_to_string(&path).expect("a file");
        let said = against(schema_for(&path), text.trim_start_matches('\u{feff}'));
        assert_eq!(said, Some(Vec::new()), "{}", path.display());
    }
}

/// Rules that a look at the shape of a file alone can break.
const OF_SHAPE: [&str; 7] =
    ["format-missing", "unknown-key", "missing-key", "wrong-type", "verb-missing", "verb-twice", "text-missing"];

fn is_of_shape(found: &Diagnostic) -> bool {
    OF_SHAPE.contains(&found.rule.id())
}

/// What the reader says of one file, as the schema's kind of file.
fn read(schema: Schema, text: &str) -> Vec<Diagnostic> {
    let path = match schema {
        Schema::Flow => "shared/main.toml",
        Schema::Profile => "profiles/p.toml",
        Schema::Region => "regions/r.toml",
        Schema::Test => "tests/main.toml",
        Schema::Answers => "answers.toml",
    };
    let file = PackFile { path: path.into(), name: path.into(), bytes: Cow::Owned(text.as_bytes().to_vec()) };
    if schema == Schema::Answers { beside::read_answers(&file).1 } else { read_pack(&[file]).1 }
}

#[test]
fn what_is_broken_in_shape_does_not_fit() {
    let mut broken = 0;
    for path in files("tests/flows/err") {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let schema = schema_for(&path);
        let Some(said) = against(schema, &text) else { continue };
        let shape = read(schema, &text).into_iter().find(is_of_shape);
        if let Some(found) = shape {
            broken += 1;
            assert!(!said.is_empty(), "{}: {}", path.display(), found.rule.id());
        }
    }
    assert!(broken >= 8, "{broken}");
}

/// One change somewhere in the text of a file.
#[derive(Debug, Clone)]
enum Change {
    /// A line is lost.
    Lose(usize),
    /// A key gets another name.
    Rename(usize, &'static str),
    /// A value becomes another.
    Replace(usize, &'static str),
}

const NAMES: [&str; 8] = ["x-own", "zzz", "next", "label.zh", "ask.en", "type", "options", "for"];
const VALUES: [&str; 7] = ["true", "5", "\"word\"", "[]", "[\"a\"]", "{}", "{ zh = \"一\", en = \"One\" }"];

fn change() -> impl Strategy<Value = Change> {
    proptest::prop_oneof![
        any::<usize>().prop_map(Change::Lose),
        (any::<usize>(), proptest::sample::select(&NAMES[..])).prop_map(|(at, name)| Change::Rename(at, name)),
        (any::<usize>(), proptest::sample::select(&VALUES[..])).prop_map(|(at, value)| Change::Replace(at, value)),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let assignments: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].contains(" = ")).collect();
    let line = |at: usize| assignments[at % assignments.len()];
    match change {
        Change::Lose(at) => drop(lines.remove(line(*at))),
        Change::Rename(at, name) => {
            let line = &mut lines[line(*at)];
            *line = format!("{name} = {}", line.split_once(" = ").expect("an assignment").1);
        }
        Change::Replace(at, value) => {
            let line = &mut lines[line(*at)];
            *line = format!("{} = {value}", line.split_once(" = ").expect("an assignment").0);
        }
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(number_of_cases(512)) })]

    #[test]
    fn the_reader_and_the_schema_are_of_one_mind(which in any::<usize>(), change in change()) {
        static GOOD: OnceLock<Vec<(PathBuf, String)>> = OnceLock::new();
        let good = GOOD.get_or_init(|| {
            let text = |path: PathBuf| { let text = std::fs::read_to_string(&path).expect("a file"); (path, text) };
            good_files().into_iter().map(text).filter(|(_, text)| text.contains(" = ")).collect()
        });
        let (path, text) = &good[which % good.len()];
        let schema = schema_for(path);
        let text = changed(text.trim_start_matches('\u{feff}'), &change);
        if let Some(said) = against(schema, &text) {
            let found = read(schema, &text);
            let of_shape: Vec<_> = found.iter().filter(|found| is_of_shape(found)).collect();
            if let Some(first) = of_shape.first() {
                prop_assert!(!said.is_empty(), "{}: {}\n{text}", path.display(), first.rule.id());
            }
            if !said.is_empty() {
                let errors = found.iter().any(|found| found.severity.id() == "error");
                prop_assert!(errors, "{}: {said:?}\n{text}", path.display());
            }
        }
    }
}
