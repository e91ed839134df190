/// \file
/// The network for other programs: people and their ties with what the audience may know of them, in the formats that
/// Gephi, igraph, networkx and Graphviz read.
///
/// One edge for each pair of people of whom a tie or kinship is told. `weight` is the strength of the tie, a number
/// from 0 to 1, on described ties alone; a conflict is an attribute of its own, for it makes no tie weaker. What is
/// unknown is absent, never 0: whoever computes with weights keeps to edges that have one. (Gephi gives an edge without
/// weight the weight 1, the strongest: filter by `coverage` there, which such an edge does not have.)
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kreds/application/pipeline.hpp"

namespace kreds::application {

enum class NetworkFormat { graphml, csv, dot, json };

/// "graphml", "csv", "dot", "json"; also "gv" for DOT.
std::optional<NetworkFormat> network_format_of(std::string_view name);

/// GraphML 1.0 (XML, UTF-8); CSV: an edge on each line, comma and decimal point, people without edges left out; DOT:
/// an undirected graph without places; JSON: data/schema/export.schema.json. The version of the case, the day and the
/// audience stand in all but CSV.
std::string export_network(const Analysed& analysed, const Tool& tool, NetworkFormat format);

}  // namespace kreds::application
