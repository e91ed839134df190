/// \file
/// The ranking of a case for people (a page), for programs (JSON, data/schema/rank.schema.json) and for a spreadsheet
/// (CSV, a row for each household and factor). All are for professionals only; none approves or refuses anybody.
#pragma once

#include "kreds/application/page.hpp"
#include "kreds/application/pipeline.hpp"

namespace kreds::application {

/// Alerts and requirements stand before everything that is weighed, and numbers only with `numbers`.
Page ranking_page(const RankedCase& ranked, const Tool& tool, bool numbers);
std::string ranking_json(const RankedCase& ranked, const Tool& tool);
std::string ranking_csv(const RankedCase& ranked, const Tool& tool);

}  // namespace kreds::application
