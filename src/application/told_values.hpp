/// \file
/// JSON pieces of what was told, shared by differences and history.
#pragma once

#include "data_values.hpp"
#include "kreds/comparison/told.hpp"

namespace kreds::application {

std::string item_kind_term(comparison::ItemKind kind);
document::Value value_of(const comparison::Item& item);
document::Value value_of(const comparison::Told& told);
document::Value value_of(std::span<const comparison::Told> all);
/// Null if there is none.
document::Value optional_text(const std::string& text);

}  // namespace kreds::application
