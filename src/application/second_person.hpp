/// \file
/// A condition that somebody wrote down about a child, turned to the child: »hvis han ikke kan bo hos mor« →
/// »hvis du ikke kan bo hos mor«. Only where it is plain who is meant; a letter must not say that a child said
/// something of itself that was said of its father.
#pragma once

#include <optional>
#include <string>

#include "kreds/casefile/case.hpp"
#include "kreds/labels/labels.hpp"

namespace kreds::application {

/// »hvis …«, »når …«: it can stand before what it is a condition of.
bool is_condition(const std::string& words, const labels::Labels& labels);

/// Who a pronoun of the third person may mean. The gender is asked for, since a case that was made for one person's
/// eyes holds none.
struct Spoken {
  const casefile::Case& c;
  casefile::Gender gender;     ///< of the child
  bool of_one_person = false;  ///< the wish is for one grown-up, whom it may mean as well
};

/// Empty if the words may speak of somebody else than the child: its gender is not told, somebody is named before the
/// pronoun, or it is one that says whose something is, which cannot be turned without knowing the thing.
std::optional<std::string> turned_to_child(const std::string& condition, const Spoken& spoken,
                                           const labels::Labels& labels);

}  // namespace kreds::application
