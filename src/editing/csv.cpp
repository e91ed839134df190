#include "csv.hpp"

#include <algorithm>
#include <array>

#include "kreds/editing/names.hpp"

namespace kreds::editing {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// How many bytes follow the first of a character; 4 if it can be no first.
std::size_t bytes_after(unsigned char lead) {
  if (lead < 0x80U) return 0;
  if (lead >= 0xC2U && lead < 0xE0U) return 1;
  if (lead >= 0xE0U && lead < 0xF0U) return 2;
  return lead >= 0xF0U && lead < 0xF5U ? 3 : 4;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t more = bytes_after(static_cast<unsigned char>(bytes[i]));
    if (more == 4 || more > bytes.size() - i - 1) return false;
    for (std::size_t k = 1; k <= more; ++k)
      if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0U) != 0x80U) return false;
    i += more + 1;
  }
  return true;
}

/// What Windows-1252 has between 0x80 and 0x9F; 0 where it has nothing.
constexpr std::array<unsigned, 32> windows_letters = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_letter(std::string& out, unsigned code) {
  if (code < 0x80U) {
    out += static_cast<char>(code);
  } else if (code < 0x800U) {
    out += static_cast<char>(0xC0U | (code >> 6U));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  } else {
    out += static_cast<char>(0xE0U | (code >> 12U));
    out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  }
}

std::string from_windows(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool special = byte >= 0x80U && byte < 0xA0U;
    const unsigned code = special ? windows_letters[byte - 0x80U] : byte;
    append_letter(out, code == 0 && byte != 0 ? 0xFFFDU : code);
  }
  return out;
}

/// Whichever of them stands most often in the first row, outside quotation marks.
char separator_of(std::string_view text) {
  std::array<std::size_t, 3> counts{};
  constexpr std::string_view candidates = ";,\t";
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    if (const auto at = candidates.find(c); at != std::string_view::npos && !quoted) ++counts[at];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return candidates[static_cast<std::size_t>(most - counts.begin())];
}

document::Diagnostic fault_at(const std::string& path, std::size_t row, std::size_t column, std::string code) {
  return {document::Severity::error, std::move(code), {path, row, column, ""}, {}};
}

}  // namespace

Sheet read_csv(const std::string& path, std::string_view bytes) {
  Sheet sheet;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    sheet.faults.push_back(fault_at(path, 0, 0, "utf16"));
    return sheet;
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  const std::string text = is_utf8(bytes) ? std::string(bytes) : from_windows(bytes);
  const char separator = separator_of(text);
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false, was_quoted = false;
  const auto end_cell = [&] {
    row.push_back(trimmed(cell));
    cell.clear();
    was_quoted = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      const bool doubled = c == '"' && i + 1 < text.size() && text[i + 1] == '"';
      if (doubled) ++i;
      if (c != '"' || doubled)
        cell += c;
      else
        quoted = false;
    } else if (c == '"' && trimmed(cell).empty() && !was_quoted) {
      cell.clear();
      quoted = was_quoted = true;
    } else if (c == separator) {
      end_cell();
    } else if (c == '\n') {
      end_cell();
      sheet.rows.push_back(std::move(row));
      row.clear();
    } else if (c != '\r') {
      cell += c;
    }
  }
  if (quoted) sheet.faults.push_back(fault_at(path, sheet.rows.size() + 1, row.size() + 1, "table_quote_open"));
  if (!cell.empty() || !row.empty()) {
    end_cell();
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace kreds::editing
