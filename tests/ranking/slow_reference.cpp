#include "slow_reference.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <set>

namespace slow {
namespace {

using namespace kreds;
using casefile::Date;
using casefile::Id;
using network::InformantKind;
using network::InformantKinds;

// --- §3: weights ---------------------------------------------------------------------------------------

/// ROC_n(k) = (1/n) Σ_{i=k..n} 1/i; a class gets the mean over its ranks.
std::vector<double> in_classes(const std::vector<int>& classes) {
  const int n = static_cast<int>(classes.size());
  std::vector<int> sorted = classes;
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> weights;
  for (const int own : classes) {
    double sum = 0, members = 0;
    for (int k = 1; k <= n; ++k) {
      if (sorted[static_cast<std::size_t>(k - 1)] != own) continue;
      for (int i = k; i <= n; ++i) sum += 1.0 / i / n;
      ++members;
    }
    weights.push_back(sum / members);
  }
  return weights;
}

struct Shape {
  std::vector<const ranking::Group*> groups;      ///< with a factor, the dominant one first
  std::vector<std::vector<std::size_t>> members;  ///< factors of each
  std::vector<std::vector<int>> classes;
};
Shape shape(const ranking::Catalogue& catalogue, const std::vector<std::string>& factors) {
  Shape s;
  for (const ranking::Group& group : catalogue.groups) {
    std::vector<std::size_t> members;
    std::vector<int> classes;
    for (std::size_t j = 0; j < factors.size(); ++j)
      for (const ranking::Factor& factor : catalogue.factors)
        if (factor.id == factors[j] && factor.group == group.id) {
          members.push_back(j);
          classes.push_back(factor.importance_class);
        }
    if (members.empty()) continue;
    s.groups.push_back(&group);
    s.members.push_back(members);
    s.classes.push_back(classes);
  }
  return s;
}

std::vector<double> top_weights(const Shape& s) {
  const double m = static_cast<double>(s.groups.size()) - 1;
  if (m < 1) return {1};
  std::vector<int> classes;
  for (std::size_t g = 1; g < s.groups.size(); ++g) classes.push_back(s.groups[g]->importance_class);
  std::vector<double> weights = {(m + 2) / (2 * (m + 1))};
  for (const double share : in_classes(classes)) weights.push_back(m / (2 * (m + 1)) * share);
  return weights;
}

// --- §1: several statements ----------------------------------------------------------------------------

struct Said {
  double r = 0, months = 0;
  std::array<Span, 3> x;  ///< in each scenario
};
Span together(const std::vector<Said>& all, double half_life, std::size_t scenario) {
  double heaviest = 0, sum = 0;
  for (const Said& s : all) {
    const double w = s.r * std::pow(2, -s.months / half_life);
    heaviest = std::max(heaviest, w);
    sum += w;
  }
  const double w0 = 1 - heaviest, total = w0 + sum;
  Span result{2, 0, -1};
  for (const Said& s : all) {
    result.central += s.r * std::pow(2, -s.months / half_life) / total * s.x[scenario].central;
    result.low = std::min(result.low, s.x[scenario].low);
    result.high = std::max(result.high, s.x[scenario].high);
  }
  if (all.empty()) return {0, 0.5, 1};
  const double p0 = w0 / total;
  return {(1 - p0) * result.low, result.central + p0 / 2, (1 - p0) * result.high + p0};
}

double reliability(const InformantKinds& kinds, ranking::ItemKind item, bool own, bool hearsay, bool unsure) {
  //                           child prof. parent household network
  static const double table[4][5] = {{1, .75, .5, .5, .5},  // tie
                                     {1, .5, .5, .5, .5},   // wish
                                     {0, 1, 0, 0, 0},       // assessment
                                     {1, 1, .75, .75, .5}};
  double r = own ? 1 : 0;
  for (int kind = 0; kind < 5; ++kind)
    if (kinds.has(static_cast<InformantKind>(kind))) r = std::max(r, table[static_cast<int>(item)][kind]);
  return r * (hearsay ? .5 : 1) * (unsure ? .5 : 1);
}

double months(Date from, Date to) {
  return std::max(0.0, static_cast<double>((to - from).count()) * 12 / 365.2425);
}

bool from_child(const InformantKinds& kinds) {
  return kinds.has(InformantKind::child);
}

// --- §1: ties ------------------------------------------------------------------------------------------

struct TieValue {
  Span span;
  double coverage = 0;
};
TieValue tie_value(const network::Tie& tie, Date as_of) {
  static const double omega[] = {117, 117, 47, 47, 22, 10};
  double all = 0;
  for (int k = 0; k < 6; ++k) all += tie.parts[static_cast<std::size_t>(k)].applicable ? omega[k] : 0;
  TieValue value{{0, 0, 0}, 0};
  for (int k = 0; k < 6; ++k) {
    const network::TiePart& part = tie.parts[static_cast<std::size_t>(k)];
    if (!part.applicable) continue;
    std::vector<Said> said;
    for (const network::Evidence& e : part.current) {
      const Span x{e.x, e.x, e.x};
      double r = reliability(e.kinds, ranking::ItemKind::tie, e.own_view, e.from.hearsay, e.from.unsure);
      bool childs_word = from_child(e.kinds);
      if (e.with) {
        const network::StatementRef& other = e.with->from;
        r = std::min(r, reliability(e.with->kinds, ranking::ItemKind::tie, false, other.hearsay, other.unsure));
        childs_word = childs_word && from_child(e.with->kinds);
      }
      said.push_back({r, childs_word ? 0 : months(e.holds, as_of), {{x, x, x}}});
    }
    const Span one = together(said, 24, 0);
    value.span.low += omega[k] / all * one.low;
    value.span.central += omega[k] / all * one.central;
    value.span.high += omega[k] / all * one.high;
    if (!said.empty()) value.coverage += omega[k] / all;
  }
  return value;
}

/// §1: the named carer's tie; unnamed: each bound the highest of the adults, coverage of the one in front.
TieValue relation(const network::EgoNetwork& n, const network::Household& household) {
  std::set<network::Index> adults;
  for (const network::Resident& r : household.residents)
    if (n.people[r.person].adult && n.people[r.person].counted && r.person != n.ego) adults.insert(r.person);
  const bool named = household.carer && n.people[*household.carer].counted && *household.carer != n.ego;
  if (named) adults = {*household.carer};
  TieValue best{{-1, -1, -1}, 0};
  for (const network::Index adult : adults) {
    TieValue value{{0, .5, 1}, 0};
    for (const network::Tie& tie : n.ties)
      if ((tie.a == adult && tie.b == n.ego) || (tie.b == adult && tie.a == n.ego)) value = tie_value(tie, n.as_of);
    if (value.span.central > best.span.central) best.coverage = value.coverage;
    best.span = {std::max(best.span.low, value.span.low), std::max(best.span.central, value.span.central),
                 std::max(best.span.high, value.span.high)};
  }
  return adults.empty() ? TieValue{} : best;
}

// --- §2, §4: factors -----------------------------------------------------------------------------------

struct Told {
  std::string item;  ///< whose view
  const casefile::Statement* statement;
  Date said, holds;
  InformantKinds kinds;
  std::vector<Id> by;
  bool own = false, hearsay = false, unsure = false;
  int level = -1;
  const std::vector<casefile::NeedLine>* needs = nullptr;
};

class Factors {
 public:
  Factors(const casefile::Case& known, const casefile::Vocabulary& vocabulary, const network::EgoNetwork& n)
      : case_(known), network_(n), informants_(known, vocabulary, n.as_of) {}

  /// Value in each scenario, and whether anything that counts was said.
  bool value(const network::Household& household, const ranking::Factor& factor, std::array<Span, 3>& out) const {
    std::vector<Told> all = told(household, factor);
    std::map<std::string, std::vector<Told>> items;
    for (Told& t : all) items[t.item].push_back(t);
    std::vector<Said> said;
    for (const auto& [item, of_item] : items)
      for (const Told& t : latest(of_item)) {
        const double r = reliability(t.kinds, factor.item_kind, t.own, t.hearsay, t.unsure);
        if (r <= 0) continue;
        Said s{r, from_child(t.kinds) ? 0 : months(t.holds, network_.as_of), {}};
        for (std::size_t scenario = 0; scenario < 3; ++scenario) s.x[scenario] = number(household, factor, t, scenario);
        said.push_back(s);
      }
    for (std::size_t scenario = 0; scenario < 3; ++scenario)
      out[scenario] = together(said, factor.half_life_months, scenario);
    return !said.empty();
  }

 private:
  template <class Body, class Use>
  void each(Use use) const {
    for (const casefile::Interview& i : case_.interviews)
      for (const casefile::Statement& s : i.statements)
        if (const Body* body = std::get_if<Body>(&s.body)) use(*body, s, i);
  }

  Told basics(const casefile::Statement& s, const casefile::Interview& i, const Id& household) const {
    Told t{"", &s, i.date, i.date, {}, s.by, false, s.hearsay, s.unsure};
    if (s.held && s.held->to)
      if (const auto end = s.held->to->middle()) t.holds = std::min(*end, i.date);
    for (const Id& who : s.by) t.kinds.add(informants_.kind(who, {household}, i.date));
    if (s.by.empty()) t.kinds = {InformantKind::professional};
    return t;
  }

  std::vector<Told> told(const network::Household& household, const ranking::Factor& factor) const {
    std::vector<Told> all;
    each<casefile::Assessment>([&](const auto& a, const auto& s, const auto& i) {
      if (a.household != household.id || a.factor != factor.id) return;
      if (s.held && s.held->from && s.held->from->first && *s.held->from->first > network_.as_of) return;
      Told t = basics(s, i, household.id);
      t.item = a.whose;
      t.own = factor.id == "parents_view" && std::count(s.by.begin(), s.by.end(), a.whose) > 0;
      bool rated = false;
      for (const casefile::NeedLine& line : a.needs) rated = rated || line.capability.value;
      if (rated) t.needs = &a.needs;
      if (a.level.value) t.level = *a.level.value;
      if (rated || a.level.value) all.push_back(t);
    });
    if (factor.item_kind == ranking::ItemKind::wish) add_wishes(household, case_.child, all);
    if (factor.id == "parents_view")
      for (const Id& parent : parents()) add_wishes(household, parent, all);
    if (factor.id == "living_there_now") add_residence(household, all);
    return all;
  }

  std::set<Id> parents() const {
    std::set<Id> found;
    for (const network::Index p : network_.custody) found.insert(network_.people[p].person.id);
    for (const network::Parentage& p : network_.parentages)
      if (p.child == network_.ego && p.kind != casefile::ParentKind::step && p.kind != casefile::ParentKind::foster)
        found.insert(network_.people[p.parent].person.id);
    return found;
  }

  /// Of one interview and one set of speakers: what was said of the household, else the most doubtful word.
  void add_wishes(const network::Household& household, const Id& whose, std::vector<Told>& all) const {
    struct Wish {
      const casefile::Wish* wish;
      const casefile::Statement* statement;
      const casefile::Interview* interview;
    };
    std::map<std::pair<Id, std::set<Id>>, std::vector<Wish>> by_talk;
    each<casefile::Wish>([&](const auto& w, const auto& s, const auto& i) {
      if ((w.of.empty() ? case_.child : w.of) != whose) return;
      bool here = w.topic == casefile::WishTopic::household && w.target == household.id;
      for (const network::Resident& r : household.residents) {
        const network::Member& m = network_.people[r.person];
        here = here || (w.topic == casefile::WishTopic::person && m.adult && m.counted && r.person != network_.ego &&
                        m.person.id == w.target);
      }
      if (here) by_talk[{i.id, {s.by.begin(), s.by.end()}}].push_back({&w, &s, &i});
    });
    for (auto& [talk, wishes] : by_talk) {
      std::sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) {
        const bool a_home = a.wish->topic == casefile::WishTopic::household;
        const bool b_home = b.wish->topic == casefile::WishTopic::household;
        if (a_home != b_home) return a_home;
        return a.wish->view != b.wish->view ? a.wish->view < b.wish->view : a.statement->id < b.statement->id;
      });
      const Wish& w = wishes.front();
      Told t = basics(*w.statement, *w.interview, household.id);
      static const int level[] = {0, 1, 2, 3, 4, 4};  // no, hesitant, both, yes when asked, another, first
      t.level = level[static_cast<int>(w.wish->view)];
      if (whose != case_.child) {
        t.level = std::max(t.level, 1);
        t.item = whose;
        t.own = talk.second.count(whose) > 0;
        t.hearsay = t.hearsay || !t.own;
      }
      all.push_back(t);
    }
  }

  void add_residence(const network::Household& household, std::vector<Told>& all) const {
    for (const network::Resident& r : household.residents) {
      if (r.person != network_.ego) continue;
      bool corrected = false;
      for (const Told& t : all) corrected = corrected || t.said >= r.from.said;
      if (corrected) continue;
      Told t{"", nullptr, r.from.said, r.from.said, {}, r.from.informants, false, r.from.hearsay, r.from.unsure};
      for (const Id& who : r.from.informants) t.kinds.add(informants_.kind(who, {household.id}, r.from.said));
      if (t.by.empty()) t.kinds = {InformantKind::professional};
      t.level = r.part_time ? 3 : 4;
      all = {t};
    }
  }

  /// What is the newest of at least one of its speakers: by when it held, then by when it was said; equal: lowest id.
  static std::vector<Told> latest(const std::vector<Told>& all) {
    const auto key = [](const Told& t) { return t.statement ? t.statement->id : Id(); };
    std::vector<Told> result;
    for (const Told& t : all) {
      std::set<Id> speakers(t.by.begin(), t.by.end());
      if (speakers.empty()) speakers.insert("");
      bool newest_of_one = false;
      for (const Id& who : speakers) {
        bool newest = true;
        for (const Told& other : all) {
          const bool same_speaker =
              who.empty() ? other.by.empty() : std::count(other.by.begin(), other.by.end(), who) > 0;
          if (!same_speaker || &other == &t) continue;
          if (std::pair(other.holds, other.said) > std::pair(t.holds, t.said)) newest = false;
          if (std::pair(other.holds, other.said) == std::pair(t.holds, t.said) && key(other) < key(t)) newest = false;
        }
        newest_of_one = newest_of_one || newest;
      }
      if (newest_of_one) result.push_back(t);
    }
    return result;
  }

  struct Lift {
    bool counts = false;
    std::optional<int> expected;
  };
  /// [measure of the factor]: recorded in a state that counts, and the latest level that a professional expects.
  std::vector<Lift> lifts(const network::Household& household, const ranking::Factor& factor,
                          std::size_t scenario) const {
    std::vector<Lift> result;
    for (const std::string& measure : factor.measures) {
      Lift lift;
      std::pair<Date, Id> newest;
      each<casefile::Measure>([&](const auto& m, const auto& s, const auto& i) {
        if (m.household != household.id || m.measure != measure) return;
        if (std::count(m.factors.begin(), m.factors.end(), factor.id) == 0) return;
        if (s.held && s.held->to)
          if (const auto end = s.held->to->middle(); end && *end < network_.as_of) return;
        lift.counts = lift.counts || scenario == 2 || (scenario == 1 && m.state != casefile::MeasureState::proposed);
        const Told t = basics(s, i, household.id);
        const bool professional = t.kinds.has(InformantKind::professional);
        if (!m.expected_level || !professional) return;
        if (lift.expected && std::pair(i.date, s.id) < newest) return;
        lift.expected = m.expected_level;
        newest = {i.date, s.id};
      });
      if (scenario > 0 && lift.counts) result.push_back(lift);
    }
    return result;
  }

  Span number(const network::Household& household, const ranking::Factor& factor, const Told& t,
              std::size_t scenario) const {
    const std::vector<Lift> all = lifts(household, factor, scenario);
    const auto of_level = [&](int level) { return factor.values[static_cast<std::size_t>(level)]; };
    if (t.needs) {
      double importance = 0, low = 0, high = 0;
      for (const casefile::NeedLine& line : *t.needs) {
        importance += line.importance;
        low += line.importance * line.capability.value.value_or(0) / 4.0;
        high += line.importance * line.capability.value.value_or(4) / 4.0;
      }
      const auto lifted = [&](double x) {
        double y = x;
        for (const Lift& lift : all)
          y = std::max(y, std::min(of_level(*factor.lift_to), lift.expected ? of_level(*lift.expected) : x + .25));
        return y;
      };
      const double a = lifted(low / importance), b = lifted(high / importance);
      return {a, (a + b) / 2, b};
    }
    int level = t.level;
    for (const Lift& lift : all)
      level = std::max(level, std::min(*factor.lift_to, lift.expected.value_or(t.level + 1)));
    return {of_level(level), of_level(level), of_level(level)};
  }

  const casefile::Case& case_;
  const network::EgoNetwork& network_;
  network::Informants informants_;
};

}  // namespace

Result result(const casefile::Case& known, const casefile::Vocabulary& vocabulary, const network::EgoNetwork& n,
              const ranking::Catalogue& catalogue, const std::vector<std::string>& factors) {
  Result r;
  r.factors = factors;
  r.weights.resize(factors.size());
  r.in_group.resize(factors.size());
  const Shape s = shape(catalogue, factors);
  const std::vector<double> top = top_weights(s);
  r.dominant_weight = top.front();
  for (std::size_t g = 0; g < s.groups.size(); ++g) {
    const std::vector<double> inside = in_classes(s.classes[g]);
    for (std::size_t k = 0; k < inside.size(); ++k) {
      r.in_group[s.members[g][k]] = inside[k];
      r.weights[s.members[g][k]] = top[g] * inside[k];
    }
  }
  const Factors values(known, vocabulary, n);
  for (const network::Household& household : n.households) {
    if (!household.candidate) continue;
    Household h;
    h.id = household.id;
    for (std::size_t scenario = 0; scenario < 3; ++scenario) h.total[scenario] = {0, 0, 0};
    for (std::size_t j = 0; j < factors.size(); ++j) {
      const auto factor = std::find_if(catalogue.factors.begin(), catalogue.factors.end(),
                                       [&](const ranking::Factor& f) { return f.id == factors[j]; });
      std::array<Span, 3> value;
      double covered = 0;
      if (factor->item_kind == ranking::ItemKind::tie) {
        const TieValue tie = relation(n, household);
        value[0] = value[1] = value[2] = tie.span;
        covered = tie.coverage;
      } else {
        covered = values.value(household, *factor, value) ? 1 : 0;
      }
      h.coverage += r.weights[j] * covered;
      for (std::size_t scenario = 0; scenario < 3; ++scenario) {
        h.values[scenario].push_back(value[scenario]);
        h.total[scenario].low += r.weights[j] * value[scenario].low;
        h.total[scenario].central += r.weights[j] * value[scenario].central;
        h.total[scenario].high += r.weights[j] * value[scenario].high;
      }
    }
    r.households[h.id] = h;
  }
  return r;
}

namespace {

/// Least over the vertices of an ordered level: the mean of all earlier classes and any members of the next.
double least_of_level(const std::vector<int>& classes, const std::vector<double>& d) {
  double least = 1e9;
  for (unsigned chosen = 1; chosen < 1u << d.size(); ++chosen) {
    int last = -1;
    for (std::size_t i = 0; i < d.size(); ++i)
      if (chosen >> i & 1u) last = std::max(last, classes[i]);
    bool vertex = true;
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < d.size(); ++i) {
      const bool in = (chosen >> i & 1u) != 0;
      if (classes[i] < last && !in) vertex = false;
      sum += in ? d[i] : 0;
      count += in ? 1 : 0;
    }
    if (vertex) least = std::min(least, sum / count);
  }
  return least;
}

}  // namespace

double least(const ranking::Catalogue& catalogue, const std::vector<std::string>& factors,
             const std::vector<double>& d) {
  const Shape s = shape(catalogue, factors);
  std::vector<double> of_group;
  std::vector<int> classes;
  for (std::size_t g = 0; g < s.groups.size(); ++g) {
    std::vector<double> own;
    for (const std::size_t j : s.members[g]) own.push_back(d[j]);
    of_group.push_back(least_of_level(s.classes[g], own));
    if (g > 0) classes.push_back(s.groups[g]->importance_class);
  }
  if (classes.empty()) return of_group[0];
  const double rest = least_of_level(classes, {of_group.begin() + 1, of_group.end()});
  return std::min(of_group[0], of_group[0] / 2 + rest / 2);
}

double at_dominant_weight(const ranking::Catalogue& catalogue, const Result& r, const std::vector<double>& d,
                          double dominant) {
  const Shape s = shape(catalogue, r.factors);
  const std::vector<double> top = top_weights(s);
  double sum = 0;
  for (std::size_t g = 0; g < s.groups.size(); ++g)
    for (const std::size_t j : s.members[g])
      sum += (g == 0 ? dominant : top[g] * (1 - dominant) / (1 - top[0])) * r.in_group[j] * d[j];
  return sum;
}

}  // namespace slow
