/// \file
/// JSON of the ranking: the whole of it, and its parts. Internal to the layer.
#pragma once

#include "kreds/application/pipeline.hpp"
#include "kreds/document/value.hpp"

namespace kreds::application {

document::Value ranking_value(const RankedCase& ranked, const Tool& tool);
document::Value robustness_value(const ranking::Robustness& robustness);
document::Value questions_value(const ranking::QuestionPlan& plan);
document::Value variants_value(const std::vector<ranking::Variant>& variants);
document::Value resilience_value(const ranking::Resilience& resilience);
document::Value roles_value(const ranking::Roles& roles);

}  // namespace kreds::application
