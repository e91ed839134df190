/// \file
/// Bytes and texts in the form in which other formats hold them.
#pragma once

#include <string>
#include <string_view>

namespace kreds::document {

/// UTF-8 text for the content or a quoted attribute of XML and HTML: & < > " and ' become entities.
std::string in_markup(std::string_view text);

/// Base64 of RFC 4648, with its padding, on one line.
std::string base64(std::string_view bytes);

}  // namespace kreds::document
