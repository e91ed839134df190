#!/usr/bin/python3
"""Holds data/schema/style.schema.json against the shipped styles and against what the program's own reader takes.

Usage: style_schema_test.py SOURCE_ROOT STYLE_FACTS_PROGRAM
Every shipped style, and the fullest one changed in one place at a time, is given to both: they must agree on each.
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(sys.argv[1])
STYLES = ROOT / "viz/style"
SCHEMA = json.loads((ROOT / "data/schema/style.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(SCHEMA)
validator = jsonschema.Draft202012Validator(SCHEMA)

shipped = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(STYLES.glob("*.json"))}
full = shipped["projector"]


def changed(path, value):
    """The fullest style with one value changed, or taken out if the value is None."""
    style = copy.deepcopy(full)
    part = style
    for key in path[:-1]:
        part = part[key]
    if value is None:
        del part[path[-1]]
    else:
        part[path[-1]] = value
    return style


def all_paths():
    for key, value in full.items():
        yield [key]
        if isinstance(value, dict):
            for kind, line in value.items():
                yield [key, kind]
                for field in line:
                    yield [key, kind, field]


styles = dict(shipped)
for path in all_paths():
    name = "-".join(path)
    styles[f"without-{name}"] = changed(path, None)
    for label, wrong in (("number", 41), ("small", -1), ("text", "white"), ("short", "#fff"), ("list", []),
                         ("object", {}), ("flag", True), ("alpha", "#11223344"), ("half", 0.5)):
        styles[f"{label}-{name}"] = changed(path, wrong)
styles["unknown"] = changed(["colour"], "#112233")
styles["unknown-line"] = changed(["lines", "friends"], full["lines"]["weak"])
styles["unknown-field"] = changed(["lines", "weak", "color"], "#112233")
styles["own"] = changed(["x-note"], {"any": "thing"})
styles["based"] = {"based_on": "casefile"}
styles["based-line"] = {"based_on": "casefile", "lines": {"weak": {"width_pt": 2}}}
styles["nothing"] = {}

failures = []
with tempfile.TemporaryDirectory() as folder:
    files = {}
    for name, style in styles.items():
        # A style named by its path looks for a base with .json beside itself, else in the folder of styles.
        path = pathlib.Path(folder) / f"{name}.json"
        path.write_text(json.dumps(style), encoding="utf-8")
        files[str(path)] = name
    facts = json.loads(subprocess.run([sys.argv[2], str(STYLES), *files], check=True, capture_output=True).stdout)
    for path, readable in facts["readable"].items():
        style = styles[files[path]]
        if validator.is_valid(style) != readable:
            judged = "takes" if readable else "refuses"
            failures.append(f"{files[path]}: the reader {judged} it, the schema does not agree")

for path in (SCHEMA["$defs"]["line"]["properties"]["form"]["enum"], facts["forms"]), (
        list(SCHEMA["properties"]["lines"]["properties"]), facts["lines"]):
    if sorted(path[0]) != sorted(path[1]):
        failures.append(f"{path[0]} in the schema, {path[1]} in the reader")

readme = (STYLES / "README.md").read_text(encoding="utf-8")
for word in [*SCHEMA["properties"], *facts["forms"], *facts["lines"], *shipped]:
    if f"`{word}`" not in readme:
        failures.append(f"viz/style/README.md does not explain {word}")

for failure in failures[:40]:
    print(failure)
print(f"{len(shipped)} shipped and {len(styles) - len(shipped)} changed styles, {len(failures)} failures")
sys.exit(1 if failures else 0)
