/// \file
/// What is wrong with a file, where, and what helps: as a code and arguments, never as words.
///
/// The sentence belongs to the code and stands in `data/labels/<language>.json` under
/// `diagnostic.<code>` (and `hint.<code>` for the next step). So a fault can be told in any language
/// and a test can hold codes and sentences against each other.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace kreds::document {

enum class Severity { error, warning };

/// A place in a file that was read.
struct Place {
  std::string file;        ///< as the user named it; "-" is standard input
  std::size_t line = 0;    ///< from 1; 0 means the file as a whole
  std::size_t column = 0;  ///< from 1, in characters (code points), not bytes
  std::string pointer;     ///< JSON pointer (RFC 6901); "" is the whole document
  friend bool operator==(const Place&, const Place&) = default;
};

/// A value to put into the sentence of a diagnostic.
struct Argument {
  std::string text;
  bool is_label = false;  ///< text is a key of the labels (a word of ours), not the user's own text
  static Argument literal(std::string text) { return {std::move(text), false}; }
  static Argument label(std::string key) { return {std::move(key), true}; }
  friend bool operator==(const Argument&, const Argument&) = default;
};

using Arguments = std::map<std::string, Argument>;

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;  ///< stable, e.g. "unknown_key"
  Place place;
  Arguments arguments;
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// True if at least one of them is an error.
bool has_errors(const Diagnostics& diagnostics);

}  // namespace kreds::document
