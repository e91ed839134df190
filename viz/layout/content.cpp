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

bool sees_itself(const EgoNetwork& network, const ContentRequest& request) {
  return request.seen_by == network.people[network.ego].person.id;
}

/// Whose view the map is, if it is one informant's: »Anna (mor)«.
std::string viewer_in_words(const EgoNetwork& network, const ContentRequest& request, const Labels& labels) {
  const auto viewer = network::index_of(network, request.seen_by);
  if (!viewer) return {};
  const std::string role = sees_itself(network, request) ? "" : role_in_words(network.people[*viewer], labels);
  return name_in_words(network.people[*viewer], labels) + (role.empty() ? "" : " (" + role + ")");
}

std::string title_of(const EgoNetwork& network, const ContentRequest& request, bool rings, const Labels& labels) {
  if (std::string title = drawable(request.title); !title.empty()) return title;
  const std::string child = name_in_words(network.people[network.ego], labels);
  if (const std::string who = viewer_in_words(network, request, labels); !who.empty())
    return labels(sees_itself(network, request) ? "map.title.seen_by_child" : "map.title.seen_by",
                  {{"who", name_in_words(network.people[*network::index_of(network, request.seen_by)], labels)}});
  if (request.audience.kind == audience::Kind::family || !rings) return labels("map.title.around", {{"child", child}});
  return labels("map.title.network", {{"child", child}});
}

std::string whose_map(const EgoNetwork& network, const ContentRequest& request, bool rings, const Labels& labels) {
  const std::string child = name_in_words(network.people[network.ego], labels);
  if (const std::string who = viewer_in_words(network, request, labels); !who.empty() && !sees_itself(network, request))
    return labels(rings ? "map.seen_by" : "map.seen_by.no_rings", {{"child", child}, {"who", who}});
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

/// A capital letter at the beginning made small: of ASCII, and of Latin letters like Æ, Ø, Å.
std::string begun_small(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 0x20);
  const auto second = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0U;
  if (text[0] == '\xC3' && second >= 0x80U && second <= 0x9EU) text[1] = static_cast<char>(second + 0x20U);
  return text;
}

/// »Mormor« and »Ven 2« say what the person is: nobody needs to read it twice.
bool is_called(const std::string& name, const std::string& role) {
  const std::size_t number = name.find_last_not_of("0123456789") + 1;
  const bool numbered = number > 1 && number < name.size() && name[number - 1] == ' ';
  return !role.empty() && begun_small(numbered ? name.substr(0, number - 1) : name) == begun_small(role);
}

const std::map<LineKind, LegendMark>& line_marks() {
  static const std::map<LineKind, LegendMark> all = {{LineKind::strong, LegendMark::line_strong},
                                                     {LineKind::normal, LegendMark::line_normal},
                                                     {LineKind::weak, LegendMark::line_weak},
                                                     {LineKind::conflict, LegendMark::line_conflict},
                                                     {LineKind::broken, LegendMark::line_broken},
                                                     {LineKind::parent, LegendMark::line_parent},
                                                     {LineKind::foster_parent, LegendMark::line_foster_parent},
                                                     {LineKind::partners, LegendMark::line_partners},
                                                     {LineKind::former_partners, LegendMark::line_former_partners},
                                                     {LineKind::siblings, LegendMark::line_siblings}};
  return all;
}

const std::map<LegendMark, std::string>& legend_keys() {
  static const std::map<LegendMark, std::string> all = {
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
      {LegendMark::candidate, "legend.candidate"},
      {LegendMark::came, "legend.came"},
      {LegendMark::went, "legend.went"},
      {LegendMark::moved, "legend.moved"}};
  return all;
}

/// What a symbol says beside the sector and the ring.
std::string marks_in_words(const PersonMark& p, const Labels& labels) {
  std::string words = p.role;
  const auto add = [&](bool said, LegendMark mark) {
    if (said) words += (words.empty() ? "" : ", ") + labels(legend_keys().at(mark));
  };
  add(p.dead, LegendMark::dead);
  add(p.not_asked, LegendMark::not_asked);
  add(p.restricted, LegendMark::restricted);
  return words;
}

/// What lines and outlines say, each in the words of the legend.
std::string lines_and_homes(const MapContent& content, const Labels& labels) {
  const std::string child = content.people[content.ego].name;
  const auto listed = [&](const std::vector<std::size_t>& people) {
    std::string names;
    for (const std::size_t person : people) names += (names.empty() ? "" : ", ") + content.people[person].name;
    return names;
  };
  const auto word = [&](LegendMark mark) { return labels(legend_keys().at(mark), {{"child", child}}); };
  std::string text;
  for (const HouseholdMark& home : content.households) {
    if (home.members.empty()) continue;
    text += " " + word(home.with_child ? LegendMark::home_with_child : LegendMark::household) + ": " +
            listed(home.members) + (home.candidate ? " (" + word(LegendMark::candidate) + ")" : "") + ".";
  }
  for (const Line& line : content.lines)
    text += " " + word(line_marks().at(line.kind)) + ": " + listed({line.a, line.b}) + ".";
  return text;
}

std::string place_in_words(const MapContent& content, const PersonMark& p, const Labels& labels) {
  if (p.ring) return labels("map.in_ring", {{"ring", std::to_string(*p.ring)}});
  return begun_small(p.outside ? content.outside_caption : content.not_placed_caption);
}

/// The whole map in words: for those who hear the picture instead of seeing it.
std::string describe(const MapContent& content, const Labels& labels) {
  std::string text = content.title + ". " + content.subtitle + ". " + content.rings_note;
  for (std::size_t s = 0; s < content.sectors.size(); ++s) {
    std::string names;
    for (std::size_t i = 0; i < content.people.size(); ++i) {
      const PersonMark& p = content.people[i];
      if (i == content.ego || p.sector != s) continue;
      const std::string marks = marks_in_words(p, labels);
      names += (names.empty() ? "" : "; ") + p.name + (marks.empty() ? "" : " (" + marks + ")");
      if (content.rings > 0) names += ", " + place_in_words(content, p, labels);
    }
    if (!names.empty()) text += " " + content.sectors[s] + ": " + names + ".";
  }
  return text + lines_and_homes(content, labels);
}

}  // namespace

bool is_kin(LineKind kind) {
  return kind >= LineKind::parent;
}

std::string role_in_words(const Member& member, const Labels& labels) {
  const std::string words = drawable(member.person.role_words), name = drawable(member.person.name);
  const bool repeats_name = !name.empty() && words.find(name) != std::string::npos;
  std::string role = member.person.role.empty() ? "" : labels("role." + member.person.role);
  if (!words.empty() && (!repeats_name || member.person.role.empty())) role = words;
  return is_called(name, role) ? "" : role;
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
  content.rings_note = whose_map(network, request, rings, labels);
  content.not_placed_caption = labels("map.not_placed");
  content.outside_caption = labels("map.outside");
  content.legend_title = labels("map.legend");
  content.plain_words = request.audience.kind == audience::Kind::family;
  for (const std::string& sector : network.sectors) {
    const std::string plain = "sector." + sector + ".plain";
    content.sectors.push_back(content.plain_words && labels.has(plain) ? labels(plain) : labels("sector." + sector));
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
    mark.not_asked = may.not_asked_marks && request.seen_by.empty() && i != network.ego && !member.dead &&
                     !member.person.animal && !member.person.expected && !informants.contains(member.person.id) &&
                     !heard_or_described(network, strengths, i);
    mark.adult = member.adult;
    mark.professional = member.professional;
    mark.age = member.age;
    const auto sector = std::find(network.sectors.begin(), network.sectors.end(), member.sector);
    mark.sector = sector == network.sectors.end() ? 0 : static_cast<std::size_t>(sector - network.sectors.begin());
    if (rings) mark.ring = member.ring;
    mark.outside = rings && member.outside;
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
    if (p.change == Change::came) marks.insert(LegendMark::came);
    if (p.change == Change::went) marks.insert(LegendMark::went);
    if (p.ring_before) marks.insert(LegendMark::moved);
  }
  // One shape for everybody needs no explanation; several do.
  if (shapes.contains(Shape::star)) marks.insert(LegendMark::star);
  if (shapes.contains(Shape::square) || shapes.contains(Shape::diamond)) {
    if (shapes.contains(Shape::circle)) marks.insert(LegendMark::circle);
    if (shapes.contains(Shape::square)) marks.insert(LegendMark::square);
    if (shapes.contains(Shape::diamond)) marks.insert(LegendMark::diamond);
  }
  for (const Line& line : content.lines) marks.insert(line_marks().at(line.kind));
  for (const HouseholdMark& household : content.households) {
    if (household.with_child && !household.members.empty()) marks.insert(LegendMark::home_with_child);
    if (household.candidate) marks.insert(LegendMark::candidate);
  }
  if (some_household_outlined) marks.insert(LegendMark::household);
  if (some_household_apart) marks.insert(LegendMark::household_apart);

  const std::string child = content.people.at(content.ego).name;
  std::vector<LegendEntry> entries;
  const auto key = [&](LegendMark mark) {
    const bool informants = content.between_informants && mark >= LegendMark::came;
    return legend_keys().at(mark) + (informants ? ".informants" : "");
  };
  for (LegendMark mark : marks) entries.push_back({mark, labels(key(mark), {{"child", child}})});
  return entries;
}

}  // namespace kreds::layout
