#include "kreds/application/pipeline.hpp"

#include <catch2/catch.hpp>

#include "kreds/application/figures_report.hpp"
#include "kreds/application/ranking_report.hpp"
#include "support/case_builder.hpp"
#include "support/secret_case.hpp"

using namespace kreds;
using application::Request;
using application::Tool;
using audience::Kind;

namespace {

const Tool& tool() {
  static const Tool loaded = [] {
    const application::Installation here = application::find_installation(KREDS_ROOT "/build/release/kreds");
    return application::load_tool(here, application::load_words(here, "da"));
  }();
  return loaded;
}

/// Everything that is said about a case to an audience; where a day without interviews ends it, that is said.
std::vector<std::string> all_that_is_said(const casefile::Case& c, const Request& request) {
  std::vector<std::string> all;
  const auto add = [&](auto&& output) {
    try {
      all.push_back(output());
    } catch (const application::NoInterview&) {
      all.emplace_back("no interview");
    } catch (const layout::NoRoom&) {
      all.emplace_back("no room");
    }
  };
  const Kind kind = request.audience.kind;
  application::MapRequest map{request, layout::projector_sheet(), "", drawing::Format::svg, 96};
  for (const auto format : {drawing::Format::svg, drawing::Format::dot}) {
    map.format = format;
    add([&] { return application::make_map(tool(), c, map).bytes; });
  }
  if (kind == Kind::handover || kind == Kind::professional) {
    const auto ranked = [&] { return application::make_ranking(tool(), c, request); };
    add([&] { return to_text(application::ranking_page(ranked(), tool(), true)); });
    add([&] { return application::ranking_json(ranked(), tool()); });
    add([&] { return application::ranking_csv(ranked(), tool()); });
  }
  if (kind != Kind::family && kind != Kind::person) {
    const auto figures = [&] { return application::make_figures(tool(), c, request); };
    add([&] { return to_text(application::figures_page(figures(), tool())); });
    add([&] { return application::figures_json(figures(), tool()); });
    add([&] { return application::figures_csv(figures(), tool()); });
  }
  return all;
}

}  // namespace

TEST_CASE("what an audience gets is what it would get had the hidden things never been written",
          "[application][non-interference]") {
  for (const Kind kind : {Kind::family, Kind::person, Kind::casefile, Kind::handover, Kind::professional})
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
      const testing::SecretCase pair = testing::secret_case(seed, kind);
      CAPTURE(seed, audience::to_text(pair.audience));
      // Both on the day asked for and on the day that follows from the case.
      for (const std::optional<casefile::Date> day : {std::optional(pair.as_of), std::optional<casefile::Date>()}) {
        const Request request{pair.audience, day};
        const auto open = all_that_is_said(pair.open, request);
        const auto secret = all_that_is_said(pair.with_secrets, request);
        REQUIRE(open.size() == secret.size());
        for (std::size_t i = 0; i < open.size(); ++i) {
          CAPTURE(i);
          CHECK(open[i] == secret[i]);
          for (const std::string& token : pair.tokens) CHECK(secret[i].find(token) == std::string::npos);
        }
      }
    }
}

TEST_CASE("the day of a case is that of its newest conversation and can be another", "[application]") {
  const casefile::Case c = testing::CaseBuilder("liam born=2015-05-14")
                               .people("anna born=1994 role=mor")
                               .on("2024-02-05 anna", "tie liam anna ring=1")
                               .on("2024-03-04 anna", "tie liam anna emotional=3")
                               .build();
  const audience::Audience all{Kind::professional, {}};
  CHECK(application::analyse(tool(), c, {all, {}}).as_of == casefile::parse_date("2024-03-04"));
  CHECK(application::analyse(tool(), c, {all, casefile::parse_date("2024-02-10")}).as_of ==
        casefile::parse_date("2024-02-10"));
  CHECK_THROWS_AS(application::analyse(tool(), c, {all, casefile::parse_date("2024-02-04")}), application::NoInterview);
}

TEST_CASE("a case without a conversation has no day of its own", "[application]") {
  casefile::Case c = testing::CaseBuilder("liam born=2015-05-14").build();
  c.interviews.clear();
  CHECK_THROWS_AS(application::analyse(tool(), c, {{Kind::professional, {}}, {}}), application::NoInterview);
}

TEST_CASE("there are words in at least two languages and at least two looks", "[application]") {
  const auto known = application::languages(tool().installation);
  CHECK(std::find(known.begin(), known.end(), "da") != known.end());
  CHECK(std::find(known.begin(), known.end(), "en") != known.end());
  CHECK(application::styles(tool().installation).size() >= 2);
}
