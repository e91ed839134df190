#include <catch2/catch.hpp>
#include <set>

#include "kreds/application/report.hpp"
#include "kreds/publishing/html.hpp"
#include "kreds/publishing/lix.hpp"
#include "kreds/publishing/markdown.hpp"
#include "support/secret_case.hpp"

namespace {

using namespace kreds;
using application::ReportFormat;
using application::ReportKind;
using application::ReportRequest;
using application::Tool;

const Tool& tool(const std::string& language = "da") {
  static std::map<std::string, Tool> loaded;
  const auto found = loaded.find(language);
  if (found != loaded.end()) return found->second;
  const application::Installation here = application::find_installation(KREDS_ROOT "/build/release/kreds");
  return loaded.emplace(language, application::load_tool(here, application::load_words(here, language))).first->second;
}

casefile::Case shipped(const std::string& name) {
  const auto read = casefile::read_case_file(KREDS_ROOT "/data/cases/" + name + ".json", tool().vocabulary,
                                             *casefile::parse_date("2024-09-01"));
  REQUIRE(read.value.has_value());
  return *read.value;
}

ReportRequest request(ReportKind kind, casefile::Id person = {}) {
  ReportRequest made;
  made.kind = kind;
  made.person = std::move(person);
  made.sampling.draws = 200;
  return made;
}

std::string markdown(const casefile::Case& c, const ReportRequest& wanted) {
  return publishing::to_markdown(application::make_report(tool(), c, wanted).document);
}

/// What stands before the confidential appendix.
std::string main_part(const std::string& text) {
  return text.substr(0, text.find("\n---\n"));
}

/// The case in which what belongs to a matter that somebody must not be told had never been written.
casefile::Case without_secret_matters(const casefile::Case& c) {
  std::set<casefile::Id> gone;
  for (const casefile::Matter& matter : c.matters)
    if (!matter.not_to.empty()) gone.insert(matter.id);
  const std::set<casefile::Id> matters = gone;
  for (const casefile::Interview& interview : c.interviews)
    for (const casefile::Statement& statement : interview.statements)
      for (const casefile::Id& matter : statement.matters)
        if (matters.contains(matter)) gone.insert(statement.id);
  REQUIRE(!gone.empty());
  return casefile::without(c, gone);
}

const std::vector<ReportKind> kinds = {ReportKind::handover,   ReportKind::casefile,
                                       ReportKind::conference, ReportKind::conference_operator,
                                       ReportKind::letter,     ReportKind::person};

}  // namespace

TEST_CASE("the letter to the child is easy to read", "[application][report][lix]") {
  for (const char* name : {"liam", "freja", "lille"}) {
    const auto letter = application::make_report(tool(), shipped(name), request(ReportKind::letter));
    const auto texts = publishing::running_texts(letter.document);
    CAPTURE(name, publishing::to_markdown(letter.document));
    CHECK(texts.size() > 10);
    CHECK(publishing::lix(texts) <= 30);
  }
}

TEST_CASE("no report tells a matter to those who must not know it", "[application][report][non-interference]") {
  const casefile::Case liam = shipped("liam");
  const casefile::Case open = without_secret_matters(liam);
  for (const ReportKind kind : {ReportKind::casefile, ReportKind::conference, ReportKind::letter})
    CHECK(markdown(liam, request(kind)) == markdown(open, request(kind)));
  CHECK(markdown(liam, request(ReportKind::person, "anna")) == markdown(open, request(ReportKind::person, "anna")));
  const std::string handover = markdown(liam, request(ReportKind::handover));
  CHECK(handover.find("FORTROLIGT BILAG") != std::string::npos);
  CHECK(main_part(handover) == main_part(markdown(open, request(ReportKind::handover))));
}

TEST_CASE("what is not to be told stands in the appendix with why and to whom", "[application][report]") {
  const std::string handover = markdown(shipped("liam"), request(ReportKind::handover));
  const std::string appendix = handover.substr(handover.find("FORTROLIGT BILAG"));
  for (const char* words : {"Lørdagene hos Mikkel", "Anna (mor)", "Det må mor ikke vide", "pizza", "aktindsigt"})
    CHECK(appendix.find(words) != std::string::npos);
  for (const char* words : {"Lørdagene hos Mikkel", "pizza", "Det må mor ikke vide"})
    CHECK(main_part(handover).find(words) == std::string::npos);
}

TEST_CASE("every report given out is what it were had the hidden things never been written",
          "[application][report][non-interference]") {
  using audience::Kind;
  for (const auto& [kind, report] : std::vector<std::pair<Kind, ReportKind>>{{Kind::family, ReportKind::conference},
                                                                             {Kind::casefile, ReportKind::casefile},
                                                                             {Kind::casefile, ReportKind::handover},
                                                                             {Kind::person, ReportKind::person}})
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
      const testing::SecretCase pair = testing::secret_case(seed, kind);
      CAPTURE(seed, audience::to_text(pair.audience));
      ReportRequest wanted = request(report, pair.audience.person);
      wanted.as_of = pair.as_of;
      const auto written = [&](const casefile::Case& c) -> std::string {
        try {
          const auto made = application::make_report(tool(), c, wanted).document;
          if (report == ReportKind::handover) return main_part(publishing::to_markdown(made));
          return publishing::to_markdown(made) + publishing::to_html(made);
        } catch (const application::NoInterview&) {
          return "no interview";
        }
      };
      const std::string told = written(pair.with_secrets);
      CHECK((told == written(pair.open)));
      for (const std::string& token : pair.tokens) CHECK(told.find(token) == std::string::npos);
    }
}

TEST_CASE("what is for the leader of the meeting alone is not in what is handed out", "[application][report]") {
  const std::string handed_out = markdown(shipped("freja"), request(ReportKind::conference));
  const std::string alone = markdown(shipped("freja"), request(ReportKind::conference_operator));
  for (const char* words : {"frygt", "konflikt", "2023-0842", "Attest", "attest"}) {
    CAPTURE(words);
    CHECK(handed_out.find(words) == std::string::npos);
  }
  CHECK(alone.find("frygt") != std::string::npos);
  CHECK(alone.find("Lotte med til familierådslagningen") != std::string::npos);
}

TEST_CASE("the family has its plan on one empty sheet", "[application][report]") {
  const auto document = application::make_report(tool(), shipped("liam"), request(ReportKind::conference)).document;
  const auto last_break = std::find_if(document.blocks.rbegin(), document.blocks.rend(), [](const auto& block) {
    return std::holds_alternative<publishing::PageBreak>(block);
  });
  REQUIRE(last_break != document.blocks.rend());
  for (auto block = document.blocks.rbegin(); block != last_break; ++block)
    if (const auto* table = std::get_if<publishing::Table>(&*block))
      for (const auto& row : table->rows)
        for (const auto& cell : row) CHECK(cell.empty());
}

TEST_CASE("the plan that the family made stands on the sheet and in the reports of those who may know it",
          "[application][report]") {
  casefile::Case c = shipped("liam");
  casefile::Statement said;
  said.id = "s900";
  said.by = {"karen"};
  said.body = casefile::Plan{{},
                             {{{"karen", "ole"}, "henter Liam i skole", "hver tirsdag", ""},
                              {{"mikkel"}, "læser lektier med Liam", "", ""},
                              {{}, "betaler buskort", "hver måned", "kommunen"}},
                             "Så sover Liam hos Karen.",
                             "Mette",
                             casefile::parse_approximate("2024-08-15"),
                             {{"karen", "", casefile::parse_date("2024-05-02")}, {"", "Rådgiver Lise", {}}}};
  casefile::Interview meeting;
  meeting.id = "i900";
  meeting.date = *casefile::parse_date("2024-05-02");
  meeting.kind = casefile::InterviewKind::meeting;
  meeting.informants = {"karen"};
  meeting.statements = {said};
  c.interviews.push_back(meeting);

  for (const ReportKind kind : {ReportKind::conference, ReportKind::handover, ReportKind::casefile}) {
    const std::string text = markdown(c, request(kind));
    INFO(text);
    for (const char* words : {"henter Liam i skole", "Karen og Ole", "hver tirsdag", "kommunen", "betaler buskort",
                              "Så sover Liam hos Karen.", "15. august 2024", "Rådgiver Lise", "2. maj 2024"})
      CHECK(text.find(words) != std::string::npos);
  }
  const std::string mikkels = markdown(c, request(ReportKind::person, "mikkel"));
  CHECK(mikkels.find("læser lektier med Liam") != std::string::npos);
  CHECK(mikkels.find("henter Liam i skole") == std::string::npos);
  CHECK(markdown(c, request(ReportKind::person, "anna")).find("betaler buskort") == std::string::npos);
  CHECK(markdown(c, request(ReportKind::handover)).find("Familien har lavet sin egen plan.") != std::string::npos);
}

TEST_CASE("a character that no font has is told with the name that holds it", "[application][report]") {
  casefile::Case c = shipped("liam");
  for (casefile::Person& person : c.people)
    if (person.id == "trine") person.name = "Trine \xF0\x93\x80\x80";  // a hieroglyph
  const auto told =
      application::unknown_glyphs(tool(), application::make_report(tool(), c, request(ReportKind::casefile)));
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == "missing_glyph");
  CHECK(told[0].arguments.at("name").text == "Trine \xF0\x93\x80\x80");
  const auto none = application::unknown_glyphs(
      tool(), application::make_report(tool(), shipped("liam"), request(ReportKind::casefile)));
  CHECK(none.empty());
}

TEST_CASE("a letter says neither what the child refuses nor whom it fears", "[application][report]") {
  const std::string letter = markdown(shipped("freja"), request(ReportKind::letter));
  for (const char* words : {"Kenneth", "bange", "Thomas", "2023-0842", "helt ude"})
    CHECK(letter.find(words) == std::string::npos);
  CHECK(letter.find("Villads") != std::string::npos);
}

TEST_CASE("references to the law say that nobody has checked them", "[application][report]") {
  const std::string handover = markdown(shipped("liam"), request(ReportKind::handover));
  CHECK(handover.find("ikke efterprøvet") != std::string::npos);
  CHECK(handover.find("§ 43, stk. 1, nr. 4") != std::string::npos);
}

TEST_CASE("steps of which nothing is written are said not to stand in the case file", "[application][report]") {
  const std::string handover = markdown(shipped("liam"), request(ReportKind::handover));
  CHECK(
      handover.find("<br>Kontrakt<br>Gennemgang af kontrakten<br>Plan med mål for barnet<br>Grundkursus | står ikke i "
                    "sagen |") != std::string::npos);
  CHECK(handover.find("| Grundkursus | foreslået (Mikkel og Sara, 11. marts 2024) |") != std::string::npos);
  CHECK(handover.find("| Første besøg | 4. marts 2024 |") != std::string::npos);
}

TEST_CASE("a hostile name stays a name in every report and format", "[application][report][hostile]") {
  casefile::Case c = shipped("liam");
  for (casefile::Person& person : c.people)
    if (person.id != "liam") person.name = "<script>x</script>|*[y](http://z)*" + person.id;
  for (const ReportKind kind : kinds) {
    const auto document =
        application::make_report(tool(), c, request(kind, kind == ReportKind::person ? "karen" : "")).document;
    CHECK(application::write_report(tool(), document, ReportFormat::html).find("<script") == std::string::npos);
    const std::string text = application::write_report(tool(), document, ReportFormat::markdown);
    for (std::size_t at = text.find("<script"); at != std::string::npos; at = text.find("<script", at + 1))
      CHECK(text[at - 1] == '\\');
    CHECK(application::write_report(tool(), document, ReportFormat::pdf).starts_with("%PDF"));
  }
}

TEST_CASE("every report has words in every language", "[application][report]") {
  for (const char* language : {"da", "en"})
    for (const char* name : {"liam", "freja", "lille"})
      for (const ReportKind kind : kinds) {
        const casefile::Case c = shipped(name);
        CAPTURE(language, name, static_cast<int>(kind));
        const auto document =
            application::make_report(tool(language), c, request(kind, kind == ReportKind::person ? c.child : ""))
                .document;
        for (const std::string& text : publishing::running_texts(document)) {
          CAPTURE(text);
          // A missing word shows as its key in « ».
          for (const char* key : {"«dossier.", "«handover.", "«letter.", "«person.", "«conference.", "«operator.",
                                  "«wish.", "«law.", "«approval.", "«follow_up.", "«consent.", "«statement.", "«rank."})
            CHECK(text.find(key) == std::string::npos);
        }
      }
}

TEST_CASE("what is given to a person speaks to that person", "[application][report]") {
  const auto to = [](const std::string& name, const casefile::Id& person) {
    return markdown(shipped(name), request(ReportKind::person, person));
  };
  const auto holds = [](const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
  };
  // A parent's own view of a household is not about »jer«, and what she wishes is that he lives there.
  const std::string anna = to("liam", "anna");
  CHECK(holds(anna, "- Hvad du tænker om, at Liam bor hos Line og Jonas: Er imod"));
  CHECK(holds(anna, "- Karen og Ole: Barnet bor eller kommer der allerede: Overnatter jævnligt"));
  CHECK(holds(anna, "- Dit ønske: at Liam bor hos Karen og Ole – første ønske"));
  CHECK(holds(anna, "»Der er ikke noget netværk.«, taget tilbage i samme samtale"));
  CHECK(holds(anna, "- Du og Line: alvorlig konflikt og ses aldrig"));
  CHECK_FALSE(holds(anna, "jer:"));
  CHECK_FALSE(holds(anna, "- Anna –"));
  // The child itself is not »barnet«, and what was until October is told apart from what is now.
  const std::string freja = to("freja", "freja");
  CHECK(holds(freja, "- Du og Kenneth: du er utryg eller bange"));
  CHECK(holds(freja, "- Du og Ida: hyppige konflikter, indtil oktober 2023"));
  CHECK(holds(freja, "- Du og Mathias: ikke med på kortet (15. november 2023)"));
  CHECK(holds(freja, "- Du lagde Ida, Inge og Villads på kortet: »inderst« (28. august 2023)"));
  CHECK_FALSE(holds(freja, "barnet er utrygt"));
  const std::string karen = to("liam", "karen");
  CHECK(holds(karen, "- Din straffeattest: uden bemærkninger"));
  CHECK(holds(karen, "- Plads og bolig: "));  // her own home, without its name
  const std::string susanne = to("freja", "susanne");
  CHECK(holds(susanne, "Er der nogen i netværket, du vil pege på? – det ville du ikke svare på"));
  CHECK(holds(susanne, "»Ingen, ›kun min svigermor Inge, og det var for Frejas skyld‹.«"));
}

TEST_CASE("a household of which nothing is described has nothing that speaks for it", "[application][report]") {
  const std::string handover = markdown(shipped("liam"), request(ReportKind::handover));
  const auto at = handover.find("### Peter");
  REQUIRE(at != std::string::npos);
  const std::string peter = handover.substr(at, handover.find("## Hvis det ikke holder") - at);
  CHECK(peter.find("**Det taler for**\n\n- Intet er skrevet ned.") != std::string::npos);
  CHECK(peter.find("- **Relation:** Peter: ikke beskrevet endnu") != std::string::npos);
  const std::string before = handover.substr(0, at);
  for (auto column = before.find("**Det taler for**"); column != std::string::npos;
       column = before.find("**Det taler for**", column + 1))
    CHECK(before.substr(column, before.find("**Det bekymrer**", column) - column).find("ikke beskrevet") ==
          std::string::npos);
}

TEST_CASE("the same weekends stand once in the week of the child", "[application][report]") {
  const std::string handover = markdown(shipped("liam"), request(ReportKind::handover));
  const auto week = handover.find("## Liams uge");
  const std::string text = handover.substr(week, handover.find("\n## ", week + 1) - week);
  CHECK(text.find("| lørdag | Karen: sover hos Karen og Ole, hver anden uge") != std::string::npos);
  CHECK(text.find("hver anden weekend") == std::string::npos);
}
