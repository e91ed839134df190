#include "wording.hpp"

#include <algorithm>
#include <set>

#include "kreds/application/collation.hpp"
#include "kreds/casefile/write.hpp"

namespace kreds::application {
namespace {

/// One who speaks for the file is the municipality.
bool is_file(const casefile::Interview* interview) {
  return interview != nullptr && interview->kind == casefile::InterviewKind::record;
}

}  // namespace

network::StatementRef reference(const Said& said) {
  const casefile::Statement& statement = *said.statement;
  return {statement.id,
          said.interview->id,
          said.interview->date,
          statement.by,
          statement.hearsay,
          statement.unsure,
          statement.municipality_is_source};
}

Wording::Wording(const Analysed& analysed, const labels::Labels& labels) : analysed_(analysed), labels_(labels) {
  for (const casefile::Interview& interview : analysed.c.interviews)
    for (const casefile::Statement& statement : interview.statements)
      said_.emplace(statement.id, Said{&statement, &interview});
}

std::string Wording::subtitle() const {
  const std::string number = layout::drawable(analysed_.c.number);
  std::map<std::string, std::string> fill = {{"child", person(analysed_.c.child)},
                                             {"date", date(analysed_.as_of)},
                                             {"version", casefile::version(analysed_.c)}};
  if (number.empty()) return labels_("rank.subtitle.no_number", fill);
  fill["number"] = number;
  return labels_("rank.subtitle", fill);
}

std::string Wording::date(casefile::Date date) const {
  const std::chrono::year_month_day day(date);
  return labels::date_in_words(static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                               static_cast<unsigned>(day.day()), labels_);
}

std::string Wording::person(std::string_view id) const {
  const auto index = network::index_of(analysed_.network, id);
  if (!index) return labels_("report.somebody");
  const network::Member& member = analysed_.network.people[*index];
  if (member.person.expected && member.person.name.empty()) return labels_("report.expected_child");
  return layout::name_in_words(member, labels_);
}

std::string Wording::person_with_role(std::string_view id) const {
  const auto index = network::index_of(analysed_.network, id);
  if (!index) return person(id);
  const std::string role = *index == analysed_.network.ego
                               ? labels_("report.the_child")
                               : layout::role_in_words(analysed_.network.people[*index], labels_);
  return role.empty() || same_name(role, person(id)) ? person(id) : person(id) + " (" + role + ")";
}

std::string Wording::when(const casefile::ApproximateDate& date) const {
  if (!date.words.empty()) return date.words;
  if (!date.first) return {};
  const std::chrono::year_month_day first(*date.first);
  const bool month = date.form == casefile::ApproximateDate::Form::month || date.exact();
  return labels::date_in_words(static_cast<int>(first.year()), month ? static_cast<unsigned>(first.month()) : 0,
                               date.exact() ? static_cast<unsigned>(first.day()) : 0, labels_);
}

std::string Wording::household(std::string_view id) const {
  for (const network::Household& household : analysed_.network.households)
    if (household.id == id) return layout::household_in_words(household, analysed_.network, labels_);
  return labels_("report.a_household");
}

std::string Wording::source(const network::StatementRef& from) const {
  std::string who;
  if (from.municipality_is_source || is_file(casefile::find_interview(analysed_.c, from.interview))) {
    who = labels_("report.municipality");
  } else if (from.informants.empty() && analysed_.audience.kind == audience::Kind::person) {
    return labels_("report.noted");  // who told it, and so on which day, is not theirs to know
  } else if (from.informants.empty()) {
    who = labels_("report.observed");
  } else {
    std::vector<std::string> names;
    for (const casefile::Id& informant : from.informants) names.push_back(person(informant));
    who = list(names);
  }
  std::string words = who + ", " + date(from.said);
  if (from.hearsay) words += ", " + labels_("report.hearsay");
  if (from.unsure) words += ", " + labels_("report.unsure");
  return words;
}

std::string Wording::sources(std::span<const network::StatementRef> from) const {
  std::vector<std::string> all;
  for (const network::StatementRef& one : from)
    if (const std::string words = source(one); std::find(all.begin(), all.end(), words) == all.end())
      all.push_back(words);
  std::string joined;
  for (const std::string& words : all) joined += (joined.empty() ? "" : "; ") + words;
  return joined;
}

std::string Wording::list(std::span<const std::string> parts) const {
  std::string words;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) words += i + 1 == parts.size() ? " " + labels_("report.and") + " " : ", ";
    words += parts[i];
  }
  return words;
}

std::string Wording::number(std::size_t number) const {
  const std::string key = "number." + std::to_string(number);
  return labels_.has(key) ? labels_(key) : std::to_string(number);
}

std::string Wording::percent(double share) const {
  return labels::decimal(100 * share, 1, labels_) + " %";
}

std::string Wording::decimal(double value) const {
  return labels::decimal(value, 2, labels_);
}

std::string Wording::interval(const analysis::Interval& interval) const {
  return decimal(interval.central) + " [" + decimal(interval.low) + "–" + decimal(interval.high) + "]";
}

std::string quoted(const std::string& text) {
  std::string line = layout::drawable(text);
  // Notes often hold the quotation marks themselves.
  const bool whole = line.starts_with("»") && line.find("«") + std::string_view("«").size() == line.size();
  if (line.empty() || whole) return line;
  // A quotation inside one has single marks.
  for (const auto& [mark, single] : {std::pair<std::string_view, std::string_view>{"»", "›"}, {"«", "‹"}})
    for (std::size_t at = line.find(mark); at != std::string::npos; at = line.find(mark))
      line.replace(at, mark.size(), single);
  return "»" + line + "«";
}

const Said* Wording::said(std::string_view statement) const {
  const auto found = said_.find(statement);
  return found == said_.end() ? nullptr : &found->second;
}

std::vector<const casefile::Interview*> conversations(const casefile::Case& c) {
  std::vector<const casefile::Interview*> all;
  for (const casefile::Interview& interview : c.interviews)
    if (!is_file(&interview)) all.push_back(&interview);
  std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->date < b->date; });
  return all;
}

namespace {

/// By kinship, by custody, or by what they are called: »mor« is one even where nobody has written down of whom.
std::vector<network::Index> parents(const network::EgoNetwork& network) {
  std::vector<network::Index> all;
  for (const network::Parentage& parentage : network.parentages)
    if (parentage.child == network.ego) all.push_back(parentage.parent);
  all.insert(all.end(), network.custody.begin(), network.custody.end());
  for (network::Index i = 0; i < network.people.size(); ++i)
    if (const std::string& role = network.people[i].person.role; role == "mor" || role == "far") all.push_back(i);
  return all;
}

}  // namespace

bool knows_a_parent(const Analysed& analysed) {
  return !parents(analysed.network).empty();
}

std::vector<casefile::Id> not_heard(const Analysed& analysed) {
  const network::EgoNetwork& network = analysed.network;
  std::set<casefile::Id> heard;
  for (const casefile::Interview* interview : conversations(analysed.c))
    heard.insert(interview->informants.begin(), interview->informants.end());
  std::vector<network::Index> wanted{network.ego};
  const std::vector<network::Index> of_child = parents(network);
  wanted.insert(wanted.end(), of_child.begin(), of_child.end());
  for (const network::Household& household : network.households)
    if (household.candidate)
      for (const network::Resident& resident : household.residents)
        if (network.people[resident.person].adult) wanted.push_back(resident.person);
  std::vector<casefile::Id> missing;
  for (const network::Index person : wanted) {
    const network::Member& member = network.people[person];
    const casefile::Id& id = member.person.id;
    if (!member.counted || member.person.expected || heard.count(id) == 1) continue;
    if (std::find(missing.begin(), missing.end(), id) == missing.end()) missing.push_back(id);
  }
  return missing;
}

}  // namespace kreds::application
