#include "label.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace kreds::layout {

namespace {

constexpr double reference_pt = 64;
constexpr double reserve = 1.045;

/// Byte offsets after each grapheme cluster.
std::vector<std::size_t> cluster_ends(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  std::vector<std::size_t> ends;
  if (U_FAILURE(status)) return ends;
  breaks->setText(utf16);
  breaks->first();
  for (int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    std::string head;
    utf16.tempSubStringBetween(0, at).toUTF8String(head);
    ends.push_back(head.size());
  }
  return ends;
}

std::string with_ellipsis(const std::string& text, Face face, double size_pt, double width, Ruler& ruler) {
  static const std::string ellipsis = "…";
  const std::vector<std::size_t> ends = cluster_ends(text);
  // The widest beginning that fits: widths grow with the number of clusters.
  std::size_t low = 0, high = ends.size();
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (ruler.width(text.substr(0, ends[middle - 1]) + ellipsis, face, size_pt) <= width)
      low = middle;
    else
      high = middle - 1;
  }
  std::string head = low == 0 ? "" : text.substr(0, ends[low - 1]);
  while (!head.empty() && head.back() == ' ') head.pop_back();
  return head + ellipsis;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A space at which a line does not end: after a small number (»23. april«, »7 samtaler«), before a year or a dash.
bool keeps_together(const std::string& text, std::size_t space) {
  std::size_t end = space;
  if (end > 0 && text[end - 1] == '.') --end;
  std::size_t begin = end;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  const bool after_number = end > begin && end - begin <= 2;
  const std::string next = text.substr(space + 1, text.find(' ', space + 1) - space - 1);
  const bool before_year = next.size() >= 4 && std::all_of(next.begin(), next.begin() + 4, is_digit) &&
                           std::none_of(next.begin() + 4, next.end(), is_digit);
  return after_number || before_year || next == "–";
}

}  // namespace

std::string drawable(const std::string& text) {
  constexpr int most_marks = 4;  // on one letter; more would climb over the neighbours
  const icu::UnicodeString from = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString to;
  int marks = 0;
  for (int32_t at = 0; at < from.length(); at = from.moveIndex32(at, 1)) {
    const UChar32 c = from.char32At(at);
    const bool bidi_control = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool invisible = c == 0x200B || c == 0xFEFF || c == 0x2060 || c == 0x180E || c == 0xFFFD;
    if (bidi_control || invisible) continue;
    const bool mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    marks = mark ? marks + 1 : 0;
    if (marks > most_marks) continue;
    if (u_isUWhiteSpace(c) || u_iscntrl(c)) {
      if (!to.isEmpty() && !to.endsWith(icu::UnicodeString(u' '))) to.append(u' ');
    } else {
      to.append(c);
    }
  }
  std::string result;
  to.trim().toUTF8String(result);
  return result;
}

double Ruler::width(const std::string& text, Face face, double size_pt) {
  const auto [entry, fresh] = per_point_.try_emplace({text, face}, 0.0);
  if (fresh) entry->second = (*measure_)(text, face, reference_pt) / reference_pt;
  return entry->second * size_pt * reserve;
}

Broken broken(const std::string& text, Face face, double size_pt, double width, std::size_t most, Ruler& ruler) {
  if (text.empty()) return {};
  if (ruler.width(text, face, size_pt) <= width) return {{text}, false};
  Broken result;
  std::string line, rest = text;
  while (!rest.empty() && result.lines.size() + 1 < most) {
    std::size_t cut = 0, anywhere = 0;
    for (std::size_t space = rest.find(' '); space != std::string::npos; space = rest.find(' ', space + 1)) {
      if (ruler.width(rest.substr(0, space), face, size_pt) > width) break;
      (keeps_together(rest, space) ? anywhere : cut) = space;
    }
    if (cut == 0) cut = anywhere;  // rather than that words are lost
    if (cut == 0) break;           // one long word: it is shortened on its line
    result.lines.push_back(rest.substr(0, cut));
    rest = rest.substr(cut + 1);
    if (ruler.width(rest, face, size_pt) <= width) break;
  }
  if (!rest.empty()) {
    if (ruler.width(rest, face, size_pt) > width) {
      rest = with_ellipsis(rest, face, size_pt, width, ruler);
      result.shortened = true;
    }
    result.lines.push_back(rest);
  }
  return result;
}

/// The role, and after it what has changed; that stands on a line of its own rather than be shortened.
std::vector<std::string> role_lines(const PersonMark& person, double size_pt, double widest, Ruler& ruler) {
  const auto in_lines = [&](const std::string& text) { return broken(text, Face::regular, size_pt, widest, 2, ruler); };
  if (person.role.empty() || person.change_words.empty()) return in_lines(person.role + person.change_words).lines;
  const Broken together = in_lines(person.role + ", " + person.change_words);
  if (!together.shortened) return together.lines;
  std::vector<std::string> lines = in_lines(person.role).lines;
  for (const std::string& line : in_lines(person.change_words).lines) lines.push_back(line);
  return lines;
}

LabelShape label_of(const PersonMark& person, double name_pt, double widest, Ruler& ruler) {
  LabelShape shape;
  const auto add = [&](const Broken& text, Face face, double size_pt) {
    for (const std::string& line : text.lines) {
      const double width = ruler.width(line, face, size_pt);
      const double height = (face == Face::bold ? line_height : role_height) * size_pt;
      shape.lines.push_back({line, face, size_pt, {0, shape.height + height / 2}, width, Align::centre});
      shape.height += height;
      shape.width = std::max(shape.width, width);
    }
  };
  const Broken name = broken(person.name, Face::bold, name_pt, widest, 2, ruler);
  shape.shortened = name.shortened;
  add(name, Face::bold, name_pt);
  for (const std::string& line : role_lines(person, role_share * name_pt, widest, ruler))
    add({{line}, false}, Face::regular, role_share * name_pt);
  shape.lines = moved(std::move(shape.lines), {0, -shape.height / 2});
  return shape;
}

std::vector<TextLine> aligned(std::vector<TextLine> lines, Align align, const Box& box) {
  for (TextLine& line : lines) {
    line.align = align;
    if (align == Align::left) line.centre.x = box.left + line.width / 2;
    if (align == Align::right) line.centre.x = box.right - line.width / 2;
  }
  return lines;
}

Box box_of(const TextLine& line) {
  return box_around(line.centre, line.width, line_height * line.size_pt);
}

std::vector<TextLine> moved(std::vector<TextLine> lines, Point by) {
  for (TextLine& line : lines) line.centre = line.centre + by;
  return lines;
}

}  // namespace kreds::layout
