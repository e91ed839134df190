/// \file
/// The figures of a network for people (a page), for programs (JSON, data/schema/stats.schema.json) and for a
/// spreadsheet (CSV, a row for each person).
#pragma once

#include "kreds/application/page.hpp"
#include "kreds/application/pipeline.hpp"

namespace kreds::application {

Page figures_page(const CaseFigures& figures, const Tool& tool);
std::string figures_json(const CaseFigures& figures, const Tool& tool);
std::string figures_csv(const CaseFigures& figures, const Tool& tool);

}  // namespace kreds::application
