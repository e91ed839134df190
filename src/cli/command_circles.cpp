// kreds add FILE circles "inderst: mormor Karen, Mikkel; så: Ole": who lies where, as the child put them.
#include "editing.hpp"
#include "kreds/casefile/vocabulary.hpp"
#include "kreds/editing/circles.hpp"
#include "kreds/editing/names.hpp"

namespace kreds::cli {
namespace {

constexpr int most_rings = 5;

/// The labels hold them parted by ";".
editing::CircleWords circle_words(const labels::Labels& labels) {
  editing::CircleWords words;
  for (int ring = 0; ring <= most_rings; ++ring)
    for (const std::string& word : editing::parted(labels("circles.ring." + std::to_string(ring)), ';'))
      words.rings.emplace(editing::lower(word), ring);
  words.somebody_new = editing::parted(editing::lower(labels("circles.new")), ';');
  words.between = {labels("word.and")};
  words.endings = editing::parted(labels("circles.endings"), ';');
  return words;
}

/// By what they are to the child, if nobody knows the name.
std::string name_of(const casefile::Case& c, const casefile::Id& id, const labels::Labels& labels) {
  const casefile::Person* person = casefile::find_person(c, id);
  if (person == nullptr) return id;
  if (!person->name.empty()) return person->name;
  if (!person->role_words.empty()) return person->role_words;
  const std::string role = "role." + person->role;
  return labels.has(role) ? labels(role) : id;
}

void tell_missing(application::Page& page, const editing::Placed& placed, const casefile::Case& c,
                  const labels::Labels& labels) {
  constexpr std::size_t column = 16;
  if (!placed.missing.empty()) page.heading(labels("circles.missing"));
  for (const editing::StillMissing& each : placed.missing) {
    std::string all;
    for (const std::string& key : each.keys) all += (all.empty() ? "" : ", ") + labels("field." + key);
    page.entry(labels::printable(name_of(c, each.person, labels)), all, 2, column);
  }
  if (placed.not_placed.empty()) return;
  std::string names;
  for (const casefile::Id& id : placed.not_placed) names += (names.empty() ? "" : ", ") + name_of(c, id, labels);
  page.heading(labels("circles.not_placed"));
  page.text(labels::printable(names), 2);
}

}  // namespace

int run(const CirclesArguments& arguments, const Session& session) {
  const labels::Labels& labels = session.tool.labels;
  editing::Placed placed;
  const auto make = [&](const editing::Draft& draft, const editing::Desk& desk) {
    placed = editing::place_circles(draft, arguments.line, arguments.interview, circle_words(labels), desk);
    return placed.edited;
  };
  return edit(session, arguments.case_file, make, editing::Kept::as_history,
              [&](application::Page& page, const editing::Draft& now) { tell_missing(page, placed, now.c, labels); });
}

}  // namespace kreds::cli
