/// \file
/// The words that users read, in one language: a flat table from `data/labels/<language>.json`.
///
/// Adding a language is adding a file. A sentence may hold places to fill, `{name}`; `{{` and `}}` are
/// braces. A key that is missing is a fault of ours: operator() then gives the key itself in « », so that
/// it is seen, and a test holds all languages against each other.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "kreds/document/diagnostic.hpp"

namespace kreds::labels {

/// Copies share the words, which nobody changes.
class Labels {
 public:
  using Words = std::map<std::string, std::string, std::less<>>;
  Labels(std::string language, Words words);

  const std::string& language() const { return language_; }  ///< "da", "en"
  bool has(std::string_view key) const;
  std::string operator()(std::string_view key) const;
  /// With the places filled.
  std::string operator()(std::string_view key, const std::map<std::string, std::string>& fill) const;
  const Words& all() const { return *words_; }

 private:
  std::string language_;
  std::shared_ptr<const Words> words_;
};

/// Reads `<folder>/<language>.json`. Throws std::runtime_error, naming file and fault, if it cannot be used:
/// the labels are part of the program.
Labels load_labels(const std::string& folder, const std::string& language);

/// Text that a user or a file gave, made safe for a terminal: control characters and marks that turn the direction
/// of writing are shown as \uXXXX.
std::string printable(std::string_view text);

/// `file:line:column: fejl: sentence (pointer)` and, on a line of its own that is indented by two spaces, the hint:
/// »did you mean« if the diagnostic has an argument `suggestion`, then `hint.<code>` if the labels have it and all its
/// places have arguments. No newline at the end. Arguments that are the user's own text are made printable.
std::string to_text(const document::Diagnostic& diagnostic, const Labels& labels);

/// »3. marts 2024«, from year, month and day; month or day 0 are left out.
std::string date_in_words(int year, unsigned month, unsigned day, const Labels& labels);
/// A number with the language's decimal mark and a fixed number of decimals.
std::string decimal(double value, int decimals, const Labels& labels);

}  // namespace kreds::labels
