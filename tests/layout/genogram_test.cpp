#include "kreds/layout/genogram.hpp"

#include <catch2/catch.hpp>

#include "genogram_support.hpp"

using namespace kreds;
using namespace kreds::testing;
using layout::GenogramContent;
using layout::Shape;

TEST_CASE("the genogram of Liam shows every couple and every child line of the notes and no other",
          "[layout][genogram]") {
  const std::string audience = GENERATE("family", "casefile", "handover", "professional", "person:karen");
  CAPTURE(audience);
  const GenogramContent content = genogram_of(shipped_case("liam"), audience);
  // »Karen og Karens mand Ole« · »Line bor i Hjørring med Jonas og børnene« · »Papfar Mikkel boede sammen med Anna og
  // Liam 2018 til 2022« · »Mikkel og kæresten Sara« in one flat. Whether Anna and Dennis were a couple is not said.
  CHECK(couples(content) == Lines{"Karen+Ole married", "Jonas+Line cohabiting", "Anna+Mikkel was cohabiting 2018–2022",
                                  "Mikkel+Sara cohabiting", "Anna+Dennis parents"});
  // »Ole er ikke Annas far«: Anna hangs from Karen alone. Nobody says whose daughter Line is.
  CHECK(children(content) == Lines{"Liam child Anna+Dennis", "Liam step Mikkel from Anna+Mikkel", "Anna child Karen",
                                   "Emma child Jonas+Line", "Noah child Jonas+Line",
                                   "Barn på vej biological Mikkel+Sara", "Oskar child Trine"});
  CHECK(brackets(content) == Lines{"Anna+Line", "Dennis+Peter"});
  CHECK(homes(content) ==
        Lines{"Anna+Liam", "Karen+Ole, Liam by part", "Emma+Jonas+Line+Noah", "Barn på vej+Mikkel+Sara"});
  CHECK(content.loose.empty());
  CHECK(content.people.size() == 15);  // 19 people without Bølle, Camilla, Mette and Henrik, who have no kin here
}

TEST_CASE("the generations of Liam stand in rows with the oldest sibling left and couples side by side",
          "[layout][genogram]") {
  const GenogramContent content = genogram_of(shipped_case("liam"), GENERATE("family", "casefile"));
  const auto sheet = GENERATE(layout::projector_sheet(), layout::a4_sheet(false));
  // Line (34) left of Anna (29), Peter (41) left of Dennis (33), Emma (7) left of Noah (4). Trine (39) and Oskar (8)
  // are a family of their own, beside people of about their age.
  CHECK(rows(content, laid_out(content, sheet)) ==
        std::vector<std::string>{"Ole Karen", "Jonas Line Peter Dennis Anna Mikkel Sara Trine",
                                 "Emma Noah Liam Barn på vej Oskar"});
}

TEST_CASE("the genogram of Freja shows both homes and both sets of parents", "[layout][genogram]") {
  const std::string audience = GENERATE("family", "casefile", "professional");
  CAPTURE(audience);
  const GenogramContent content = genogram_of(shipped_case("freja"), audience);
  // »Forældrene er skilt i 2016« · »Kenneth, som bor hos mor« · Dorthe and Per, Bente and Søren live together.
  CHECK(couples(content) == Lines{"Susanne+Thomas divorced skilt 2016", "Kenneth+Susanne cohabiting",
                                  "Bente+Søren cohabiting", "Dorthe+Per cohabiting"});
  // Freja lives with Ida's parents, three weeks before 28 August 2023 and on: they care for her now.
  CHECK(children(content) == Lines{"Freja child Susanne+Thomas", "Freja lives with Bente+Søren fra 2023",
                                   "Villads child Kenneth+Susanne", "Thomas child Inge", "Ida child Bente+Søren"});
  CHECK(brackets(content) == Lines{"Dorthe+Susanne"});
  // Where Villads lives is not told. Thomas and Inge live alone.
  CHECK(homes(content) == Lines{"Kenneth+Susanne", "Bente+Freja+Ida+Søren", "Dorthe+Per"});
  CHECK(content.people.size() == 11);  // 13 without Mathias and Lotte
  // Susanne (44) left of Dorthe (40); Thomas, until 2016, left of Kenneth; Freja (15) left of her half-brother (0).
  CHECK(rows(content, laid_out(content, layout::projector_sheet())) ==
        std::vector<std::string>{"Inge", "Søren Bente Thomas Susanne Kenneth Dorthe Per", "Ida Freja Villads"});
}

TEST_CASE("the large case shows adoption and foster care and step-parents and the dead", "[layout][genogram]") {
  const GenogramContent content = genogram_of(shipped_case("stor"), "casefile");
  const Lines lines = children(content), pairs = couples(content);
  for (const char* line :
       {"Selma biological Emre+Rikke", "Selma step Torben from Rikke+Torben", "Selma step Maja from Emre+Maja fra 2020",
        "Sofus biological Rikke+Torben", "Mila biological Emre+Maja", "Elias biological Maja", "Tilde child Bettina",
        "Anton adoptive Mads+Signe fra 2018", "Karla biological Mads+Signe", "Allan foster Ellen+Poul 1992–2001",
        "Rikke biological Ellen+Poul"}) {
    CAPTURE(line);
    CHECK(lines.count(line) == 1);
  }
  for (const char* line : {"Emre+Rikke divorced gift 2010 skilt 2017", "Ellen+Poul married gift 1978–2021",
                           "Rikke+Torben was cohabiting 2018–2022", "Emre+Maja married gift 2020",
                           "Hatice+Mehmet married gift ca. 1980", "Daniel+Grace parents"}) {
    CAPTURE(line);
    CHECK(pairs.count(line) == 1);
  }
  CHECK(brackets(content) == Lines{"Aylin+Emre", "Bodil+Ellen"});
  const auto& poul = content.people[person_called(content, "Poul")];
  CHECK(poul.mark.dead);
  CHECK(poul.born == "1955");
  CHECK(poul.died == "2021");
  CHECK(joined(content, content.loose) == "Navn ukendt");  // the father's cousin in Izmir: how related is not told
  CHECK(content.people[content.loose.front()].mark.unknown);
}

TEST_CASE("a family sees one shape and the year of death in words and no cross", "[layout][genogram]") {
  const GenogramContent content = genogram_of(shipped_case("stor"), "family");
  for (const auto& person : content.people) {
    CHECK(person.mark.shape == Shape::circle);
    CHECK_FALSE(person.mark.dead);
    CHECK(person.died.empty());
  }
  CHECK(content.people[person_called(content, "Poul")].mark.role.find("død 2021") != std::string::npos);
}

TEST_CASE("who may not be shown leaves neither a symbol nor a line nor a gap", "[layout][genogram]") {
  const auto family = [](const std::string& more_people, const std::string& more_lines) {
    return CaseBuilder("liam born=2015-05-14")
        .people("anna role=mor" + more_people)
        .on("2024-02-05 anna", "parent anna liam" + more_lines)
        .build();
  };
  const auto shown = genogram_of(family("", ""), "family");
  const auto hidden = genogram_of(family("; karen hidden role=mormor", "; parent karen anna"), "family");
  CHECK(children(hidden) == children(shown));
  CHECK(hidden.people.size() == shown.people.size());
  CHECK(genogram_of(family("; karen hidden role=mormor", "; parent karen anna"), "professional").people.size() == 3);
}

TEST_CASE("siblings without known parents hang from nobody", "[layout][genogram]") {
  const GenogramContent content =
      genogram_of(CaseBuilder("liam born=2015-05-14")
                      .people("ea born=2012-01-01 role=søster; bo born=2010-01-01 role=bror")
                      .on("2024-02-05 liam", "siblings liam ea kind=full; siblings ea bo kind=full")
                      .build(),
                  "casefile");
  CHECK(content.people.size() == 3);
  CHECK(content.couples.empty());
  CHECK(content.children.empty());
  CHECK(brackets(content) == Lines{"bo+ea+liam"});  // full siblings of full siblings
  const auto layout = laid_out(content, layout::projector_sheet());
  CHECK(rows(content, layout) == std::vector<std::string>{"bo ea liam"});
}

TEST_CASE("half-siblings of half-siblings are not told to be siblings", "[layout][genogram]") {
  const GenogramContent content =
      genogram_of(CaseBuilder("liam born=2015-05-14")
                      .people("ea; bo")
                      .on("2024-02-05 liam", "siblings liam ea kind=half; siblings ea bo kind=half")
                      .build(),
                  "casefile");
  CHECK(brackets(content) == Lines{"ea+liam", "bo+ea"});
}

TEST_CASE("children of one birthday and the same parents are twins and others are not", "[layout][genogram]") {
  const auto twins = [](const std::string& other) {
    return genogram_of(CaseBuilder("liam born=2015-05-14")
                           .people("anna; ea born=" + other)
                           .on("2024-02-05 anna", "parent anna liam; parent anna ea")
                           .build(),
                       "casefile");
  };
  CHECK(twins("2015-05-14").children[0].twin == twins("2015-05-14").children[1].twin);
  CHECK(twins("2015-05-14").children[0].twin.has_value());
  CHECK_FALSE(twins("2015-05").children[0].twin.has_value());
  CHECK_FALSE(twins("8@2024-02-05").children[0].twin.has_value());
}

TEST_CASE("a couple that lives at two addresses is not drawn as living together", "[layout][genogram]") {
  const auto kind_of = [](const std::string& where) {
    return couples(genogram_of(CaseBuilder("liam born=2015-05-14")
                                   .people("anna; bo")
                                   .households("h1; h2")
                                   .on("2024-02-05 anna",
                                       "parent anna liam; partners anna bo kind=couple; "
                                       "residence anna h1; residence bo " +
                                           where)
                                   .build(),
                               "casefile"));
  };
  CHECK(kind_of("h2") == Lines{"anna+bo couple"});
  CHECK(kind_of("h1") == Lines{"anna+bo cohabiting"});
}
