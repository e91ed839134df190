/// \file
/// The ranking in words: what the pages that put households in order, explain them and ask about them have in common.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kreds/application/page.hpp"
#include "wording.hpp"

namespace kreds::application {

/// How a factor speaks, by its stated levels: not by the aged value, which time draws to the middle.
enum class Speaks { in_favour, both, concern, not_answered };
Speaks speaks(const ranking::FactorValue& value);

class RankingWords : public Wording {
 public:
  /// Both must outlive it.
  RankingWords(const RankedCase& ranked, const Tool& tool) : Wording(ranked.analysed, tool.labels), ranked_(ranked) {}

  const RankedCase& ranked() const { return ranked_; }
  const network::EgoNetwork& network() const { return ranked_.analysed.network; }
  const casefile::Case& source_case() const { return ranked_.analysed.c; }
  const ranking::RankedHousehold& ranked_household(std::string_view id) const;

  /// Those with this standing apart from the order, by name: they have no order among themselves.
  std::vector<const ranking::RankedHousehold*> standing(ranking::Standing standing) const;

  std::string child() const;
  std::string named(std::string_view household) const;  ///< »Karen og Ole« in its quotation marks
  std::string named_list(std::span<const casefile::Id> households) const;
  std::string factor(std::string_view id) const;
  double weight(std::string_view factor) const;  ///< overall, 0 if it does not apply
  std::string person_name(network::Index person) const;

  /// Who lives there, where, how far from school.
  std::string about(const ranking::RankedHousehold& household) const;

  std::string level(const std::string& factor, const ranking::StatedLevel& stated) const;
  /// »Har svært ved … (Mette, 20. februar 2024)«, the same words told by several only once.
  std::string levels(const ranking::FactorValue& value) const;
  std::string alert(const ranking::Alert& alert) const;
  std::string why_not_met(const ranking::RankedHousehold& household, const std::string& requirement) const;
  std::string outside(const ranking::RankedHousehold& household, const ranking::Outside& reason) const;
  std::string measures(const std::vector<std::string>& measures) const;
  std::string requirement(const ranking::RequirementResult& result, const ranking::RankedHousehold& household) const;
  std::string own_wish(const ranking::RankedHousehold& household) const;
  /// » – »Jeg vil gerne være mormor.« (Karen, 4. marts 2024)«
  std::string own_words(const Said& said) const;
  std::vector<std::string> offers(const ranking::RankedHousehold& household) const;
  std::string closeness(const analysis::HouseholdStrength::Adult& adult) const;
  std::vector<std::string> relation(const ranking::RankedHousehold& household) const;
  /// Of those alone whom the child is described as close to.
  std::vector<std::string> close_relation(const ranking::RankedHousehold& household) const;
  /// All but the relation, heaviest first.
  std::vector<const ranking::FactorValue*> by_weight(const ranking::RankedHousehold& household) const;
  /// What was said of it without a level, quoted.
  std::string quotes(const ranking::FactorValue& value) const;
  std::string agreement(const analysis::Estimate& estimate) const;  ///< empty where they agree
  std::string share(double share) const;                            ///< »Omkring halvdelen …«
  std::vector<std::string> support(const ranking::RankedHousehold& household) const;
  std::string measure(const ranking::RecordedMeasure& measure) const;
  std::vector<std::string> decisions(const ranking::RankedHousehold& household) const;
  /// Which catalogue and weighting was used, and what differs from the default: a line or two.
  std::vector<std::string> catalogue() const;
  bool heard_from(const ranking::RankedHousehold& household) const;

 private:
  std::string weighting_changes(const ranking::Weighting& weighting) const;
  std::string certificates(const ranking::RequirementResult& result, const ranking::RankedHousehold& household) const;
  bool concerns(const casefile::RoleWish& role, const ranking::RankedHousehold& household) const;
  std::string offer(const casefile::Offer& offer, const casefile::RoleWish& role) const;

  const RankedCase& ranked_;
};

/// »i 73 af 100 afprøvede«: the number alone, 0 … 100; 0 and 100 only where it is exactly so.
std::string of_hundred(double share);

/// »1.« for one alone, »1–2.« for each of those that cannot be put in an order.
std::string place_in_order(std::size_t first, std::size_t members);
/// Standings that are no part of the order, as they follow it.
inline constexpr std::array standings_apart = {
    ranking::Standing::beside_own_wish, ranking::Standing::outside_until_assessed, ranking::Standing::other_roles};

/// It stands among the alerts already.
bool alerted(const ranking::RankedHousehold& household, std::string_view factor);

std::string label_key(std::string_view before, std::string_view term);

/// What every page for professionals begins with: the warning, its title, child, case and day.
void page_head(Page& page, const RankingWords& words, const std::string& title);
/// »kreds-default 1 (eb4c22dd)«, and a municipality's own weighting behind it.
std::string catalogue_in_short(const ranking::Ranking& ranking);

/// What stands before every order and every number.
void standing_sentence(Page& page, const RankingWords& words);

}  // namespace kreds::application
