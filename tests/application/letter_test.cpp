// The letter to the child: what it says of wishes with a condition, and to a child that nobody has talked with.
#include <catch2/catch.hpp>

#include "kreds/application/report.hpp"
#include "kreds/publishing/lix.hpp"
#include "kreds/publishing/markdown.hpp"
#include "support/case_builder.hpp"

namespace {

using namespace kreds;
using testing::CaseBuilder;

const application::Tool& tool() {
  static const application::Tool loaded = [] {
    const application::Installation here = application::find_installation(KREDS_ROOT "/build/release/kreds");
    return application::load_tool(here, application::load_words(here, "da"));
  }();
  return loaded;
}

std::string letter(const casefile::Case& c) {
  application::ReportRequest request;
  request.kind = application::ReportKind::letter;
  request.sampling.draws = 200;
  const auto document = application::make_report(tool(), c, request).document;
  CHECK(publishing::lix(publishing::running_texts(document)) <= 30);
  return publishing::to_markdown(document);
}

bool holds(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

/// A child with a mother, a grandmother who lives with her husband, and an uncle who lives alone.
std::string of_wish(const std::string& gender, const std::string& statement) {
  CaseBuilder builder("bo name=Bo born=2015-05-14");
  builder.people("mor name=Anna female role=mor; karen name=Karen born=1962 female role=mormor")
      .people("ole name=Ole born=1960 male role=mormors_mand; per name=Per born=1980 male role=morbror")
      .households("h1 name=\"Karen og Ole\"; h2 name=Per")
      .on("2024-02-06 bo", "residence karen h1; residence ole h1; residence per h2; " + statement);
  casefile::Case c = builder.build();
  for (casefile::Person& person : c.people)
    if (person.id == "bo")
      person.gender = gender == "boy"    ? casefile::Gender::male
                      : gender == "girl" ? casefile::Gender::female
                                         : casefile::Gender::unknown;
  return letter(c);
}

}  // namespace

TEST_CASE("the condition of a wish comes first and speaks to the child", "[application][report][letter]") {
  const std::string wish = R"(wish first_wish h1 condition="hvis han ikke kan bo hos mor")";
  CHECK(holds(of_wish("boy", wish), "- Hvis du ikke kan bo hos mor, vil du gerne bo hos Karen og Ole.\n"));
  CHECK(holds(of_wish("girl", R"(wish another_possibility h1 condition="ellers, hvis det passer hende")"),
              "- Ellers, hvis det passer dig, kan du også godt bo hos Karen og Ole.\n"));
  CHECK(holds(of_wish("", R"(wish first_wish h1 condition="hvis jeg må have min hund med")"),
              "- Hvis du må have din hund med, vil du gerne bo hos Karen og Ole.\n"));
  CHECK(holds(of_wish("", R"(wish another_possibility h1 condition=ellers)"),
              "- Ellers kan du også godt bo hos Karen og Ole.\n"));
  CHECK(holds(of_wish("", R"(wish first_wish karen topic=contact condition="når mor er træt")"),
              "- Når mor er træt, vil du gerne se Karen.\n"));
}

TEST_CASE("a condition that may speak of somebody else is quoted as it was written", "[application][report][letter]") {
  const auto quoted = [](const std::string& gender, const std::string& condition, const std::string& household = "h1") {
    const std::string text = of_wish(gender, "wish first_wish " + household + " condition=\"" + condition + "\"");
    INFO(text);
    return holds(text, "- Vi skrev: »" + condition + "«. Så vil du gerne bo hos ");
  };
  CHECK(quoted("", "hvis han ikke kan bo hos mor"));           // the child's gender is not told
  CHECK(quoted("girl", "hvis han flytter ind"));               // somebody else
  CHECK(quoted("boy", "hvis Ole siger, at han må"));           // Ole, perhaps
  CHECK(quoted("boy", "hvis mormors mand siger, at han må"));  // the same by what he is
  CHECK(quoted("boy", "hvis han får tid", "h2"));              // Per, who lives alone, perhaps
  CHECK(quoted("boy", "hvis hans hund må komme med"));         // din, dit or dine
  CHECK(quoted("boy", "hvis Bo må være med"));
  CHECK_FALSE(quoted("boy", "hvis han ikke kan bo hos mor"));
  CHECK(holds(of_wish("boy", R"(wish yes_when_asked h1 condition="men ikke hele tiden")"),
              "- Du kan også godt bo hos Karen og Ole. Vi skrev: »men ikke hele tiden«.\n"));
}

TEST_CASE("of a wish that has changed the letter holds the last word", "[application][report][letter]") {
  const casefile::Case c = CaseBuilder("bo born=2015-05-14")
                               .people("karen name=Karen role=mormor; per name=Per role=morbror")
                               .households("h1 name=Karen; h2 name=Per")
                               .on("2024-02-05 bo", "wish first_wish h1; wish hesitant h2")
                               .on("2024-05-05 bo", "wish no h1; wish first_wish h2")
                               .build();
  const std::string text = letter(c);
  CHECK_FALSE(holds(text, "Karen"));
  CHECK(holds(text, "Du vil gerne bo hos Per."));
}

TEST_CASE("what others say that the child wishes is not what it told", "[application][report][letter]") {
  const casefile::Case c = CaseBuilder("bo born=2015-05-14")
                               .people("mor name=Anna role=mor; karen name=Karen role=mormor")
                               .households("h1 name=Karen")
                               .on("2024-02-05 bo", "tie bo karen emotional=3")
                               .on("2024-02-06 mor", "wish first_wish h1")
                               .build();
  CHECK_FALSE(holds(letter(c), "Du vil gerne bo hos"));
}

TEST_CASE("a child that nobody has talked with is told of no next time", "[application][report][letter]") {
  const casefile::Case c = CaseBuilder("bo born=2015-05-14")
                               .people("mor name=Anna role=mor")
                               .on("2024-02-05 mor", "tie bo mor emotional=3")
                               .build();
  const std::string text = letter(c);
  INFO(text);
  CHECK(holds(text, "Vi har ikke talt med dig endnu. Det vil vi gerne."));
  for (const char* words : {"igen", "næste gang", "Det har du sagt", "skrevet mere ned", "Tak for det"})
    CHECK_FALSE(holds(text, words));
}

TEST_CASE("from fifteen on the letter says that the child is asked as well", "[application][report][letter]") {
  const auto born = [](const std::string& year) {
    return letter(
        CaseBuilder("bo born=" + year).people("mor role=mor").on("2024-02-05 bo", "tie bo mor ring=1").build());
  };
  CHECK(holds(born("2009-02-05"), "skal vi også spørge dig, om du siger ja"));
  CHECK_FALSE(holds(born("2009-02-05"), "de voksne, der bestemmer"));
  CHECK(holds(born("2009-02-06"), "Det er de voksne, der bestemmer til sidst"));
}

TEST_CASE("a letter claims to hold only part of what was told where it does", "[application][report][letter]") {
  const auto told = [](const std::string& statements) {
    return letter(CaseBuilder("bo born=2015-05-14")
                      .people("karen name=Karen role=mormor")
                      .households("h1 name=Karen")
                      .on("2024-02-05 bo", statements)
                      .build());
  };
  const std::string only = told("wish first_wish h1");
  CHECK(holds(only, "Det har du sagt til os"));
  CHECK_FALSE(holds(only, "skrevet"));
  CHECK(holds(told("wish first_wish h1; tie bo karen ring=1"), "Vi har skrevet mere ned, end der står her."));
  const std::string nothing = told("");
  CHECK(holds(nothing, "## Fortæl os gerne"));
  CHECK_FALSE(holds(nothing, "Det har du sagt"));
  CHECK_FALSE(holds(nothing, "skrevet"));
  CHECK(holds(told("tie bo karen ring=1"), "Vi har skrevet ned, hvad du sagde."));
}
