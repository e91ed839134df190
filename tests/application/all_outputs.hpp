/// \file
/// All that the tool gives out about a case, each under a name, for tests that look for something in every one of them.
/// Pictures come with all that is said beside them; a PDF also as other programs read it.
#pragma once

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "kreds/application/ask_page.hpp"
#include "kreds/application/differences_report.hpp"
#include "kreds/application/explain_page.hpp"
#include "kreds/application/figures_report.hpp"
#include "kreds/application/history_report.hpp"
#include "kreds/application/map_statistics.hpp"
#include "kreds/application/network_export.hpp"
#include "kreds/application/pipeline.hpp"
#include "kreds/application/ranking_chart.hpp"
#include "kreds/application/ranking_report.hpp"
#include "kreds/casefile/write.hpp"
#include "support/run_program.hpp"

namespace kreds::testing {

inline const application::Tool& tool() {
  static const application::Tool loaded = [] {
    const application::Installation here = application::find_installation(KREDS_ROOT "/build/release/kreds");
    return application::load_tool(here, application::load_words(here, "da"));
  }();
  return loaded;
}

inline std::vector<casefile::Case> shipped_cases() {
  std::vector<casefile::Case> cases;
  for (const char* name : {"lille", "freja", "liam", "stor"}) {
    const std::string path = std::string(KREDS_ROOT "/data/cases/") + name + ".json";
    cases.push_back(*casefile::read_case_file(path, tool().vocabulary, *casefile::parse_date("2026-01-01")).value);
  }
  return cases;
}

using Outputs = std::vector<std::pair<std::string, std::string>>;

/// The text of a PDF that can be searched and copied, its title and author, and the file without compression.
inline std::string as_read(const std::string& pdf) {
  const TemporaryFolder folder;
  const std::string path = folder / "picture.pdf";
  std::ofstream(path, std::ios::binary) << pdf;
  std::string text;
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"pdftotext", "-raw", path, "-"}, std::vector<std::string>{"pdfinfo", path},
        std::vector<std::string>{"qpdf", "--qdf", "--static-id", path, "-"}}) {
    const RunResult read = run_program(command);
    if (read.exit_code != 0 || read.out.empty()) throw std::runtime_error(command.front() + ": " + read.err);
    text += read.out;
  }
  return text;
}

inline std::string in_bytes(const document::Diagnostics& warnings) {
  std::string all;
  for (const auto& warning : warnings) {
    all += warning.code;
    for (const auto& [key, argument] : warning.arguments) all += key + argument.text;
  }
  return all;
}

class AllOutputs {
 public:
  AllOutputs(const casefile::Case& c, application::Request request) : case_(c), request_(std::move(request)) {}

  AllOutputs& pictures(const std::vector<drawing::Format>& formats, const layout::Sheet& sheet) {
    for (const drawing::Format format : formats)
      for (const bool genogram : {false, true})
        add((genogram ? "genogram " : "map ") + std::to_string(static_cast<int>(format)),
            [&] { return picture(format, genogram, sheet); });
    return *this;
  }

  /// Also for audiences to whom a command refuses them: what cannot tell cannot leak by a mistake of the command.
  AllOutputs& reports() {
    const auto ranked = [&] { return application::make_ranking(tool(), case_, request_, few_draws); };
    add("ranking json", [&] { return application::ranking_json(ranked(), tool()); });
    add("ranking csv", [&] { return application::ranking_csv(ranked(), tool()); });
    add("ranking page", [&] { return to_text(application::ranking_page(ranked(), tool(), true)); });
    add("questions", [&] { return to_text(application::ask_page(ranked(), tool())); });
    add("explanations", [&] {
      const application::RankedCase all = ranked();
      std::string pages;
      for (const auto& household : all.ranking.households)
        pages += to_text(application::explain_page(all, tool(), household.id));
      return pages;
    });
    const auto figures = [&] { return application::make_figures(tool(), case_, request_); };
    add("figures json", [&] { return application::figures_json(figures(), tool()); });
    add("figures csv", [&] { return application::figures_csv(figures(), tool()); });
    add("figures page", [&] { return to_text(application::figures_page(figures(), tool())); });
    return *this;
  }

  AllOutputs& exports() {
    using application::NetworkFormat;
    for (const bool pseudonyms : {false, true})
      for (const NetworkFormat format :
           {NetworkFormat::graphml, NetworkFormat::csv, NetworkFormat::dot, NetworkFormat::json})
        add("export " + std::to_string(static_cast<int>(format)) + (pseudonyms ? " with pseudonyms" : ""), [&] {
          application::Request request = request_;
          request.pseudonyms = pseudonyms;
          return application::export_network(application::analyse(tool(), case_, request), tool(), format);
        });
    return *this;
  }

  /// What has changed since an earlier day.
  AllOutputs& changes_since(casefile::Date day) {
    const auto compared = [&] {
      application::Request earlier = request_;
      earlier.as_of = day;
      return application::make_comparison(tool(), case_, earlier, case_, request_);
    };
    const std::string since = " since " + casefile::to_text(day);
    add("changes page" + since, [&] { return to_text(application::differences_page(compared(), tool())); });
    add("changes json" + since, [&] { return application::differences_json(compared(), tool()); });
    return *this;
  }

  /// Of the whole case, and of each person and household in it.
  AllOutputs& history() {
    const auto whole = [&] { return application::make_history(tool(), draft(), request_); };
    add("history page", [&] { return to_text(application::history_page(whole(), tool())); });
    add("history json", [&] { return application::history_json(whole(), tool()); });
    add("history subjects", [&] {
      std::string told;
      const application::CaseHistory all = whole();
      for (const std::string& name : application::subjects(all, tool())) {
        told += name + "\n";
        if (const auto id = application::meant(all, tool(), name))
          told += to_text(application::history_page(application::make_history(tool(), draft(), request_, *id), tool()));
      }
      return told;
    });
    return *this;
  }

  AllOutputs& charts(const std::vector<drawing::Format>& formats) {
    for (const drawing::Format format : formats)
      add("chart " + std::to_string(static_cast<int>(format)), [&] {
        const application::RankedCase ranked = application::make_ranking(tool(), case_, request_, few_draws);
        const auto chart = application::make_ranking_chart(tool(), ranked, {layout::a4_sheet(false), "", format, 96});
        return with_reading(chart.bytes, format) + in_bytes(chart.warnings);
      });
    return *this;
  }

  const Outputs& all() const { return outputs_; }

 private:
  /// As a file that holds nothing but the case.
  editing::Draft draft() const {
    return {case_, std::get<document::Object>(casefile::to_value(case_).data()), casefile::to_text(case_)};
  }

  static std::string with_reading(const std::string& bytes, drawing::Format format) {
    return format == drawing::Format::pdf ? bytes + as_read(bytes) : bytes;
  }

  std::string picture(drawing::Format format, bool genogram, const layout::Sheet& sheet) const {
    application::MapRequest request{request_, sheet, "", format, 96};
    request.genogram = genogram;
    const application::MapPicture map = application::make_map(tool(), case_, request);
    std::string bytes = with_reading(map.bytes, format) + casefile::to_text(map.shown) + casefile::to_text(map.as_of) +
                        in_bytes(map.warnings);
    if (map.statistics) bytes += application::statistics_json(*map.statistics);
    return bytes;
  }

  template <class Make>
  void add(std::string name, Make make) {
    try {
      outputs_.emplace_back(std::move(name), make());
    } catch (const application::NoInterview&) {
      outputs_.emplace_back(std::move(name), "no interview");
    } catch (const std::invalid_argument& refused) {
      outputs_.emplace_back(std::move(name), std::string("refused: ") + refused.what());
    } catch (const layout::NoRoom&) {
      outputs_.emplace_back(std::move(name), "no room");
    }
  }

  /// What is drawn leaks as well with few draws as with many.
  static constexpr ranking::RobustnessSettings few_draws{.draws = 100};

  const casefile::Case& case_;
  application::Request request_;
  Outputs outputs_;
};

/// The names of the outputs of which something is true: the bytes of a picture help nobody who reads a failed test.
template <class Is>
std::vector<std::string> outputs_that(const Outputs& outputs, Is is) {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : outputs)
    if (is(bytes)) names.push_back(name);
  return names;
}

}  // namespace kreds::testing
