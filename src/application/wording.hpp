/// \file
/// What the pages of this layer have in common: people, dates, sources and lists in words.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kreds/application/pipeline.hpp"

namespace kreds::application {

/// A statement with the interview in which it was made.
struct Said {
  const casefile::Statement* statement;
  const casefile::Interview* interview;
};

/// Statements of one type, with their interviews, in the order of the file.
template <class Body>
std::vector<Said> statements_of(const casefile::Case& c) {
  std::vector<Said> found;
  for (const casefile::Interview& interview : c.interviews)
    for (const casefile::Statement& statement : interview.statements)
      if (std::holds_alternative<Body>(statement.body)) found.push_back({&statement, &interview});
  return found;
}
template <class Body>
const Body& body_of(const Said& said) {
  return std::get<Body>(said.statement->body);
}

/// Points back to it, as the network does.
network::StatementRef reference(const Said& said);

class Wording {
 public:
  /// Both must outlive it.
  Wording(const Analysed& analysed, const labels::Labels& labels);

  const labels::Labels& labels() const { return labels_; }
  std::string operator()(std::string_view key) const { return labels_(key); }
  std::string operator()(std::string_view key, const std::map<std::string, std::string>& fill) const {
    return labels_(key, fill);
  }

  /// »Liam · sag 2024-0117 · opgjort 23. april 2024 · sagens version 7048d719«, without a number that is not told.
  std::string subtitle() const;
  std::string date(casefile::Date date) const;
  /// As exactly as it is known: in the words of the file if there are any; empty if nothing is known.
  std::string when(const casefile::ApproximateDate& date) const;
  std::string person(std::string_view id) const;            ///< »Karen«
  std::string person_with_role(std::string_view id) const;  ///< »Karen (mormor)«
  std::string household(std::string_view id) const;
  /// »Anna, 5. februar 2024, på anden hånd«
  std::string source(const network::StatementRef& from) const;
  /// The same for several, »; « between; each once.
  std::string sources(std::span<const network::StatementRef> from) const;
  /// »a, b og c«
  std::string list(std::span<const std::string> parts) const;
  /// »ingen«, »to« … »tolv«, then figures.
  std::string number(std::size_t number) const;
  std::string percent(double share) const;                         ///< »45,0 %«
  std::string decimal(double value) const;                         ///< two decimals
  std::string interval(const analysis::Interval& interval) const;  ///< »0,71 [0,52–0,86]«
  /// Nothing if the audience may not know of it.
  const Said* said(std::string_view statement) const;

 private:
  const Analysed& analysed_;
  const labels::Labels& labels_;
  std::map<std::string, Said, std::less<>> said_;
};

/// A text of the file in »…«, made fit for one line; empty stays empty.
std::string quoted(const std::string& text);

/// Interviews that are conversations, by date; not the municipality's own file.
std::vector<const casefile::Interview*> conversations(const casefile::Case& c);

/// Who ought to be heard and was not: the child first, then parents, then the adults of the candidate households.
std::vector<casefile::Id> not_heard(const Analysed& analysed);
/// False: nobody can say that the parents have been heard.
bool knows_a_parent(const Analysed& analysed);

}  // namespace kreds::application
