#include "kreds/analysis/estimate.hpp"

#include <algorithm>
#include <cmath>

namespace kreds::analysis {
namespace {

Agreement agreement_of(std::size_t statements, double spread) {
  constexpr double agree = 0.25, somewhat = 0.5, rounding = 1e-12;
  if (statements < 2) return Agreement::single;
  if (spread <= agree + rounding) return Agreement::agree;
  return spread <= somewhat + rounding ? Agreement::somewhat : Agreement::disagree;
}

using network::InformantKind, network::InformantKinds;

double best_of(const InformantKinds& kinds, std::string_view item_kind, const TieModel& model) {
  const auto row = model.reliability.find(item_kind);
  double best = 0;
  if (row == model.reliability.end()) return best;
  for (std::size_t kind = 0; kind < network::informant_kind_count; ++kind)
    if (kinds.has(static_cast<InformantKind>(kind))) best = std::max(best, row->second[kind]);
  return best;
}

double doubt(const network::StatementRef& from, const TieModel& model) {
  return (from.hearsay ? model.hearsay_factor : 1) * (from.unsure ? model.unsure_factor : 1);
}

}  // namespace

Estimate combine(std::vector<Share> statements, double half_life_months) {
  Estimate result;
  if (statements.empty()) return result;
  double heaviest = 0, sum = 0, least = 1, most = 0;
  result.shares = std::move(statements);
  for (Share& s : result.shares) {
    s.share = s.reliability * std::exp2(-s.age_months / half_life_months);
    heaviest = std::max(heaviest, s.share);
    sum += s.share;
    least = std::min(least, s.x);
    most = std::max(most, s.x);
  }
  const double total = (1 - heaviest) + sum;
  const double unknown = (1 - heaviest) / total;
  double stated = 0;
  for (Share& s : result.shares) {
    s.share /= total;
    stated += s.share * s.x;
  }
  result.unknown_share = unknown;
  result.spread = most - least;
  result.agreement = agreement_of(result.shares.size(), result.spread);
  result.interval.low = (1 - unknown) * least;
  result.interval.high = (1 - unknown) * most + unknown;
  // Rounding must not carry the mean out of the range: three equal words of 1 are 1.
  result.interval.central = std::clamp(stated + unknown / 2, result.interval.low, result.interval.high);
  return result;
}

double reliability(const network::Evidence& evidence, std::string_view item_kind, const TieModel& model) {
  const double own = evidence.own_view ? 1 : best_of(evidence.kinds, item_kind, model);
  const double r = own * doubt(evidence.from, model);
  if (!evidence.with) return r;
  return std::min(r, best_of(evidence.with->kinds, item_kind, model) * doubt(evidence.with->from, model));
}

std::vector<Share> weigh(std::span<const network::Evidence> evidence, std::string_view item_kind, network::Date as_of,
                         const TieModel& model) {
  std::vector<Share> weighted;
  weighted.reserve(evidence.size());
  for (const network::Evidence& e : evidence) {
    const double r = reliability(e, item_kind, model);
    if (r <= 0) continue;
    const bool childs_word = e.kinds.has(InformantKind::child) && (!e.with || e.with->kinds.has(InformantKind::child));
    const double months = childs_word ? 0 : std::max(0.0, casefile::months_between(e.holds, as_of));
    weighted.push_back({e.x, r, months, e.from});
  }
  return weighted;
}

}  // namespace kreds::analysis
