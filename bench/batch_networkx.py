#!/usr/bin/python3
"""The figures of `kreds batch`, computed in Python with networkx: one case in, one JSON line out.

Usage: batch_networkx.py SOURCE_ROOT < cases.jsonl
It reads what the made-up cases of bench/batch.cpp hold (people, ties from the child, its mother and a teacher) by the
same rules: the latest word of each informant, reliability, ageing, strength; and checks nothing.
"""
import collections
import datetime
import json
import math
import sys

import networkx as nx

ROLES = {role["id"]: role for role in json.load(open(sys.argv[1] + "/data/roles.json", encoding="utf-8"))["roles"]}
WEIGHTS = {"closeness": 117 / 360, "emotional": 117 / 360, "caregiving": 47 / 360, "harmony": 47 / 360,
           "frequency": 22 / 360, "duration": 10 / 360}
RELIABILITY = {"child": 1.0, "professional": 0.75, "parent": 0.5}
HALF_LIFE, DECAY, DESCRIBED = 24, 0.5, 117 / 360


def parts(tie, rings):
    if "ring" in tie:
        yield "closeness", (rings + 1 - tie["ring"]) / rings
    if "emotional" in tie:
        yield "emotional", tie["emotional"] / 4
    if "caregiving" in tie:
        yield "caregiving", tie["caregiving"] / 4
    if "conflict" in tie:
        yield "harmony", 1 - tie["conflict"] / 3
    if "frequency" in tie:
        yield "frequency", math.log1p(tie["frequency"]) / math.log(366)


def central(words, kind_of, child, day):
    weighted = []
    for who, (said, value) in words.items():
        months = 0 if who == child else (day - said).days * 12 / 365.2425
        weighted.append((RELIABILITY[kind_of[who]] * 2 ** (-months / HALF_LIFE), value))
    open_share = 1 - max(weight for weight, _ in weighted)
    total = open_share + sum(weight for weight, _ in weighted)
    return sum(weight / total * value for weight, value in weighted) + open_share / total / 2


def network(case):
    child, rings = case["case"]["child"], case["case"].get("rings", 5)
    kind_of = {child: "child"}
    for person in case["people"]:
        role = ROLES.get(person.get("role"), {})
        if role.get("professional"):
            kind_of[person["id"]] = "professional"
        elif role.get("parent"):
            kind_of[person["id"]] = "parent"
    told, placed = {}, {}
    day = datetime.date.min
    for interview in case["interviews"]:
        said = datetime.date.fromisoformat(interview["date"])
        day = max(day, said)
        for statement in interview["statements"]:
            if statement["type"] != "tie":
                continue
            if "ring" in statement and child in statement["by"]:
                placed[next(end for end in statement["between"] if end != child)] = statement["ring"]
            for who in statement["by"]:
                for part, value in parts(statement, rings):
                    words = told.setdefault(tuple(sorted(statement["between"])), {}).setdefault(part, {})
                    if who not in words or words[who][0] < said:
                        words[who] = (said, value)
    edges, covered = [], []
    for (a, b), known in told.items():
        weights = dict(WEIGHTS)
        if child not in (a, b):
            del weights["caregiving"]
        whole = sum(weights.values())
        coverage = strength = 0
        for part, weight in weights.items():
            if part in known:
                coverage += weight / whole
                strength += weight / whole * central(known[part], kind_of, child, day)
            else:
                strength += weight / whole / 2
        if child in (a, b):
            covered.append(coverage)
        if coverage >= DESCRIBED - 1e-12 and strength > 0:
            edges.append((a, b, strength))
    professionals = {person for person, kind in kind_of.items() if kind == "professional"}
    in_ring = collections.Counter(placed.get(person["id"], 0) for person in case["people"] if person["id"] != child)
    coverage = sum(covered) / len(covered)
    return child, [person["id"] for person in case["people"]], professionals, edges, in_ring, coverage


def group(graph, members):
    part = graph.subgraph(members)
    n, m = part.number_of_nodes(), part.number_of_edges()
    return {"size": n, "ties": m, "density": m / (n * (n - 1) / 2) if n > 1 else 0}


def figures(case):
    ego, people, professionals, edges, in_ring, coverage = network(case)
    graph = nx.Graph()
    graph.add_nodes_from(people)
    for a, b, strength in edges:
        graph.add_edge(a, b, cost=-math.log(DECAY * strength))
    alters = [person for person in people if person != ego]
    alone = graph.subgraph(alters)
    n = graph.number_of_nodes()
    between = nx.betweenness_centrality(graph, weight="cost", normalized=True)
    # A path of k ties has the strength decay^(k-1) times the product of its ties.
    cost = nx.single_source_dijkstra_path_length(graph, ego, weight="cost")
    return {
        "people_on_map": len(alters),
        "all": group(graph, alters),
        "without_professionals": group(graph, [p for p in alters if p not in professionals]),
        "ties_with_child": graph.number_of_edges(),
        "density_with_child": graph.number_of_edges() / (n * (n - 1) / 2) if n > 1 else 0,
        "components_with_child": nx.number_connected_components(graph),
        "components_without_child": nx.number_connected_components(alone),
        "cut_persons": sum(1 for person in nx.articulation_points(graph) if person != ego),
        "isolated": sum(1 for person in alters if graph.degree(person) == 0),
        "cliques": sum(1 for clique in nx.find_cliques(alone) if len(clique) >= 3),
        "largest_relative_betweenness": max(between.values(), default=0),
        "sum_of_indirect_strength": sum(math.exp(-c) / DECAY for person, c in cost.items() if person != ego),
        "coverage": coverage,
        "rings": {str(ring): in_ring[ring] for ring in sorted(in_ring)},
    }


for line in sys.stdin:
    print(json.dumps(figures(json.loads(line))))
