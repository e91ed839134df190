/// \file
/// A document as Markdown (CommonMark, tables as GitHub has them). Pictures become their text alternative.
#pragma once

#include <string>

#include "kreds/publishing/document.hpp"

namespace kreds::publishing {

std::string to_markdown(const Document& document);

}  // namespace kreds::publishing
