#include "kreds/layout/content.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "kreds/casefile/write.hpp"

namespace kreds::layout {

namespace {

using analysis::TieStrength;
using labels::Labels;
using network::EgoNetwork;
using network::Index;
using network::Member;
using network::Part;

std::string in_words(network::Date date, const Labels& labels) {
  const std::chrono::year_month_day ymd{date};
  return labels::date_in_words(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                               static_cast<unsigned>(ymd.day()), labels);
}

std::string year_of(const casefile::ApproximateDate& date) {
  if (!date.first || !date.last) return date.words;
  const auto year = [](casefile::Date d) {
    return std::to_string(static_cast<int>(std::chrono::year_month_day{d}.year()));
  };
  return year(*date.first) == year(*date.last) ? year(*date.first) : year(*date.middle());
}

Shape shape_of(const Member& member, bool gender_symbols) {
  if (member.person.animal) return Shape::star;
  if (!gender_symbols) return Shape::circle;
  switch (member.person.gender) {
    case casefile::Gender::female:
      return Shape::circle;
    case casefile::Gender::male:
      return Shape::square;
    default:
      return Shape::diamond;
  }
}

/// »mormor · død 2021« where the audience sees no cross; »ventes september 2024« for a child expected.
std::string role_line(const Member& member, bool cross_for_dead, const Labels& labels) {
  std::vector<std::string> parts;
  if (std::string role = role_in_words(member, labels); !role.empty()) parts.push_back(std::move(role));
  if (member.dead && !cross_for_dead) {
    const auto& when = member.person.dead->when;
    parts.push_back(when && when->first ? labels("map.dead_since", {{"year", year_of(*when)}}) : labels("map.dead"));
  }
  if (member.person.expected && !member.person.name.empty()) parts.push_back(labels("map.expected"));
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : ", ") + part;
  return line;
}

bool heard_or_described(const EgoNetwork& network, const std::vector<TieStrength>& strengths, Index person) {
  for (std::size_t t = 0; t < network.ties.size(); ++t)
    if ((network.ties[t].a == person || network.ties[t].b == person) && strengths[t].coverage > 0) return true;
  return false;
}

std::set<std::string> heard(const casefile::Case& c) {
  std::set<std::string> ids;
  for (const auto& interview : c.interviews) ids.insert(interview.informants.begin(), interview.informants.end());
  return ids;
}

/// Rank of the interview that first told of each person, by date: the order in which they get their places.
std::map<std::string, int> first_known(const casefile::Case& c) {
  std::vector<casefile::Date> dates;
  for (const auto& interview : c.interviews) dates.push_back(interview.date);
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  std::map<std::string, int> ranks;
  for (const auto& person : c.people)
    if (const auto* interview = casefile::find_interview(c, person.source.interview))
      ranks[person.id] =
          static_cast<int>(std::lower_bound(dates.begin(), dates.end(), interview->date) - dates.begin());
  return ranks;
}

/// What the quality of a tie is drawn as. Conflict first: an unsettled conflict matters more than how strong the rest
/// is.
std::optional<LineKind> quality(const network::Tie& tie, const TieStrength& strength) {
  const auto& harmony = strength.parts[static_cast<std::size_t>(Part::harmony)].estimate;
  const auto& frequency = strength.parts[static_cast<std::size_t>(Part::frequency)].estimate;
  const auto mean = [](const analysis::Estimate& e) {
    double sum = 0, weight = 0;
    for (const auto& share : e.shares) sum += share.share * share.x, weight += share.share;
    return weight > 0 ? sum / weight : 0.5;
  };
  // Two of three steps of conflict, or the child being afraid.
  if ((harmony.answered() && mean(harmony) <= 1.0 / 3 + 1e-9) || !tie.unsafe.empty()) return LineKind::conflict;
  if (frequency.answered() && mean(frequency) == 0) return LineKind::broken;
  if (!strength.described) return std::nullopt;
  if (strength.interval.central >= 0.7) return LineKind::strong;
  if (strength.interval.central <= 0.4) return LineKind::weak;
  return LineKind::normal;
}

std::vector<Line> quality_lines(const EgoNetwork& network, const std::vector<TieStrength>& strengths) {
  std::vector<Line> lines;
  for (std::size_t t = 0; t < network.ties.size(); ++t) {
    const network::Tie& tie = network.ties[t];
    const auto kind = quality(tie, strengths[t]);
    if (!kind) continue;
    // The ring already says how close the child and a person are: only what it cannot say is drawn.
    const bool with_child = tie.a == network.ego || tie.b == network.ego;
    if (with_child && *kind != LineKind::conflict) continue;
    lines.push_back({tie.a, tie.b, *kind, strengths[t].interval.central});
  }
  return lines;
}

std::set<std::pair<Index, Index>> housemates(const std::vector<HouseholdMark>& households) {
  std::set<std::pair<Index, Index>> pairs;
  for (const HouseholdMark& household : households)
    for (Index a : household.members)
      for (Index b : household.members)
        if (a < b) pairs.insert({a, b});
  return pairs;
}

/// Kinship among the others; towards the child the role says it, within a home the outline does.
std::vector<Line> kin_lines(const EgoNetwork& network, const std::vector<HouseholdMark>& households) {
  const auto together = housemates(households);
  std::map<std::pair<Index, Index>, Line> found;
  std::map<Index, std::set<Index>> parents;
  const auto add = [&](Index a, Index b, LineKind kind) {
    const std::pair<Index, Index> pair{std::min(a, b), std::max(a, b)};
    if (a != network.ego && b != network.ego && a != b && !together.contains(pair))
      found.try_emplace(pair, Line{a, b, kind, 0.5});  // from parent to child: the line may point
  };
  for (const auto& p : network.partnerships)
    add(p.a, p.b,
        p.current && p.kind != casefile::PartnerKind::divorced && p.kind != casefile::PartnerKind::separated
            ? LineKind::partners
            : LineKind::former_partners);
  for (const auto& p : network.parentages) {
    parents[p.child].insert(p.parent);
    add(p.parent, p.child, p.kind == casefile::ParentKind::foster ? LineKind::foster_parent : LineKind::parent);
  }
  for (const auto& s : network.siblings) {
    std::vector<Index> shared;
    std::set_intersection(parents[s.a].begin(), parents[s.a].end(), parents[s.b].begin(), parents[s.b].end(),
                          std::back_inserter(shared));
    if (shared.empty()) add(s.a, s.b, LineKind::siblings);  // with a shared parent on the map the line to it says so
  }
  std::vector<Line> lines;
  for (const auto& [pair, line] : found) lines.push_back(line);
  return lines;
}

std::vector<HouseholdMark> household_marks(const EgoNetwork& network, bool show_candidates, const Labels& labels) {
  std::vector<HouseholdMark> marks;
  for (const auto& household : network.households) {
    HouseholdMark mark{household.id, household_in_words(household, network, labels), {},
                       false,        show_candidates && household.candidate,         {}};
    for (const auto& resident : household.residents)
      if (resident.person == network.ego)
        mark.with_child = mark.with_child || !resident.part_time;
      else if (std::find(mark.members.begin(), mark.members.end(), resident.person) == mark.members.end())
        mark.members.push_back(resident.person);
    std::sort(mark.members.begin(), mark.members.end());
    const auto lives_here = [&](Index person) {
      return std::binary_search(mark.members.begin(), mark.members.end(), person);
    };
    for (const auto& pair : network.partnerships)
      if (pair.current && lives_here(pair.a) && lives_here(pair.b)) mark.couples.emplace_back(pair.a, pair.b);
    if (mark.members.size() + (mark.with_child ? 1 : 0) >= 2 || (mark.candidate && !mark.members.empty()))
      marks.push_back(std::move(mark));
  }
  return marks;
}

std::string title_of(const EgoNetwork& network, const ContentRequest& request, bool rings, const Labels& labels) {
  if (std::string title = drawable(request.title); !title.empty()) return title;
  const std::string child = name_in_words(network.people[network.ego], labels);
  if (request.audience.kind == audience::Kind::family || !rings) return labels("map.title.around", {{"child", child}});
  return labels("map.title.network", {{"child", child}});
}

std::string whose_map(const EgoNetwork& network, bool rings, const Labels& labels) {
  const std::string child = name_in_words(network.people[network.ego], labels);
  if (!rings) return labels("map.no_rings");
  return network.viewpoint == network::Viewpoint::child ? labels("map.rings_by_child", {{"child", child}})
                                                        : labels("map.rings_by_adults");
}

std::string interviews_in_words(const casefile::Case& c, const Labels& labels) {
  std::vector<casefile::Date> dates;
  for (const auto& interview : c.interviews)
    if (interview.kind != casefile::InterviewKind::record) dates.push_back(interview.date);
  std::sort(dates.begin(), dates.end());
  if (dates.empty()) return labels("map.no_interviews");
  if (dates.size() == 1) return labels("map.one_interview", {{"date", in_words(dates.front(), labels)}});
  return labels("map.interviews", {{"count", std::to_string(dates.size())},
                                   {"from", in_words(dates.front(), labels)},
                                   {"to", in_words(dates.back(), labels)}});
}

std::vector<std::string> foot_of(const casefile::Case& c, const audience::Permissions& may, const Labels& labels) {
  std::vector<std::string> foot{interviews_in_words(c, labels)};
  if (may.case_number && !c.number.empty()) {
    std::string made_for = labels("map.case_number", {{"number", drawable(c.number)}});
    if (!c.municipality.empty()) made_for += " · " + drawable(c.municipality);
    foot.push_back(made_for);
    if (!c.author.empty()) foot.push_back(labels("map.made_by", {{"author", drawable(c.author)}}));
  }
  foot.push_back(labels("map.version", {{"version", casefile::version(c)}}));
  return foot;
}

std::string describe(const MapContent& content, const Labels& labels) {
  std::string text = content.title + ". " + content.subtitle + ".";
  for (std::size_t s = 0; s < content.sectors.size(); ++s) {
    std::string names;
    for (std::size_t i = 0; i < content.people.size(); ++i) {
      const PersonMark& p = content.people[i];
      if (i == content.ego || p.sector != s) continue;
      names += (names.empty() ? "" : "; ") + p.name + (p.role.empty() ? "" : " (" + p.role + ")");
      if (content.rings > 0)
        names +=
            ", " + (p.ring ? labels("map.in_ring", {{"ring", std::to_string(*p.ring)}}) : content.not_placed_caption);
    }
    if (!names.empty()) text += " " + content.sectors[s] + ": " + names + ".";
  }
  return text;
}

}  // namespace

bool is_kin(LineKind kind) {
  return kind >= LineKind::parent;
}

std::string role_in_words(const Member& member, const Labels& labels) {
  const std::string words = drawable(member.person.role_words), name = drawable(member.person.name);
  const bool repeats_name = !name.empty() && words.find(name) != std::string::npos;
  if (!words.empty() && (!repeats_name || member.person.role.empty())) return words;
  return member.person.role.empty() ? "" : labels("role." + member.person.role);
}

std::string name_in_words(const Member& member, const Labels& labels) {
  std::string name = member.person.name_unknown ? "" : drawable(member.person.name);
  if (!name.empty()) return name;
  return labels(member.person.expected ? "map.expected_child" : "map.name_unknown");
}

std::string household_in_words(const network::Household& household, const EgoNetwork& network, const Labels& labels) {
  if (std::string name = drawable(household.name); !name.empty()) return name;
  std::vector<std::string> names;
  for (const auto& resident : household.residents)
    if (network.people[resident.person].adult) names.push_back(name_in_words(network.people[resident.person], labels));
  if (names.empty()) return labels("household.unnamed");
  std::string text = names.front();
  for (std::size_t i = 1; i < names.size(); ++i)
    text += (i + 1 == names.size() ? " " + labels("word.and") + " " : ", ") + names[i];
  return text;
}

MapContent map_content(const casefile::Case& c, const EgoNetwork& network, const std::vector<TieStrength>& strengths,
                       const ContentRequest& request, const Labels& labels) {
  const audience::Permissions may = audience::permissions(request.audience);
  MapContent content;
  content.ego = network.ego;
  content.lang = labels.language();
  const bool rings = network.viewpoint != network::Viewpoint::none;
  content.rings = rings ? network.rings : 0;
  content.title = title_of(network, request, rings, labels);
  content.subtitle = in_words(network.as_of, labels);
  content.date = casefile::to_text(network.as_of);
  content.rings_note = whose_map(network, rings, labels);
  content.not_placed_caption = labels("map.not_placed");
  content.legend_title = labels("map.legend");
  const bool wall = request.audience.kind == audience::Kind::family;
  for (const std::string& sector : network.sectors) {
    const std::string plain = "sector." + sector + ".plain";
    content.sectors.push_back(wall && labels.has(plain) ? labels(plain) : labels("sector." + sector));
  }
  content.foot = foot_of(c, may, labels);

  const auto known = first_known(c);
  const auto informants = heard(c);
  for (std::size_t i = 0; i < network.people.size(); ++i) {
    const Member& member = network.people[i];
    PersonMark mark;
    mark.id = member.person.id;
    mark.name = name_in_words(member, labels);
    mark.role = i == network.ego ? "" : role_line(member, may.gender_symbols, labels);
    mark.shape = shape_of(member, may.gender_symbols);
    mark.dead = member.dead && may.gender_symbols;
    mark.unknown = member.person.name_unknown && !member.person.expected;
    mark.expected = member.person.expected;
    mark.restricted = member.person.do_not_show.set && may.restriction_marks;
    mark.not_asked = may.not_asked_marks && i != network.ego && !member.dead && !member.person.animal &&
                     !member.person.expected && !informants.contains(member.person.id) &&
                     !heard_or_described(network, strengths, i);
    mark.adult = member.adult;
    mark.professional = member.professional;
    mark.age = member.age;
    const auto sector = std::find(network.sectors.begin(), network.sectors.end(), member.sector);
    mark.sector = sector == network.sectors.end() ? 0 : static_cast<std::size_t>(sector - network.sectors.begin());
    if (rings) mark.ring = member.ring;
    if (const auto rank = known.find(member.person.id); rank != known.end()) mark.known_since = rank->second;
    content.people.push_back(std::move(mark));
  }
  if (may.tie_quality) content.lines = quality_lines(network, strengths);
  content.households = household_marks(network, may.assessments, labels);
  for (Line& line : kin_lines(network, content.households)) content.lines.push_back(line);
  content.description = describe(content, labels);
  return content;
}

std::vector<LegendEntry> legend(const MapContent& content, bool some_household_apart, bool some_household_outlined,
                                const Labels& labels) {
  std::set<LegendMark> marks{LegendMark::child};
  std::set<Shape> shapes;
  for (std::size_t i = 0; i < content.people.size(); ++i) {
    if (i == content.ego) continue;
    const PersonMark& p = content.people[i];
    shapes.insert(p.shape);
    if (p.dead) marks.insert(LegendMark::dead);
    if (p.unknown) marks.insert(LegendMark::unknown);
    if (p.expected) marks.insert(LegendMark::expected);
    if (p.not_asked) marks.insert(LegendMark::not_asked);
    if (p.restricted) marks.insert(LegendMark::restricted);
  }
  // One shape for everybody needs no explanation; several do.
  if (shapes.contains(Shape::star)) marks.insert(LegendMark::star);
  if (shapes.contains(Shape::square) || shapes.contains(Shape::diamond)) {
    if (shapes.contains(Shape::circle)) marks.insert(LegendMark::circle);
    if (shapes.contains(Shape::square)) marks.insert(LegendMark::square);
    if (shapes.contains(Shape::diamond)) marks.insert(LegendMark::diamond);
  }
  static const std::map<LineKind, LegendMark> line_marks = {
      {LineKind::strong, LegendMark::line_strong},
      {LineKind::normal, LegendMark::line_normal},
      {LineKind::weak, LegendMark::line_weak},
      {LineKind::conflict, LegendMark::line_conflict},
      {LineKind::broken, LegendMark::line_broken},
      {LineKind::parent, LegendMark::line_parent},
      {LineKind::foster_parent, LegendMark::line_foster_parent},
      {LineKind::partners, LegendMark::line_partners},
      {LineKind::former_partners, LegendMark::line_former_partners},
      {LineKind::siblings, LegendMark::line_siblings}};
  for (const Line& line : content.lines) marks.insert(line_marks.at(line.kind));
  for (const HouseholdMark& household : content.households) {
    if (household.with_child && !household.members.empty()) marks.insert(LegendMark::home_with_child);
    if (household.candidate) marks.insert(LegendMark::candidate);
  }
  if (some_household_outlined) marks.insert(LegendMark::household);
  if (some_household_apart) marks.insert(LegendMark::household_apart);

  static const std::map<LegendMark, std::string> keys = {
      {LegendMark::child, "legend.child"},
      {LegendMark::circle, "legend.circle"},
      {LegendMark::square, "legend.square"},
      {LegendMark::diamond, "legend.diamond"},
      {LegendMark::star, "legend.star"},
      {LegendMark::dead, "legend.dead"},
      {LegendMark::unknown, "legend.unknown"},
      {LegendMark::expected, "legend.expected"},
      {LegendMark::not_asked, "legend.not_asked"},
      {LegendMark::restricted, "legend.restricted"},
      {LegendMark::line_strong, "legend.line_strong"},
      {LegendMark::line_normal, "legend.line_normal"},
      {LegendMark::line_weak, "legend.line_weak"},
      {LegendMark::line_conflict, "legend.line_conflict"},
      {LegendMark::line_broken, "legend.line_broken"},
      {LegendMark::line_parent, "legend.line_parent"},
      {LegendMark::line_foster_parent, "legend.line_foster_parent"},
      {LegendMark::line_partners, "legend.line_partners"},
      {LegendMark::line_former_partners, "legend.line_former_partners"},
      {LegendMark::line_siblings, "legend.line_siblings"},
      {LegendMark::household, "legend.household"},
      {LegendMark::household_apart, "legend.household_apart"},
      {LegendMark::home_with_child, "legend.home_with_child"},
      {LegendMark::candidate, "legend.candidate"}};
  const std::string child = content.people.at(content.ego).name;
  std::vector<LegendEntry> entries;
  for (LegendMark mark : marks) entries.push_back({mark, labels(keys.at(mark), {{"child", child}})});
  return entries;
}

}  // namespace kreds::layout
