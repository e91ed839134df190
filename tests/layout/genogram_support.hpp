/// \file
/// A genogram said in words, so that tests can say what a family looks like line by line.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "kreds/casefile/read.hpp"
#include "kreds/layout/genogram.hpp"
#include "support/case_builder.hpp"
#include "support/random_content.hpp"

namespace kreds::testing {

inline const labels::Labels& danish() {
  static const labels::Labels words = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  return words;
}

inline const casefile::Vocabulary& shipped_vocabulary() {
  static const casefile::Vocabulary vocabulary = casefile::load_vocabulary(KREDS_ROOT "/data");
  return vocabulary;
}

inline casefile::Case shipped_case(const std::string& name) {
  auto read =
      casefile::read_case_file(KREDS_ROOT "/data/cases/" + name + ".json", shipped_vocabulary(), day("2026-01-01"));
  if (!read.value) throw std::runtime_error("cannot read " + name);
  return *std::move(read.value);
}

/// The genogram of a case for an audience, on the day of the newest interview it may know of.
inline layout::GenogramContent genogram_of(const casefile::Case& c, const std::string& audience) {
  const audience::Audience who = *audience::parse_audience(audience);
  const casefile::Date on = audience::newest_interview(c, who).value_or(day("2024-06-01"));
  const casefile::Case seen = audience::for_audience(c, who, shipped_vocabulary(), on);
  return layout::genogram_content(seen, network::build_network(seen, shipped_vocabulary(), on), {who, {}}, danish());
}

inline layout::GenogramLayout laid_out(const layout::GenogramContent& content, const layout::Sheet& sheet) {
  return layout::lay_out_genogram(content, sheet, plain_width, danish());
}

using Lines = std::multiset<std::string>;

inline std::string joined(const layout::GenogramContent& content, std::vector<std::size_t> people) {
  std::vector<std::string> names;
  for (std::size_t person : people) names.push_back(content.people[person].mark.name);
  std::sort(names.begin(), names.end());
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "+") + name;
  return text;
}

inline std::string word(layout::CoupleKind kind) {
  static const char* const words[] = {"married",     "cohabiting",     "couple",     "separated", "divorced",
                                      "was married", "was cohabiting", "was couple", "parents"};
  return words[static_cast<std::size_t>(kind)];
}

inline std::string word(layout::ChildKind kind) {
  static const char* const words[] = {"biological", "child", "adoptive", "foster", "step", "lives with"};
  return words[static_cast<std::size_t>(kind)];
}

/// "Anna+Mikkel was cohabiting 2018–2022"
inline Lines couples(const layout::GenogramContent& content) {
  Lines lines;
  for (const auto& couple : content.couples) {
    std::string line = joined(content, {couple.a, couple.b}) + " " + word(couple.kind);
    for (const std::string& words : couple.words) line += " " + words;
    lines.insert(line);
  }
  return lines;
}

/// "Liam step Mikkel from Anna+Mikkel": who is parent, and the couple from which the line hangs if it is another.
inline Lines children(const layout::GenogramContent& content) {
  Lines lines;
  for (const auto& child : content.children) {
    std::string line =
        content.people[child.child].mark.name + " " + word(child.kind) + " " + joined(content, child.parents);
    if (child.couple && child.parents.size() == 1)
      line += " from " + joined(content, {content.couples[*child.couple].a, content.couples[*child.couple].b});
    lines.insert(line + (child.years.empty() ? "" : " " + child.years));
  }
  return lines;
}

inline Lines brackets(const layout::GenogramContent& content) {
  Lines lines;
  for (const auto& bracket : content.siblings) lines.insert(joined(content, bracket.people));
  return lines;
}

/// "Karen+Ole, Liam by part"
inline Lines homes(const layout::GenogramContent& content) {
  Lines lines;
  for (const auto& home : content.homes)
    lines.insert(joined(content, home.members) +
                 (home.part_time.empty() ? "" : ", " + joined(content, home.part_time) + " by part"));
  return lines;
}

/// The names in each row from left to right.
inline std::vector<std::string> rows(const layout::GenogramContent& content, const layout::GenogramLayout& layout) {
  std::vector<std::size_t> order(content.people.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return layout.people[a].symbol.x < layout.people[b].symbol.x; });
  std::vector<std::string> names;
  for (std::size_t person : order) {
    const auto row = static_cast<std::size_t>(layout.people[person].row);
    if (names.size() <= row) names.resize(row + 1);
    names[row] += (names[row].empty() ? "" : " ") + content.people[person].mark.name;
  }
  return names;
}

inline std::size_t person_called(const layout::GenogramContent& content, const std::string& name) {
  for (std::size_t i = 0; i < content.people.size(); ++i)
    if (content.people[i].mark.name == name) return i;
  throw std::runtime_error("nobody is called " + name);
}

}  // namespace kreds::testing
