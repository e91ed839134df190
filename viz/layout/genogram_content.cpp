#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "kreds/layout/genogram.hpp"

namespace kreds::layout {

namespace {

using casefile::ApproximateDate;
using casefile::Date;
using casefile::ParentKind;
using casefile::PartnerKind;
using labels::Labels;
using network::EgoNetwork;
using network::Index;

int year(Date date) {
  return static_cast<int>(std::chrono::year_month_day{date}.year());
}

std::string exact_year(const std::optional<ApproximateDate>& date) {
  if (!date || !date->first || year(*date->first) != year(*date->last)) return {};
  return std::to_string(year(*date->first));
}

/// »2018«, »ca. 1980«; empty if no span is known.
std::string about_year(const std::optional<ApproximateDate>& date, const Labels& labels) {
  if (!date || !date->first) return {};
  if (const std::string exact = exact_year(date); !exact.empty()) return exact;
  return labels("genogram.about_year", {{"year", std::to_string(year(*date->middle()))}});
}

struct Years {
  std::string from, to;
};

Years years_of(const casefile::Period& held, const Labels& labels) {
  return {about_year(held.from, labels), about_year(held.to, labels)};
}

/// »2018–2022«, »fra 2018«, »til 2022«, or nothing.
std::string in_words(const Years& years, const Labels& labels) {
  if (!years.from.empty() && !years.to.empty())
    return years.from == years.to ? years.from : years.from + "–" + years.to;
  if (!years.from.empty()) return labels("genogram.since", {{"year", years.from}});
  if (!years.to.empty()) return labels("genogram.until", {{"year", years.to}});
  return {};
}

// --- couples -------------------------------------------------------------------------------------------

bool share_a_home(const EgoNetwork& network, Index a, Index b) {
  return std::any_of(network.households.begin(), network.households.end(), [&](const network::Household& home) {
    const auto lives = [&](Index person) {
      return std::any_of(home.residents.begin(), home.residents.end(),
                         [&](const network::Resident& resident) { return resident.person == person; });
    };
    return lives(a) && lives(b);
  });
}

/// A couple that is told to live at one place lives together. What death ended was never broken off.
CoupleKind kind_of(const network::Partnership& p, const EgoNetwork& network) {
  const bool lasted = p.current || network.people[p.a].dead || network.people[p.b].dead;
  switch (p.kind) {
    case PartnerKind::married:
      return lasted ? CoupleKind::married : CoupleKind::was_married;
    case PartnerKind::cohabiting:
      return lasted ? CoupleKind::cohabiting : CoupleKind::was_cohabiting;
    case PartnerKind::couple:
      if (p.current && share_a_home(network, p.a, p.b)) return CoupleKind::cohabiting;
      return lasted ? CoupleKind::couple : CoupleKind::was_couple;
    case PartnerKind::separated:
      return CoupleKind::separated;
    case PartnerKind::divorced:
      break;
  }
  return CoupleKind::divorced;
}

/// The network keeps the latest state of a couple; a divorce is told with the wedding if the case knows of it.
std::optional<casefile::Period> earlier_marriage(const casefile::Case& c, const casefile::Id& a,
                                                 const casefile::Id& b) {
  for (const auto& interview : c.interviews)
    for (const auto& s : interview.statements) {
      const auto* partners = std::get_if<casefile::Partners>(&s.body);
      if (!partners || partners->negated || partners->kind != PartnerKind::married || !s.held || s.withdrawn) continue;
      if ((partners->a == a && partners->b == b) || (partners->a == b && partners->b == a)) return s.held;
    }
  return std::nullopt;
}

std::vector<std::string> couple_words(CoupleKind kind, const network::Partnership& p,
                                      const std::optional<casefile::Period>& marriage, const Labels& labels) {
  const Years years = years_of(p.held, labels);
  std::vector<std::string> words;
  if (p.kind == PartnerKind::separated || p.kind == PartnerKind::divorced) {
    const std::string married = marriage ? about_year(marriage->from, labels) : "";
    if (!married.empty()) words.push_back(labels("genogram.married_year", {{"years", married}}));
    if (!years.from.empty())
      words.push_back(labels(kind == CoupleKind::divorced ? "genogram.divorced_year" : "genogram.separated_year",
                             {{"years", years.from}}));
    return words;
  }
  if (years.from.empty() && years.to.empty()) return {};
  if (p.kind == PartnerKind::married && !years.from.empty())
    return {labels("genogram.married_year", {{"years", years.to.empty() ? years.from : years.from + "–" + years.to}})};
  return {in_words(years, labels)};
}

// --- who is on it --------------------------------------------------------------------------------------

/// The adults whom a child lives with where no parent does: the named carer and partner, or the only adult or couple.
std::vector<Index> carers(const EgoNetwork& network, Index child) {
  const auto is_parent = [&](Index person) {
    return std::any_of(network.parentages.begin(), network.parentages.end(),
                       [&](const network::Parentage& p) { return p.parent == person && p.child == child; });
  };
  const auto partners = [&](Index a, Index b) {
    return std::any_of(network.partnerships.begin(), network.partnerships.end(), [&](const network::Partnership& p) {
      return p.current && std::minmax(p.a, p.b) == std::minmax(a, b);
    });
  };
  for (const network::Household& home : network.households) {
    std::vector<Index> adults;
    bool here = false, with_parent = false;
    for (const network::Resident& resident : home.residents) {
      if (resident.person == child) here = here || !resident.part_time;
      if (is_parent(resident.person)) with_parent = true;
      if (resident.person != child && network.people[resident.person].adult) adults.push_back(resident.person);
    }
    if (!here || with_parent || adults.empty()) continue;
    if (home.carer) {
      std::vector<Index> found{*home.carer};
      for (Index adult : adults)
        if (partners(adult, *home.carer)) found.push_back(adult);
      std::sort(found.begin(), found.end());
      if (found.size() <= 2) return found;
      return {*home.carer};
    }
    if (adults.size() == 1 || (adults.size() == 2 && partners(adults[0], adults[1]))) return adults;
  }
  return {};
}

ChildKind kind_of(ParentKind kind) {
  switch (kind) {
    case ParentKind::biological:
      return ChildKind::biological;
    case ParentKind::adoptive:
      return ChildKind::adoptive;
    case ParentKind::foster:
      return ChildKind::foster;
    case ParentKind::step:
      return ChildKind::step;
    case ParentKind::unspecified:
      break;
  }
  return ChildKind::unspecified;
}

/// Builds the lines up in indices of the network; people are numbered anew at the end.
class Family {
 public:
  Family(const casefile::Case& c, const EgoNetwork& network, const Labels& labels)
      : case_(c), network_(network), labels_(labels) {}

  void draw_up() {
    for (const network::Partnership& p : network_.partnerships) add_couple(p);
    for (Index child = 0; child < network_.people.size(); ++child) add_parents_of(child);
    if (!network_.people[network_.ego].adult) add_carers_of(network_.ego);
    number_twins();
    add_siblings();
  }

  std::vector<CoupleLine> couples;
  std::vector<ChildLine> children;
  std::vector<SiblingBracket> siblings;

  std::set<Index> members() const {
    std::set<Index> found{network_.ego};
    for (const CoupleLine& couple : couples) found.insert({couple.a, couple.b});
    for (const ChildLine& line : children) {
      found.insert(line.child);
      found.insert(line.parents.begin(), line.parents.end());
    }
    for (const SiblingBracket& bracket : siblings) found.insert(bracket.people.begin(), bracket.people.end());
    return found;
  }

 private:
  bool shown(Index person) const { return !network_.people[person].person.animal; }

  void add_couple(const network::Partnership& p) {
    if (!shown(p.a) || !shown(p.b)) return;
    const CoupleKind kind = kind_of(p, network_);
    const auto marriage = earlier_marriage(case_, network_.people[p.a].person.id, network_.people[p.b].person.id);
    CoupleLine line{std::min(p.a, p.b), std::max(p.a, p.b), kind, couple_words(kind, p, marriage, labels_), {}};
    if (marriage && marriage->from && marriage->from->first)
      line.began = marriage->from->middle();
    else if (p.held.from && p.held.from->first)
      line.began = p.held.from->middle();
    couples.push_back(std::move(line));
  }

  std::optional<std::size_t> couple_of(Index a, Index b) const {
    for (std::size_t i = 0; i < couples.size(); ++i)
      if (couples[i].a == std::min(a, b) && couples[i].b == std::max(a, b)) return i;
    return std::nullopt;
  }

  std::size_t joined(Index a, Index b, Index child) {
    if (const auto known = couple_of(a, b)) {
      note_birth(couples[*known], child);
      return *known;
    }
    couples.push_back({std::min(a, b), std::max(a, b), CoupleKind::parents, {}, {}});
    note_birth(couples.back(), child);
    return couples.size() - 1;
  }

  void note_birth(CoupleLine& couple, Index child) const {
    const auto& birth = network_.people[child].person.birth;
    if (!birth || !birth->first || (couple.began && couple.kind != CoupleKind::parents)) return;
    if (!couple.began || *birth->middle() < *couple.began) couple.began = birth->middle();
  }

  /// Parents of one kind go together in twos, couples first; who is left stands alone. A step-parent's line hangs from
  /// the couple with the parent.
  void add_parents_of(Index child) {
    if (!shown(child)) return;
    std::map<int, std::vector<const network::Parentage*>> by_kind;
    std::vector<Index> plain_parents;
    for (const network::Parentage& p : network_.parentages) {
      if (p.child != child || !shown(p.parent)) continue;
      const ChildKind kind = kind_of(p.kind);
      by_kind[plain(kind) ? 0 : static_cast<int>(kind)].push_back(&p);
      if (plain(kind)) plain_parents.push_back(p.parent);
    }
    for (auto& [kind, parents] : by_kind) {
      while (!parents.empty()) {
        std::size_t second = parents.size();
        for (std::size_t i = parents.size(); i-- > 1;)
          if (second == parents.size() || couple_of(parents[0]->parent, parents[i]->parent)) second = i;
        if (second < parents.size() && pairs(*parents[0], *parents[second])) {
          add_line({parents[0], parents[second]}, child, plain_parents);
          parents.erase(parents.begin() + static_cast<std::ptrdiff_t>(second));
        } else {
          add_line({parents[0]}, child, plain_parents);
        }
        parents.erase(parents.begin());
      }
    }
  }

  /// Two step-parents are seldom a couple: each hangs from the couple with the child's own parent.
  bool pairs(const network::Parentage& a, const network::Parentage& b) const {
    return a.kind != ParentKind::step || couple_of(a.parent, b.parent);
  }

  void add_line(const std::vector<const network::Parentage*>& parents, Index child,
                const std::vector<Index>& plain_parents) {
    ChildLine line;
    line.child = child;
    line.kind = kind_of(parents.front()->kind);
    for (const network::Parentage* p : parents) {
      line.parents.push_back(p->parent);
      if (kind_of(p->kind) == ChildKind::unspecified) line.kind = ChildKind::unspecified;
    }
    if (!plain(kind_of(parents.front()->kind))) line.kind = kind_of(parents.front()->kind);
    std::sort(line.parents.begin(), line.parents.end());
    if (parents.size() == 2) {
      line.couple = joined(line.parents[0], line.parents[1], child);
    } else if (!plain(line.kind)) {
      for (Index own : plain_parents)
        if (const auto couple = couple_of(own, line.parents[0]); couple && !line.couple) line.couple = couple;
    }
    if (!plain(line.kind)) {
      line.years = in_words(years_of(parents.front()->held, labels_), labels_);
      if (line.couple)
        for (const std::string& words : couples[*line.couple].words)
          if (words == line.years) line.years.clear();
    }
    children.push_back(std::move(line));
  }

  void add_carers_of(Index child) {
    ChildLine line;
    line.parents = carers(network_, child);
    if (line.parents.empty()) return;
    line.child = child;
    line.kind = ChildKind::lives_with;
    if (line.parents.size() == 2) line.couple = joined(line.parents[0], line.parents[1], child);
    for (const network::Household& home : network_.households)
      for (const network::Resident& resident : home.residents)
        if (resident.person == child && !resident.part_time && lives_in(home, line.parents[0]))
          line.years = in_words(years_of(resident.held, labels_), labels_);
    children.push_back(std::move(line));
  }

  static bool lives_in(const network::Household& home, Index person) {
    return std::any_of(home.residents.begin(), home.residents.end(),
                       [&](const network::Resident& resident) { return resident.person == person; });
  }

  /// Children of the same parents who were born on the same day, known to the day.
  void number_twins() {
    std::size_t groups = 0;
    for (std::size_t i = 0; i < children.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        ChildLine &line = children[i], &other = children[j];
        const auto &birth = network_.people[line.child].person.birth,
                   &other_birth = network_.people[other.child].person.birth;
        if (line.kind == ChildKind::lives_with || other.kind == ChildKind::lives_with) continue;
        if (line.parents != other.parents || line.couple != other.couple || line.kind != other.kind) continue;
        if (!birth || !other_birth || !birth->exact() || !other_birth->exact() || birth->first != other_birth->first)
          continue;
        if (!other.twin) other.twin = groups++;
        line.twin = other.twin;
        break;
      }
  }

  /// »Siblings« of full siblings are siblings; of all others only if it was told of every pair.
  void add_siblings() {
    std::set<std::pair<Index, Index>> told[5];
    for (const network::SiblingLink& s : network_.siblings)
      if (shown(s.a) && shown(s.b)) told[static_cast<std::size_t>(s.kind)].insert(std::minmax(s.a, s.b));
    for (const network::SiblingLink& s : network_.siblings) {
      auto& pairs = told[static_cast<std::size_t>(s.kind)];
      if (!pairs.contains(std::minmax(s.a, s.b))) continue;
      std::vector<Index> group{std::min(s.a, s.b), std::max(s.a, s.b)};
      const bool full = s.kind == casefile::SiblingKind::full;
      bool grown = true;
      while (grown) {
        grown = false;
        for (Index person = 0; person < network_.people.size() && !grown; ++person) {
          if (std::find(group.begin(), group.end(), person) != group.end()) continue;
          const auto with = [&](Index other) { return pairs.contains(std::minmax(person, other)); };
          grown = full ? std::any_of(group.begin(), group.end(), with) : std::all_of(group.begin(), group.end(), with);
          if (grown) group.push_back(person);
        }
      }
      std::sort(group.begin(), group.end());
      for (Index a : group)
        for (Index b : group) pairs.erase(std::pair(a, b));
      siblings.push_back({std::move(group), s.kind});
    }
  }

  const casefile::Case& case_;
  const EgoNetwork& network_;
  const Labels& labels_;
};

std::vector<GenogramHome> homes(const EgoNetwork& network, const std::map<Index, std::size_t>& number) {
  std::map<Index, bool> has_full_home;
  for (const network::Household& home : network.households)
    for (const network::Resident& resident : home.residents)
      if (!resident.part_time) has_full_home[resident.person] = true;
  std::vector<GenogramHome> found;
  for (const network::Household& household : network.households) {
    std::set<std::size_t> members, part_time;
    for (const network::Resident& resident : household.residents) {
      const auto on_it = number.find(resident.person);
      if (on_it == number.end()) continue;
      if (resident.part_time && has_full_home[resident.person])
        part_time.insert(on_it->second);
      else
        members.insert(on_it->second);
    }
    for (std::size_t member : members) part_time.erase(member);
    if (members.empty() || members.size() + part_time.size() < 2) continue;
    found.push_back({{members.begin(), members.end()}, {part_time.begin(), part_time.end()}});
  }
  return found;
}

std::string expected_when(const network::Member& member, const Labels& labels) {
  const auto& birth = member.person.birth;
  if (!birth || !birth->first) return {};
  const std::chrono::year_month_day first{*birth->first}, last{*birth->last};
  if (first.year() != last.year()) return {};
  const unsigned month = first.month() == last.month() ? static_cast<unsigned>(first.month()) : 0;
  return labels("genogram.expected_when",
                {{"when", labels::date_in_words(static_cast<int>(first.year()), month, 0, labels)}});
}

GenogramPerson relative(const network::Member& member, PersonMark mark, bool child, bool crosses,
                        const Labels& labels) {
  GenogramPerson person;
  person.child = child;
  if (member.person.birth && member.person.birth->first) {
    person.birth = member.person.birth->middle();
    if (member.person.birth->exact()) person.birthday = member.person.birth->first;
  }
  // Two people known as »33 years old« on different days are of one age: who is older was not told.
  if (!member.person.expected) person.born = exact_year(member.person.birth);
  if (member.person.birth && member.person.birth->form == ApproximateDate::Form::age) person.born.clear();
  if (crosses && member.dead && member.person.dead) person.died = exact_year(member.person.dead->when);
  if (member.person.expected) person.expected_when = expected_when(member, labels);
  if (member.dead || member.person.expected) mark.age.reset();
  person.mark = std::move(mark);
  return person;
}

std::string listed(const std::vector<std::size_t>& people, const GenogramContent& content, const Labels& labels) {
  std::string text;
  for (std::size_t i = 0; i < people.size(); ++i)
    text += (i == 0                   ? ""
             : i + 1 == people.size() ? " " + labels("word.and") + " "
                                      : ", ") +
            content.people[people[i]].mark.name;
  return text;
}

const char* key_of(CoupleKind kind) {
  switch (kind) {
    case CoupleKind::married:
      return "genogram.couple.married";
    case CoupleKind::cohabiting:
      return "genogram.couple.cohabiting";
    case CoupleKind::couple:
      return "genogram.couple.couple";
    case CoupleKind::separated:
      return "genogram.couple.separated";
    case CoupleKind::divorced:
      return "genogram.couple.divorced";
    case CoupleKind::was_married:
      return "genogram.couple.was_married";
    case CoupleKind::was_cohabiting:
      return "genogram.couple.was_cohabiting";
    case CoupleKind::was_couple:
      return "genogram.couple.was_couple";
    case CoupleKind::parents:
      break;
  }
  return "genogram.couple.parents";
}

const char* key_of(ChildKind kind) {
  switch (kind) {
    case ChildKind::biological:
      return "genogram.child.biological";
    case ChildKind::adoptive:
      return "genogram.child.adoptive";
    case ChildKind::foster:
      return "genogram.child.foster";
    case ChildKind::step:
      return "genogram.child.step";
    case ChildKind::lives_with:
      return "genogram.child.lives_with";
    case ChildKind::unspecified:
      break;
  }
  return "genogram.child.unspecified";
}

std::string describe(const GenogramContent& content, const Labels& labels) {
  std::string text = content.head.title + ". " + content.head.subtitle + ".";
  const auto tell = [&](const std::string& sentence) { text += " " + sentence + "."; };
  for (const CoupleLine& couple : content.couples) {
    std::string words;
    for (const std::string& line : couple.words) words += ", " + line;
    tell(listed({couple.a, couple.b}, content, labels) + ": " + labels(key_of(couple.kind)) + words);
  }
  for (const ChildLine& line : content.children)
    tell(content.people[line.child].mark.name + ": " + labels(key_of(line.kind)) + " " +
         listed(line.parents, content, labels) + (line.years.empty() ? "" : ", " + line.years));
  for (const SiblingBracket& bracket : content.siblings)
    tell(listed(bracket.people, content, labels) + ": " + labels("genogram.siblings"));
  for (const GenogramHome& home : content.homes)
    tell(labels("genogram.live_together", {{"who", listed(home.members, content, labels)}}));
  if (!content.loose.empty()) tell(content.loose_caption + ": " + listed(content.loose, content, labels));
  return text;
}

}  // namespace

bool plain(ChildKind kind) {
  return kind == ChildKind::biological || kind == ChildKind::unspecified;
}

GenogramContent genogram_content(const casefile::Case& c, const EgoNetwork& network, const ContentRequest& request,
                                 const Labels& labels) {
  GenogramContent content;
  // Names, roles, symbols, head and foot are the map's own.
  content.head = map_content(c, network, std::vector<analysis::TieStrength>(network.ties.size()), request, labels);
  const std::vector<PersonMark> marks = std::exchange(content.head.people, {});
  content.head.lines.clear();
  content.head.households.clear();
  content.head.sectors.clear();
  const bool wall = request.audience.kind == audience::Kind::family;
  if (drawable(request.title).empty())
    content.head.title =
        labels(wall ? "genogram.title.family" : "genogram.title", {{"child", marks.at(network.ego).name}});
  content.head.rings_note = labels("genogram.how_to_read");
  content.loose_caption = labels("genogram.loose");

  Family family(c, network, labels);
  family.draw_up();
  const std::set<Index> related = family.members();
  std::map<Index, std::size_t> number;
  for (Index i = 0; i < network.people.size(); ++i) {
    const network::Member& member = network.people[i];
    const bool loose =
        !related.contains(i) && member.sector == "family" && !member.person.animal && !member.professional;
    if (!related.contains(i) && !loose) continue;
    number[i] = content.people.size();
    if (loose) content.loose.push_back(content.people.size());
    const bool crosses = audience::permissions(request.audience).gender_symbols;
    content.people.push_back(relative(member, marks[i], i == network.ego, crosses, labels));
  }
  const auto renumber = [&](std::vector<std::size_t>& people) {
    for (std::size_t& person : people) person = number.at(person);
  };
  content.couples = std::move(family.couples);
  for (CoupleLine& couple : content.couples) couple.a = number.at(couple.a), couple.b = number.at(couple.b);
  content.children = std::move(family.children);
  for (ChildLine& line : content.children) renumber(line.parents), line.child = number.at(line.child);
  content.siblings = std::move(family.siblings);
  for (SiblingBracket& bracket : content.siblings) renumber(bracket.people);
  content.homes = homes(network, number);
  content.head.description = describe(content, labels);
  return content;
}

}  // namespace kreds::layout
