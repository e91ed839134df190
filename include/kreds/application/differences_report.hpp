/// \file
/// What is different between two states of a case, for people (a page) and for programs (JSON,
/// data/schema/diff.schema.json). Both states are made for the same audience before they are compared.
///
/// A family, and one person, learn who has come, and no more; the case file what it may know, without the order, the
/// questions and their answers, which are for professionals.
#pragma once

#include "kreds/application/page.hpp"
#include "kreds/application/pipeline.hpp"
#include "kreds/comparison/differences.hpp"

namespace kreds::application {

struct Compared {
  Analysed before, after;
  std::optional<RankedCase> ranked_before, ranked_after;  ///< for handover and professional
  comparison::Differences differences;
};

/// The two cases may be one and the same; a missing day is that of the newest interview. Throws NoInterview, and
/// std::invalid_argument if they are about different children.
Compared make_comparison(const Tool& tool, const casefile::Case& before, const Request& before_request,
                         const casefile::Case& after, const Request& after_request);

Page differences_page(const Compared& compared, const Tool& tool);
std::string differences_json(const Compared& compared, const Tool& tool);

}  // namespace kreds::application
