/// \file
/// A case that tells of nobody by name: for supervision, teaching, and showing the tool.
///
/// It is a case like any other, so that whatever is computed, drawn or written from it holds no name either. What is
/// left are roles, relations, levels, rings, dates and the fixed terms of the format. All else is gone or replaced,
/// whatever it says: every value that the description of the format calls a text, not a list of those known today.
///   - people: a pseudonym from their role and a number, »Mormor«, »Ven«, »Ven 2«. The number counts those of one
///     word in the order of the file, so that somebody added at its end renumbers nobody. Those whose name is unknown
///     stay so and are counted. What the child calls somebody is gone; without a role a person is called by the
///     sector, or in general;
///   - ids: neutral, p001, h001, m001, i001 in the order of the file. Statements keep the order of their ids (s00001),
///     for of two on one day the lower id counts;
///   - texts: `left_out` where one was, because it matters to the method whether something was said at all. Names of
///     households, notes, quotes, reasons of marks, municipality, author and places of conversations are gone;
///   - births: the age in whole years on the day for which is computed. Ages decide what the pages say (10, 15, 18),
///     and a year of birth would be wrong by one for half of the people; both tell as much, a span of a year. Where
///     another date is that very day (»known since«), it becomes as rough. Of a child to come the month is kept;
///   - deaths: the year, or the month where the year alone would make somebody still alive.
///
/// Pseudonyms come after the filter: with_pseudonyms(for_audience(c, …), …). The other way round a number that is
/// missing would tell of somebody hidden, and no text would be left by which the filter finds what names the hidden.
#pragma once

#include <map>
#include <string>

#include "kreds/casefile/case.hpp"
#include "kreds/casefile/vocabulary.hpp"

namespace kreds::audience {

/// What pseudonyms are made of, in the language of the pages and as they begin a name (»Mormor«). None is blank.
struct RoleWords {
  std::map<std::string, std::string, std::less<>> roles;    ///< by role id
  std::map<std::string, std::string, std::less<>> sectors;  ///< somebody without a role, by sector id
  std::string child;                                        ///< the child of the case
  std::string animal;                                       ///< an animal without a role
  std::string somebody;                                     ///< for roles and sectors that have no word
  std::string left_out;                                     ///< stands where a text was
};

/// Terms that are not in the vocabulary are texts like any other, and gone. The result can be read if the case can.
casefile::Case with_pseudonyms(const casefile::Case& c, const casefile::Vocabulary& vocabulary, const RoleWords& words,
                               casefile::Date day);

/// The id that an entry of the case has in with_pseudonyms(c, …), for whoever asked by the old one (`person:ID`);
/// empty if the case has no such entry.
casefile::Id neutral_id(const casefile::Case& c, const casefile::Id& id);

}  // namespace kreds::audience
