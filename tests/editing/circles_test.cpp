#include "kreds/editing/circles.hpp"

#include <catch2/catch.hpp>

#include "desk.hpp"

using namespace kreds;
using namespace kreds::editing;
using namespace kreds::testing;

namespace {

const CircleWords words = {
    {{"inderst", 1}, {"så", 2}, {"længere ude", 3}, {"ikke med", 0}}, {"ny"}, {"og"}, {"nen", "en", "n"}};

Placed circles(const std::string& line, const GivenFields& interview = {}) {
  return place_circles(small_draft(), line, interview, words, desk());
}

/// "karen 1, mor 2": whom the newest conversation places where; 0 is »not in my network«.
std::string placed(const Draft& draft) {
  std::string all;
  for (const auto& s : draft.c.interviews.back().statements) {
    const auto& tie = std::get<casefile::Tie>(s.body);
    all += (all.empty() ? "" : ", ") + tie.b + " " + std::to_string(tie.ring.value.value_or(0));
  }
  return all;
}

}  // namespace

TEST_CASE("the line places exactly these people in a conversation with the child", "[editing][circles]") {
  const Placed result = circles("inderst: mormor Karen, Mikkel; så: mor; længere ude: Henrik fra SFO'en; ikke med: Ole",
                                {{"date", {"12/2 2024"}}, {"kind", {"school"}}});
  const Draft draft = done(result.edited);
  const auto& interview = draft.c.interviews.back();
  CHECK(interview.informants == casefile::Ids{"bo"});
  CHECK(interview.date == day_of("2024-02-12"));
  CHECK(placed(draft) == "karen 1, mikkel 1, mor 2, henrik 3, ole 0");
  CHECK(draft.c.people.size() == 3 + 3);
  CHECK(casefile::find_person(draft.c, "henrik")->role_words == "Henrik fra SFO'en");
  CHECK(casefile::find_person(draft.c, "henrik")->source.by == casefile::Ids{"bo"});
  CHECK(result.not_placed.empty());
}

TEST_CASE("a line may be written as a sentence with ages and roles in their place", "[editing][circles]") {
  const Placed result = circles("Inderst: mormor Karen (62) og mor. Så: nabon Mathias (24), og Ole Dam.",
                                {{"date", {"12/2 2024"}}, {"kind", {"school"}}});
  const Draft draft = done(result.edited);
  CHECK(placed(draft) == "karen 1, mor 1, mathias 2, ole-dam 2");
  const casefile::Person& mathias = *casefile::find_person(draft.c, "mathias");
  CHECK(mathias.role == "nabo");
  CHECK(mathias.birth->age == 24);
  CHECK(mathias.birth->age_at == day_of("2024-02-12"));
  CHECK(mathias.role_words.empty());
}

TEST_CASE("a role alone is somebody whose name is not known", "[editing][circles]") {
  const Placed result = circles("1: farmor");
  const Draft draft = done(result.edited);
  CHECK(draft.c.people.back().name_unknown);
  CHECK(draft.c.people.back().role == "farmor");
  REQUIRE(result.missing.size() == 1);
  CHECK(result.missing[0].keys == std::vector<std::string>{"name", "birth", "household", "frequency", "emotional"});
  CHECK(result.not_placed == casefile::Ids{"mor", "karen"});
}

TEST_CASE("what could be understood in two ways is asked about and nothing is written", "[editing][circles]") {
  const auto code = [](const std::string& line) {
    const Placed result = circles(line);
    CHECK_FALSE(result.edited.draft);
    return code_of(result.edited);
  };
  CHECK(code("inderst: ham fra fodbold") == "circle_person_unclear");
  CHECK(code("inderst: nabo Karen") == "circle_person_known");
  CHECK(code("inderst: Karen, mormor") == "circle_twice");
  CHECK(code("inderst: Bo") == "circle_of_child");
  CHECK(code("i midten: Karen") == "circle_unknown");
  CHECK(code("Karen, Mikkel") == "circle_unknown");
  CHECK(code(" ; ") == "circles_empty");
  CHECK(code("9: Karen") == "ring_out_of_range");
}

TEST_CASE("a name that may be that of somebody known is asked about", "[editing][circles]") {
  for (const char* line :
       {"inderst: Karin", "inderst: mormor Karin", "inderst: Caren", "inderst: Ana", "så: Anna Hølm"}) {
    const Placed result = circles(line);
    INFO(line);
    CHECK_FALSE(result.edited.draft);
    REQUIRE(code_of(result.edited) == "circle_person_near");
  }
  const auto asked = circles("inderst: mormor Karin").edited.diagnostics.front().arguments;
  CHECK(asked.at("near").text == "Karen");
  CHECK(asked.at("id").text == "karen");
  CHECK(asked.at("name").text == "Karin");
}

TEST_CASE("a name that is clearly another is somebody new", "[editing][circles]") {
  // Another first sound, another role to the child, another last name, further apart.
  for (const char* line : {"inderst: Maren", "inderst: veninde Karin", "inderst: Anna Berg", "inderst: Katrine"}) {
    INFO(line);
    CHECK(done(circles(line).edited).c.people.size() == 3 + 1);
  }
}

TEST_CASE("whoever is said to be new is new", "[editing][circles]") {
  const Draft draft = done(circles("inderst: ny:Karin, Ny: mormor Karen; så: karen").edited);
  CHECK(placed(draft) == "karin 1, karen-1 1, karen 2");
  CHECK(casefile::find_person(draft.c, "karen-1")->role == "mormor");
  CHECK(code_of(circles("inderst: ny:").edited) == "circle_person_unclear");
}

TEST_CASE("all that is unclear is asked in one run", "[editing][circles]") {
  CHECK(circles("inderst: ham fra fodbold, nabo Karen, Bo").edited.diagnostics.size() == 3);
}

TEST_CASE("the child must have been heard in the conversation that is named", "[editing][circles]") {
  CHECK(code_of(circles("inderst: Karen", {{"interview", {"i1"}}}).edited) == "child_not_in_interview");
  CHECK(code_of(circles("inderst: Karen", {{"interview", {"i9"}}}).edited) == "name_of_nobody");
}
