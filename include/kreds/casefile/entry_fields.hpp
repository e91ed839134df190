/// \file
/// Which keys an entry of the file has and what each may hold: the description of the format, for whoever asks a person
/// for an entry (command line, table, form). It is taken from the one that reader and writer visit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kreds::casefile {

/// What an id must name.
enum class Refers {
  nothing,
  itself,  ///< the entry's own id
  person,
  household,
  person_or_household,
  matter,
  interview,
  statement,
  need,
  question
};

/// Which list of the vocabulary a term must stand in.
enum class Words { any, role, sector, sector_set, factor, measure, offer_role };

struct Field {
  enum class Holds {
    text,
    id,            ///< of what `refers` says
    pair,          ///< of two ids
    term,          ///< one of `terms`
    yes_no,        ///< `usually` is what a missing key means
    whole_number,  ///< from low to high
    number,
    day,        ///< exact
    date,       ///< as roughly as it is known
    frequency,  ///< one of `terms`, or a number of contacts a year
    death,      ///< yes, or when
    quote,      ///< words, and who said them
    object      ///< with `members`
  };
  std::string key;
  Holds holds = Holds::text;
  bool list = false;
  bool answer = false;  ///< may hold the reason why there is none (NoValue) instead
  bool required = false;
  bool usually = false;
  bool ring = false;
  Refers refers = Refers::nothing;
  Words words = Words::any;
  int low = 0, high = 0;
  std::vector<std::string_view> terms;
  std::vector<Field> members;
};

/// "person", "household", "matter", "interview", and the types of statements.
std::vector<std::string> entry_types();

/// In the order of the file, without the statements of an interview. `topic` matters for wishes, whose target depends
/// on it. Also "case": the members of the heading. Empty if there is no such type.
std::vector<Field> fields_of(std::string_view type, std::string_view topic = {});

}  // namespace kreds::casefile
