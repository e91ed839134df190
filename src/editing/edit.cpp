#include "kreds/editing/edit.hpp"

#include <algorithm>

#include "doubts.hpp"
#include "kreds/casefile/suggestion.hpp"
#include "kreds/casefile/write.hpp"
#include "kreds/editing/names.hpp"
#include "references.hpp"
#include "tree.hpp"
#include "typed.hpp"

namespace kreds::editing {
namespace {

using casefile::Case;
using casefile::Field;
using casefile::Id;
using casefile::Interview;
using casefile::Refers;
using document::Argument;
using document::Diagnostic;

Edited refused(Diagnostic fault) {
  Edited edited;
  edited.diagnostics.push_back(std::move(fault));
  return edited;
}

Edited refused(document::Diagnostics faults) {
  return {{}, {}, std::move(faults)};
}

/// A fault in a file that was never written: its line means nothing, its key does.
Diagnostic without_line(Diagnostic diagnostic) {
  std::string pointer = diagnostic.place.pointer;
  std::size_t last = pointer.rfind('/');
  // Which one of a list says nothing to whoever typed a few.
  const bool in_list = last != std::string::npos && last > 0 && last + 1 < pointer.size() &&
                       pointer.find_first_not_of("0123456789", last + 1) == std::string::npos;
  if (in_list) {
    pointer.resize(last);
    last = pointer.rfind('/');
  }
  diagnostic.place = {"", 0, 0, last == std::string::npos ? "" : pointer.substr(last + 1)};
  // No file was saved in the wrong way: the terminal sends what it is set to.
  if (diagnostic.code == "invalid_utf8") diagnostic.code = "typed_not_utf8";
  return diagnostic;
}

/// Somebody born on a day to come is expected, or the day is wrong.
void refuse_birth_to_come(const Draft& before, const Case& now, casefile::Date today, document::Diagnostics& told) {
  for (const casefile::Person& person : now.people) {
    if (person.expected || !person.birth || !person.birth->first || *person.birth->first <= today) continue;
    const casefile::Person* was = casefile::find_person(before.c, person.id);
    if (was != nullptr && was->birth == person.birth && was->expected == person.expected) continue;
    told.push_back(
        fault("birth_to_come", {{"name", Argument::literal(person.name.empty() ? person.id : person.name)}}));
    told.back().place.pointer = "birth";
  }
}

/// Reads what was edited; what the reader refuses is refused.
Edited settled(const Draft& before, const Object& tree, const Desk& desk) {
  Edited edited;
  Opened opened = open_draft("", casefile::to_text(tree), desk.vocabulary, desk.today);
  for (Diagnostic& diagnostic : opened.diagnostics) edited.diagnostics.push_back(without_line(std::move(diagnostic)));
  if (!opened.draft) return edited;
  refuse_birth_to_come(before, opened.draft->c, desk.today, edited.diagnostics);
  if (document::has_errors(edited.diagnostics)) return edited;
  edited.changes = changes(before, *opened.draft);
  edited.draft = std::move(opened.draft);
  return edited;
}

// --- which keys a person gives, and where they stand ---

bool is_statement(std::string_view type) {
  return std::find(casefile::statement_types.begin(), casefile::statement_types.end(), type) !=
         casefile::statement_types.end();
}

std::string_view list_key(std::string_view type) {
  if (type == "person") return "people";
  if (type == "household") return "households";
  if (type == "matter") return "matters";
  return "interviews";
}

Field renamed(Field field, std::string key) {
  field.key = std::move(key);
  return field;
}

Field interview_field() {
  Field field;
  field.key = "interview";
  field.holds = Field::Holds::id;
  field.refers = Refers::interview;
  return field;
}

/// Somebody who is heard before anybody has spoken of them: the person comes into the case with the interview.
Field newly_heard_field() {
  Field field;
  field.key = "newly_heard";
  field.holds = Field::Holds::object;
  field.list = true;
  const std::vector<Field> person = casefile::fields_of("person");
  for (const char* key : {"name", "role", "birth", "gender", "id"})
    field.members.push_back(
        *std::find_if(person.begin(), person.end(), [&](const Field& each) { return each.key == key; }));
  return field;
}

/// Where a flat key stands: in which object of the entry ("" for the entry itself), and under which key there.
struct Standing {
  std::string object, key;
};

Standing standing_of(std::string_view type, const std::string& key) {
  if (key == "held_from") return {"held", "from"};
  if (key == "held_to") return {"held", "to"};
  const bool of_source = key == "interview" || key == "by" || key == "observed";
  if (of_source && !is_statement(type)) return {"source", key};
  return {"", key};
}

std::string typed_text(const GivenFields& given, std::string_view key) {
  const auto found = std::find_if(given.begin(), given.end(), [&](const Given& each) { return each.key == key; });
  return found == given.end() || found->texts.empty() ? "" : found->texts.back();
}

void set_in(Object& entry, const Standing& at, std::optional<Value> value) {
  Object inner = at.object.empty() ? std::move(entry) : object_of(entry, at.object);
  if (value)
    set(inner, at.key, *std::move(value));
  else
    take_out(inner, at.key);
  if (at.object.empty())
    entry = std::move(inner);
  else if (inner.empty())
    take_out(entry, at.object);
  else
    set(entry, at.object, std::move(inner));
}

/// A quotation is its words alone, or words and whose they are.
void set_quote(Object& entry, const GivenFields& given, Typing& typing) {
  const bool has_words = std::any_of(given.begin(), given.end(), [](const Given& g) { return g.key == "quote"; });
  const bool has_speaker = std::any_of(given.begin(), given.end(), [](const Given& g) { return g.key == "quote_of"; });
  if (!has_words && !has_speaker) return;
  Object quote = object_of(entry, "quote");
  if (const std::string words = text_of(entry, "quote"); !words.empty()) set(quote, "text", words);
  if (has_words) set(quote, "text", typed_text(given, "quote"));
  const std::string speaker = typed_text(given, "quote_of");
  if (has_speaker) take_out(quote, "of");
  if (!speaker.empty()) set(quote, "of", id_typed(Refers::person, speaker, typing));
  if (text_of(quote, "text").empty() && find(quote, "of") == nullptr)
    take_out(entry, "quote");
  else
    set(entry, "quote", std::move(quote));
}

void put_given(Object& entry, std::string_view type, const GivenFields& given, Typing& typing) {
  std::string topic = typed_text(given, "topic");
  const std::vector<Field> fields = fields_to_give(type, topic.empty() ? text_of(entry, "topic") : topic);
  for (const Given& each : given) {
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.key == each.key; });
    if (field == fields.end()) {
      std::vector<std::string> known;
      for (const Field& f : fields) known.push_back(f.key);
      std::string all;
      for (const std::string& key : known) all += (all.empty() ? "" : ", ") + key;
      document::Arguments arguments = {{"key", Argument::literal(each.key)}, {"known", Argument::literal(all)}};
      if (const std::string near = casefile::nearest(each.key, known); !near.empty())
        arguments["suggestion"] = Argument::literal(near);
      typing.faults.push_back(fault("unknown_key", std::move(arguments)));
      continue;
    }
    if (each.key == "quote" || each.key == "quote_of") continue;
    if (each.key == "interview" && is_statement(type)) continue;  // where it stands, not what it says
    const bool emptied =
        std::all_of(each.texts.begin(), each.texts.end(), [](const auto& text) { return text.empty(); });
    const std::size_t faults_before = typing.faults.size();
    set_in(entry, standing_of(type, each.key),
           emptied ? std::nullopt : std::optional(typed(*field, each.texts, typing)));
    for (std::size_t i = faults_before; i < typing.faults.size(); ++i) typing.faults[i].place.pointer = each.key;
  }
  set_quote(entry, given, typing);
}

// --- ids ---

std::set<Id> ids_of(const Object& tree) {
  std::set<Id> ids;
  for (const EntryAt& each : entries_of(tree)) ids.insert(text_of(each.entry, "id"));
  return ids;
}

/// Also those that were erased: an id that stands on paper must not come to mean something else.
std::set<Id> ids_given(const Object& tree) {
  std::set<Id> ids = ids_of(tree);
  for (const Value& erasure : list_of(tree, "erased"))
    for (const Value& id : list_of(std::get<Object>(erasure.data()), "ids"))
      ids.insert(std::get<std::string>(id.data()));
  return ids;
}

/// The next number after the highest: a number is not given twice while one above it stands.
Id numbered(const std::string& prefix, const std::set<Id>& taken) {
  std::size_t highest = 0;
  for (const Id& id : taken) {
    if (!id.starts_with(prefix) || id.size() == prefix.size() || id.size() > prefix.size() + 9) continue;
    const std::string digits = id.substr(prefix.size());
    if (digits.find_first_not_of("0123456789") != std::string::npos) continue;
    highest = std::max<std::size_t>(highest, std::stoul(digits));
  }
  return prefix + std::to_string(highest + 1);
}

/// A name as an id: "Mette-Marie Ørum" → "mette-marie-oerum". Empty if nothing is left of it.
std::string slug(const std::string& name) {
  std::string out;
  const std::string small = lower(name);
  for (std::size_t i = 0; i < small.size(); ++i) {
    const char c = small[i];
    const auto next = i + 1 < small.size() ? static_cast<unsigned char>(small[i + 1]) : 0U;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out += c;
    else if (static_cast<unsigned char>(c) == 0xC3U && next == 0xA6U)
      out += "ae";
    else if (static_cast<unsigned char>(c) == 0xC3U && next == 0xB8U)
      out += "oe";
    else if (static_cast<unsigned char>(c) == 0xC3U && next == 0xA5U)
      out += "aa";
    else if ((c == ' ' || c == '-') && !out.empty() && out.back() != '-')
      out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.substr(0, 32);
}

/// What is left of ids that say nothing when an entry goes. An id made of a name would tell it: such ids are not kept,
/// and those given later are told apart by how often something was erased before.
Array ids_to_keep(const Object& before, const Object& after) {
  const std::set<Id> left = ids_of(after);
  Array gone;
  for (const Id& id : ids_of(before))
    if (!left.contains(id) && casefile::is_number(id)) gone.emplace_back(id);
  return gone;
}

Id id_for(std::string_view type, const Object& entry, const std::set<Id>& taken, std::size_t erased) {
  if (is_statement(type)) return numbered("s", taken);
  if (type == "interview") return numbered("i", taken);
  if (type == "household") return numbered("h", taken);
  if (type == "matter") return numbered("m", taken);
  // Whoever must not be shown has an id that says nothing.
  const Value* show = find(entry, "show");
  std::string name = show == nullptr ? slug(text_of(entry, "name")) : "";
  if (name.empty()) return numbered("p", taken);
  if (erased > 0) name += "-e" + std::to_string(erased);
  return taken.contains(name) ? numbered(name + "-", taken) : name;
}

// --- interviews ---

const Interview* newest(const Case& c) {
  const Interview* found = nullptr;
  for (const Interview& interview : c.interviews)
    if (found == nullptr || interview.date >= found->date) found = &interview;
  return found;
}

/// The one that is meant, else the newest; a fault if it is not plain.
const Interview* interview_meant(const GivenFields& given, Typing& typing) {
  const std::string called = typed_text(given, "interview");
  if (called.empty()) return newest(typing.c);
  return casefile::find_interview(typing.c, id_typed(Refers::interview, called, typing));
}

void append(Object& tree, std::string_view list, Object entry) {
  Array entries = list_of(tree, list);
  entries.emplace_back(std::move(entry));
  set(tree, list, std::move(entries));
}

void place(Object& tree, std::string_view type, Object entry, const Id& interview) {
  if (!is_statement(type)) return append(tree, list_key(type), std::move(entry));
  change_entry(tree, interview, [&](Object& holder) { append(holder, "statements", std::move(entry)); });
}

/// Those who are heard for the first time become people of the case, told by all who were heard.
void bring_in(Object& tree, Object& interview) {
  const Array newly_heard = list_of(interview, "newly_heard");
  if (newly_heard.empty()) return;
  take_out(interview, "newly_heard");
  std::set<Id> taken = ids_given(tree);
  taken.insert(text_of(interview, "id"));
  Array informants = list_of(interview, "informants");
  std::vector<Object> people;
  for (const Value& each : newly_heard) {
    Object person = std::get<Object>(each.data());
    if (text_of(person, "id").empty())
      set(person, "id", id_for("person", person, taken, list_of(tree, "erased").size()));
    taken.insert(text_of(person, "id"));
    informants.emplace_back(text_of(person, "id"));
    people.push_back(std::move(person));
  }
  for (Object& person : people) {
    set(person, "source", Object{{"interview", text_of(interview, "id")}, {"by", informants}});
    append(tree, "people", std::move(person));
  }
  set(interview, "informants", std::move(informants));
}

// --- corrections ---

Object signed_by(const Signature& signature) {
  return {{"date", casefile::to_text(signature.date)}, {"by", signature.by}, {"reason", signature.reason}};
}

/// Other statements go on to speak of the corrected question or need, not of the one that was wrong.
void point_to(Object& tree, const Id& old, const Id& now) {
  Array interviews = list_of(tree, "interviews");
  for (Value& value : interviews) {
    Object interview = std::get<Object>(value.data());
    Array statements = list_of(interview, "statements");
    for (Value& statement : statements) {
      Object said = std::get<Object>(statement.data());
      if (text_of(said, "prompt") == old) set(said, "prompt", now);
      Array needs = list_of(said, "needs");
      for (Value& need : needs) {
        Object line = std::get<Object>(need.data());
        if (text_of(line, "need") == old) set(line, "need", now);
        need = Value(std::move(line));
      }
      if (!needs.empty()) set(said, "needs", std::move(needs));
      statement = Value(std::move(said));
    }
    if (!statements.empty()) set(interview, "statements", std::move(statements));
    value = Value(std::move(interview));
  }
  set(tree, "interviews", std::move(interviews));
}

std::optional<EntryAt> entry_at(const Draft& draft, const Id& id) {
  for (EntryAt& each : entries_of(draft.tree))
    if (text_of(each.entry, "id") == id) return std::move(each);
  return std::nullopt;
}

Diagnostic no_entry(const Draft& draft, const Id& id) {
  const std::set<Id> ids = ids_of(draft.tree);
  const std::vector<std::string> known(ids.begin(), ids.end());
  document::Arguments arguments = {{"found", Argument::literal(id)},
                                   {"known", Argument::literal(casefile::listed(known, id))}};
  if (const std::string near = casefile::nearest(id, known); !near.empty())
    arguments["suggestion"] = Argument::literal(near);
  return fault("entry_unknown", std::move(arguments));
}

Edited correct_statement(const Draft& draft, const EntryAt& old, const GivenFields& given, const Signature& signature,
                         const Desk& desk) {
  const Id old_id = text_of(old.entry, "id");
  if (find(old.entry, "withdrawn") != nullptr)
    return refused(fault("already_withdrawn", {{"id", Argument::literal(old_id)}}));
  Typing typing{draft.c, desk, {}, {}};
  GivenFields where = given;
  if (typed_text(given, "interview").empty()) where.push_back({"interview", {old.interview}});
  const Interview* interview = interview_meant(where, typing);
  if (interview == nullptr) return refused(typing.faults);
  typing.said_on = interview->date;

  Object now{{"id", numbered("s", ids_given(draft.tree))}, {"type", old.type}};
  for (const auto& [key, value] : old.entry)
    if (key != "id" && key != "replaces") now.emplace_back(key, value);
  if (interview->id != old.interview) take_out(now, "by");
  put_given(now, old.type, given, typing);
  if (!typing.faults.empty()) return refused(typing.faults);
  if (interview->id == old.interview) {
    Object without_ids = now, before = old.entry;
    for (const char* key : {"id", "type"}) take_out(without_ids, key);
    for (const char* key : {"id", "replaces"}) take_out(before, key);
    if (same(without_ids, before)) return refused(fault("nothing_changes", {{"id", Argument::literal(old_id)}}));
  }
  const Id new_id = text_of(now, "id");
  set(now, "replaces", old_id);

  Object tree = draft.tree;
  point_to(tree, old_id, new_id);
  change_entry(tree, old_id, [&](Object& entry) { set(entry, "withdrawn", signed_by(signature)); });
  place(tree, old.type, std::move(now), interview->id);
  return settled(draft, tree, desk);
}

/// Keeps under `x-corrected` what the entry was.
void remember(Object& entry, const Object& before, const Signature& signature) {
  Object was;
  for (const auto& [key, value] : before) {
    const Value* now = find(entry, key);
    if (key.starts_with("x-") || (now != nullptr && same(*now, value))) continue;
    was.emplace_back(key, value);
  }
  for (const auto& [key, value] : entry)
    if (!key.starts_with("x-") && find(before, key) == nullptr) was.emplace_back(key, nullptr);
  Object line = signed_by(signature);
  line.emplace_back("was", std::move(was));
  Array lines = list_of(entry, "x-corrected");
  lines.emplace_back(std::move(line));
  set(entry, "x-corrected", std::move(lines));
}

void put_corrected(Object& entry, std::string_view type, const GivenFields& given, const Signature& signature,
                   Typing& typing) {
  const Object before = entry;
  put_given(entry, type, given, typing);
  if (same(entry, before))
    typing.faults.push_back(fault("nothing_changes", {{"id", Argument::literal(text_of(before, "id"))}}));
  else
    remember(entry, before, signature);
}

bool is_child(const Draft& draft, const Id& id) {
  return draft.c.child == id;
}

}  // namespace

std::vector<Field> fields_to_give(std::string_view type, std::string_view topic) {
  std::vector<Field> flat;
  if (is_statement(type)) flat.push_back(interview_field());
  for (Field& field : casefile::fields_of(type, topic)) {
    if (field.key == "withdrawn") continue;
    if (field.key == "interviewers") flat.push_back(newly_heard_field());
    if (field.key == "source") {
      for (Field& member : field.members) flat.push_back(std::move(member));
    } else if (field.key == "held") {
      for (Field& member : field.members) {
        std::string key = "held_" + member.key;
        flat.push_back(renamed(std::move(member), std::move(key)));
      }
    } else if (field.holds == Field::Holds::quote) {
      flat.push_back(renamed(field.members[0], "quote"));
      flat.back().required = false;
      flat.push_back(renamed(field.members[1], "quote_of"));
    } else {
      flat.push_back(std::move(field));
    }
  }
  return flat;
}

Edited start(const GivenFields& heading, const GivenFields& child, const GivenFields& interview, const Desk& desk) {
  const Draft nothing;
  Typing typing{nothing.c, desk, casefile::parse_date(day_typed(typed_text(interview, "date"), desk)), {}};
  Object top, person, talk;
  put_given(top, "case", heading, typing);
  put_given(person, "person", child, typing);
  put_given(talk, "interview", interview, typing);
  if (!typing.faults.empty()) return refused(typing.faults);
  if (text_of(talk, "id").empty()) set(talk, "id", "i1");
  if (find(talk, "date") == nullptr) set(talk, "date", casefile::to_text(desk.today));
  if (find(talk, "kind") == nullptr) set(talk, "kind", "record");
  set(talk, "statements", Array());
  if (text_of(person, "id").empty()) set(person, "id", id_for("person", person, {text_of(talk, "id")}, 0));
  set(person, "source", Object{{"interview", text_of(talk, "id")}});
  set(top, "child", text_of(person, "id"));
  Array people, interviews;
  people.emplace_back(std::move(person));
  interviews.emplace_back(std::move(talk));
  const Object tree{
      {"format", 1}, {"case", std::move(top)}, {"people", std::move(people)}, {"interviews", std::move(interviews)}};
  return settled(nothing, tree, desk);
}

namespace {

/// Whoever is there already may be meant: somebody of the same name, or of the same role whose name was not known.
void tell_double(const Case& c, const Object& added, document::Diagnostics& told) {
  const std::string name = text_of(added, "name"), role = text_of(added, "role"), id = text_of(added, "id");
  for (const casefile::Person& person : c.people) {
    if (person.withdrawn) continue;
    const bool same_name = !name.empty() && lower(person.name) == lower(name);
    const bool same_role = person.name.empty() && !role.empty() && person.role == role;
    if (!same_name && !same_role) continue;
    const document::Arguments arguments = {{"name", Argument::literal(name)},
                                           {"role", Argument::literal(role)},
                                           {"known", Argument::literal(person.id)},
                                           {"new", Argument::literal(id)}};
    document::Diagnostic one =
        same_name ? fault("person_of_that_name", arguments) : fault("person_of_that_role", arguments);
    one.severity = document::Severity::warning;
    told.push_back(std::move(one));
  }
}

/// Those who are named as having said it.
casefile::Ids speakers_of(const std::string& type, const Object& entry) {
  casefile::Ids speakers;
  for (const Value& id : list_of(is_statement(type) ? entry : object_of(entry, "source"), "by"))
    if (const auto* text = std::get_if<std::string>(&id.data())) speakers.push_back(*text);
  return speakers;
}

}  // namespace

Edited add(const Draft& draft, const std::string& type, const GivenFields& given, const Desk& desk) {
  Typing typing{draft.c, desk, {}, {}};
  Object entry, tree = draft.tree;
  const Interview* interview = nullptr;
  if (type == "interview") typing.said_on = casefile::parse_date(day_typed(typed_text(given, "date"), desk));
  if (type != "interview") {
    interview = interview_meant(given, typing);
    if (interview == nullptr && typing.faults.empty()) return refused(fault("interview_needed", {}));
    if (interview != nullptr) typing.said_on = interview->date;
  }
  if (is_statement(type)) set(entry, "type", type);
  put_given(entry, type, given, typing);
  if (!typing.faults.empty()) return refused(typing.faults);
  if (text_of(entry, "id").empty())
    set(entry, "id", id_for(type, entry, ids_given(tree), list_of(tree, "erased").size()));
  if (type == "interview")
    set(entry, "statements", Array());
  else if (!is_statement(type))
    set_in(entry, {"source", "interview"}, interview->id);
  if (type == "interview") bring_in(tree, entry);
  const bool chosen = interview != nullptr && typed_text(given, "interview").empty();
  if (chosen)
    if (document::Diagnostics faults = not_heard_there(draft.c, speakers_of(type, entry), *interview); !faults.empty())
      return refused(std::move(faults));
  const Object added = entry;
  place(tree, type, std::move(entry), interview == nullptr ? "" : interview->id);
  Edited result = settled(draft, tree, desk);
  if (!result.draft) return result;
  if (type == "person") tell_double(draft.c, added, result.diagnostics);
  if (interview == nullptr) {
    const document::Diagnostics older = older_than_record(result.draft->c, text_of(added, "id"));
    result.diagnostics.insert(result.diagnostics.end(), older.begin(), older.end());
    return result;
  }
  document::Diagnostics doubtful = doubts(result.draft->c, text_of(added, "id"), interview->id, chosen);
  result.diagnostics.insert(result.diagnostics.end(), doubtful.begin(), doubtful.end());
  return result;
}

Edited correct(const Draft& draft, const Id& id, const GivenFields& given, const Signature& signature,
               const Desk& desk) {
  Object tree = draft.tree;
  Typing typing{draft.c, desk, {}, {}};
  if (id == "case") {
    Object heading = object_of(tree, "case");
    put_corrected(heading, "case", given, signature, typing);
    set(tree, "case", std::move(heading));
  } else {
    const std::optional<EntryAt> old = entry_at(draft, id);
    if (!old) return refused(no_entry(draft, id));
    if (is_statement(old->type)) return correct_statement(draft, *old, given, signature, desk);
    const Interview* told = casefile::find_interview(draft.c, text_of(object_of(old->entry, "source"), "interview"));
    if (told != nullptr) typing.said_on = told->date;
    change_entry(tree, id, [&](Object& entry) {
      // Statements are entries of their own: not part of what an interview was.
      const Value* found = find(entry, "statements");
      const std::optional<Value> statements = found == nullptr ? std::nullopt : std::optional(*found);
      take_out(entry, "statements");
      put_corrected(entry, old->type, given, signature, typing);
      if (statements) set(entry, "statements", *statements);
    });
  }
  if (!typing.faults.empty()) return refused(typing.faults);
  return settled(draft, tree, desk);
}

Edited withdraw(const Draft& draft, const Id& id, const Signature& signature, const Desk& desk) {
  const std::optional<EntryAt> old = entry_at(draft, id);
  if (!old) return refused(no_entry(draft, id));
  if (is_child(draft, id)) return refused(fault("child_stays", {}));
  if (find(old->entry, "withdrawn") != nullptr)
    return refused(fault("already_withdrawn", {{"id", Argument::literal(id)}}));
  Object tree = draft.tree;
  std::vector<Id> all = {id};
  if (old->type == "interview") {  // a conversation was held or not; what was said in it can be taken back
    all.clear();
    for (const casefile::Statement& s : casefile::find_interview(draft.c, id)->statements)
      if (!s.withdrawn) all.push_back(s.id);
    if (all.empty()) return refused(fault("nothing_changes", {{"id", Argument::literal(id)}}));
  }
  for (const Id& each : all)
    change_entry(tree, each, [&](Object& entry) { set(entry, "withdrawn", signed_by(signature)); });
  return settled(draft, tree, desk);
}

Edited erase(const Draft& draft, const Id& id, const Signature& signature, bool with_dependants, const Desk& desk) {
  const std::optional<EntryAt> old = entry_at(draft, id);
  if (!old) return refused(no_entry(draft, id));
  if (is_child(draft, id)) return refused(fault("child_stays", {}));
  const casefile::Ids referring = naming(draft.c, id);
  if (!referring.empty() && !with_dependants) {
    std::string all;
    for (const Id& each : referring) all += (all.empty() ? "" : ", ") + each;
    return refused(fault("still_named", {{"id", Argument::literal(id)},
                                         {"number", Argument::literal(std::to_string(referring.size()))},
                                         {"known", Argument::literal(all)}}));
  }
  const Case left = casefile::without(draft.c, {id});
  Object tree = std::get<Object>(with_own_keys(casefile::to_value(left), draft.tree).data());
  Object line = signed_by(signature);
  if (Array ids = ids_to_keep(draft.tree, tree); !ids.empty()) set(line, "ids", std::move(ids));
  append(tree, "erased", std::move(line));
  Edited edited = settled(draft, tree, desk);
  if (edited.draft)
    for (const std::string& name : {text_of(old->entry, "name"), text_of(old->entry, "title")})
      if (casefile::Ids places = speaking_of(*edited.draft, name); !places.empty()) {
        Diagnostic told = fault("name_still_there", {{"found", Argument::literal(name)},
                                                     {"known", Argument::literal(casefile::listed(places, ""))}});
        told.severity = document::Severity::warning;
        edited.diagnostics.push_back(std::move(told));
      }
  return edited;
}

}  // namespace kreds::editing
