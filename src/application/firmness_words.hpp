/// \file
/// How firm an order is and what would turn it, in words.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "ranking_words.hpp"

namespace kreds::application {

class FirmnessWords {
 public:
  /// With numbers: shares, weights and agreement between orders are told too.
  FirmnessWords(const RankingWords& words, bool numbers) : words_(words), numbers_(numbers) {}

  std::string headline(const ranking::Neighbours& pair) const;
  /// Weight, one answer, one conversation, one informant, one measure.
  std::vector<std::string> what_would_turn_it(const ranking::Neighbours& pair, std::size_t answers = few) const;
  static constexpr std::size_t few = 3;  ///< answers on the page of the order: more would hide what matters
  static constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();
  /// Where support changes the order.
  std::vector<std::string> scenarios() const;
  /// The order as each informant alone would give it.
  std::vector<std::string> views() const;
  /// »Kommer først i 73 af 100 …«; empty for one outside the order.
  std::string rank_shares(const casefile::Id& household) const;
  std::string sampling() const;

 private:
  std::map<std::string, std::string> names(const ranking::Neighbours& pair) const;
  std::string answer(const ranking::AnswerFlip& flip, const ranking::Neighbours& pair) const;
  std::string who(const ranking::Variant& variant) const;
  std::string view(const ranking::Variant& variant) const;
  void add_variants(const ranking::Neighbours& pair, ranking::VariantKind kind, std::vector<std::string>& lines) const;

  const RankingWords& words_;
  bool numbers_;
};

}  // namespace kreds::application
