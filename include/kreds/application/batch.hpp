/// \file
/// Many cases, each for itself: one JSON line with the figures of its network, what it lacks and what is wrong with it
/// (data/schema/batch.schema.json). No names, no case number, and never an order: nothing here compares families across
/// cases.
///
/// All functions are pure; several threads may work on lines at once.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>

#include "kreds/application/blurred_count.hpp"
#include "kreds/application/page.hpp"
#include "kreds/application/pipeline.hpp"

namespace kreds::application {

/// A file by its name, or a line of the input by its number (from 1).
using BatchSource = std::variant<std::string, std::size_t>;

/// What a summary counts of one case.
struct CaseFacts {
  bool mapped = false;       ///< somebody has laid people on its map
  bool child_heard = false;  ///< the child is among the informants of a conversation
  bool candidate = false;
  bool plan_b = false;  ///< a household is next after the first of the order, or an agreement is recorded
  std::optional<double> newest_months;  ///< age of the newest interview on the day
};

struct BatchLine {
  std::string json;                ///< one line, without a newline
  std::optional<CaseFacts> facts;  ///< empty: the case is broken
  std::string contents;            ///< all that the case says, for the lots of a summary; empty without one
};

struct BatchRequest {
  casefile::Date today;
  std::optional<casefile::Date> as_of;
  bool for_summary = false;  ///< look for a plan B, which costs a ranking, and keep the contents
};

/// A case that was read, well or not. Never throws for the case's sake.
BatchLine batch_line(const Tool& tool, const BatchSource& source, const casefile::ReadResult& read,
                     const BatchRequest& request);

/// What a leader asks of many cases; told blurred (blurred_count.hpp).
struct BatchSummary {
  std::size_t cases = 0, broken = 0;
  std::size_t mapped = 0, child_heard = 0, candidate = 0, plan_b = 0;
  std::array<std::size_t, 4> newest{};  ///< newest interview at most 3, 6, 12 months old; older, or none
  Lots lots;
  void add(const BatchLine& line);
};
Page summary_page(const BatchSummary& summary, const BatchRequest& request, const Tool& tool);

}  // namespace kreds::application
