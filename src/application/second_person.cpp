#include "second_person.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "kreds/editing/names.hpp"

namespace kreds::application {
namespace {

using casefile::Person;
using editing::lower;
using labels::Labels;

/// The bytes of a letter of Danish that stands here; 0 if there is none.
std::size_t letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return 1;
  return static_cast<unsigned char>(c) == 0xC3U ? 2 : 0;
}

/// A text as words and what stands between them, in turn: the first is a word, maybe empty.
std::vector<std::string> pieces_of(const std::string& text) {
  std::vector<std::string> pieces(1);
  bool word = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t letter = letter_at(text, at), length = std::max<std::size_t>(letter, 1);
    if ((letter > 0) != word) {
      pieces.emplace_back();
      word = !word;
    }
    pieces.back() += text.substr(at, length);
    at += length;
  }
  return pieces;
}

/// "han=du;ham=dig" in the labels.
std::map<std::string, std::string> turns_of(const std::string& listed) {
  std::map<std::string, std::string> turns;
  for (const std::string& each : editing::parted(listed, ';'))
    turns.emplace(each.substr(0, each.find('=')), each.substr(each.find('=') + 1));
  return turns;
}

/// Names and what people are to the child, of all but the child; in small letters.
std::vector<std::string> others_called(const casefile::Case& c, const Labels& labels) {
  std::vector<std::string> names;
  for (const Person& person : c.people) {
    if (person.id == c.child) continue;
    const std::string role = "role." + person.role;
    for (const std::string& words : {person.name, person.role_words, labels.has(role) ? labels(role) : person.role})
      for (const std::string& word : pieces_of(lower(words)))
        if (letter_at(word, 0) > 0) names.push_back(word);
  }
  return names;
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

bool is_condition(const std::string& words, const Labels& labels) {
  const std::string small = lower(words);
  const std::vector<std::string> begins = editing::parted(labels("letter.condition.begin"), ';');
  return std::any_of(begins.begin(), begins.end(), [&](const std::string& word) {
    return small.starts_with(word) && letter_at(small, word.size()) == 0;
  });
}

std::optional<std::string> turned_to_child(const std::string& condition, const Spoken& spoken, const Labels& labels) {
  const Person* child = casefile::find_person(spoken.c, spoken.c.child);
  if (child == nullptr) return std::nullopt;
  const bool boy = spoken.gender == casefile::Gender::male, girl = spoken.gender == casefile::Gender::female;
  const std::map<std::string, std::string> own = turns_of(labels("letter.turn.own")),
                                           boys = turns_of(labels("letter.turn.boy")),
                                           girls = turns_of(labels("letter.turn.girl"));
  const std::vector<std::string> unclear = editing::parted(labels("letter.turn.unclear"), ';');
  const std::vector<std::string> others = others_called(spoken.c, labels);
  bool somebody_named = spoken.of_one_person;
  std::string turned;
  for (const std::string& piece : pieces_of(condition)) {
    const std::string word = lower(piece);
    // Bo has a capital letter; »at bo« has none.
    if (holds(unclear, word) || (!word.empty() && piece == child->name)) return std::nullopt;
    if (const auto mine = own.find(word); mine != own.end()) {
      turned += mine->second;
    } else if (boys.contains(word) || girls.contains(word)) {
      const bool means_child = (boy && boys.contains(word)) || (girl && girls.contains(word));
      if (somebody_named || !means_child) return std::nullopt;
      turned += boy ? boys.at(word) : girls.at(word);
    } else {
      somebody_named = somebody_named || holds(others, word);
      turned += piece;
    }
  }
  return turned;
}

}  // namespace kreds::application
