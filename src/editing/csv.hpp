/// \file
/// CSV as spreadsheets write it, into rows of cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kreds/document/diagnostic.hpp"

namespace kreds::editing {

struct Sheet {
  std::vector<std::vector<std::string>> rows;  ///< cells without blanks around them; line ends within are kept
  document::Diagnostics faults;
};

Sheet read_csv(const std::string& path, std::string_view bytes);

}  // namespace kreds::editing
