#!/usr/bin/python3
"""What diff, history, batch and export print holds against its schema; the networks are read by networkx and igraph.

Usage: reports_schema_test.py PROGRAM SOURCE_ROOT
"""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import igraph
import jsonschema
import networkx

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
CASES = sorted((ROOT / "data/cases").glob("*.json"))
failures = []


def check(condition, sentence):
    if not condition:
        failures.append(sentence)


def schema(name):
    text = json.loads((ROOT / f"data/schema/{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(text)
    return jsonschema.Draft202012Validator(text)


def run(*words):
    done = subprocess.run([PROGRAM, *words], capture_output=True, text=True, env={"KREDS_TODAY": "2024-09-01"})
    check(done.returncode == 0, f"{words}: exit {done.returncode}: {done.stderr}")
    return done.stdout


def holds(validator, text, what):
    for error in validator.iter_errors(json.loads(text)):
        failures.append(f"{what}: {error.json_path}: {error.message[:200]}")


def check_graphml(path, what):
    """What the schema of GraphML 1.0 and Gephi's importer ask for: no schema is at hand, and no Gephi in Debian."""
    name_token = re.compile(r"[\w.:-]+")
    values = {"boolean": re.compile("true|false"), "int": re.compile(r"-?\d+"), "string": re.compile(r"(?s).*"),
              "double": re.compile(r"\d+(\.\d+)?(e-?\d+)?")}
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = xml.etree.ElementTree.parse(path).getroot()
    order = [child.tag.removeprefix(space) for child in root]
    check(root.tag == space + "graphml" and order == ["key"] * (len(order) - 1) + ["graph"], f"{what}: {order}")
    keys = {}
    for key in root.iter(space + "key"):
        check(key.get("id") not in keys and name_token.fullmatch(key.get("id")), f"{what}: key {key.get('id')}")
        # Gephi knows node and edge; any other domain is an error in its report.
        check(key.get("for") in ("node", "edge"), f"{what}: key for {key.get('for')}")
        check(key.get("attr.type") in values and key.get("attr.name"), f"{what}: key {key.attrib}")
        keys[key.get("id")] = key
    titles = [(key.get("for"), key.get("attr.name")) for key in keys.values()]
    check(len(set(titles)) == len(titles), f"{what}: two columns of one name")
    check(("node", "label") in titles, f"{what}: Gephi would find no names")
    graph = root.find(space + "graph")
    check(graph.get("edgedefault") == "undirected", f"{what}: edgedefault {graph.get('edgedefault')}")
    parts = [child.tag.removeprefix(space) for child in graph]
    check(parts == sorted(parts, key=["desc", "node", "edge"].index), f"{what}: order of parts")
    people = [node.get("id") for node in graph.iter(space + "node")]
    check(len(set(people)) == len(people) and all(map(name_token.fullmatch, people)), f"{what}: ids of people")
    for edge in graph.iter(space + "edge"):
        check(edge.get("source") in people and edge.get("target") in people, f"{what}: an edge leads nowhere")
    for domain in ("node", "edge"):
        for element in graph.iter(space + domain):
            told = [data.get("key") for data in element.iter(space + "data")]
            check(len(set(told)) == len(told), f"{what}: {told} tell something twice")
            for data in element.iter(space + "data"):
                key = keys.get(data.get("key"))
                check(key is not None and key.get("for") == domain, f"{what}: data {data.get('key')}")
                check(key is not None and values[key.get("attr.type")].fullmatch(data.text or ""),
                      f"{what}: {data.text} in {data.get('key')}")


diff, history, batch, exported = schema("diff"), schema("history"), schema("batch"), schema("export")
for case in CASES:
    days = sorted({i["date"] for i in json.loads(case.read_text(encoding="utf-8"))["interviews"]})
    for audience in ("professional", "handover", "casefile", "family"):
        for start in (days[0], days[len(days) // 2]):
            words = ("diff", str(case), "--from", start, "--json", "--audience", audience)
            holds(diff, run(*words), words)
    for audience in ("professional", "casefile"):
        holds(history, run("history", str(case), "--json", "--audience", audience), f"history {case.name}")
for line in run("batch", str(ROOT / "data/cases")).splitlines():
    holds(batch, line, "batch")
# A schema that holds for anything would hold here too.
check(not diff.is_valid({"format": 1}), "the schema of diff lets anything through")
check(not history.is_valid({"format": 1}), "the schema of history lets anything through")
check(not batch.is_valid({"format": 1, "file": "a", "status": "fine"}), "the schema of batch lets anything through")
check(not exported.is_valid({"format": 1}), "the schema of export lets anything through")

with tempfile.TemporaryDirectory() as folder:
    for case in CASES:
        for audience in ("casefile", "professional", "family"):
            files = {}
            for form in ("graphml", "csv", "dot", "json"):
                files[form] = f"{folder}/{case.stem}-{audience}.{form}"
                run("export", str(case), "-o", files[form], "--audience", audience)
            text = pathlib.Path(files["json"]).read_text(encoding="utf-8")
            holds(exported, text, f"export {case.name}")
            network = json.loads(text)
            told = networkx.node_link_graph(network)
            check_graphml(files["graphml"], f"{case.name} for {audience}")
            read = networkx.read_graphml(files["graphml"])
            other = igraph.Graph.Read_GraphML(files["graphml"])
            names = {node["id"] for node in network["nodes"]}
            check(set(read.nodes) == names and set(other.vs["id"]) == names, f"{case.name}: other people")
            pairs = {frozenset((l["source"], l["target"])) for l in network["links"]}
            check(not read.is_directed() and not read.is_multigraph(), f"{case.name}: not a plain graph")
            check({frozenset(edge) for edge in read.edges} == pairs, f"{case.name}: networkx has other edges")
            check(other.ecount() == len(pairs) and not other.is_directed(), f"{case.name}: igraph has other edges")
            weights = networkx.get_edge_attributes(read, "weight")
            check(all(isinstance(w, float) and 0 <= w <= 1 for w in weights.values()), f"{case.name}: weights")
            check(len(weights) == sum("weight" in link for link in network["links"]), f"{case.name}: weights lost")
            check(audience == "family" or weights, f"{case.name}: {audience} has no weights at all")
            check(audience != "family" or not weights, f"{case.name}: a family is told how strong ties are")
            for a, b, data in told.edges(data=True):
                check(read.edges[a, b].get("conflict") == data.get("conflict"), f"{case.name}: conflict of {a}, {b}")
                check(abs(read.edges[a, b].get("weight", -1) - data.get("weight", -1)) < 1e-9, f"weight of {a}, {b}")
            labels = networkx.get_node_attributes(read, "label")
            check(labels == {node["id"]: node["label"] for node in network["nodes"]}, f"{case.name}: names changed")
            rows = list(csv.DictReader(io.StringIO(pathlib.Path(files["csv"]).read_text(encoding="utf-8"))))
            check({frozenset((r["source"], r["target"])) for r in rows} == pairs, f"{case.name}: CSV has other edges")
            check(sum(r["weight"] != "" for r in rows) == len(weights), f"{case.name}: CSV has other weights")
            drawn = subprocess.run(["dot", "-Tcanon", files["dot"]], capture_output=True, text=True)
            check(drawn.returncode == 0 and not drawn.stderr, f"{case.name}: dot says {drawn.stderr}")

# What may not be told to Liam's mother is in no export for the case file.
liam = json.loads(run("export", str(ROOT / "data/cases/liam.json"), "-o", "-", "--format", "json"))
check("»" not in json.dumps(liam, ensure_ascii=False), "there are quotations in the network")

print("\n".join(failures) or "reports and networks hold")
sys.exit(1 if failures else 0)
