/// \file
/// Tables that open in a Danish spreadsheet: `;` between cells, decimal comma, UTF-8 with a byte order mark, CRLF. The
/// form is the same in every language, since the spreadsheet is Danish whatever the words are; programs read JSON.
///
/// A text that a spreadsheet could take for a formula (it begins with = + - @, a tab or a carriage return) gets an
/// apostrophe in front. Control characters are left out.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kreds::application {

/// Empty, the user's or our text, a whole number, or a number (six decimals at most).
using Cell = std::variant<std::monostate, std::string, std::size_t, double>;
using Row = std::vector<Cell>;

/// Programs read commas, decimal points and plain line ends, without a byte order mark.
enum class CsvFor { spreadsheet, programs };

std::string to_csv(const std::vector<Row>& rows, CsvFor reader = CsvFor::spreadsheet);

}  // namespace kreds::application
