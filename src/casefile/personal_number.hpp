/// \file
/// Numbers shaped like a Danish personal number (CPR): DDMMYY and four digits. They have no place in a case file, and
/// no message repeats one.
#pragma once

#include <string>
#include <string_view>

#include "kreds/document/document.hpp"

namespace kreds::casefile {

/// A valid day of birth (also with 60 added to the day, as replacement numbers have it) and four digits, with or
/// without spaces or a dash between, not part of a longer number.
bool holds_personal_number(std::string_view text);

/// The same in the text, number or key of a node. A number has lost its leading zero.
bool holds_personal_number(document::Node node);
/// Whether it is worth the while to look at each value of a JSON text: a quick look at the text as a whole.
bool may_hold_personal_number(std::string_view json);

/// With ● in place of the digits of such numbers.
std::string without_personal_numbers(std::string_view text);

}  // namespace kreds::casefile
