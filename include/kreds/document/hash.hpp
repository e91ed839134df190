/// \file
/// SHA-256 of bytes, for versions of cases and catalogues.
#pragma once

#include <string>
#include <string_view>

namespace kreds::document {

/// 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);
/// The first 8 of them: what stands on a map or a page.
std::string short_hash(std::string_view bytes);

}  // namespace kreds::document
