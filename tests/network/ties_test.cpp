#include "network_support.hpp"

using namespace kreds::testing;
using kreds::casefile::NoValue;
using kreds::network::InformantKind;
using kreds::network::Part;
using Kinds = kreds::network::InformantKinds;

namespace {

CaseBuilder liam() {
  return CaseBuilder("liam born=2015-05-14")
      .people("anna born=1994 role=mor; karen born=1961 role=mormor; mette born=1978 role=klasselærer; oskar born=2015")
      .households("h-karen; h-anna");
}

double x(const kreds::network::Tie& tie, Part part) {
  REQUIRE(tie.part(part).current.size() == 1);
  return tie.part(part).current.front().x;
}

}  // namespace

TEST_CASE("each part of a tie is read onto the scale from 0 to 1", "[network][ties]") {
  const auto n = network_of(liam().on("2024-02-05 liam",
                                      "tie liam karen ring=2 emotional=3 caregiving=1 conflict=1 often=weekly "
                                      "since=2021-02-05"),
                            "2024-02-05");
  const auto& t = tie(n, "karen", "liam");
  CHECK(x(t, Part::closeness) == Approx(0.8));   // (5 + 1 − 2)/5
  CHECK(x(t, Part::emotional) == Approx(0.75));  // 3/4
  CHECK(x(t, Part::caregiving) == Approx(0.25));
  CHECK(x(t, Part::harmony) == Approx(2.0 / 3));                  // 1 − 1/3
  CHECK(x(t, Part::frequency) == Approx(0.672631).margin(5e-7));  // ln 53 / ln 366
  CHECK(x(t, Part::duration) == Approx(1095 / 365.2425 / 5));     // 1095 days of five years
}

TEST_CASE("frequency terms have the values of the method", "[network][ties]") {
  const std::vector<std::pair<std::string, double>> values = {
      {"daily", 1},         {"several_weekly", .850007}, {"weekly", .672631}, {"fortnightly", .558367},
      {"monthly", .434543}, {"few_yearly", .272664},     {"yearly", .117430}, {"never", 0}};
  for (const auto& [term, value] : values) {
    const auto n = network_of(liam().on("2024-02-05 liam", "tie liam karen often=" + term), "2024-02-05");
    CHECK(x(tie(n, "liam", "karen"), Part::frequency) == Approx(value).margin(5e-7));
  }
}

TEST_CASE("closeness depends on the number of rings of the map", "[network][ties]") {
  const auto n =
      network_of(CaseBuilder("liam", 3).people("karen").on("2024-02-05 liam", "tie liam karen ring=2"), "2024-02-05");
  CHECK(x(tie(n, "liam", "karen"), Part::closeness) == Approx(2.0 / 3));  // (3 + 1 − 2)/3
}

TEST_CASE("asked and none is a number where none makes sense", "[network][ties]") {
  const auto n = network_of(
      liam().on("2024-02-05 liam",
                "tie liam karen ring=none emotional=none caregiving=none conflict=none often=none since=none"),
      "2024-02-05");
  const auto& t = tie(n, "liam", "karen");
  CHECK(x(t, Part::closeness) == 0);
  CHECK(x(t, Part::caregiving) == 0);
  CHECK(x(t, Part::harmony) == 1);  // no conflict
  CHECK(x(t, Part::frequency) == 0);
  CHECK(x(t, Part::duration) == 0);
  CHECK(t.part(Part::emotional).current.empty());  // a feeling is never »none«
  CHECK(t.part(Part::emotional).unanswered.front().why == NoValue::none);
}

TEST_CASE("not asked is kept apart from none and from not mentioned", "[network][ties]") {
  const auto n =
      network_of(liam().on("2024-02-05 liam", "tie liam karen ring=not_asked emotional=would_not_say"), "2024-02-05");
  const auto& t = tie(n, "liam", "karen");
  CHECK(t.part(Part::closeness).current.empty());
  CHECK(t.part(Part::closeness).unanswered.front().why == NoValue::not_asked);
  CHECK(t.part(Part::emotional).unanswered.front().why == NoValue::would_not_say);
  CHECK(t.part(Part::harmony).unanswered.empty());
}

TEST_CASE("a question without an answer does not wipe out what the informant said before", "[network][ties]") {
  const auto n = network_of(liam()
                                .on("2024-02-05 anna", "tie liam karen ring=does_not_know")
                                .on("2024-03-05 anna", "tie liam karen ring=2 emotional=3")
                                .on("2024-04-05 anna", "tie liam karen emotional=not_asked"),
                            "2024-05-01");
  const auto& t = tie(n, "liam", "karen");
  CHECK(x(t, Part::closeness) == Approx(0.8));
  CHECK(t.part(Part::closeness).unanswered.empty());  // answered since
  CHECK(x(t, Part::emotional) == Approx(0.75));
  CHECK(t.part(Part::emotional).unanswered.size() == 1);
}

TEST_CASE("duration counts in full after five years or half the life of an infant", "[network][ties]") {
  // Child 9 months old (275 days): the divisor is its age; known for 100 days: 100/275.
  const auto infant = network_of(
      CaseBuilder("noa born=2023-05-06").people("karen; anna").on("2024-02-05 anna", "tie noa karen since=2023-10-28"),
      "2024-02-05");
  CHECK(x(tie(infant, "noa", "karen"), Part::duration) == Approx(100.0 / 275));
  // Four months old: the divisor stays half a year.
  const auto newborn = network_of(
      CaseBuilder("noa born=2023-10-05").people("karen; anna").on("2024-02-05 anna", "tie noa karen since=2023-10-28"),
      "2024-02-05");
  CHECK(x(tie(newborn, "noa", "karen"), Part::duration) == Approx(100 / 365.2425 / 0.5));
  // Between two others it is always five years.
  const auto others = network_of(
      CaseBuilder("noa born=2023-05-06").people("karen; anna").on("2024-02-05 anna", "tie anna karen since=2023-10-28"),
      "2024-02-05");
  CHECK(x(tie(others, "anna", "karen"), Part::duration) == Approx(100 / 365.2425 / 5));
}

TEST_CASE("duration stops where the tie stopped", "[network][ties]") {
  const auto n =
      network_of(liam().on("2024-02-05 anna", "tie liam karen since=2018-01-01 to=2019-01-01"), "2024-02-05");
  CHECK(x(tie(n, "liam", "karen"), Part::duration) == Approx(365 / 365.2425 / 5));
}

TEST_CASE("known since words without a span gives no number", "[network][ties]") {
  auto c = liam().on("2024-02-05 anna", "tie liam karen ring=2").build();
  auto& t = std::get<kreds::casefile::Tie>(c.interviews[0].statements[0].body);
  t.known_since.value =
      kreds::casefile::ApproximateDate{{}, {}, "for længe siden", kreds::casefile::ApproximateDate::Form::words, 0, {}};
  const auto n = kreds::network::build_network(c, small_vocabulary(), day("2024-02-05"));
  CHECK(tie(n, "liam", "karen").part(Part::duration).current.empty());
}

TEST_CASE("caregiving applies between the child and adults only", "[network][ties]") {
  const auto n = network_of(
      liam().on("2024-02-05 anna",
                "tie liam karen caregiving=2; tie liam oskar caregiving=2 ring=1; tie anna karen caregiving=2 ring=1"),
      "2024-02-05");
  CHECK(tie(n, "liam", "karen").part(Part::caregiving).applicable);
  CHECK_FALSE(tie(n, "liam", "oskar").part(Part::caregiving).applicable);
  CHECK(tie(n, "liam", "oskar").part(Part::caregiving).current.empty());
  CHECK_FALSE(tie(n, "anna", "karen").part(Part::caregiving).applicable);
}

TEST_CASE("the latest word of each informant counts and older ones are history", "[network][ties]") {
  const auto n = network_of(liam()
                                .on("2023-02-05 anna", "tie liam karen ring=1")
                                .on("2024-02-05 anna", "tie karen liam ring=3")
                                .on("2023-12-01 liam", "tie liam karen ring=2"),
                            "2024-03-01");
  const auto& part = tie(n, "liam", "karen").part(Part::closeness);
  CHECK(statements(part.current) == Names{"s003", "s002"});  // by day said
  CHECK(statements(part.history) == Names{"s001"});
  CHECK(statements(tie(n, "liam", "karen").statements) == Names{"s001", "s003", "s002"});
}

TEST_CASE("of one informant and day the lowest id counts", "[network][ties]") {
  const auto n =
      network_of(liam().on("2024-02-05 anna", "tie liam karen ring=4 id=b; tie liam karen ring=2 id=a"), "2024-03-01");
  CHECK(statements(tie(n, "liam", "karen").part(Part::closeness).current) == Names{"a"});
}

TEST_CASE("a joint statement counts once and as long as it is the latest of one of its informants", "[network][ties]") {
  const CaseBuilder first = liam().on("2024-02-05 mette anna", "tie liam karen emotional=4");
  const auto joint = tie(network_of(first, "2024-06-01"), "liam", "karen").part(Part::emotional);
  REQUIRE(joint.current.size() == 1);
  CHECK(joint.current[0].kinds == Kinds{InformantKind::professional, InformantKind::parent});

  const CaseBuilder second = CaseBuilder(first).on("2024-03-05 anna", "tie liam karen emotional=2");
  const auto both = tie(network_of(second, "2024-06-01"), "liam", "karen").part(Part::emotional);
  CHECK(statements(both.current) == Names{"s001", "s002"});

  const CaseBuilder third = CaseBuilder(second).on("2024-04-05 mette", "tie liam karen emotional=3");
  const auto replaced = tie(network_of(third, "2024-06-01"), "liam", "karen").part(Part::emotional);
  CHECK(statements(replaced.current) == Names{"s002", "s003"});
  CHECK(statements(replaced.history) == Names{"s001"});
}

TEST_CASE("a later memory of an earlier time does not replace a word about now", "[network][ties]") {
  const auto n = network_of(liam()
                                .on("2024-02-05 anna", "tie liam karen conflict=0")
                                .on("2024-03-05 anna", "tie liam karen conflict=3 from=2019 to=2020"),
                            "2024-04-01");
  const auto& part = tie(n, "liam", "karen").part(Part::harmony);
  CHECK(statements(part.current) == Names{"s001"});
  CHECK(statements(part.history) == Names{"s002"});
}

TEST_CASE("a statement is known to hold until its end but never longer than it was said", "[network][ties]") {
  const auto n = network_of(liam()
                                .on("2024-02-05 anna", "tie liam karen emotional=3 to=2022-10-01")
                                .on("2024-02-05 karen", "tie liam karen emotional=3 to=2024-12-31")
                                .on("2024-02-05 liam", "tie liam karen emotional=3"),
                            "2024-06-01");
  const auto& current = tie(n, "liam", "karen").part(Part::emotional).current;
  REQUIRE(current.size() == 3);
  CHECK(current[0].holds == day("2022-10-01"));
  CHECK(current[1].holds == day("2024-02-05"));
  CHECK(current[2].holds == day("2024-02-05"));
}

TEST_CASE("what is still to come is no evidence yet", "[network][ties]") {
  const CaseBuilder c = liam().on("2024-02-05 anna", "tie liam karen often=weekly from=2024-08-01");
  CHECK(tie(network_of(c, "2024-06-01"), "liam", "karen").part(Part::frequency).current.empty());
  CHECK(tie(network_of(c, "2024-09-01"), "liam", "karen").part(Part::frequency).current.size() == 1);
}

TEST_CASE("later, withdrawn and corrected statements are passed over", "[network][ties]") {
  const CaseBuilder c = liam()
                            .on("2024-02-05 anna", "tie liam karen ring=1 withdrawn=2024-02-20; tie liam mette ring=4")
                            .on("2024-03-05 anna", "tie liam mette ring=3 replaces=s002")
                            .on("2024-04-05 liam", "tie liam oskar ring=1");
  CHECK(network_of(c, "2024-02-19").ties.size() == 2);
  CHECK(x(tie(network_of(c, "2024-03-04"), "liam", "mette"), Part::closeness) == Approx(0.4));
  const auto n = network_of(c, "2024-03-05");
  CHECK(n.ties.size() == 1);
  CHECK(x(tie(n, "liam", "mette"), Part::closeness) == Approx(0.6));
  CHECK(tie(n, "liam", "mette").part(Part::closeness).history.empty());
  CHECK(network_of(c, "2024-04-05").ties.size() == 2);
}

TEST_CASE("a correction that was withdrawn brings back what it corrected", "[network][ties]") {
  const auto n = network_of(
      liam().on("2024-02-05 anna", "tie liam karen ring=4; tie liam karen ring=1 replaces=s001 withdrawn=2024-02-05"),
      "2024-03-01");
  CHECK(x(tie(n, "liam", "karen"), Part::closeness) == Approx(0.4));
}

TEST_CASE("ties to unknown people and to oneself are passed over", "[network][ties]") {
  const auto n =
      network_of(liam().on("2024-02-05 anna", "tie liam nobody ring=1; tie karen karen ring=1"), "2024-03-01");
  CHECK(n.ties.empty());
}

TEST_CASE("fear or serious conflict is unsafe when the child says it", "[network][unsafe]") {
  const auto n =
      network_of(liam().on("2024-02-05 liam", "tie liam karen emotional=0; tie liam mette conflict=3"), "2024-03-01");
  CHECK(statements(tie(n, "liam", "karen").unsafe) == Names{"s001"});
  CHECK(statements(tie(n, "liam", "mette").unsafe) == Names{"s002"});
}

TEST_CASE("fear is unsafe when a professional has seen it and not from others", "[network][unsafe]") {
  const auto unsafe = [](const std::string& head, const std::string& marks) {
    const auto n = network_of(liam().on("2024-02-05 " + head, "tie liam karen emotional=0 " + marks), "2024-03-01");
    return !tie(n, "liam", "karen").unsafe.empty();
  };
  CHECK(unsafe("mette", ""));
  CHECK(unsafe("mette", "observed"));
  CHECK(unsafe("", ""));  // the municipality's own file
  CHECK(unsafe("anna mette", ""));
  CHECK_FALSE(unsafe("mette", "hearsay"));
  CHECK_FALSE(unsafe("anna", ""));
  CHECK_FALSE(unsafe("karen", ""));
}

TEST_CASE("the unsafe flag follows the latest word of the informant", "[network][unsafe]") {
  const auto n = network_of(
      liam().on("2023-02-05 liam", "tie liam karen emotional=0").on("2024-02-05 liam", "tie liam karen emotional=1"),
      "2024-03-01");
  CHECK(tie(n, "liam", "karen").unsafe.empty());
}

TEST_CASE("only ties of the child can be unsafe", "[network][unsafe]") {
  const auto n = network_of(liam().on("2024-02-05 liam", "tie anna karen conflict=3"), "2024-03-01");
  CHECK(tie(n, "anna", "karen").unsafe.empty());
}

TEST_CASE("having lived with an adult for three months is caregiving of the highest level", "[network][lived]") {
  const auto n = network_of(
      liam().on("2024-02-05 anna", "residence karen h-karen; residence liam h-karen from=2020-01-01 to=2020-04-01"),
      "2024-03-01");
  const auto& part = tie(n, "liam", "karen").part(Part::caregiving);
  CHECK(statements(part.current) == Names{"s001"});  // the adult's, with the child's beside it
  CHECK(part.current[0].x == 1);
  REQUIRE(part.current[0].with);
  CHECK(part.current[0].with->from.statement == "s002");
  CHECK(part.current[0].holds == day("2020-04-01"));
  CHECK(part.current[0].kinds == Kinds{InformantKind::parent});
  CHECK(statements(tie(n, "liam", "karen").statements) == Names{"s001", "s002"});
}

TEST_CASE("living with an adult now is caregiving of the highest level", "[network][lived]") {
  const auto n = network_of(
      liam().on("2024-02-05 anna", "residence anna h-anna; residence liam h-anna from=2024-01-20"), "2024-03-01");
  CHECK(x(tie(n, "liam", "anna"), Part::caregiving) == 1);
}

TEST_CASE("short, part-time and undated stays of the past say nothing of caregiving", "[network][lived]") {
  const auto ties = [](const std::string& stay) {
    return network_of(liam().on("2024-02-05 anna", "residence karen h-karen; residence liam h-karen " + stay),
                      "2024-03-01")
        .ties.size();
  };
  CHECK(ties("from=2020-01-01 to=2020-03-31") == 0);
  CHECK(ties("from=2020-01-01 to=2021-01-01 part_time") == 0);
  CHECK(ties("to=2021-01-01") == 0);
  CHECK(ties("from=2020-01-01 to=2021-01-01") == 1);
}

TEST_CASE("only the time in which both lived there counts", "[network][lived]") {
  const auto n = network_of(liam().on("2024-02-05 anna",
                                      "residence karen h-karen from=2019-01-01 to=2020-02-01; "
                                      "residence liam h-karen from=2020-01-01 to=2021-01-01"),
                            "2024-03-01");
  CHECK(n.ties.empty());
}

TEST_CASE("a caregiving level typed in the same interview or later corrects the residence", "[network][lived]") {
  const CaseBuilder lived =
      liam().on("2024-02-05 anna", "residence karen h-karen; residence liam h-karen from=2020 to=2021");
  const auto later = network_of(CaseBuilder(lived).on("2024-02-20 karen", "tie liam karen caregiving=2"), "2024-03-01");
  CHECK(x(tie(later, "liam", "karen"), Part::caregiving) == Approx(0.5));
  const auto earlier =
      network_of(CaseBuilder(lived).on("2024-01-20 karen", "tie liam karen caregiving=2"), "2024-03-01");
  CHECK(tie(earlier, "liam", "karen").part(Part::caregiving).current.size() == 2);
}
