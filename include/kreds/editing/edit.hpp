/// \file
/// One change at a time: a draft and what a person typed → the next draft, or why not.
///
/// Every result has been read again by the reader of cases: what it refuses is refused here with its own faults, and
/// the old draft stands.
///
/// Typed values, by what the key holds: ids by name; several parted by commas; yes or no; numbers with point or comma;
/// days as 2024-02-05, 05-02-2024, 5/2 2024 or 5. februar 2024; rough dates also as 2024-02, 2024, 62@2024-02-05 (age
/// on a day), 62 (for a birth: age on the day of the interview), 2017-08..2018-06 words, or words without digits or in
/// quotation marks. Where the format takes a reason for no answer, its term. Objects have their members in the order of
/// the format, parted by "|".
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "kreds/casefile/entry_fields.hpp"
#include "kreds/editing/draft.hpp"

namespace kreds::editing {

/// What a person typed for one key; several texts for a list.
struct Given {
  std::string key;
  std::vector<std::string> texts;
};
using GivenFields = std::vector<Given>;

/// What an edit needs to know beside the case.
struct Desk {
  const casefile::Vocabulary& vocabulary;
  casefile::Date today;
  std::array<std::string, 12> months;  ///< their names, in small letters
  /// The term of the format that a word of the user's language means, e.g. "hver uge" → "weekly"; the word itself if
  /// it means none. Yes and no are "yes" and "no". May be empty.
  std::function<std::string(const casefile::Field&, const std::string&)> term;
};

/// Who changed something that stood there, when and why.
struct Signature {
  casefile::Date date;
  std::string by, reason;
};

struct Edited {
  std::optional<Draft> draft;
  Changes changes;
  document::Diagnostics diagnostics;  ///< without line and column: they are of no file
};

/// The keys that a person can give for an entry of this type, flat: a source and a quote and a period are their
/// members, as `by`, `quote_of`, `held_from` and so on; statements and sources also have `interview`.
std::vector<casefile::Field> fields_to_give(std::string_view type, std::string_view topic = {});

/// A case of nothing but the child and an interview of kind record in which it is named.
Edited start(const GivenFields& heading, const GivenFields& child, const GivenFields& interview, const Desk& desk);

/// Statements go into the interview given, else the newest. An id is made unless given: from a person's name if that
/// may be shown, else by number; i1, s1, h1, m1 for the others.
Edited add(const Draft& draft, const std::string& type, const GivenFields& given, const Desk& desk);

/// A statement is replaced by a new one, in the same interview unless another is given, and stays as withdrawn. Other
/// entries (and "case") keep what they were under `x-corrected`. An empty text takes a key away.
Edited correct(const Draft& draft, const casefile::Id& id, const GivenFields& given, const Signature& signature,
               const Desk& desk);

Edited withdraw(const Draft& draft, const casefile::Id& id, const Signature& signature, const Desk& desk);

/// Takes an entry out for good and leaves a line in `erased`. If others name it, it is refused with their ids, unless
/// what depends on it shall go too. Names of the entry that still stand in free words are told as warnings.
Edited erase(const Draft& draft, const casefile::Id& id, const Signature& signature, bool with_dependants,
             const Desk& desk);

/// What a day that a person typed means ("2024-02-05"); the text itself if it means none.
std::string day_typed(const std::string& text, const Desk& desk);

}  // namespace kreds::editing
