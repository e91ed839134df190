#include "kreds/application/changes_page.hpp"

#include <algorithm>
#include <memory>

#include "kreds/casefile/terms.hpp"
#include "kreds/editing/names.hpp"

namespace kreds::application {
namespace {

using casefile::Case;
using casefile::Field;
using casefile::Words;
using document::Array;
using document::Object;
using document::Value;
using labels::Labels;
using Holds = Field::Holds;

std::string day_in_words(casefile::Date date, const Labels& labels) {
  const std::chrono::year_month_day day(date);
  return labels::date_in_words(static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                               static_cast<unsigned>(day.day()), labels);
}

/// A term of the vocabulary in words; the term itself if there are none.
std::string vocabulary_words(Words words, const std::string& term, const Labels& labels) {
  const auto or_itself = [&](const std::string& key) { return labels.has(key) ? labels(key) : term; };
  switch (words) {
    case Words::role:
      return or_itself("role." + term);
    case Words::sector:
      return or_itself("sector." + term);
    case Words::factor:
      return or_itself("factor." + term + ".label");
    case Words::measure:
      return or_itself("measure." + term);
    case Words::offer_role:
      return or_itself("offer_role." + term);
    case Words::sector_set:
    case Words::any:
      break;
  }
  return term;
}

std::string term_words(const std::string& term, const Labels& labels) {
  const std::string key = "term." + term;
  return labels.has(key) ? labels(key) : term;
}

/// Other words that people write for a term; the labels hold them parted by ";".
bool is_also(const std::string& term, const std::string& word, const Labels& labels) {
  const std::string key = "term.also." + term;
  const std::vector<std::string> words =
      labels.has(key) ? editing::parted(labels(key), ';') : std::vector<std::string>();
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> vocabulary_terms(Words words, const casefile::Vocabulary& vocabulary) {
  std::vector<std::string> all;
  const auto keys = [&](const auto& map) {
    for (const auto& each : map) all.push_back(each.first);
  };
  if (words == Words::role) keys(vocabulary.roles);
  if (words == Words::factor) keys(vocabulary.factors);
  if (words == Words::sector_set) keys(vocabulary.sector_sets);
  if (words == Words::measure) all.assign(vocabulary.measures.begin(), vocabulary.measures.end());
  if (words == Words::offer_role) all.assign(vocabulary.offer_roles.begin(), vocabulary.offer_roles.end());
  if (words == Words::sector)
    for (const auto& [id, set] : vocabulary.sector_sets)
      for (const std::string& sector : set.sectors) all.push_back(sector);
  return all;
}

std::string term_meant(const Field& field, const std::string& word, const Labels& labels,
                       const casefile::Vocabulary& vocabulary) {
  const std::string small = editing::lower(word);
  const auto is = [&](const std::string& term, const std::string& words) {
    return editing::lower(term) == small || editing::lower(words) == small;
  };
  for (const std::string_view each : field.terms)
    if (std::string term(each); is(term, term_words(term, labels)) || is_also(term, small, labels)) return term;
  for (const std::string& term : vocabulary_terms(field.words, vocabulary))
    if (is(term, vocabulary_words(field.words, term, labels))) return term;
  if (field.holds == Holds::yes_no || field.holds == Holds::death)
    for (const char* term : {"yes", "no"})
      if (is(term, term_words(term, labels))) return term;
  if (field.answer)
    for (const auto& each : casefile::terms<casefile::NoValue>())
      if (std::string term(each.text); is(term, term_words(term, labels))) return term;
  return word;
}

/// »Karen, Ole og Bo«
std::string listed(const std::vector<std::string>& names, const Labels& labels) {
  std::string all = names.empty() ? std::string() : names.front();
  for (std::size_t i = 1; i < names.size(); ++i)
    all += (i + 1 == names.size() ? " " + labels("word.and") + " " : ", ") + names[i];
  return all;
}

/// A household without a name is called by those who are said to live in it, the child aside.
std::string home_of(const casefile::Id& household, const Case& c, const Labels& labels) {
  std::vector<std::string> names;
  for (const casefile::Interview& interview : c.interviews)
    for (const casefile::Statement& statement : interview.statements) {
      const auto* residence = std::get_if<casefile::Residence>(&statement.body);
      if (residence == nullptr || residence->household != household || residence->person == c.child) continue;
      const casefile::Person* person = casefile::find_person(c, residence->person);
      if (person == nullptr || person->name.empty() || person->animal) continue;
      if (std::find(names.begin(), names.end(), person->name) == names.end()) names.push_back(person->name);
    }
  return names.empty() ? labels("household.unnamed") : listed(names, labels);
}

std::string name_of(const casefile::Id& id, const Case& c, const Labels& labels) {
  if (const casefile::Person* person = casefile::find_person(c, id); person != nullptr && !person->name.empty())
    return person->name;
  if (const casefile::Household* household = casefile::find_household(c, id); household != nullptr)
    return household->name.empty() ? home_of(id, c, labels) : household->name;
  if (const casefile::Matter* matter = casefile::find_matter(c, id); matter != nullptr) return matter->title;
  return id;
}

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
  return all;
}

const Field* field_named(const std::vector<Field>& fields, const std::string& key) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

/// With whom it was, so that a statement that went into another one than was meant is seen.
std::string in_interview(const casefile::Interview& interview, const Case& c, const Labels& labels) {
  std::vector<std::string> names;
  for (const casefile::Id& id : interview.informants) names.push_back(name_of(id, c, labels));
  return labels(
      names.empty() ? "changes.in_interview" : "changes.in_interview.with",
      {{"interview", interview.id}, {"people", listed(names, labels)}, {"date", day_in_words(interview.date, labels)}});
}

class Sayer {
 public:
  Sayer(const Case& c, const Tool& tool) : c_(c), tool_(tool) {}

  std::string say(const Field& field, const Value& value) const {
    if (const auto* text = std::get_if<std::string>(&value.data())) return say_text(field, *text);
    if (const auto* yes = std::get_if<bool>(&value.data())) return tool_.labels(*yes ? "term.yes" : "term.no");
    if (const auto* list = std::get_if<Array>(&value.data())) return say_list(field, *list);
    if (const auto* object = std::get_if<Object>(&value.data())) return say_object(field, *object);
    if (const auto* number = std::get_if<double>(&value.data())) return labels::decimal(*number, 1, tool_.labels);
    return document::to_line(value);
  }

 private:
  std::string say_text(const Field& field, const std::string& text) const {
    if (field.refers != casefile::Refers::nothing && field.refers != casefile::Refers::itself)
      return name_of(text, c_, tool_.labels);
    if (field.words != Words::any) return vocabulary_words(field.words, text, tool_.labels);
    if (!field.terms.empty()) return term_words(text, tool_.labels);
    if (field.holds == Holds::text || field.holds == Holds::quote) return text;
    const auto day = casefile::parse_date(text);
    return day ? day_in_words(*day, tool_.labels) : text;
  }

  std::string say_list(const Field& field, const Array& list) const {
    std::vector<std::string> parts;
    for (const Value& each : list) parts.push_back(say(field, each));
    return joined(parts, field.holds == Holds::object ? "; " : ", ");
  }

  /// {"age": 62, "at": "2024-02-05"}
  std::string say_age(const Object& object) const {
    std::string age;
    std::optional<casefile::Date> at;
    for (const auto& [key, value] : object)
      if (key == "age")
        age = document::to_line(value);
      else if (const auto* text = std::get_if<std::string>(&value.data()))
        at = casefile::parse_date(*text);
    return tool_.labels("changes.age", {{"age", age}, {"date", at ? day_in_words(*at, tool_.labels) : ""}});
  }

  std::string say_object(const Field& field, const Object& object) const {
    if (field.holds == Holds::date && !object.empty() && object.front().first == "age") return say_age(object);
    std::vector<std::string> parts;
    for (const auto& [key, value] : object) {
      if (key == "answer" && field.answer) return term_words(std::get<std::string>(value.data()), tool_.labels);
      const Field* member = field_named(field.members, key);
      const Field any;
      std::string words = say(member == nullptr ? any : *member, value);
      if (const auto* told = key == "interview" ? std::get_if<std::string>(&value.data()) : nullptr)
        if (const auto* interview = casefile::find_interview(c_, *told))
          words += " (" + day_in_words(interview->date, tool_.labels) + ")";
      const bool bare = field.holds != Holds::object || key == "role" || key == "title" || key == "interview";
      parts.push_back(bare ? words : label(key) + " " + words);
    }
    return joined(parts, ", ");
  }

  std::string label(const std::string& key) const {
    const std::string known = "field." + key;
    return tool_.labels.has(known) ? tool_.labels(known) : key;
  }

  const Case& c_;
  const Tool& tool_;
};

/// Of an entry that is whole in the change; empty otherwise.
std::string text_of(const editing::Change& change, std::string_view key) {
  for (const editing::FieldChange& each : change.fields)
    if (each.key == key && each.is)
      if (const auto* text = std::get_if<std::string>(&each.is->data())) return *text;
  return {};
}

/// What a level means, and for a family what a factor is called among people; empty if the value says it already.
std::string meaning_of(const editing::Change& change, const std::string& key, const Value& value, Reader reader,
                       const Labels& labels) {
  const auto if_known = [&](const std::string& label) { return labels.has(label) ? labels(label) : std::string(); };
  if (const auto* factor = std::get_if<std::string>(&value.data()))
    return key == "factor" && reader == Reader::family ? if_known("factor." + *factor + ".plain") : std::string();
  const auto* level = std::get_if<std::int64_t>(&value.data());
  if (level == nullptr) return {};
  const std::string number = std::to_string(*level);
  if (change.type == "tie" && key == "conflict") return if_known("tie_part.harmony.level." + number);
  if (change.type == "tie" && key != "ring") return if_known("tie_part." + key + ".level." + number);
  if (change.type == "assessment" && key == "level")
    return if_known("factor." + text_of(change, "factor") + ".level." + number);
  return {};
}

std::string with_meaning(const std::string& words, const std::string& meaning, Reader reader) {
  if (meaning.empty()) return words;
  return reader == Reader::family ? meaning : words + " (" + meaning + ")";
}

const char* key_of(editing::Change::Kind kind) {
  switch (kind) {
    case editing::Change::Kind::added:
      return "changes.added";
    case editing::Change::Kind::changed:
      return "changes.changed";
    case editing::Change::Kind::removed:
      break;
  }
  return "changes.removed";
}

/// What each level of a part of a tie means: »0 …; 1 anspændt; …«.
std::string levels_in_words(const std::string& type, const Field& field, const Labels& labels) {
  if (type != "tie" || field.holds != Holds::whole_number) return {};
  std::vector<std::string> all;
  for (int level = field.low; level <= field.high && level <= field.low + 9; ++level) {
    const std::string key = "tie_part." + (field.key == "conflict" ? "harmony" : field.key) + ".level.";
    if (!labels.has(key + std::to_string(level))) return {};
    all.push_back(std::to_string(level) + " " + labels(key + std::to_string(level)));
  }
  return joined(all, "; ");
}

std::string what_it_takes(const std::string& type, const Field& field, const Tool& tool) {
  std::vector<std::string> parts;
  for (const std::string_view term : field.terms) parts.push_back(term_words(std::string(term), tool.labels));
  if (field.holds == Holds::whole_number || field.holds == Holds::number) {
    const bool bounded = field.high != std::numeric_limits<int>::max();
    const std::string levels = levels_in_words(type, field, tool.labels);
    parts.push_back(!levels.empty() ? levels
                    : bounded       ? std::to_string(field.low) + "–" + std::to_string(field.high)
                                    : tool.labels("takes.number"));
  } else if (field.words != Words::any) {
    for (const std::string& term : vocabulary_terms(field.words, tool.vocabulary))
      parts.push_back(vocabulary_words(field.words, term, tool.labels));
  } else if (parts.empty()) {
    constexpr std::pair<Holds, const char*> words[] = {{Holds::text, "takes.text"},   {Holds::id, "takes.id"},
                                                       {Holds::pair, "takes.pair"},   {Holds::yes_no, "takes.yes_no"},
                                                       {Holds::day, "takes.day"},     {Holds::date, "takes.date"},
                                                       {Holds::death, "takes.death"}, {Holds::quote, "takes.text"}};
    for (const auto& [holds, key] : words)
      if (holds == field.holds) parts.push_back(tool.labels(key));
  }
  if (field.holds == Holds::object)
    for (const Field& member : field.members) parts.push_back(member.key);
  if (field.holds == Holds::frequency) parts.push_back(tool.labels("takes.number"));
  return joined(parts, field.holds == Holds::object ? "|" : ", ");
}

/// What a key takes, whether it is needed, whether it may hold several, and whether there may be no answer.
std::string explained(const std::string& type, const Field& field, const Tool& tool) {
  std::string words = what_it_takes(type, field, tool);
  if (field.required && field.refers != casefile::Refers::itself && field.key != "interview")
    words += " (" + tool.labels("takes.required") + ")";
  if (field.list)
    words += " (" + tool.labels(field.holds == Holds::object ? "takes.several_objects" : "takes.several") + ")";
  if (field.answer) words += " *";
  return words;
}

/// The star at a field that may be without an answer.
void add_answers(Page& page, const std::vector<Field>& fields, const Tool& tool) {
  if (std::none_of(fields.begin(), fields.end(), [](const Field& field) { return field.answer; })) return;
  std::vector<std::string> answers;
  for (const auto& each : casefile::terms<casefile::NoValue>())
    answers.push_back(term_words(std::string(each.text), tool.labels));
  page.blank();
  page.text("* " + tool.labels("takes.answers", {{"answers", joined(answers, ", ")}}));
}

void add_fields_of(Page& page, const std::string& type, const std::vector<Field>& fields, bool one_of_several,
                   const Tool& tool) {
  constexpr std::size_t column = 28;
  page.text(tool.labels("takes.head", {{"type", type}, {"words", tool.labels("entry_type." + type)}}));
  page.blank();
  for (const Field& field : fields) {
    // Where kin is told, the pair tells which kind it is.
    std::string option = "--" + (one_of_several && field.key == "between" ? type : field.key);
    std::replace(option.begin(), option.end(), '_', '-');
    page.entry(option, tool.labels("field." + field.key) + ": " + explained(type, field, tool), 2, column);
  }
  add_answers(page, fields, tool);
}

}  // namespace

editing::Desk make_desk(const Tool& tool, casefile::Date today) {
  editing::Desk desk{tool.vocabulary, today, {}, {}};
  for (std::size_t month = 0; month < desk.months.size(); ++month)
    desk.months[month] = editing::lower(tool.labels("date.month." + std::to_string(month + 1)));
  desk.term = [&tool](const Field& field, const std::string& word) {
    return term_meant(field, word, tool.labels, tool.vocabulary);
  };
  return desk;
}

namespace {

/// The words of the languages that the program does not speak just now.
std::vector<Labels> other_languages(const Tool& tool) {
  std::vector<Labels> others;
  for (const std::string& language : languages(tool.installation))
    if (language != tool.labels.language()) others.push_back(load_words(tool.installation, language));
  return others;
}

}  // namespace

editing::Desk with_all_languages(editing::Desk desk, const Tool& tool) {
  const auto others = std::make_shared<const std::vector<Labels>>(other_languages(tool));
  desk.term = [&tool, others, own = desk.term](const Field& field, const std::string& word) {
    std::string term = own ? own(field, word) : word;
    for (auto each = others->begin(); term == word && each != others->end(); ++each)
      term = term_meant(field, word, *each, tool.vocabulary);
    return term;
  };
  return desk;
}

std::string in_words(const Field& field, const Value& value, const Case& c, const Tool& tool) {
  return Sayer(c, tool).say(field, value);
}

void add_change(Page& page, const editing::Change& change, const Case& before, const Case& now, const Tool& tool) {
  const Labels& labels = tool.labels;
  using Kind = editing::Change::Kind;
  std::string line = labels(key_of(change.kind), {{"type", labels("entry_type." + change.type)}, {"id", change.id}});
  const casefile::Interview* interview = casefile::find_interview(now, change.interview);
  if (interview != nullptr) line += " " + in_interview(*interview, now, labels);
  while (line.ends_with(' ')) line.pop_back();
  page.text(line);
  if (change.kind == Kind::removed) return;
  add_fields(page, change, before, now, tool);
}

void add_fields(Page& page, const editing::Change& change, const Case& before, const Case& now, const Tool& tool,
                Reader reader) {
  using Kind = editing::Change::Kind;
  const Labels& labels = tool.labels;
  const std::vector<Field> fields = casefile::fields_of(change.type == "erased" ? "" : change.type);
  constexpr std::size_t column = 32;
  for (const editing::FieldChange& each : change.fields) {
    const Field any;
    const Field* known = field_named(fields, each.key);
    const Field& field = known == nullptr ? any : *known;
    const std::string key = "field." + each.key;
    const auto said = [&](const std::optional<Value>& value, const Case& c) {
      if (!value) return labels("changes.nothing");
      const std::string words = labels::printable(in_words(field, *value, c, tool));
      return with_meaning(words, meaning_of(change, each.key, *value, reader, labels), reader);
    };
    page.entry(labels.has(key) ? labels(key) : labels::printable(each.key),
               change.kind == Kind::added
                   ? said(each.is, now)
                   : labels("changes.was_is", {{"was", said(each.was, before)}, {"is", said(each.is, now)}}),
               2, column);
  }
}

Page changes_page(const editing::Changes& changes, const Case& before, const Case& now, const Tool& tool) {
  Page page;
  for (const editing::Change& change : changes) add_change(page, change, before, now, tool);
  return page;
}

Page fields_page(const std::vector<std::string>& types, const Tool& tool) {
  Page page;
  for (const std::string& type : types) {
    if (type != types.front()) page.blank();
    add_fields_of(page, type, editing::fields_to_give(type), types.size() > 1, tool);
  }
  return page;
}

std::string table_name(editing::TableKind kind) {
  switch (kind) {
    case editing::TableKind::people:
      return "people";
    case editing::TableKind::households:
      return "households";
    case editing::TableKind::ties:
      return "ties";
    case editing::TableKind::assessments:
      break;
  }
  return "assessments";
}

editing::TableHeadings table_headings(const Tool& tool) {
  editing::TableHeadings headings;
  const std::vector<Labels> others = other_languages(tool);
  for (const editing::TableKind kind : editing::table_kinds)
    for (const Field& field : editing::columns_of(kind)) {
      const std::string word = "field." + field.key;
      headings.words.emplace(field.key, editing::lower(tool.labels(word)));
      headings.keys.emplace(editing::lower(tool.labels(word)), field.key);
      for (const Labels& labels : others) headings.keys.emplace(editing::lower(labels(word)), field.key);
    }
  return headings;
}

std::vector<std::string> table_names(editing::TableKind kind, const Tool& tool) {
  const std::string name = table_name(kind);
  std::vector<std::string> names{name, editing::lower(tool.labels("table." + name))};
  for (const Labels& labels : other_languages(tool)) names.push_back(editing::lower(labels("table." + name)));
  return names;
}

std::vector<Field> template_columns(editing::TableKind kind) {
  // What a spreadsheet is no good place for, and the child's own placing of people.
  constexpr std::array<std::string_view, 13> left_out = {
      "id",    "matters", "prompt",     "replaces",     "quote_of", "held_from", "held_to", "municipality_is_source",
      "needs", "ring",    "ring_words", "name_unknown", "expected"};
  std::vector<Field> columns = editing::columns_of(kind);
  std::erase_if(columns, [&](const Field& field) {
    return std::find(left_out.begin(), left_out.end(), field.key) != left_out.end();
  });
  // What a row cannot do without comes first.
  const std::vector<std::string> needed = editing::needed_columns(kind);
  std::stable_partition(columns.begin(), columns.end(), [&](const Field& field) {
    return std::find(needed.begin(), needed.end(), field.key) != needed.end();
  });
  return columns;
}

Page table_page(const Tool& tool) {
  const auto table_type = [](editing::TableKind kind) { return kind == editing::TableKind::ties ? "tie" : ""; };
  std::vector<Field> all;
  Page page;
  constexpr std::size_t column = 30;
  page.title(tool.labels("table.title"));
  page.blank();
  page.text(tool.labels("table.about"));
  for (const editing::TableKind kind : editing::table_kinds) {
    page.heading(tool.labels("table." + table_name(kind)) + ".csv");
    page.blank();
    for (const Field& field : template_columns(kind)) {
      all.push_back(field);
      page.entry(tool.labels("field." + field.key), explained(table_type(kind), field, tool), 2, column);
    }
  }
  add_answers(page, all, tool);
  return page;
}

}  // namespace kreds::application
