// The family's own plan: on one sheet for those who made it, and in the reports of others.
#include <algorithm>

#include "report_writer.hpp"

namespace kreds::application {

using publishing::Table;

namespace {

std::string follow_up_of(const ReportWriter& write, const casefile::Plan& plan) {
  return plan.follow_up ? write.when(*plan.follow_up) : std::string();
}

std::string approved_by(const ReportWriter& write, const casefile::Approval& approval) {
  return approval.person.empty() ? approval.name : write.words().person(approval.person);
}

std::string approved_on(const ReportWriter& write, const casefile::Approval& approval) {
  return approval.date ? write.words().date(*approval.date) : std::string();
}

publishing::Cell cell(const std::string& text) {
  return text.empty() ? publishing::Cell{} : publishing::Cell{text};
}

Table steps_table(const ReportWriter& write, const std::optional<casefile::ToldPlan>& told) {
  Table table{"",
              {write("conference.plan.who"), write("conference.plan.what"), write("conference.plan.when")},
              {},
              {1.5, 3, 1.7},
              0};
  if (!told) return table;
  for (const casefile::PlanStep& step : told->plan().steps)
    table.rows.push_back({cell(write.who(step)), cell(step.what), cell(step.when)});
  return table;
}

}  // namespace

Table with_empty_rows(Table table, std::size_t rows) {
  if (table.rows.size() < rows) table.rows.resize(rows, std::vector<publishing::Cell>(table.head.size()));
  return table;
}

void ReportWriter::plan_on_paper() {
  const auto told = casefile::newest_plan(source());
  add(publishing::PageBreak{"", true});
  heading(1, (*this)("conference.plan"));
  paragraph((*this)("conference.plan.note"));
  if (told) paragraph((*this)("conference.plan.agreed", {{"date", words_.date(told->agreed())}}));

  constexpr double to_write_on = 26;
  constexpr std::size_t steps = 9, signers = 4;
  Table table = steps_table(*this, told);
  table.least_row_height = to_write_on;
  const std::size_t filled = table.rows.size();
  add(with_empty_rows(std::move(table), std::max(steps, filled + 2)));

  publishing::WritingLines lines;
  const auto line = [&](const char* label, const std::string& text) {
    lines.labels.push_back(*label == 0 ? "" : (*this)(label));
    lines.texts.push_back(text);
  };
  line("conference.plan.b", told ? told->plan().plan_b : "");
  line("", "");
  line("conference.plan.tell", told ? told->plan().tell : "");
  line("conference.plan.follow_up", told ? follow_up_of(*this, told->plan()) : "");
  add(std::move(lines));

  Table approved{"",
                 {(*this)("conference.plan.approved"), (*this)("conference.plan.yes"), words_("rank.signature.date")},
                 {},
                 {2, 1, 2},
                 to_write_on};
  if (told) {
    for (const casefile::Approval& each : told->plan().approved)
      approved.rows.push_back(
          {cell(approved_by(*this, each)), cell(words_("report.yes")), cell(approved_on(*this, each))});
  }
  const std::size_t signed_already = approved.rows.size();
  add(with_empty_rows(std::move(approved), std::max(signers, signed_already + 1)));
}

void ReportWriter::plan(WithoutPlan without) {
  const auto told = casefile::newest_plan(source());
  if (!told && without == WithoutPlan::is_silent) return;
  heading(1, (*this)("conference.plan"));
  if (!told) return paragraph((*this)("dossier.plan.none"));
  paragraph((*this)("dossier.plan.note", {{"date", words_.date(told->agreed())}}));
  add(steps_table(*this, told));

  std::vector<std::string> approved;
  for (const casefile::Approval& each : told->plan().approved) {
    const std::string day = approved_on(*this, each);
    approved.push_back(approved_by(*this, each) + (day.empty() ? "" : ", " + day));
  }
  publishing::Definitions rest;
  const auto entry = [&](const char* label, std::vector<std::string> texts) {
    std::erase(texts, std::string());
    if (texts.empty()) texts.push_back(words_("dossier.not_told"));
    rest.entries.push_back({(*this)(label), std::move(texts)});
  };
  entry("conference.plan.b", {told->plan().plan_b});
  entry("conference.plan.tell", {told->plan().tell});
  entry("conference.plan.follow_up", {follow_up_of(*this, told->plan())});
  entry("conference.plan.approved", std::move(approved));
  add(std::move(rest));
}

}  // namespace kreds::application
