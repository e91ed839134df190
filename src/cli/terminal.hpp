/// \file
/// What is said to the person at the terminal: results on stdout, everything else on stderr. Text that came from a
/// file is made printable before it gets there.
#pragma once

#include <string>

#include "kreds/application/page.hpp"

namespace kreds::cli {

/// A terminal, and the user has not asked for plain text (NO_COLOR, TERM=dumb).
bool colour_on_stdout();

/// The lines of a page; on a terminal with its headings in bold.
void print(const application::Page& page);
/// Data for programs, byte for byte.
void print_data(const std::string& bytes);
/// A line on stderr, marked as kreds's own.
void tell(const std::string& sentence);

}  // namespace kreds::cli
