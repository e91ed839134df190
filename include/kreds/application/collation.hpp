/// \file
/// Names as a reader of the language writes them, and in the order in which they are looked for (ICU stays in
/// collation.cpp).
///
/// Example  Danish: Anders, Zita, Ærø, Østen, Åse, and aa is å: Aase stands beside Åse, after Østen.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kreds::application {

/// The positions of the names, in alphabetical order; names that are written alike keep their order.
std::vector<std::size_t> alphabetical(const std::vector<std::string>& names, const std::string& language);

/// The names themselves, sorted.
std::vector<std::string> sorted_names(const std::vector<std::string>& names, const std::string& language);

/// Whether two names are the same but for capital and small letters.
bool same_name(const std::string& a, const std::string& b);

/// The text with a capital letter at its beginning, as a name has.
std::string capitalised(const std::string& text, const std::string& language);

}  // namespace kreds::application
