#include <catch2/catch.hpp>

#include "kreds/application/ask_page.hpp"
#include "kreds/application/explain_page.hpp"
#include "kreds/application/figures_report.hpp"
#include "kreds/application/pipeline.hpp"
#include "kreds/application/ranking_report.hpp"
#include "kreds/casefile/write.hpp"
#include "support/secret_case.hpp"

namespace {

using namespace kreds;
using application::Request;
using application::Tool;
using audience::Kind;

const Tool& tool() {
  static const Tool loaded = [] {
    const application::Installation here = application::find_installation(KREDS_ROOT "/build/release/kreds");
    return application::load_tool(here, application::load_words(here, "da"));
  }();
  return loaded;
}

/// What the tool gives out about a case: its bytes, each under a name.
using Outputs = std::vector<std::pair<std::string, std::string>>;

class Collecting {
 public:
  Collecting(const casefile::Case& c, Request request) : case_(c), request_(std::move(request)) {}

  /// Pictures with all that is said beside them.
  void maps(const std::vector<drawing::Format>& formats, const layout::Sheet& sheet) {
    for (const auto format : formats)
      add("map " + std::to_string(static_cast<int>(format)), [&] {
        const auto map = application::make_map(tool(), case_, {request_, sheet, "", format, 96});
        std::string beside = casefile::to_text(map.shown) + casefile::to_text(map.as_of);
        for (const auto& warning : map.warnings) {
          beside += warning.code;
          for (const auto& [key, argument] : warning.arguments) beside += key + argument.text;
        }
        return map.bytes + beside + std::to_string(map.statistics->total_line_length);
      });
  }
  void genograms(const std::vector<drawing::Format>& formats, const layout::Sheet& sheet) {
    for (const auto format : formats)
      add("genogram " + std::to_string(static_cast<int>(format)), [&] {
        application::MapRequest request{request_, sheet, "", format, 96};
        request.genogram = true;
        return application::make_map(tool(), case_, request).bytes;
      });
  }
  /// Also for audiences to whom a command refuses them: what cannot tell cannot leak by a mistake of the command.
  void reports() {
    const auto ranked = [&] { return application::make_ranking(tool(), case_, request_, few_draws); };
    add("ranking json", [&] { return application::ranking_json(ranked(), tool()); });
    add("ranking csv", [&] { return application::ranking_csv(ranked(), tool()); });
    add("ranking page", [&] { return to_text(application::ranking_page(ranked(), tool(), true)); });
    add("questions", [&] { return to_text(application::ask_page(ranked(), tool())); });
    add("explanation", [&] {
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
  }
  Outputs outputs() && { return std::move(outputs_); }

 private:
  template <class Make>
  void add(std::string name, Make make) {
    try {
      outputs_.emplace_back(std::move(name), make());
    } catch (const application::NoInterview&) {
      outputs_.emplace_back(std::move(name), "no interview");
    } catch (const layout::NoRoom&) {
      outputs_.emplace_back(std::move(name), "no room");
    }
  }

  /// What is drawn leaks as well with few draws as with many.
  static constexpr ranking::RobustnessSettings few_draws{.draws = 200};

  const casefile::Case& case_;
  Request request_;
  Outputs outputs_;
};

/// A difference is told by the name of the output: the bytes of a picture help nobody.
std::vector<std::string> differing(const Outputs& a, const Outputs& b) {
  std::vector<std::string> names;
  if (a.size() != b.size()) names.emplace_back("not the same outputs");
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    if (a[i] != b[i]) names.push_back(a[i].first);
  return names;
}

std::vector<std::string> telling(const Outputs& outputs, const std::vector<std::string>& tokens) {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : outputs)
    for (const std::string& token : tokens)
      if (bytes.find(token) != std::string::npos) names.push_back(name + ": " + token);
  return names;
}

const std::vector<std::string> none;
constexpr Kind kinds[] = {Kind::family, Kind::person, Kind::casefile};

}  // namespace

TEST_CASE("every text given out to an audience is what it were had the hidden things never been written",
          "[application][non-interference]") {
  for (const Kind kind : kinds)
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      const testing::SecretCase pair = testing::secret_case(seed, kind);
      CAPTURE(seed, audience::to_text(pair.audience));
      std::vector<std::optional<casefile::Date>> days = {pair.as_of};
      // The day that follows from the case; where an earlier one was asked for, later liftings were added.
      if (casefile::newest_interview(pair.open) == pair.as_of) days.emplace_back();
      for (const auto& day : days) {
        const auto outputs = [&](const casefile::Case& c) {
          Collecting collecting(c, {pair.audience, day});
          collecting.maps({drawing::Format::svg, drawing::Format::dot}, layout::projector_sheet());
          collecting.genograms({drawing::Format::svg}, layout::projector_sheet());
          collecting.reports();
          return std::move(collecting).outputs();
        };
        const Outputs from_secret = outputs(pair.with_secrets);
        CHECK(differing(from_secret, outputs(pair.open)) == none);
        CHECK(telling(from_secret, pair.tokens) == none);
      }
    }
}

TEST_CASE("every picture given out to an audience is what it were had the hidden things never been written",
          "[application][non-interference]") {
  for (const Kind kind : kinds)
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
      const testing::SecretCase pair = testing::secret_case(seed, kind);
      CAPTURE(seed, audience::to_text(pair.audience));
      const auto outputs = [&](const casefile::Case& c) {
        Collecting collecting(c, {pair.audience, pair.as_of});
        collecting.maps({drawing::Format::png, drawing::Format::pdf}, layout::a4_sheet(false));
        return std::move(collecting).outputs();
      };
      CHECK(differing(outputs(pair.with_secrets), outputs(pair.open)) == none);
    }
}

TEST_CASE("what a professional gets does tell of what others must not know", "[application][non-interference]") {
  // That the searches above can find something.
  const testing::SecretCase pair = testing::secret_case(1, Kind::family);
  const auto outputs = [&](const casefile::Case& c) {
    Collecting collecting(c, {{Kind::professional, {}}, pair.as_of});
    collecting.maps({drawing::Format::svg}, layout::projector_sheet());
    return std::move(collecting).outputs();
  };
  const Outputs from_secret = outputs(pair.with_secrets);
  CHECK(differing(from_secret, outputs(pair.open)) != none);
  CHECK(telling(from_secret, pair.tokens) != none);
}
