#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "parts.hpp"

namespace kreds::network {
namespace {

using casefile::ParentKind;
using casefile::PartnerKind;
using casefile::SiblingKind;
using Pair = std::pair<Index, Index>;

/// What was said of one pair, in the order of Knowledge::statements.
template <class Body>
struct Claim {
  const Body* body;
  Known told;
};

template <class Body, class Ends>
std::map<Pair, std::vector<Claim<Body>>> claims(const Knowledge& knowledge, Ends ends) {
  std::map<Pair, std::vector<Claim<Body>>> of_pair;
  for (const Known& told : knowledge.statements) {
    const Body* body = told.body<Body>();
    if (!body) continue;
    const std::optional<Pair> pair = ends(*body);
    if (pair && pair->first != pair->second) of_pair[*pair].push_back({body, told});
  }
  return of_pair;
}

/// Claims that nobody denied on the same day or later: what was denied last is never drawn.
template <class Body, class Denies>
std::vector<Claim<Body>> undenied(const std::vector<Claim<Body>>& all, Denies denies) {
  std::vector<Claim<Body>> standing;
  for (const auto& claim : all) {
    if (claim.body->negated) continue;
    const bool denied = std::any_of(all.begin(), all.end(), [&](const auto& other) {
      return other.body->negated && other.told.said() >= claim.told.said() &&
             denies(other.body->kind, claim.body->kind);
    });
    if (!denied) standing.push_back(claim);
  }
  return standing;
}

/// One claim for the pair: the latest, but a kind before »unspecified«, which only says less.
template <class Body, class Kind>
const Claim<Body>* most_telling(const std::vector<Claim<Body>>& standing, Kind unspecified) {
  const Claim<Body>* best = nullptr;
  for (const auto& claim : standing) {
    if (!best) {
      best = &claim;
      continue;
    }
    const bool says_more = best->body->kind == unspecified && claim.body->kind != unspecified;
    const bool says_less = best->body->kind != unspecified && claim.body->kind == unspecified;
    if (says_more || (!says_less && claim.told.said() > best->told.said())) best = &claim;
  }
  return best;
}

casefile::Period period_of(const Known& told) {
  return told.statement->held.value_or(casefile::Period{});
}

bool denies_parentage(ParentKind denied, ParentKind said) {
  return denied == said || (denied == ParentKind::unspecified && plain_parent(said));
}

std::vector<Parentage> parentages(const Knowledge& knowledge) {
  const auto ends = [&](const casefile::Parentage& body) -> std::optional<Pair> {
    const auto parent = knowledge.person(body.parent), child = knowledge.person(body.child);
    if (!parent || !child) return std::nullopt;
    return Pair{*parent, *child};
  };
  std::vector<Parentage> links;
  for (const auto& [pair, all] : claims<casefile::Parentage>(knowledge, ends)) {
    const auto standing = undenied(all, denies_parentage);
    if (const auto* claim = most_telling(standing, ParentKind::unspecified))
      links.push_back({pair.first, pair.second, claim->body->kind, period_of(claim->told), reference(claim->told)});
  }
  return links;
}

template <class Body>
auto unordered_ends(const Knowledge& knowledge) {
  return [&knowledge](const Body& body) -> std::optional<Pair> {
    const auto a = knowledge.person(body.a), b = knowledge.person(body.b);
    if (!a || !b) return std::nullopt;
    return Pair{std::min(*a, *b), std::max(*a, *b)};
  };
}

bool together(PartnerKind kind) {
  return kind == PartnerKind::married || kind == PartnerKind::cohabiting || kind == PartnerKind::couple;
}

/// »De er ikke kærester« denies every way of being together, never a divorce.
bool denies_partnership(PartnerKind denied, PartnerKind said) {
  return denied == said || (denied == PartnerKind::couple && together(said));
}

/// When a state of a partnership began, as far as told: a divorce told in the same breath as the marriage is later.
Date began(const Known& told) {
  const Span span = span_of(told);
  if (span.begin) return *span.begin;
  if (span.end) return std::min(*span.end, told.said());
  return told.said();
}

std::vector<Partnership> partnerships(const Knowledge& knowledge) {
  std::vector<Partnership> links;
  for (const auto& [pair, all] : claims<casefile::Partners>(knowledge, unordered_ends<casefile::Partners>(knowledge))) {
    const auto standing = undenied(all, denies_partnership);
    if (standing.empty()) continue;
    // The first of the greatest: of one day the lowest id, as everywhere.
    const auto latest = std::max_element(standing.begin(), standing.end(), [](const auto& x, const auto& y) {
      return std::pair(began(x.told), x.told.said()) < std::pair(began(y.told), y.told.said());
    });
    const casefile::Period held = period_of(latest->told);
    const bool current = together(latest->body->kind) && span_of(latest->told).holds_on(knowledge.as_of);
    links.push_back({pair.first, pair.second, latest->body->kind, current, held, reference(latest->told)});
  }
  return links;
}

bool denies_siblings(SiblingKind denied, SiblingKind said) {
  const bool plain = said == SiblingKind::full || said == SiblingKind::half || said == SiblingKind::unspecified;
  return denied == said || (denied == SiblingKind::unspecified && plain);
}

std::vector<SiblingLink> siblings(const Knowledge& knowledge, const std::vector<Parentage>& parentages) {
  std::map<Index, std::set<Index>> parents;
  for (const Parentage& p : parentages)
    if (plain_parent(p.kind)) parents[p.child].insert(p.parent);
  const auto share_parent = [&](const Pair& pair) {
    const std::set<Index>&a = parents[pair.first], &b = parents[pair.second];
    return std::any_of(a.begin(), a.end(), [&](Index parent) { return b.contains(parent); });
  };
  std::vector<SiblingLink> links;
  for (const auto& [pair, all] : claims<casefile::Siblings>(knowledge, unordered_ends<casefile::Siblings>(knowledge))) {
    if (share_parent(pair)) continue;
    const auto standing = undenied(all, denies_siblings);
    if (const auto* claim = most_telling(standing, SiblingKind::unspecified))
      links.push_back({pair.first, pair.second, claim->body->kind, reference(claim->told)});
  }
  return links;
}

std::vector<Index> custody(const Knowledge& knowledge) {
  std::map<Index, std::optional<Known>> latest;
  for (const Known& told : knowledge.statements) {
    const auto* body = told.body<casefile::Custody>();
    const auto parent = body ? knowledge.person(body->parent) : std::nullopt;
    if (parent && supersedes(told, latest[*parent])) latest[*parent] = told;
  }
  std::vector<Index> holders;
  for (const auto& [parent, told] : latest)
    if (told->body<casefile::Custody>()->has && span_of(*told).holds_on(knowledge.as_of)) holders.push_back(parent);
  return holders;
}

}  // namespace

bool plain_parent(ParentKind kind) {
  return kind == ParentKind::biological || kind == ParentKind::adoptive || kind == ParentKind::unspecified;
}

Kinship kinship(const Knowledge& knowledge) {
  Kinship kin;
  kin.parentages = parentages(knowledge);
  kin.partnerships = partnerships(knowledge);
  kin.siblings = siblings(knowledge, kin.parentages);
  kin.custody = custody(knowledge);
  return kin;
}

}  // namespace kreds::network
