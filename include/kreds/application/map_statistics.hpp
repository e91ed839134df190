/// \file
/// How legible a map is, as JSON: figures only, no names (data/schema/map_statistics.schema.json).
#pragma once

#include <string>

#include "kreds/layout/statistics.hpp"

namespace kreds::application {

std::string statistics_json(const layout::LayoutStatistics& figures);

}  // namespace kreds::application
