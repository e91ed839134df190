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
};

struct BatchRequest {
  casefile::Date today;
  std::optional<casefile::Date> as_of;
  bool plan_b = false;  ///< look for one: only a summary needs it, and it costs a ranking
};

/// A case that was read, well or not. Never throws for the case's sake.
BatchLine batch_line(const Tool& tool, const BatchSource& source, const casefile::ReadResult& read,
                     const BatchRequest& request);

/// How a number of cases is told: to the nearest five, and »fewer than five« below five, so that nobody stands out and
/// two summaries cannot be subtracted. Empty: fewer than five (none included). A group that lacks fewer than five of
/// the whole is told as the whole.
///
/// Example  7 of 40 → 5; 8 → 10; 4 → empty; 38 of 40 → 40.
std::optional<std::size_t> told_count(std::size_t cases, std::size_t of_all);

struct BatchSummary {
  std::size_t cases = 0, broken = 0;
  std::size_t mapped = 0, child_heard = 0, candidate = 0, plan_b = 0;
  std::array<std::size_t, 4> newest{};  ///< newest interview at most 3, 6, 12 months old; older, or none
  void add(const BatchLine& line);
};
Page summary_page(const BatchSummary& summary, const BatchRequest& request, const Tool& tool);

}  // namespace kreds::application
