#include "kreds/ranking/roles.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "family.hpp"
#include "kreds/analysis/structure.hpp"
#include "pieces.hpp"

namespace kreds::ranking {
namespace {

using casefile::WishTopic;
using casefile::WishView;
using network::StatementRef;

// Chosen, not measured.
constexpr double close = 0.5;                 ///< central strength of a close tie
constexpr double speaks_for = 0.5;            ///< a role's value above it speaks for the role …
constexpr double enough_answered = 0.5;       ///< … if factors of at least this weight are answered
constexpr int age_of_a_view = 3;              ///< years; smaller children are not asked
constexpr double serious_conflict = 1.0 / 3;  ///< harmony at level 2 of conflict
constexpr double parents_at_odds = 0.25;      ///< value of conflict_birth_parents at level 1

namespace role {
constexpr std::string_view respite = "respite";
constexpr std::string_view visit_support_person = "visit_support_person";
constexpr std::string_view plan_b = "plan_b";
constexpr std::string_view bridge = "bridge";
}  // namespace role
constexpr std::string_view conflict_birth_parents = "conflict_birth_parents";

// --- what is known -------------------------------------------------------------------------------------

/// An interval, and whether anybody has told of it.
struct Known {
  analysis::Interval interval;
  bool answered = false;
  std::vector<StatementRef> from;
};

/// Household or person whose roles are looked at; the index of a person, or of a household of the network.
struct Subject {
  std::optional<std::size_t> household;
  std::optional<Index> person;
  friend auto operator<=>(const Subject&, const Subject&) = default;
};

struct Offered {
  casefile::RoleWish offer;  ///< of one role
  bool own_word = false;
  std::vector<StatementRef> from;
};

struct Scene {
  const EgoNetwork& network;
  const std::vector<analysis::TieStrength>& strengths;
  const Catalogue& catalogue;
  const Ranking& ranking;
  std::vector<Index> parents = {};
  std::map<Id, Date> heard = {};
  std::map<std::pair<Subject, std::string>, Offered> offers = {};  ///< by subject and role
  std::set<Id> asked = {};                                         ///< people who have told what they want to be
  /// The child's latest wish about each person or household.
  std::map<Id, std::pair<WishView, StatementRef>> contact = {};
  std::map<Id, std::vector<StatementRef>> referrals = {};  ///< by who pointed

  void read(const casefile::Case& known, const casefile::Vocabulary& vocabulary) {
    parents = parents_of_child(network, vocabulary);
    heard = last_heard(known, network.as_of);
    for (const auto& s : spoken<casefile::RoleWish>(known)) read_role(s);
    for (const auto& s : spoken<casefile::Wish>(known)) read_wish(s, known.child);
    for (const auto& s : spoken<casefile::Referral>(known))
      for (const Id& informant : s.statement->by) referrals[informant].push_back(reference(s));
  }

  std::optional<std::size_t> home_of(Index person) const {
    std::optional<std::size_t> home;
    for (std::size_t h = 0; h < network.households.size(); ++h) {
      if (!lives_in(network.households[h], person)) continue;
      if (!home || (!ranked(*home) && ranked(h))) home = h;
    }
    return home;
  }

  const RankedHousehold* ranked(std::optional<std::size_t> household) const {
    if (!household) return nullptr;
    const auto found = std::ranges::find(ranking.households, *household, &RankedHousehold::household);
    return found == ranking.households.end() ? nullptr : &*found;
  }

  const Id& id_of(const Subject& subject) const {
    return subject.person ? network.people[*subject.person].person.id : network.households[*subject.household].id;
  }

 private:
  std::optional<Subject> subject_of(const casefile::RoleWish& body) const {
    if (const auto person = network::index_of(network, body.person)) return Subject{{}, person};
    const auto found = std::ranges::find(network.households, body.household, &network::Household::id);
    if (found == network.households.end()) return std::nullopt;
    return Subject{static_cast<std::size_t>(found - network.households.begin()), {}};
  }

  bool speaks_for_itself(const Subject& subject, const casefile::Statement& statement) const {
    return std::ranges::any_of(statement.by, [&](const Id& informant) {
      const auto who = network::index_of(network, informant);
      return who && (subject.person ? who == subject.person : lives_in(network.households[*subject.household], *who));
    });
  }

  void read_role(const Spoken<casefile::RoleWish>& s) {
    const auto subject = subject_of(*s.body);
    if (!subject) return;
    const bool own_word = speaks_for_itself(*subject, *s.statement);
    if (own_word) asked.insert(s.statement->by.begin(), s.statement->by.end());
    std::set<std::string> renewed;  // the latest statement on a role takes the place of earlier ones
    for (const casefile::Offer& offer : s.body->offers) {
      const auto [slot, added] = offers.try_emplace({*subject, offer.role});
      Offered& offered = slot->second;
      if (!added && offered.own_word && !own_word) continue;
      if (renewed.insert(offer.role).second) offered = {{}, own_word, {reference(s)}};
      offered.offer.household = s.body->household;
      offered.offer.person = s.body->person;
      offered.offer.wish = s.body->wish;
      offered.offer.words = s.body->words;
      offered.offer.offers.push_back(offer);
    }
  }

  /// Wishes come by day, so that the last one stays.
  void read_wish(const Spoken<casefile::Wish>& s, const Id& child) {
    const bool own = s.body->of.empty() || s.body->of == child;
    const bool about_somebody = s.body->topic == WishTopic::contact || s.body->topic == WishTopic::person ||
                                s.body->topic == WishTopic::household;
    if (own && about_somebody) contact.insert_or_assign(s.body->target, std::pair(s.body->view, reference(s)));
  }
};

// --- what speaks for and against -----------------------------------------------------------------------

Known relation(const Scene& scene, const Subject& subject) {
  if (subject.person) {
    const auto tie = tie_with_child(scene.network, *subject.person);
    if (!tie) return {};
    return {scene.strengths[*tie].interval, scene.strengths[*tie].described, scene.network.ties[*tie].statements};
  }
  const analysis::HouseholdStrength strength = analysis::household_strength(
      scene.network, scene.network.households[*subject.household], scene.strengths, scene.catalogue.tie_model);
  Known result{strength.interval, false, {}};
  for (const auto& adult : strength.adults) {
    if (adult.person != strength.carrier || !adult.tie) continue;
    result.answered = scene.strengths[*adult.tie].described;
    result.from = scene.network.ties[*adult.tie].statements;
  }
  return result;
}

/// What the child wishes with a person, or with the household they live in.
const std::pair<WishView, StatementRef>* wish_about(const Scene& scene, const Subject& subject) {
  const auto found = scene.contact.find(scene.id_of(subject));
  if (found != scene.contact.end()) return &found->second;
  const auto home = subject.person ? scene.home_of(*subject.person) : std::nullopt;
  if (!home) return nullptr;
  const auto at_home = scene.contact.find(scene.network.households[*home].id);
  // Not wanting to live somewhere says nothing about seeing those who live there.
  const bool tells = at_home != scene.contact.end() && at_home->second.first >= WishView::yes_when_asked;
  return tells ? &at_home->second : nullptr;
}

std::vector<Index> people_of(const Scene& scene, const Subject& subject) {
  if (subject.person) return {*subject.person};
  return adults_in(scene.network, scene.network.households[*subject.household]);
}

/// The tie with a parent of the child that shows most conflict; of several people the worst.
Known peace_with_parents(const Scene& scene, const Subject& subject) {
  Known worst;
  for (const Index person : people_of(scene, subject))
    for (const Index parent : scene.parents) {
      const network::Tie* tie = network::tie_between(scene.network, person, parent);
      if (tie == nullptr) continue;
      const auto& harmony = scene.strengths[static_cast<std::size_t>(tie - scene.network.ties.data())]
                                .parts[static_cast<std::size_t>(network::Part::harmony)];
      if (!harmony.estimate.answered()) continue;
      if (worst.answered && worst.interval.central <= harmony.estimate.interval.central) continue;
      worst = {harmony.estimate.interval, true, {}};
      for (const network::Evidence& e : tie->part(network::Part::harmony).current) worst.from.push_back(e.from);
    }
  return worst;
}

Known household_factor(const Scene& scene, const Subject& subject, const std::string& id) {
  const RankedHousehold* ranked = scene.ranked(subject.person ? scene.home_of(*subject.person) : subject.household);
  if (ranked == nullptr) return {};
  const auto found = std::ranges::find(ranked->factors, id, &FactorValue::factor);
  if (found == ranked->factors.end()) return {};
  Known result{found->supported, !found->levels.empty(), {}};
  for (const StatedLevel& level : found->levels) result.from.push_back(level.from);
  return result;
}

Known factor_of(const Scene& scene, const Subject& subject, const Factor& factor) {
  if (factor.item_kind == ItemKind::tie) return relation(scene, subject);
  if (factor.item_kind == ItemKind::wish && subject.person) {
    const auto* wish = wish_about(scene, subject);
    if (wish == nullptr) return {};
    const double x = factor.values[static_cast<std::size_t>(
        std::min(4, static_cast<int>(wish->first)))];  // the views stand in the order of the levels
    return {{x, x, x}, true, {wish->second}};
  }
  Known known = household_factor(scene, subject, factor.id);
  return !known.answered && factor.id == conflict_birth_parents ? peace_with_parents(scene, subject) : known;
}

struct RoleValue {
  analysis::Interval interval;
  double answered = 0;        ///< weight of the factors that somebody has told of
  double most_important = 0;  ///< mean of the answered factors of the first class; 0 if none is
  /// So well described that it may be listed without an offer.
  bool speaks() const {
    return answered >= enough_answered - rounding && interval.central > speaks_for + rounding &&
           most_important > speaks_for + rounding;
  }
};

RoleValue value_of(const Scene& scene, const Subject& subject, const RoleDefinition& definition) {
  std::vector<std::vector<const Factor*>> classes;
  for (const std::vector<std::string>& names : definition.factors) {
    std::vector<const Factor*> applicable;
    for (const std::string& name : names)
      if (std::ranges::find(scene.ranking.not_applicable, name) == scene.ranking.not_applicable.end())
        applicable.push_back(find_factor(scene.catalogue, name));
    if (!applicable.empty()) classes.push_back(std::move(applicable));
  }
  if (classes.empty()) return {};
  std::vector<int> sizes;
  for (const auto& c : classes) sizes.push_back(static_cast<int>(c.size()));
  const std::vector<Fraction> weights = smaa::class_centroids(sizes);
  RoleValue value{{0, 0, 0}, 0, 0};
  int of_first_class = 0;
  for (std::size_t c = 0; c < classes.size(); ++c)
    for (const Factor* factor : classes[c]) {
      const Known known = factor_of(scene, subject, *factor);
      const double weight = weights[c].value();
      value.interval.central += weight * known.interval.central;
      value.interval.low += weight * known.interval.low;
      value.interval.high += weight * known.interval.high;
      if (!known.answered) continue;
      value.answered += weight;
      if (c == 0) value.most_important += (known.interval.central - value.most_important) / ++of_first_class;
    }
  return value;
}

// --- grounds -------------------------------------------------------------------------------------------

bool has(const RoleEntry& entry, RoleReason reason) {
  return std::ranges::find(entry.grounds, reason, &RoleGround::reason) != entry.grounds.end();
}

void add_relation(const Scene& scene, const Subject& subject, RoleEntry& entry) {
  const Known known = relation(scene, subject);
  if (!known.answered)
    entry.grounds.push_back({RoleReason::relation_not_described, known.from});
  else if (known.interval.central < close - rounding)
    entry.grounds.push_back({RoleReason::relation_weak, known.from});
  else
    entry.grounds.push_back({RoleReason::close_to_child, known.from});
  for (const Index person : people_of(scene, subject)) {
    const auto tie = tie_with_child(scene.network, person);
    if (!tie || scene.network.ties[*tie].unsafe.empty()) continue;
    entry.grounds.push_back({RoleReason::child_afraid, scene.network.ties[*tie].unsafe});
  }
}

void add_wish(const Scene& scene, const Subject& subject, RoleEntry& entry) {
  const auto* wish = wish_about(scene, subject);
  if (wish == nullptr) return;
  if (wish->first == WishView::no) entry.grounds.push_back({RoleReason::child_says_no, {wish->second}});
  if (wish->first >= WishView::yes_when_asked) entry.grounds.push_back({RoleReason::child_wishes, {wish->second}});
}

/// Who tells of conflict with a parent of the child, at level 2 or 3.
std::vector<StatementRef> conflict_told(const Scene& scene, const Subject& subject) {
  std::vector<StatementRef> from;
  for (const Index person : people_of(scene, subject))
    for (const Index parent : scene.parents) {
      const network::Tie* tie = network::tie_between(scene.network, person, parent);
      if (tie == nullptr) continue;
      for (const network::Evidence& e : tie->part(network::Part::harmony).current)
        if (e.x <= serious_conflict + rounding) from.push_back(e.from);
    }
  return from;
}

void add_parents(const Scene& scene, const Subject& subject, RoleEntry& entry) {
  const Known assessed = household_factor(scene, subject, std::string(conflict_birth_parents));
  std::vector<StatementRef> from = conflict_told(scene, subject);
  if (assessed.answered && assessed.interval.central <= parents_at_odds + rounding)
    from.insert(from.begin(), assessed.from.begin(), assessed.from.end());
  if (!from.empty()) entry.grounds.push_back({RoleReason::conflict_with_parents, std::move(from)});
}

void add_gates(const Scene& scene, const Subject& subject, const RoleDefinition& definition, RoleEntry& entry) {
  const RankedHousehold* ranked = scene.ranked(subject.person ? scene.home_of(*subject.person) : subject.household);
  for (const std::string& gate : definition.gates) {
    RequirementResult result;
    if (ranked != nullptr) {
      const auto found = std::ranges::find(ranked->requirements, gate, &RequirementResult::requirement);
      if (found != ranked->requirements.end()) result = *found;
    }
    const bool certificates = gate == named::clean_certificates;
    if (result.status == RequirementStatus::met) continue;
    if (certificates && result.status == RequirementStatus::not_met)
      entry.grounds.push_back({RoleReason::certificate_hindrance, result.from});
    else if (certificates)
      entry.grounds.push_back({RoleReason::certificate_missing, result.from});
    else if (!has(entry, RoleReason::relation_weak) && !has(entry, RoleReason::relation_not_described))
      entry.grounds.push_back(
          {result.status == RequirementStatus::not_met ? RoleReason::relation_weak : RoleReason::relation_not_described,
           result.from});
  }
}

bool was_asked(const Scene& scene, const Subject& subject) {
  return std::ranges::any_of(people_of(scene, subject), [&](Index person) {
    return scene.asked.contains(scene.network.people[person].person.id);
  });
}

/// What must be cleared before the role can be spoken of as more than a thought.
bool has_to_be_cleared(const RoleEntry& entry, const RoleDefinition& definition) {
  const bool gated = !definition.gates.empty();
  for (const RoleGround& ground : entry.grounds) switch (ground.reason) {
      case RoleReason::child_says_no:
      case RoleReason::child_afraid:
      case RoleReason::certificate_missing:
      case RoleReason::certificate_hindrance:
        return true;
      case RoleReason::conflict_with_parents:
        if (entry.role == role::visit_support_person) return true;
        break;
      case RoleReason::relation_not_described:
      case RoleReason::relation_weak:
        if (gated) return true;
        break;
      default:
        break;
    }
  return false;
}

// --- entries -------------------------------------------------------------------------------------------

class Entries {
 public:
  explicit Entries(const Scene& scene) : scene_(scene) {
    const analysis::WeightedGraph graph = analysis::graph_of(scene.network, scene.strengths);
    find_bridges(analysis::strongest_paths(graph, scene.network.ego, scene.catalogue.tie_model.lambda));
  }

  std::vector<RoleEntry> all() {
    for (std::size_t h = 0; h < scene_.network.households.size(); ++h) look_at({h, {}});
    for (Index i = 0; i < scene_.network.people.size(); ++i) look_at({{}, i});
    std::ranges::sort(entries_, [](const RoleEntry& a, const RoleEntry& b) {
      return std::tie(a.role, a.household, a.person) < std::tie(b.role, b.household, b.person);
    });
    return std::move(entries_);
  }

 private:
  /// Who stands between the child and somebody it has no tie of its own with.
  void find_bridges(const analysis::StrongestPaths& paths) {
    for (Index i = 0; i < scene_.network.people.size(); ++i) {
      if (i == scene_.network.ego || paths.strength[i] <= 0) continue;
      const auto tie = tie_with_child(scene_.network, i);
      if (tie && scene_.strengths[*tie].described) continue;
      for (auto at = paths.previous[i]; at && *at != scene_.network.ego; at = paths.previous[*at]) bridges_.insert(*at);
    }
  }

  /// Parents go on being parents; children and those who must not be contacted are not asked for a role.
  bool can_have_a_role(Index person) const {
    const network::Member& member = scene_.network.people[person];
    return person != scene_.network.ego && member.counted && member.adult && !member.person.expected &&
           !member.person.do_not_contact.set && !contains(scene_.parents, person);
  }

  void look_at(const Subject& subject) {
    const std::vector<Index> people = people_of(scene_, subject);
    if (people.empty() || !std::ranges::all_of(people, [&](Index p) { return can_have_a_role(p); })) return;
    for (const RoleDefinition& definition : scene_.catalogue.roles) {
      RoleEntry entry = entry_for(subject, definition);
      if (entry.grounds.empty() || !is_listed(subject, definition, entry)) continue;
      entry.group = group_of(definition, entry);
      std::ranges::stable_sort(entry.grounds, {}, &RoleGround::reason);
      entries_.push_back(std::move(entry));
    }
  }

  RoleEntry entry_for(const Subject& subject, const RoleDefinition& definition) {
    RoleEntry entry;
    entry.role = definition.id;
    (subject.person ? entry.person : entry.household) = scene_.id_of(subject);
    const RoleValue value = value_of(scene_, subject, definition);
    entry.value = value.interval;
    value_speaks_ = value.speaks();
    add_offer(subject, definition, entry);
    add_relation(scene_, subject, entry);
    add_wish(scene_, subject, entry);
    add_parents(scene_, subject, entry);
    add_gates(scene_, subject, definition, entry);
    if (definition.id == role::bridge) add_bridge(subject, entry);
    if (definition.id == role::plan_b) add_plan_b(subject, entry);
    if (!has(entry, RoleReason::offered) && !was_asked(scene_, subject))
      entry.grounds.push_back({RoleReason::own_wish_not_asked, {}});
    return entry;
  }

  void add_offer(const Subject& subject, const RoleDefinition& definition, RoleEntry& entry) const {
    const auto found = scene_.offers.find({subject, definition.id});
    if (found == scene_.offers.end()) return;
    entry.offer = found->second.offer;
    entry.grounds.push_back(
        {found->second.own_word ? RoleReason::offered : RoleReason::offered_by_hearsay, found->second.from});
  }

  void add_bridge(const Subject& subject, RoleEntry& entry) const {
    if (!subject.person) return;
    const auto pointed = scene_.referrals.find(scene_.id_of(subject));
    if (pointed != scene_.referrals.end()) entry.grounds.push_back({RoleReason::pointed_to_others, pointed->second});
    if (bridges_.contains(*subject.person)) entry.grounds.push_back({RoleReason::knows_others, {}});
  }

  void add_plan_b(const Subject& subject, RoleEntry& entry) const {
    const RankedHousehold* ranked = subject.household ? scene_.ranked(subject.household) : nullptr;
    if (ranked == nullptr || ranked == &scene_.ranking.households.front()) return;
    const bool reserve =
        ranked->standing != Standing::other_roles && ranked->standing != Standing::outside_until_assessed;
    if (reserve) entry.grounds.push_back({RoleReason::next_in_order, {}});
  }

  /// Something must speak for it; a tie alone does not make a bridge, nor a respite home of a person without one.
  bool is_listed(const Subject& subject, const RoleDefinition& definition, const RoleEntry& entry) const {
    if (has(entry, RoleReason::offered) || has(entry, RoleReason::offered_by_hearsay)) return true;
    if (has(entry, RoleReason::pointed_to_others) || has(entry, RoleReason::knows_others)) return true;
    if (has(entry, RoleReason::next_in_order)) return true;
    if (definition.factors.empty()) return false;
    const bool of_a_home = definition.id == role::respite;
    if (of_a_home != subject.household.has_value()) return false;
    if (of_a_home && scene_.ranked(subject.household) == nullptr) return false;
    if (subject.person && scene_.network.people[*subject.person].professional) return false;
    return value_speaks_ && has(entry, RoleReason::close_to_child);
  }

  static RoleGroup group_of(const RoleDefinition& definition, const RoleEntry& entry) {
    if (has_to_be_cleared(entry, definition)) return RoleGroup::to_be_clarified;
    if (has(entry, RoleReason::pointed_to_others)) return RoleGroup::obvious;
    const bool wanted = has(entry, RoleReason::close_to_child) || has(entry, RoleReason::child_wishes);
    return has(entry, RoleReason::offered) && wanted ? RoleGroup::obvious : RoleGroup::perhaps;
  }

  const Scene& scene_;
  std::set<Index> bridges_;
  bool value_speaks_ = false;  ///< of the entry that is being made
  std::vector<RoleEntry> entries_;
};

// --- »hvad kan du, og hvad vil du gerne være« ------------------------------------------------------------

void add_questions(const Scene& scene, Roles& result) {
  for (Index i = 0; i < scene.network.people.size(); ++i) {
    const network::Member& member = scene.network.people[i];
    if (i == scene.network.ego || !member.counted || member.person.expected) continue;
    if (member.outside || (member.age && *member.age < age_of_a_view)) continue;
    const Id& id = member.person.id;
    const auto tie = tie_with_child(scene.network, i);
    if (member.person.do_not_contact.set) {
      result.not_to_be_contacted.push_back(id);
    } else if (tie && !scene.network.ties[*tie].unsafe.empty()) {
      result.to_be_assessed_first.push_back(id);
    } else if (!scene.asked.contains(id)) {
      result.questions.push_back(
          {id, scene.heard.contains(id), member.professional, contains(scene.parents, i), !member.adult});
    }
  }
  std::ranges::sort(result.questions, {}, &RoleQuestion::person);
  std::ranges::sort(result.not_to_be_contacted);
  std::ranges::sort(result.to_be_assessed_first);
}

}  // namespace

Roles roles(const casefile::Case& c, const casefile::Vocabulary& vocabulary, const EgoNetwork& network,
            const std::vector<analysis::TieStrength>& strengths, const Catalogue& catalogue, const Ranking& ranking) {
  const casefile::Case known = casefile::as_known_on(c, network.as_of);
  Scene scene{network, strengths, catalogue, ranking};
  scene.read(known, vocabulary);
  Roles result;
  result.entries = Entries(scene).all();
  add_questions(scene, result);
  return result;
}

}  // namespace kreds::ranking
