#include <algorithm>
#include <unordered_map>

#include "parts.hpp"

namespace kreds::network {
namespace {

/// Where one informant, or several together, put a person.
struct Placement {
  const Evidence* evidence;
  Known told;
  const casefile::Tie& tie() const { return *told.body<casefile::Tie>(); }
  bool by_child() const { return evidence->kinds.has(InformantKind::child); }
};

using ById = std::unordered_map<std::string_view, Known>;

std::vector<Placement> placements(const Tie& tie, const ById& by_id, Date day) {
  std::vector<Placement> found;
  for (const Evidence& e : tie.part(Part::closeness).current) {
    const Known& told = by_id.at(e.from.statement);
    // A ring that held only until some day past places nobody now.
    if (!span_of(told).over_by(day)) found.push_back({&e, told});
  }
  return found;
}

/// How far an adult's word on a ring is trusted. The reliabilities of ties (method §1.4) are in this order: each of
/// hearsay and »vist« halves, and before halving only the professional stands out (.75 against .5).
struct Trust {
  int halvings;
  bool professional;
  Date holds, said;
};

Trust trust(const Placement& p) {
  const Evidence& e = *p.evidence;
  return {int{e.from.hearsay} + int{e.from.unsure}, e.kinds.has(InformantKind::professional), e.holds, e.from.said};
}

bool preferred(const Placement& x, const Placement& y) {
  const Trust a = trust(x), b = trust(y);
  if (a.halvings != b.halvings) return a.halvings < b.halvings;
  if (a.professional != b.professional) return a.professional;
  if (a.holds != b.holds) return a.holds > b.holds;
  if (a.said != b.said) return a.said > b.said;
  return x.told.statement->id < y.told.statement->id;
}

void put(Member& member, const std::vector<Placement>& candidates) {
  if (candidates.empty()) return;
  const Placement& chosen = *std::min_element(candidates.begin(), candidates.end(), preferred);
  member.ring = chosen.tie().ring.value;
  member.outside = !member.ring;
  member.ring_words = chosen.tie().ring_words;
  member.placed_by.push_back(chosen.evidence->from);
  for (const Placement& other : candidates)
    if (other.evidence != chosen.evidence && other.tie().ring == chosen.tie().ring)
      member.placed_by.push_back(other.evidence->from);
}

}  // namespace

Viewpoint place(const Knowledge& knowledge, const std::vector<Tie>& ties, Index ego, std::vector<Member>& people) {
  const Id& child_id = knowledge.source->child;
  ById by_id;
  for (const Known& told : knowledge.statements)
    if (const auto* tie = told.body<casefile::Tie>(); tie && (tie->a == child_id || tie->b == child_id))
      by_id.emplace(told.statement->id, told);

  std::vector<std::pair<Index, std::vector<Placement>>> by_child, by_adults;
  bool child_placed = false, adults_placed = false;
  for (const Tie& tie : ties) {
    if (tie.a != ego && tie.b != ego) continue;
    std::vector<Placement> child, adults;
    for (const Placement& p : placements(tie, by_id, knowledge.as_of)) {
      (p.by_child() ? child_placed : adults_placed) |= p.tie().ring.value.has_value();
      (p.by_child() ? child : adults).push_back(p);
    }
    const Index other = tie.a == ego ? tie.b : tie.a;
    by_child.emplace_back(other, std::move(child));
    by_adults.emplace_back(other, std::move(adults));
  }
  if (!child_placed && !adults_placed) return Viewpoint::none;
  for (const auto& [person, candidates] : child_placed ? by_child : by_adults) put(people[person], candidates);
  return child_placed ? Viewpoint::child : Viewpoint::adults;
}

}  // namespace kreds::network
