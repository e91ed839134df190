#include "kreds/drawing/pdf_language.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kreds::drawing {

namespace {

/// The number behind a word, looked for from the end of the file.
std::optional<std::size_t> last_number(std::string_view pdf, std::string_view word) {
  const std::size_t at = pdf.rfind(word);
  if (at == std::string_view::npos) return std::nullopt;
  std::size_t digit = pdf.find_first_not_of(" \n", at + word.size()), value = 0;
  if (digit == std::string_view::npos || pdf[digit] < '0' || pdf[digit] > '9') return std::nullopt;
  for (; digit < pdf.size() && pdf[digit] >= '0' && pdf[digit] <= '9'; ++digit)
    value = 10 * value + static_cast<std::size_t>(pdf[digit] - '0');
  return value;
}

/// What stands between << and >> of an object of cairo's, empty if it is not found.
std::string entries_of(const std::string& pdf, std::size_t number) {
  const std::string head = fmt::format("\n{} 0 obj\n<<", number);
  const std::size_t object = pdf.rfind(head), end = pdf.find(">>\nendobj", object);
  if (object == std::string::npos || end == std::string::npos) return {};
  return pdf.substr(object + head.size(), end - object - head.size());
}

/// The numbers of the elements of the structure that are figures.
std::vector<std::size_t> figures_of(const std::string& pdf) {
  constexpr std::string_view figure = "/S /Figure";
  std::vector<std::size_t> numbers;
  for (std::size_t kind = pdf.find(figure); kind != std::string::npos; kind = pdf.find(figure, kind + figure.size())) {
    const std::size_t object = pdf.rfind(" 0 obj\n", kind);
    if (object == std::string::npos) continue;
    if (const auto number = last_number(std::string_view(pdf).substr(0, object), "\nendobj\n"))
      numbers.push_back(*number);
  }
  return numbers;
}

/// Text of any language, as a PDF writes it: UTF-16, in hexadecimal digits. The text is well-formed UTF-8.
std::string text_string(const std::string& text) {
  std::string digits = "<FEFF";
  const auto unit = [&](std::uint32_t value) { digits += fmt::format("{:04X}", value); };
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at++]);
    std::uint32_t letter = first < 0x80U   ? first
                           : first < 0xE0U ? first & 0x1FU
                           : first < 0xF0U ? first & 0xFU
                                           : first & 7U;
    for (; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; ++at)
      letter = letter << 6U | (static_cast<unsigned char>(text[at]) & 0x3FU);
    if (letter < 0x10000U) {
      unit(letter);
    } else {
      unit(0xD800U + ((letter - 0x10000U) >> 10U));
      unit(0xDC00U + ((letter - 0x10000U) & 0x3FFU));
    }
  }
  return digits + ">";
}

/// An object written anew; its line of the cross-reference table.
std::string add_object(std::string& pdf, std::size_t number, const std::string& entries) {
  std::string line = fmt::format("{} 1\n{:010} 00000 n \n", number, pdf.size());
  pdf += fmt::format("{} 0 obj\n<<{}>>\nendobj\n", number, entries);
  return line;
}

}  // namespace

std::string with_language(std::string pdf, const std::string& language, const std::vector<std::string>& alternatives) {
  const auto root = last_number(pdf, "/Root "), info = last_number(pdf, "/Info "), size = last_number(pdf, "/Size "),
             table = last_number(pdf, "startxref");
  if (!root || !info || !size || !table || pdf.compare(*table, 4, "xref") != 0) return pdf;
  std::string catalogue = entries_of(pdf, *root), facts = entries_of(pdf, *info);
  if (catalogue.empty() || facts.empty()) return pdf;
  catalogue += fmt::format("   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n", language);
  // cairo 1.16 writes tags without saying that it does.
  if (catalogue.find("/StructTreeRoot") != std::string::npos && catalogue.find("/MarkInfo") == std::string::npos)
    catalogue += "   /MarkInfo << /Marked true >>\n";
  // cairo 1.16 leaves out the letter that a date begins with.
  if (const std::size_t date = facts.find("/CreationDate (2"); date != std::string::npos) facts.insert(date + 15, "D:");

  const std::vector<std::size_t> figures = figures_of(pdf);
  std::string lines = add_object(pdf, *root, catalogue) + add_object(pdf, *info, facts);
  for (std::size_t i = 0; i < std::min(figures.size(), alternatives.size()); ++i)
    lines +=
        add_object(pdf, figures[i], entries_of(pdf, figures[i]) + "   /Alt " + text_string(alternatives[i]) + "\n");
  const std::size_t new_table = pdf.size();
  pdf += fmt::format(
      "xref\n{}trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n", lines,
      *size, *root, *info, *table, new_table);
  return pdf;
}

}  // namespace kreds::drawing
