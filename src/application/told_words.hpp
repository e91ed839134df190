/// \file
/// What was told, in words: what was spoken of, and the answer; shared by the pages on differences and on history.
#pragma once

#include "kreds/comparison/differences.hpp"
#include "wording.hpp"

namespace kreds::application {

class ToldWords : public Wording {
 public:
  ToldWords(const Analysed& analysed, const labels::Labels& labels) : Wording(analysed, labels), analysed_(analysed) {}

  std::string child() const { return person(analysed_.c.child); }
  /// A person or a household: »Karen« or »Karen og Ole« in its quotation marks.
  std::string subject(const casefile::Id& id) const;
  std::string item(const comparison::Item& item) const;  ///< »Liam og Karen: følelsesmæssig kvalitet«
  /// The same where it goes on from another part of one thing.
  std::string part(const comparison::Item& item) const;
  std::string answer(const comparison::Told& told) const;
  std::string told(const comparison::Told& told) const;           ///< answer and source
  std::string told(std::span<const comparison::Told> all) const;  ///< »a (x); b (y)«
  std::string about_day(const casefile::ApproximateDate& date) const;
  std::string ring(const comparison::Place& place) const;

 private:
  std::string bare_answer(const comparison::Told& told) const;
  std::string level(const comparison::Told& told) const;
  std::string number_text(double value) const;

  const Analysed& analysed_;
};

/// For names alone: the later state with the people, households and conversations of the earlier one that it lacks.
Analysed with_names_of(const Analysed& later, const Analysed& earlier);

}  // namespace kreds::application
