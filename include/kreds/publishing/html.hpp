/// \file
/// A document as one HTML file: well-formed also as XML, no outside reference (a content policy in the file forbids
/// any), no script, pictures inside as SVG, readable on a telephone and on paper.
#pragma once

#include <string>

#include "kreds/publishing/document.hpp"

namespace kreds::publishing {

std::string to_html(const Document& document);

}  // namespace kreds::publishing
