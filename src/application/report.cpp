#include "kreds/application/report.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "kreds/publishing/html.hpp"
#include "kreds/publishing/markdown.hpp"
#include "kreds/publishing/pdf.hpp"
#include "picture_warnings.hpp"
#include "report_writer.hpp"

namespace kreds::application {
namespace {

/// What somebody must not be told is kept from the child's letter as well: others see it lying on a table.
casefile::Case for_a_letter(casefile::Case c) {
  for (casefile::Matter& matter : c.matters)
    if (!matter.not_to.empty()) matter.not_to.push_back(c.child);
  return c;
}

casefile::Gender gender_of_child(const casefile::Case& c) {
  const casefile::Person* child = casefile::find_person(c, c.child);
  return child == nullptr ? casefile::Gender::unknown : child->gender;
}

publishing::Document document_of(const RankedCase& ranked, const Tool& tool, const casefile::Case& c, ReportKind kind) {
  switch (kind) {
    case ReportKind::conference:
      return conference_document(ranked, tool);
    case ReportKind::conference_operator:
      return operator_document(ranked, tool);
    case ReportKind::letter:
      return letter_document(ranked, tool, gender_of_child(c));
    case ReportKind::person:
      return person_document(ranked, tool);
    default:
      return casefile_document(ranked, tool);
  }
}

Report make_handover(const Tool& tool, const casefile::Case& c, const ReportRequest& request) {
  const auto day = request.as_of ? request.as_of : audience::newest_interview(c, {audience::Kind::casefile, {}});
  if (!day) throw NoInterview({});
  const casefile::Case shown = audience::without_confidential(c, *day);
  const RankedCase ranked = make_ranking(tool, shown, {audience_of(request, c), *day}, request.sampling);
  const casefile::Case full = casefile::as_known_on(c, *day);
  return {handover_document(ranked, tool, shown, full, request), ranked.analysed.c, *day};
}

}  // namespace

std::optional<ReportRequest> parse_report_kind(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, ReportKind>, 5> kinds = {
      {{"handover", ReportKind::handover},
       {"casefile", ReportKind::casefile},
       {"conference", ReportKind::conference},
       {"operator", ReportKind::conference_operator},
       {"letter", ReportKind::letter}}};
  ReportRequest request;
  for (const auto& [name, kind] : kinds)
    if (text == name) {
      request.kind = kind;
      return request;
    }
  const auto audience = audience::parse_audience(text);
  if (!audience || audience->kind != audience::Kind::person) return std::nullopt;
  request.kind = ReportKind::person;
  request.person = audience->person;
  return request;
}

audience::Audience audience_of(const ReportRequest& request, const casefile::Case& c) {
  using audience::Kind;
  switch (request.kind) {
    case ReportKind::handover:
      return {Kind::handover, {}};
    case ReportKind::conference_operator:
      return {Kind::professional, {}};
    case ReportKind::conference:
      return {Kind::family, {}};
    case ReportKind::letter:
      return {Kind::person, c.child};
    case ReportKind::person:
      return {Kind::person, request.person};
    case ReportKind::casefile:
      break;
  }
  return {Kind::casefile, {}};
}

Report make_report(const Tool& tool, const casefile::Case& c, const ReportRequest& request) {
  if (request.kind == ReportKind::handover) return make_handover(tool, c, request);
  const RankedCase ranked = make_ranking(tool, request.kind == ReportKind::letter ? for_a_letter(c) : c,
                                         {audience_of(request, c), request.as_of}, request.sampling);
  return {document_of(ranked, tool, c, request.kind), ranked.analysed.c, ranked.analysed.as_of};
}

document::Diagnostics unknown_glyphs(const Tool& tool, const Report& report) {
  const drawing::Typesetter typesetter(tool.installation.fonts);
  document::Diagnostics told;
  std::set<std::string> known;
  const auto look = [&](const std::string& text, const char* code) {
    for (const std::string& glyph : typesetter.missing_glyphs(text))
      if (known.insert(glyph).second)
        told.push_back(warning(
            code, {{"glyph", document::Argument::literal(glyph)}, {"name", document::Argument::literal(text)}}));
  };
  // Almost every report has none: one look tells.
  const std::vector<std::string> texts = publishing::texts_of(report.document);
  std::set<std::string> characters;
  for (const std::string& text : texts)
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at + 1;
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
      characters.insert(text.substr(at, end - at));
      at = end;
    }
  std::string all;
  for (const std::string& character : characters) all += publishing::plain(character);
  if (typesetter.missing_glyphs(all).empty()) return told;
  for (const casefile::Person& person : report.shown.people) look(publishing::plain(person.name), "missing_glyph");
  for (const std::string& text : texts) look(publishing::plain(text), "missing_glyph_in_text");
  return told;
}

std::optional<ReportFormat> report_format_of(std::string_view suffix) {
  if (suffix == "pdf") return ReportFormat::pdf;
  if (suffix == "html") return ReportFormat::html;
  if (suffix == "md") return ReportFormat::markdown;
  return std::nullopt;
}

std::string write_report(const Tool& tool, const publishing::Document& document, ReportFormat format) {
  switch (format) {
    case ReportFormat::html:
      return publishing::to_html(document);
    case ReportFormat::markdown:
      return publishing::to_markdown(document);
    case ReportFormat::pdf:
      break;
  }
  return publishing::to_pdf(document, drawing::Typesetter(tool.installation.fonts));
}

}  // namespace kreds::application
