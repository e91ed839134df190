#include "editing_arguments.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "help.hpp"
#include "kreds/editing/names.hpp"
#include "usage.hpp"

namespace kreds::cli {
namespace {

using casefile::Field;
using editing::GivenFields;
using labels::Labels;
using Holds = Field::Holds;

constexpr std::array<std::string_view, 8> commands = {"new",   "add",  "correct", "withdraw",
                                                      "erase", "undo", "import",  "person"};

/// »--lang X« may stand anywhere; the language itself was asked for before.
std::vector<std::string> without_language(const std::vector<std::string>& arguments) {
  std::vector<std::string> left;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang")
      ++i;
    else if (!arguments[i].starts_with("--lang="))
      left.push_back(arguments[i]);
  }
  return left;
}

bool is_option(const std::string& argument) {
  return argument.size() > 1 && argument[0] == '-' && (argument[1] < '0' || argument[1] > '9') && argument[1] != ' ';
}

/// An option that is no key of an entry.
Field plain(const std::string& key, Holds holds = Holds::text) {
  Field field;
  field.key = key;
  field.holds = holds;
  return field;
}

std::string option_of(const std::string& key) {
  std::string option = "--" + key;
  std::replace(option.begin(), option.end(), '_', '-');
  return option;
}

/// The words behind the command, in order: what stands alone, and options with their values.
class Line {
 public:
  Line(std::vector<std::string> words, std::string command, const Labels& labels)
      : words_(std::move(words)), command_(std::move(command)), labels_(labels) {}

  bool asks_for_help() const {
    return std::any_of(words_.begin(), words_.end(), [](const auto& word) { return word == "-h" || word == "--help"; });
  }
  /// The next word that is no option, from the front. Empty if an option comes first, or nothing.
  std::string next() {
    if (words_.empty() || is_option(words_.front())) return "";
    std::string word = std::move(words_.front());
    words_.erase(words_.begin());
    return word;
  }
  std::string needed(const char* error) {
    std::string word = next();
    if (word.empty()) throw told(labels_, command_, error);
    return word;
  }
  std::string case_file() {
    std::string file = needed("no_case");
    if (file == "-") throw told(labels_, command_, "edits_a_file");
    return file;
  }

  /// All that is left, as the values of these keys.
  GivenFields rest(const std::vector<Field>& fields) {
    GivenFields given;
    while (!words_.empty()) {
      const std::string word = std::move(words_.front());
      words_.erase(words_.begin());
      if (!is_option(word)) throw told(labels_, command_, "too_many_words", {{"given", word}});
      const std::size_t equals = word.find('=');
      const std::string name = word == "-o" ? "--output" : word.substr(0, equals);
      const Field& field = known(fields, name);
      std::string value = equals == std::string::npos ? value_of(field, name) : word.substr(equals + 1);
      const auto before = std::find_if(given.begin(), given.end(), [&](const auto& g) { return g.key == field.key; });
      if (before == given.end())
        given.push_back({field.key, {std::move(value)}});
      else if (field.list)
        before->texts.push_back(std::move(value));
      else
        throw told(labels_, command_, "given_twice", {{"option", name}});
    }
    return given;
  }

 private:
  const Field& known(const std::vector<Field>& fields, const std::string& name) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return option_of(f.key) == name; });
    if (found != fields.end()) return *found;
    std::vector<std::string> options;
    for (const Field& field : fields) options.push_back(option_of(field.key));
    throw told_with_guess(labels_, command_, "unknown_option", name, options);
  }

  /// A yes need not be said.
  std::string value_of(const Field& field, const std::string& name) {
    const bool there = !words_.empty();
    if (field.holds == Holds::yes_no) {
      const std::string word = there ? editing::lower(words_.front()) : "";
      const bool said = word == "yes" || word == "no" || word == "true" || word == "false" ||
                        (there && (word == labels_("term.yes") || word == labels_("term.no")));
      return said ? next() : "yes";
    }
    if (!there || (words_.front().starts_with("--") && words_.front().size() > 2))
      throw told(labels_, command_, "value_missing", {{"option", name}});
    std::string value = std::move(words_.front());
    words_.erase(words_.begin());
    return value;
  }

  std::vector<std::string> words_;
  std::string command_;
  const Labels& labels_;
};

std::string taken(GivenFields& given, std::string_view key) {
  const auto found = std::find_if(given.begin(), given.end(), [&](const auto& each) { return each.key == key; });
  if (found == given.end()) return "";
  std::string text = found->texts.back();
  given.erase(found);
  return text;
}

bool has(const GivenFields& given, std::string_view key) {
  return std::any_of(given.begin(), given.end(), [&](const auto& each) { return each.key == key; });
}

/// Who, why and when; the first two are needed.
std::vector<Field> signature_fields() {
  return {plain("by"), plain("reason"), plain("date")};
}

Signed signature_of(GivenFields& given, const std::string& command, const Labels& labels) {
  Signed by;
  by.date = taken(given, "date");
  by.by = taken(given, "by");
  by.reason = taken(given, "reason");
  if (by.by.empty() || by.reason.empty()) throw told(labels, command, "unsigned");
  return by;
}

std::vector<std::string> addable() {
  std::vector<std::string> types = casefile::entry_types();
  types.emplace_back("kin");
  types.emplace_back("circles");
  return types;
}

/// Kin is said in three ways.
std::string kin_type(const std::vector<std::string>& words, const Labels& labels) {
  const auto says = [&](std::string_view option) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return word.starts_with(option); });
  };
  if (says("--parent")) return "parent";
  if (says("--partners")) return "partners";
  if (says("--siblings")) return "siblings";
  throw told(labels, "add", "kin_unclear");
}

Command new_of(Line& line, const Labels& labels) {
  std::vector<Field> fields = {plain("table"), plain("child"), plain("interview"), plain("date"), plain("note")};
  for (const char* key : {"number", "municipality", "author"}) fields.push_back(plain(key));
  for (Field& field : casefile::fields_of("case"))
    if (field.key == "rings" || field.key == "sectors") fields.push_back(std::move(field));
  constexpr std::array<std::string_view, 6> of_child = {"id",     "birth",        "expected",
                                                        "gender", "name_unknown", "protected_address"};
  for (Field& field : casefile::fields_of("person"))
    if (std::find(of_child.begin(), of_child.end(), field.key) != of_child.end()) fields.push_back(std::move(field));
  NewArguments made;
  const std::string file = line.next();
  GivenFields given = line.rest(fields);
  made.table = taken(given, "table");
  if (!made.table.empty()) {
    if (!file.empty() || !given.empty()) throw told(labels, "new", "table_alone");
    return made;
  }
  if (file.empty()) throw told(labels, "new", "no_new_case");
  if (file == "-") throw told(labels, "new", "edits_a_file");
  made.case_file = file;
  const auto move_to = [&](GivenFields& to, std::string_view key, const std::string& as) {
    if (has(given, key)) to.push_back({as, {taken(given, key)}});
  };
  for (const char* key : {"number", "municipality", "author", "rings", "sectors"}) move_to(made.heading, key, key);
  move_to(made.interview, "interview", "id");
  for (const char* key : {"date", "note"}) move_to(made.interview, key, key);
  move_to(made.child, "child", "name");
  for (const std::string_view key : of_child) move_to(made.child, key, std::string(key));
  if (!has(made.heading, "number") || !(has(made.child, "name") || has(made.child, "name_unknown")))
    throw told(labels, "new", "number_and_child");
  return made;
}

Command add_of(std::vector<std::string> words, const Labels& labels) {
  Line line(words, "add", labels);
  const std::vector<std::string> types = addable();
  const auto is_type = [&](const std::string& word) {
    return std::find(types.begin(), types.end(), word) != types.end();
  };
  if (line.asks_for_help()) {
    const auto type = std::find_if(words.begin(), words.end(), is_type);
    if (type == words.end() || *type == "circles") return ShowText{command_help("add", labels)};
    if (*type == "kin") return ShowFields{{"parent", "partners", "siblings"}};
    return ShowFields{{*type}};
  }
  AddArguments added;
  added.case_file = line.case_file();
  added.type = line.needed("no_type");
  if (!is_type(added.type)) throw told_with_guess(labels, "add", "unknown_type", added.type, types);
  if (added.type == "circles") {
    CirclesArguments circles{added.case_file, line.needed("no_circles"), {}};
    std::vector<Field> fields = editing::fields_to_give("interview");
    fields.push_back(plain("interview"));
    circles.interview = line.rest(fields);
    return circles;
  }
  std::vector<Field> fields;
  if (added.type == "kin") {
    added.type = kin_type(words, labels);
    fields = editing::fields_to_give(added.type);
    if (added.type != "parent") {
      const auto between =
          std::find_if(fields.begin(), fields.end(), [](const Field& f) { return f.key == "between"; });
      between->key = added.type;
      added.given = line.rest(fields);
      for (auto& each : added.given)
        if (each.key == added.type) each.key = "between";
      return added;
    }
  }
  added.given = line.rest(editing::fields_to_give(added.type));
  return added;
}

/// Every key of every type, since the entry's type is not known before the file is read. What the signature takes is
/// reached with `its_` before it.
std::vector<Field> correctable() {
  std::vector<Field> all = signature_fields();
  std::vector<std::string> types = casefile::entry_types();
  types.emplace_back("case");
  for (const std::string& type : types)
    for (Field field : editing::fields_to_give(type)) {
      if (field.key == "id" || field.key == "replaces") continue;
      if (field.key == "by" || field.key == "reason" || field.key == "date") field.key = "its_" + field.key;
      // One key may take yes or no for one type and something else for another: what takes a value wins.
      const auto known = std::find_if(all.begin(), all.end(), [&](const Field& f) { return f.key == field.key; });
      if (known == all.end())
        all.push_back(std::move(field));
      else if (known->holds == Holds::yes_no && field.holds != Holds::yes_no)
        known->holds = field.holds;
      else if (field.list)
        known->list = true;
    }
  return all;
}

Command correct_of(Line& line, const Labels& labels) {
  CorrectArguments corrected;
  corrected.case_file = line.case_file();
  corrected.id = line.needed("no_id");
  corrected.given = line.rest(correctable());
  corrected.by = signature_of(corrected.given, "correct", labels);
  for (auto& each : corrected.given)
    if (each.key.starts_with("its_")) each.key.erase(0, 4);
  if (corrected.given.empty()) throw told(labels, "correct", "no_field");
  return corrected;
}

Command withdraw_of(Line& line, const Labels& labels) {
  WithdrawArguments withdrawn;
  withdrawn.case_file = line.case_file();
  withdrawn.id = line.needed("no_id");
  GivenFields given = line.rest(signature_fields());
  withdrawn.by = signature_of(given, "withdraw", labels);
  return withdrawn;
}

Command erase_of(Line& line, const Labels& labels) {
  EraseArguments erased;
  erased.case_file = line.case_file();
  erased.id = line.needed("no_id");
  std::vector<Field> fields = signature_fields();
  fields.push_back(plain("dependants", Holds::yes_no));
  GivenFields given = line.rest(fields);
  erased.dependants = taken(given, "dependants") == "yes";
  erased.by = signature_of(given, "erase", labels);
  return erased;
}

Command import_of(Line& line, const Labels& labels) {
  if (line.needed("import_what") != "table") throw told(labels, "import", "import_what");
  ImportArguments imported;
  imported.case_file = line.case_file();
  imported.tables.push_back(line.needed("no_table"));
  for (std::string more = line.next(); !more.empty(); more = line.next()) imported.tables.push_back(std::move(more));
  GivenFields given = line.rest({plain("interview")});
  imported.interview = taken(given, "interview");
  return imported;
}

Command person_of(Line& line) {
  PersonArguments sheet;
  sheet.case_file = line.needed("no_case");
  sheet.person = line.needed("no_person");
  GivenFields given = line.rest({plain("output")});
  sheet.output = taken(given, "output");
  return sheet;
}

Command undo_of(Line& line, const Labels& labels) {
  UndoArguments undo;
  undo.case_file = line.case_file();
  GivenFields given = line.rest({plain("steps")});
  const std::string steps = has(given, "steps") ? taken(given, "steps") : "1";
  constexpr int most = 500;
  const auto [end, error] = std::from_chars(steps.data(), steps.data() + steps.size(), undo.steps);
  if (error != std::errc() || end != steps.data() + steps.size() || undo.steps < 1 || undo.steps > most)
    throw told(labels, "undo", "steps", {{"given", steps}, {"most", std::to_string(most)}});
  return undo;
}

}  // namespace

bool is_editing(const std::vector<std::string>& arguments) {
  const std::vector<std::string> words = without_language(arguments);
  return !words.empty() && std::find(commands.begin(), commands.end(), words.front()) != commands.end();
}

Command parse_editing(const std::vector<std::string>& arguments, const Labels& labels) {
  std::vector<std::string> words = without_language(arguments);
  const std::string command = words.front();
  words.erase(words.begin());
  if (command == "add") return add_of(std::move(words), labels);
  Line line(std::move(words), command, labels);
  if (line.asks_for_help()) return ShowText{command_help(command, labels)};
  if (command == "new") return new_of(line, labels);
  if (command == "correct") return correct_of(line, labels);
  if (command == "withdraw") return withdraw_of(line, labels);
  if (command == "erase") return erase_of(line, labels);
  if (command == "import") return import_of(line, labels);
  if (command == "person") return person_of(line);
  return undo_of(line, labels);
}

}  // namespace kreds::cli
