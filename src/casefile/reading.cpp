#include "reading.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "kreds/casefile/suggestion.hpp"
#include "kreds/document/bad_file.hpp"
#include "personal_number.hpp"

namespace kreds::casefile {
namespace {

bool is_id(std::string_view text) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), allowed);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Digits where a date has them, so that it is the day that is wrong and not the form.
bool has_form_of_date(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  return std::equal(text.begin(), text.end(), form.begin(),
                    [](char c, char f) { return f == 'd' ? (c >= '0' && c <= '9') : c == f; });
}

/// The name of a kind of entry, as the labels know it under `entry.` and `no_entry.`.
std::string name_of(Refers refers) {
  switch (refers) {
    case Refers::person:
      return "person";
    case Refers::household:
      return "household";
    case Refers::person_or_household:
      return "person_or_household";
    case Refers::matter:
      return "matter";
    case Refers::interview:
      return "interview";
    case Refers::statement:
      return "statement";
    case Refers::need:
      return "need";
    case Refers::question:
      return "question";
    case Refers::nothing:
    case Refers::itself:
      break;
  }
  return "any";
}

/// Whether a place that wants one kind of entry takes another: needs and questions are statements.
bool takes(Refers wanted, Refers found) {
  if (wanted == Refers::person_or_household) return found == Refers::person || found == Refers::household;
  if (wanted == Refers::statement)
    return found == Refers::statement || found == Refers::need || found == Refers::question;
  return wanted == found;
}

Arguments found_text(Node node) {
  return {{"found", Argument::literal(shortened(node.text()))}};
}

/// A number as it stands in the file; one that could be a personal number is not repeated.
Argument shown_number(Node node) {
  return Argument::literal(holds_personal_number(node) ? "●●●" : shortened(node.raw()));
}

template <class Map>
std::vector<std::string> keys_of(const Map& map) {
  std::vector<std::string> keys;
  keys.reserve(map.size());
  for (const auto& each : map) keys.push_back(each.first);
  return keys;
}

}  // namespace

// --- the whole -----------------------------------------------------------------------------------------

Case Reading::read(Node root) {
  Case c;
  decode(root, c, {});
  resolve_references();
  return c;
}

// --- values --------------------------------------------------------------------------------------------

void Reading::decode(Node node, std::string& text, const Rule& rule) {
  if (!expect(node, Kind::text, rule.refers == Refers::nothing ? "expected.text" : "expected.id")) return;
  text = node.text();
  if (rule.refers != Refers::nothing)
    decode_id(node, text, rule.refers);
  else if (rule.words != Words::any)
    check_word(node, text, rule.words);
  else if (is_blank(text))
    error("empty_text", node);
}

void Reading::decode_id(Node node, const Id& id, Refers refers) {
  if (refers != Refers::itself)
    references_.push_back({node, refers});
  else if (!is_id(id))
    error("bad_id", node, found_text(node));
}

void Reading::decode(Node node, bool& value, const Rule&) {
  if (expect(node, Kind::boolean, "expected.yes_no")) value = node.boolean();
}

void Reading::decode(Node node, Unless<bool> mark, const Rule&) {
  if (expect(node, Kind::boolean, "expected.yes_no")) mark.value = !node.boolean();
}

void Reading::decode(Node node, int& number, const Rule& rule) {
  double value = 0;
  if (!node.is(Kind::integer))
    wrong_type(node, "expected.whole_number");
  else if (decode_number(node, value, rule))
    number = static_cast<int>(value);
}

void Reading::decode(Node node, double& number, const Rule& rule) {
  if (!node.is(Kind::integer) && !node.is(Kind::real))
    wrong_type(node, "expected.number");
  else
    decode_number(node, number, rule);
}

bool Reading::decode_number(Node node, double& number, const Rule& rule) {
  const int low = rule.ring ? 1 : rule.low;
  const int high = rule.ring ? rings_ : rule.high;
  if (node.number() < low || node.number() > high) {
    error(rule.ring ? "ring_out_of_range" : "out_of_range", node,
          {{"found", shown_number(node)},
           {"low", Argument::literal(std::to_string(low))},
           {"high", Argument::literal(std::to_string(high))}});
    return false;
  }
  number = node.number();
  return true;
}

void Reading::decode(Node node, Date& date, const Rule&) {
  if (!expect(node, Kind::text, "expected.date")) return;
  if (const auto parsed = parse_date(node.text()))
    date = *parsed;
  else if (node.text().size() == 10 && has_form_of_date(node.text()))
    error("impossible_date", node, found_text(node));
  else
    error("bad_date", node, found_text(node));
}

void Reading::decode(Node node, ApproximateDate& date, const Rule&) {
  if (node.is(Kind::object)) return decode_said_date(node, date);
  if (!expect(node, Kind::text, "expected.approximate_date")) return;
  if (const auto parsed = parse_approximate(node.text()))
    date = *parsed;
  else
    error(has_form_of_date(node.text()) ? "impossible_date" : "bad_approximate_date", node, found_text(node));
}

/// {"age", "at"}, {"between", "words"} or {"words"}.
void Reading::decode_said_date(Node node, ApproximateDate& date) {
  ObjectReader reader(*this, node);
  if (node.find("age") || node.find("at")) {
    int age = 0;
    std::optional<Date> at;
    reader("age", age, {.required = true, .low = 0, .high = 120});
    reader("at", at, required);
    if (at) date = from_age(age, *at);
  } else {
    std::vector<ApproximateDate> ends;
    reader("between", ends);
    reader("words", date.words);
    date.form = node.find("between") ? ApproximateDate::Form::between : ApproximateDate::Form::words;
    if (ends.size() == 2) {
      date.first = ends.front().first;
      date.last = ends.back().last;
    }
    const auto between = node.find("between");
    if (between && between->is(Kind::array) && ends.size() != 2)
      error("two_dates_expected", *between);
    else if (!between && !node.find("words"))
      wrong_type(node, "expected.approximate_date");
    else if (date.first > date.last)
      error("span_reversed", *between);
  }
  reader.finish();
}

void Reading::decode(Node node, Death& death, const Rule&) {
  if (node.is(Kind::boolean) && node.boolean()) return;
  if (!node.is(Kind::object)) return wrong_type(node, "expected.death");
  ObjectReader reader(*this, node);
  fields(reader, death);
  reader.finish();
}

void Reading::decode(Node node, Quote& quote, const Rule& rule) {
  if (node.is(Kind::text)) return decode(node, quote.text, rule);
  if (!node.is(Kind::object)) return wrong_type(node, "expected.quote");
  ObjectReader reader(*this, node);
  fields(reader, quote);
  reader.finish();
}

void Reading::decode(Node node, Between<Id> pair, const Rule& rule) {
  if (!expect(node, Kind::array, "expected.two_ids")) return;
  if (node.size() != 2)
    return error("two_ids_expected", node, {{"found", Argument::literal(std::to_string(node.size()))}});
  auto end = node.children().begin();
  decode(*end, pair.a, rule);
  decode(*++end, pair.b, rule);
}

void Reading::decode(Node node, Frequency<Tie> frequency, const Rule& rule) {
  Tie& tie = frequency.tie;
  if (is_no_value(node, tie.times_per_year.missing)) return;
  if (!node.is(Kind::text)) {
    if (node.is(Kind::integer) || node.is(Kind::real))
      decode(node, tie.times_per_year.value.emplace(), rule);
    else
      wrong_type(node, "expected.frequency");
    return;
  }
  tie.times_per_year.value = times_per_year(node.text());
  if (tie.times_per_year.value)
    tie.frequency_term = node.text();
  else
    unknown_term(node, {frequency_terms().begin(), frequency_terms().end()});
}

void Reading::decode(Node node, WordsOrNone<Question> answer, const Rule& rule) {
  if (is_no_value(node, answer.question.missing)) return;
  decode(node, answer.question.answer, rule);
}

/// {"answer": …} in place of a value.
bool Reading::is_no_value(Node node, std::optional<NoValue>& missing) {
  if (!node.is(Kind::object) || !node.find("answer")) return false;
  ObjectReader reader(*this, node);
  reader("answer", missing, required);
  reader.finish();
  return true;
}

// --- the words of the vocabulary ---

void Reading::check_word(Node node, const std::string& word, Words words) {
  if (knows(words, word)) return;
  constexpr std::array<const char*, 7> codes = {"",
                                                "unknown_role",
                                                "unknown_sector",
                                                "unknown_sector_set",
                                                "unknown_factor",
                                                "unknown_measure",
                                                "unknown_offer_role"};
  unknown_term(node, known_words(words), codes[static_cast<std::size_t>(words)]);
}

bool Reading::knows(Words words, const std::string& word) const {
  switch (words) {
    case Words::role:
      return vocabulary_.roles.contains(word);
    case Words::sector_set:
      return vocabulary_.sector_sets.contains(word);
    case Words::factor:
      return vocabulary_.factors.contains(word);
    case Words::measure:
      return vocabulary_.measures.contains(word);
    case Words::offer_role:
      return vocabulary_.offer_roles.contains(word);
    case Words::sector:
    case Words::any:
      break;
  }
  const std::vector<std::string> known = known_words(words);
  return std::find(known.begin(), known.end(), word) != known.end();
}

std::vector<std::string> Reading::known_words(Words words) const {
  switch (words) {
    case Words::role:
      return keys_of(vocabulary_.roles);
    case Words::sector: {
      const auto set = vocabulary_.sector_sets.find(sectors_);
      return set == vocabulary_.sector_sets.end() ? std::vector<std::string>() : set->second.sectors;
    }
    case Words::sector_set:
      return keys_of(vocabulary_.sector_sets);
    case Words::factor:
      return keys_of(vocabulary_.factors);
    case Words::measure:
      return {vocabulary_.measures.begin(), vocabulary_.measures.end()};
    case Words::offer_role:
      return {vocabulary_.offer_roles.begin(), vocabulary_.offer_roles.end()};
    case Words::any:
      break;
  }
  return {};
}

// --- faults --------------------------------------------------------------------------------------------

bool Reading::expect(Node node, Kind kind, const char* expected) {
  if (node.is(kind)) return true;
  wrong_type(node, expected);
  return false;
}

void Reading::wrong_type(Node node, const char* expected) {
  error("wrong_type", node,
        {{"expected", Argument::label(expected)}, {"found", Argument::label(document::found_label(node.kind()))}});
}

void Reading::unknown_term(Node node, const std::vector<std::string>& known, std::string code, Arguments arguments) {
  arguments["found"] = Argument::literal(shortened(node.text()));
  if (!faults_.full()) {
    const std::string near = nearest(node.text(), known);
    if (!near.empty()) arguments["suggestion"] = Argument::literal(near);
    if (!known.empty()) arguments["known"] = Argument::literal(listed(known, node.text()));
  }
  error(std::move(code), node, std::move(arguments));
}

void Reading::listed_twice(Node element) {
  if (element.is(Kind::text)) error("listed_twice", element, found_text(element));
}

// --- what holds between the keys of one entry ----------------------------------------------------------

/// What later entries are judged by.
void Reading::judge(Node, const Heading<Case>& heading) {
  rings_ = heading.c.rings;
  sectors_ = heading.c.sectors;
}

void Reading::judge(Node node, const Person& person) {
  const auto known = node.find("name"), unknown = node.find("name_unknown");
  if (!known && !person.name_unknown) error("name_missing", node);
  if (known && person.name_unknown) error("name_known_and_unknown", *unknown);
}

void Reading::judge(Node node, const Interview& interview) {
  const auto date = node.find("date");
  if (interview.date > today_ && date && date->is(Kind::text))
    faults_.error(
        "interview_in_future", date->place(),
        {{"date", Argument::literal(to_text(interview.date))}, {"today", Argument::literal(to_text(today_))}});
  const auto kind = node.find("kind"), informants = node.find("informants");
  const bool needs_informants = kind && kind->is(Kind::text) && interview.kind != InterviewKind::record;
  const bool given = informants && !(informants->is(Kind::array) && informants->size() == 0);
  if (needs_informants && !given) error("informants_missing", node);
}

void Reading::judge(Node node, const Statement& statement) {
  if (statement.observed && !statement.by.empty()) error("told_and_observed", *node.find("observed"));
  if (!statement.replaces.empty() && statement.replaces == statement.id)
    error("replaces_itself", *node.find("replaces"));
}

void Reading::judge(Node node, const Period& period) {
  const bool known = period.from && period.to && period.from->first && period.to->last;
  if (known && *period.to->last < *period.from->first) error("period_reversed", node);
}

void Reading::judge_pair(Node node, const Id& a, const Id& b) {
  if (!a.empty() && a == b) error("same_person_twice", node, {{"id", Argument::literal(a)}});
}

void Reading::judge(Node node, const Tie& tie) {
  if (!tie.a.empty() && tie.a == tie.b)
    error("tie_to_oneself", *node.find("between"), {{"id", Argument::literal(tie.a)}});
  if (tie.emotional.missing == NoValue::none) error("emotional_none", *node.find("emotional"));
}

void Reading::judge(Node node, const Partners& p) {
  judge_pair(node.find("between").value_or(node), p.a, p.b);
}
void Reading::judge(Node node, const Siblings& s) {
  judge_pair(node.find("between").value_or(node), s.a, s.b);
}
void Reading::judge(Node node, const Parentage& p) {
  judge_pair(node, p.parent, p.child);
}

void Reading::judge(Node node, const Assessment& assessment) {
  const auto factor = vocabulary_.factors.find(assessment.factor);
  const bool computed =
      factor != vocabulary_.factors.end() && (factor->second.item_kind == "tie" || factor->second.item_kind == "wish");
  if (computed)
    error("computed_factor", *node.find("factor"),
          {{"factor", Argument::label("factor." + assessment.factor + ".label")}});
}

void Reading::judge(Node node, const RoleWish& wish) {
  if (wish.household.empty() == wish.person.empty()) error("household_or_person", node);
}

void Reading::judge(Node node, const Companion& companion) {
  if (companion.person.empty() && companion.title.empty() && companion.name.empty()) error("companion_unknown", node);
}

void Reading::judge(Node node, const Plan& plan) {
  const auto steps = node.find("steps");
  if (steps && steps->is(Kind::array) && plan.steps.empty()) error("plan_without_steps", *steps);
  judge_not_in_future(node, "agreed", plan.agreed);
}

void Reading::judge(Node node, const PlanStep& step) {
  if (step.who.empty() && step.others.empty()) error("plan_step_of_nobody", node);
}

void Reading::judge(Node node, const Approval& approval) {
  if (approval.person.empty() == approval.name.empty()) error("person_or_name", node);
  judge_not_in_future(node, "date", approval.date);
}

void Reading::judge_not_in_future(Node node, std::string_view key, std::optional<Date> date) {
  if (!date || *date <= today_) return;
  error("day_in_future", *node.find(key),
        {{"date", Argument::literal(to_text(*date))}, {"today", Argument::literal(to_text(today_))}});
}

/// Read last, so that all that stands in the case is known.
void Reading::judge(Node node, const Erasure& erasure) {
  const auto list = node.find("ids");
  if (!list || !list->is(Kind::array)) return;
  for (const Node id : list->children()) {
    if (!id.is(Kind::text) || std::find(erasure.ids.begin(), erasure.ids.end(), id.text()) == erasure.ids.end())
      continue;
    const auto again = entries_.find(id.text());
    if (!is_number(id.text()))
      error("erased_id_speaks", id);
    else if (again != entries_.end())
      error("erased_id_again", again->second.node.find("id").value_or(again->second.node), found_text(id));
  }
}

// --- entries and references ----------------------------------------------------------------------------

void Reading::remember(Node node, const Statement& statement) {
  const bool need = std::holds_alternative<Need>(statement.body);
  const bool question = std::holds_alternative<Question>(statement.body);
  remember(node, statement.id,
           need       ? Refers::need
           : question ? Refers::question
                      : Refers::statement,
           nodes_.statements);
}

void Reading::remember(Node node, const Id& id, Refers kind, std::vector<Node>& nodes) {
  nodes.push_back(node);
  if (id.empty()) return;
  const auto [entry, is_new] = entries_.try_emplace(id, Registered{kind, node});
  if (is_new) return;
  const std::size_t line = entry->second.node.place().line;
  error("duplicate_id", node.find("id").value_or(node),
        {{"id", Argument::literal(shortened(id))}, {"line", Argument::literal(std::to_string(line))}});
}

std::vector<std::string> Reading::known_ids(Refers wanted) const {
  std::vector<std::string> known;
  for (const auto& [id, entry] : entries_)
    if (takes(wanted, entry.kind)) known.push_back(id);
  std::sort(known.begin(), known.end());
  return known;
}

void Reading::resolve_references() {
  std::map<Refers, std::vector<std::string>> known;  // gathered when first needed
  for (const Reference& reference : references_) {
    const auto [node, wanted] = reference;
    const auto entry = entries_.find(node.text());
    if (entry == entries_.end()) {
      const auto list = known.find(wanted);
      unknown_term(node, list != known.end() ? list->second : known.emplace(wanted, known_ids(wanted)).first->second,
                   "unknown_id", {{"entry", Argument::label("no_entry." + name_of(wanted))}});
    } else if (!takes(wanted, entry->second.kind)) {
      error("wrong_kind_of_id", node,
            {{"found", Argument::literal(entry->first)},
             {"is", Argument::label("entry." + name_of(entry->second.kind))},
             {"entry", Argument::label("entry." + name_of(wanted))}});
    }
  }
}

}  // namespace kreds::casefile
