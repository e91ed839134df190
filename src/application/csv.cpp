#include "kreds/application/csv.hpp"

#include <fmt/format.h>

namespace kreds::application {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Without C0 controls other than tab and line ends, DEL, and the C1 controls (0xC2 0x80 … 0xC2 0x9F in UTF-8).
std::string without_controls(std::string_view text) {
  std::string clean;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if (byte == 0xC2U && next >= 0x80U && next <= 0x9FU)
      ++i;
    else if ((byte >= 0x20U && byte != 0x7FU) || byte == '\t' || byte == '\n' || byte == '\r')
      clean += text[i];
  }
  return clean;
}

bool looks_like_a_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string quoted(const std::string& text, char separator) {
  const std::string special = std::string("\"\r\n\t") + separator;
  if (text.find_first_of(special) == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

struct CellText {
  char separator, decimal_mark;
  std::string operator()(std::monostate /*empty*/) const { return {}; }
  std::string operator()(const std::string& text) const {
    const std::string clean = without_controls(text);
    return quoted(looks_like_a_formula(clean) ? "'" + clean : clean, separator);
  }
  std::string operator()(std::size_t number) const { return fmt::format("{}", number); }
  std::string operator()(double number) const {
    std::string text = fmt::format("{:.6f}", number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    if (const auto point = text.find('.'); point != std::string::npos) text[point] = decimal_mark;
    return text == "-0" ? "0" : text;
  }
};

}  // namespace

std::string to_csv(const std::vector<Row>& rows, CsvFor reader) {
  const bool spreadsheet = reader == CsvFor::spreadsheet;
  const CellText text = spreadsheet ? CellText{';', ','} : CellText{',', '.'};
  std::string out(spreadsheet ? byte_order_mark : "");
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += text.separator;
      out += std::visit(text, row[i]);
    }
    out += spreadsheet ? "\r\n" : "\n";
  }
  return out;
}

}  // namespace kreds::application
