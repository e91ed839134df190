/// \file
/// The statements of a case in time, those taken back or corrected included: who said what, when, and where informants
/// stand against each other. Nothing is averaged: a disagreement is shown side by side.
///
/// What an audience may know  handover and professional: everything written until the day. The case file: what it may
///     know on the day, and what it could know on an earlier one and was since withdrawn, or corrected by something
///     that it knows; of these it gets the day, not the words of the reason. Others get no history.
#pragma once

#include "kreds/audience/audience.hpp"
#include "kreds/comparison/told.hpp"

namespace kreds::comparison {

struct TakenBack {
  Date date;
  std::string by, reason;  ///< of a withdrawal; empty where the audience may not know
  Id corrected_by;         ///< a statement; empty: withdrawn
  friend bool operator==(const TakenBack&, const TakenBack&) = default;
};

struct HistoryEntry {
  casefile::Statement statement;
  Id interview;
  std::vector<Told> told;
  std::optional<TakenBack> taken_back;
};

struct HistoryInterview {
  casefile::Interview interview;      ///< without its statements
  std::vector<HistoryEntry> entries;  ///< by who said it: each informant as heard there, joint words, then observations
};

/// A person or household that came into the file, or was taken out of it again.
struct Registered {
  Id id;
  bool household = false;
  network::StatementRef from;
  std::optional<TakenBack> taken_back;
};

struct Disagreement {
  Item item;
  std::vector<Told> answers;  ///< the latest of each informant, by day
};

struct History {
  Date as_of;
  Id about;                                  ///< empty: the whole case
  std::vector<Registered> registered;        ///< in the order of the file
  std::vector<HistoryInterview> interviews;  ///< by day; only those that say something
  std::vector<Disagreement> disagreements;
  std::vector<casefile::Erasure> erased;
  casefile::Case all;  ///< as the audience may know it, with what was taken back: for names
};

/// From the whole case. `about` is a person or household, or empty. Throws std::invalid_argument for an audience that
/// gets no history.
History history(const casefile::Case& whole, const audience::Audience& audience, const casefile::Vocabulary& vocabulary,
                Date as_of, const Id& about);

}  // namespace kreds::comparison
