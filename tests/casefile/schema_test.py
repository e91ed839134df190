#!/usr/bin/python3
"""Holds data/schema/case.schema.json against the shipped cases, the broken files, and what the program says it knows.

Usage: schema_test.py SOURCE_ROOT WHAT_THE_PROGRAM_KNOWS.json
The second file comes from `schema_facts`: the terms and keys of the reader's own tables, and random cases.
"""
import json
import pathlib
import sys

import jsonschema

ROOT = pathlib.Path(sys.argv[1])
FACTS = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
SCHEMA = json.loads((ROOT / "data/schema/case.schema.json").read_text(encoding="utf-8"))

# Broken in ways that a schema cannot see: bytes, references, the calendar, the vocabulary, who may say what.
BEYOND_A_SCHEMA = """
    byte-order-mark windows-line-ends escaped-control-character escaped-noncharacter control-character noncharacter
    c1-control-character half-surrogate duplicate-key duplicate-id dangling-child dangling-household dangling-interview
    dangling-reference informant-missing informant-unknown source-without-informant not-an-informant
    source-not-an-informant prompt-is-no-question wrong-kind-of-id corrects-itself corrects-something-later
    custody-parent-as-candidate capability-from-a-relative level-from-a-relative parents-view-of-another
    parent-of-oneself impossible-date impossible-birth interview-after-today period-reversed span-reversed
    personal-number personal-number-as-id ring-beyond-the-case unknown-factor unknown-measure unknown-offer unknown-role unknown-sector
    unknown-sector-set plan-approved-in-the-future plan-agreed-in-the-future plan-agreed-after-it-was-told
    plan-followed-up-before-it-was-made plan-step-of-an-unknown-person erased-id-used-again
""".split()

failures = []


def check(condition, sentence):
    if not condition:
        failures.append(sentence)


def definition(name):
    return SCHEMA["$defs"][name]


def at(path):
    """The part of the schema at a path such as $defs/person/properties/gender."""
    part = SCHEMA
    for key in path.split("/"):
        part = part[key]
    return part


jsonschema.Draft202012Validator.check_schema(SCHEMA)
validator = jsonschema.Draft202012Validator(SCHEMA)

shipped = sorted((ROOT / "data/cases").glob("*.json"))
check(len(shipped) >= 4, "there are fewer than four shipped cases")
for path in shipped:
    for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
        failures.append(f"{path.name}: {error.json_path}: {error.message[:200]}")

check(len(FACTS["cases"]) >= 100, "there are fewer than 100 random cases")
for number, case in enumerate(FACTS["cases"]):
    for error in validator.iter_errors(case):
        failures.append(f"random case {number}: {error.json_path}: {error.message[:200]}")

seen = set()
for path in sorted((ROOT / "tests/data/broken").glob("*.json")):
    try:
        case = json.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError):
        continue  # not JSON: not the schema's matter
    valid = validator.is_valid(case)
    check(valid == (path.stem in BEYOND_A_SCHEMA),
          f"{path.name}: the schema {'accepts' if valid else 'refuses'} it, against the list in this test")
    seen.add(path.stem)
for name in BEYOND_A_SCHEMA:
    check(name in seen or (ROOT / f"tests/data/broken/{name}.json").exists(), f"no broken file is called {name}")

for path, terms in FACTS["terms"].items():
    check(sorted(at(path)["enum"]) == sorted(terms), f"{path}: {at(path)['enum']} in the schema, {terms} in the reader")

for name, keys in FACTS["keys"].items():
    known = sorted((SCHEMA if name == "case" else definition(name))["properties"])
    check(known == sorted(keys), f"{name}: {known} in the schema, {sorted(keys)} in the reader")

types = at("$defs/statement/properties/type")["enum"]
check(types == FACTS["types"], f"types of statements: {types} in the schema, {FACTS['types']} in the reader")


readme = (ROOT / "data/README.md").read_text(encoding="utf-8")
for name, keys in FACTS["keys"].items():
    for key in keys:
        check(f"`{key}`" in readme or f'"{key}":' in readme, f"data/README.md does not explain {key} of {name}")
for terms in FACTS["terms"].values():
    for term in terms:
        check(f"`{term}`" in readme or f'"{term}"' in readme or "monday" in terms, f"data/README.md does not name {term}")
for name in FACTS["types"]:
    check(f"`{name}`" in readme, f"data/README.md does not explain the type {name}")


def open_objects(part, path="#"):
    """Objects with properties that would let unknown keys through."""
    if isinstance(part, dict):
        # "then", "if", "oneOf" … only add to an object that is closed where it is defined
        if part.get("type") == "object" and "properties" in part and path != "#/$defs/statement":
            if part.get("additionalProperties") is not False or part.get("patternProperties") != {"^x-": True}:
                yield path
        for key, inner in part.items():
            yield from open_objects(inner, f"{path}/{key}")
    elif isinstance(part, list):
        for index, inner in enumerate(part):
            yield from open_objects(inner, f"{path}/{index}")


for path in open_objects(SCHEMA):
    failures.append(f"{path} lets unknown keys through")

for failure in failures[:40]:
    print(failure)
print(f"{len(shipped)} shipped, {len(FACTS['cases'])} random and {len(seen)} broken cases, {len(failures)} failures")
sys.exit(1 if failures else 0)
