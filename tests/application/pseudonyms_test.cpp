// Whatever the tool gives out about a case without names holds no name, place, note, id or number of the case: each of
// these is a token, and every output is searched for tokens, pictures as they are and as another program reads them.
#include "kreds/audience/pseudonyms.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "kreds/application/ask_page.hpp"
#include "kreds/application/explain_page.hpp"
#include "kreds/application/figures_report.hpp"
#include "kreds/application/map_statistics.hpp"
#include "kreds/application/pipeline.hpp"
#include "kreds/application/ranking_report.hpp"
#include "kreds/casefile/write.hpp"
#include "support/random_case.hpp"
#include "support/run_program.hpp"
#include "support/unique_texts.hpp"

namespace {

using namespace kreds;
using application::Request;
using application::Tool;
using audience::Audience;
using audience::Kind;
using drawing::Format;

const Tool& tool() {
  static const Tool loaded = [] {
    const application::Installation here = application::find_installation(KREDS_ROOT "/build/release/kreds");
    return application::load_tool(here, application::load_words(here, "da"));
  }();
  return loaded;
}

audience::RoleWords role_words() {
  audience::RoleWords words{{}, {}, "Barnet", "Dyr", "Person", "udeladt"};
  for (const auto& [id, role] : tool().vocabulary.roles) words.roles[id] = tool().labels("role." + id);
  return words;
}

casefile::Case with_tokens(const casefile::Case& c) {
  return testing::unique_texts(c).c;
}

/// A case without names, and what is asked for once the person who asks has a neutral id.
struct Nameless {
  casefile::Case c;
  Request request;
};
Nameless nameless_for(const casefile::Case& c, Request request) {
  const casefile::Case known = audience::for_audience(c, request.audience, tool().vocabulary, *request.as_of);
  request.audience.person = audience::neutral_id(known, request.audience.person);
  return {audience::with_pseudonyms(known, tool().vocabulary, role_words(), *request.as_of), request};
}

/// Tokens begin like this in whatever case of letters; no word of any language does.
bool tells(const std::string& bytes) {
  constexpr std::string_view token = "zqx";
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
  return std::search(bytes.begin(), bytes.end(), token.begin(), token.end(), same) != bytes.end();
}

/// All that is given out about a case; what tells something is kept by its name.
class Searching {
 public:
  Searching(const casefile::Case& c, Request request) : case_(c), request_(std::move(request)) {}

  void pictures(const std::vector<Format>& formats, const layout::Sheet& sheet) {
    for (const Format format : formats)
      for (const bool genogram : {false, true}) {
        const std::string name = (genogram ? "genogram " : "map ") + std::to_string(static_cast<int>(format));
        search(name, [&] { return picture(format, genogram, sheet); });
      }
  }
  void reports() {
    constexpr ranking::RobustnessSettings few_draws{.draws = 100};
    const application::RankedCase ranked = application::make_ranking(tool(), case_, request_, few_draws);
    search("ranking json", [&] { return application::ranking_json(ranked, tool()); });
    search("ranking csv", [&] { return application::ranking_csv(ranked, tool()); });
    search("ranking page", [&] { return to_text(application::ranking_page(ranked, tool(), true)); });
    search("questions", [&] { return to_text(application::ask_page(ranked, tool())); });
    for (const auto& household : ranked.ranking.households)
      search("explanation", [&] { return to_text(application::explain_page(ranked, tool(), household.id)); });
    const application::CaseFigures figures = application::make_figures(tool(), case_, request_);
    search("figures json", [&] { return application::figures_json(figures, tool()); });
    search("figures csv", [&] { return application::figures_csv(figures, tool()); });
    search("figures page", [&] { return to_text(application::figures_page(figures, tool())); });
  }

  const std::vector<std::string>& telling() const { return telling_; }
  int searched() const { return searched_; }

 private:
  std::string picture(Format format, bool genogram, const layout::Sheet& sheet) const {
    application::MapRequest request{request_, sheet, "", format, 96};
    request.genogram = genogram;
    const application::MapPicture map = application::make_map(tool(), case_, request);
    std::string all = map.bytes + casefile::to_text(map.shown);
    if (map.statistics) all += application::statistics_json(*map.statistics);
    for (const auto& warning : map.warnings)
      for (const auto& [key, argument] : warning.arguments) all += argument.text;
    if (format == Format::pdf) all += as_read(map.bytes);
    return all;
  }

  /// The text that can be searched and copied, the title and author, and the file without compression.
  static std::string as_read(const std::string& pdf) {
    const testing::TemporaryFolder folder;
    const std::string path = folder / "map.pdf";
    std::ofstream(path, std::ios::binary) << pdf;
    std::string text;
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"pdftotext", "-raw", path, "-"}, std::vector<std::string>{"pdfinfo", path},
          std::vector<std::string>{"qpdf", "--qdf", path, "-"}}) {
      const testing::RunResult read = testing::run_program(command);
      if (read.exit_code != 0 || read.out.empty()) throw std::runtime_error(command.front() + ": " + read.err);
      text += read.out;
    }
    return text;
  }

  template <class Make>
  void search(const std::string& name, Make make) {
    try {
      ++searched_;
      if (tells(make())) telling_.push_back(name);
    } catch (const layout::NoRoom&) {
    }
  }

  const casefile::Case& case_;
  Request request_;
  std::vector<std::string> telling_;
  int searched_ = 0;
};

const std::vector<std::string> none;

std::vector<casefile::Case> shipped_cases() {
  std::vector<casefile::Case> cases;
  for (const char* name : {"lille", "freja", "liam", "stor"}) {
    const std::string path = std::string(KREDS_ROOT "/data/cases/") + name + ".json";
    cases.push_back(*casefile::read_case_file(path, tool().vocabulary, *casefile::parse_date("2026-01-01")).value);
  }
  return cases;
}

/// The one whose own picture it would be: somebody who was heard, not the child.
Audience somebody(const casefile::Case& c) {
  for (const auto& interview : c.interviews)
    for (const auto& id : interview.informants)
      if (id != c.child) return {Kind::person, id};
  return {Kind::person, c.people.back().id};
}

Request request_for(const casefile::Case& c, const Audience& audience) {
  return {audience, audience::newest_interview(c, audience)};
}

}  // namespace

TEST_CASE("nothing given out about a shipped case without names tells a name or text or id of it",
          "[application][pseudonyms]") {
  for (const casefile::Case& shipped : shipped_cases()) {
    const casefile::Case c = with_tokens(shipped);
    CAPTURE(shipped.number);
    for (const Audience& who :
         {Audience{Kind::professional, {}}, Audience{Kind::casefile, {}}, Audience{Kind::family, {}}, somebody(c)}) {
      const Request request = request_for(c, who);
      REQUIRE(request.as_of);
      CAPTURE(audience::to_text(who));
      const Nameless nameless = nameless_for(c, request);
      // The filter has done its work: asked again, as the commands do, it finds nothing more.
      CHECK(audience::for_audience(nameless.c, nameless.request.audience, tool().vocabulary, *request.as_of) ==
            nameless.c);
      Searching searching(nameless.c, nameless.request);
      searching.pictures({Format::svg, Format::dot}, layout::projector_sheet());
      if (who.kind == Kind::professional || c.people.size() < 10)
        searching.pictures({Format::pdf, Format::png}, layout::a4_sheet(false));
      if (who.kind == Kind::professional) searching.reports();
      CHECK(searching.telling() == none);
      CHECK(searching.searched() >= (who.kind == Kind::professional ? 16 : 4));
    }
  }
}

TEST_CASE("nothing given out about a made-up case without names tells a name or text or id of it",
          "[application][pseudonyms]") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const casefile::Case c = with_tokens(casefile::random_case(seed, 4 + static_cast<int>(seed % 11)));
    constexpr Kind kinds[] = {Kind::professional, Kind::casefile, Kind::family};
    const Audience who{kinds[seed % 3], {}};
    const Request request = request_for(c, who);
    if (!request.as_of) continue;
    CAPTURE(seed, audience::to_text(who));
    const Nameless nameless = nameless_for(c, request);
    Searching searching(nameless.c, nameless.request);
    searching.pictures({Format::svg, Format::dot}, layout::projector_sheet());
    if (seed % 10 == 0) searching.pictures({Format::pdf}, layout::a4_sheet(false));
    if (who.kind == Kind::professional) searching.reports();
    CHECK(searching.telling() == none);
  }
}

TEST_CASE("the same search finds the names of a case that has them in every output that shows people",
          "[application][pseudonyms]") {
  const casefile::Case c = with_tokens(shipped_cases()[0]);
  Searching searching(c, request_for(c, {Kind::professional, {}}));
  searching.pictures({Format::svg, Format::dot, Format::pdf}, layout::a4_sheet(false));
  searching.reports();
  CHECK(searching.telling().size() == static_cast<std::size_t>(searching.searched()));
}

TEST_CASE("a case without names is the same network with the same people in the same rings",
          "[application][pseudonyms]") {
  std::vector<casefile::Case> cases = shipped_cases();
  for (std::uint64_t seed = 0; seed < 20; ++seed) cases.push_back(casefile::random_case(seed, 12));
  for (const casefile::Case& c : cases) {
    const Request request = request_for(c, {Kind::professional, {}});
    CAPTURE(c.number);
    const auto before = application::analyse(tool(), c, request);
    const auto after = application::analyse(tool(), nameless_for(c, request).c, request);
    REQUIRE(after.network.people.size() == before.network.people.size());
    for (std::size_t i = 0; i < before.network.people.size(); ++i) {
      const auto &one = before.network.people[i], &same = after.network.people[i];
      CAPTURE(i);
      CHECK(same.ring == one.ring);
      CHECK(same.sector == one.sector);
      CHECK(same.adult == one.adult);
      CHECK(same.dead == one.dead);
      CHECK(same.professional == one.professional);
      // A birth known to lie in a year, or in a wider span, is no rougher than it was.
      if (one.person.birth && one.person.birth->exact() && !one.person.expected) CHECK(same.age == one.age);
    }
    CHECK(after.network.households.size() == before.network.households.size());
    CHECK(after.strengths.size() == before.strengths.size());
  }
}
