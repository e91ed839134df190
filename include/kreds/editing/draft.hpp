/// \file
/// A case file while somebody works on it: what it says, and everything that stands in it.
///
/// The reader passes over keys that begin with `x-`; here they are kept, each in the object in which it stood. A draft
/// always holds a case without errors, in the one canonical layout.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kreds/casefile/case.hpp"
#include "kreds/casefile/vocabulary.hpp"
#include "kreds/document/diagnostic.hpp"
#include "kreds/document/value.hpp"

namespace kreds::editing {

struct Draft {
  casefile::Case c;
  document::Object tree;  ///< the whole file, `x-` keys included, keys in the order of the format
  std::string text;       ///< the tree in its canonical layout
};

struct Opened {
  std::optional<Draft> draft;  ///< empty if there is an error
  document::Diagnostics diagnostics;
};

/// From the text of a file; `name` is for the places of its faults.
Opened open_draft(const std::string& name, const std::string& text, const casefile::Vocabulary& vocabulary,
                  casefile::Date today);

/// One key of an entry, before and after; empty where it is not there.
struct FieldChange {
  std::string key;
  std::optional<document::Value> was, is;
};

struct Change {
  enum class Kind { added, changed, removed } kind = Kind::added;
  std::string type;        ///< "person" … or the type of a statement; "case"; "erased"
  casefile::Id id;         ///< empty for "case" and "erased"
  casefile::Id interview;  ///< in which a statement stands, else empty
  std::vector<FieldChange> fields;
};
using Changes = std::vector<Change>;

/// What differs, entry by entry: in the order of the newer one, what is gone at the end.
Changes changes(const Draft& before, const Draft& after);

/// Somebody corrected an entry that is not a statement: what stood there stays in the file under `x-corrected`.
struct Corrected {
  std::string type;  ///< "person" … or "case"
  casefile::Id id;   ///< empty for "case"
  casefile::Date date;
  std::string by, reason;
  std::vector<FieldChange> fields;
};

/// By day.
std::vector<Corrected> corrections(const Draft& draft);

}  // namespace kreds::editing
