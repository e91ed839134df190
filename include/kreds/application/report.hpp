/// \file
/// The case as a document for those who must read it: one kind for each reader, each from the case that this reader may
/// know (non-interference: nothing hidden can be inferred from it).
///
///   handover    the next team. Its main part is made from the case without what is not to be told to somebody, since
///               who may read the file can ask for it; that stands in a confidential appendix, on pages of its own.
///   casefile    the journal: network, who was heard, the week; facts only
///   conference  handed out at a family group conference: picture, guests, the family's own plan (one A4)
///   operator    for the one who leads the conference, alone: what the handed-out paper must not say
///   letter      to the child, in a child's words; without what is not to be told to anybody, since others see a letter
///   person      what may be given to one person
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kreds/application/follow_up.hpp"
#include "kreds/application/pipeline.hpp"
#include "kreds/publishing/document.hpp"

namespace kreds::application {

enum class ReportKind { handover, casefile, conference, conference_operator, letter, person };

struct ReportRequest {
  ReportKind kind = ReportKind::handover;
  casefile::Id person;                   ///< for ReportKind::person
  std::optional<casefile::Date> as_of;   ///< empty: as for the audience
  std::optional<casefile::Date> placed;  ///< the day a placement begins: the follow-up then has dates
  ranking::RobustnessSettings sampling{};
};

/// "handover", "casefile", "conference", "operator", "letter", "person:karen"; empty otherwise.
std::optional<ReportRequest> parse_report_kind(std::string_view text);
/// Whose case a report of this kind is made from (of a letter, the child's).
audience::Audience audience_of(const ReportRequest& request, const casefile::Case& c);

struct Report {
  publishing::Document document;
  casefile::Case shown;  ///< as the reader may know it
  casefile::Date as_of;
};
/// Throws NoInterview, std::runtime_error if a data file cannot be used.
Report make_report(const Tool& tool, const casefile::Case& c, const ReportRequest& request);

/// Characters that no font of the tool has: each with the name that holds it, else with the text. For PDF, whose fonts
/// are the tool's.
document::Diagnostics unknown_glyphs(const Tool& tool, const Report& report);

enum class ReportFormat { pdf, html, markdown };
/// "pdf", "html", "md"
std::optional<ReportFormat> report_format_of(std::string_view suffix);
std::string write_report(const Tool& tool, const publishing::Document& document, ReportFormat format);

}  // namespace kreds::application
