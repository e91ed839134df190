#include "kreds/application/pipeline.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/case_builder.hpp"

using namespace kreds;
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

}  // namespace

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
