#include "pieces.hpp"

namespace kreds::ranking {
namespace {

constexpr double one_level = 0.25;  ///< on the value scale, for a value that stands between levels

}  // namespace

std::vector<std::string> Support::names() const {
  std::vector<std::string> result;
  for (const Lift& lift : measures) result.push_back(lift.measure);
  return result;
}

Support Support::without(std::string_view measure) const {
  Support result = *this;
  std::erase_if(result.measures, [&](const Lift& lift) { return lift.measure == measure; });
  return result;
}

Support support_for(const Basis& basis, const network::Household& household, const HouseholdStatements& said,
                    const Factor& factor, casefile::MeasureState at_least) {
  Support support;
  for (const std::string& measure : factor.measures) {
    bool reached = false;
    Support::Lift lift{measure, std::nullopt};
    for (const Spoken<casefile::Measure>& s : said.measures) {
      if (s.body->measure != measure) continue;
      if (std::ranges::find(s.body->factors, factor.id) == s.body->factors.end()) continue;
      reached = reached || s.body->state >= at_least;
      // Stated when the help was proposed, it still holds when the help is granted.
      const network::Evidence from = evidence(basis, *s.statement, *s.interview, {household.id});
      if (s.body->expected_level && said_by(from, network::InformantKind::professional))
        lift.expected_level = s.body->expected_level;
    }
    if (reached && factor.lift_to) support.measures.push_back(lift);
  }
  return support;
}

int lifted_level(int level, const Factor& factor, const Support& support) {
  int result = level;
  for (const Support::Lift& lift : support.measures)
    result = std::max(result, std::min(*factor.lift_to, lift.expected_level.value_or(level + 1)));
  return result;
}

double lifted_value(double value, const Factor& factor, const Support& support) {
  const auto at = [&](int level) { return factor.values[static_cast<std::size_t>(level)]; };
  double result = value;
  for (const Support::Lift& lift : support.measures) {
    const double expected = lift.expected_level ? at(*lift.expected_level) : value + one_level;
    result = std::max(result, std::min(at(*factor.lift_to), expected));
  }
  return result;
}

}  // namespace kreds::ranking
