#include "analysis_support.hpp"

using namespace kreds::testing;
using namespace kreds::analysis;
using kreds::network::Index;

namespace {

//  liam is tied to anna, karen, mette, grandpa (dead) and bølle (animal); anna–karen–ole is a triangle; ole–peter;
//  lone has a tie that is not described. Indices: liam 0 … in the order below.
CaseBuilder liam() {
  return CaseBuilder("liam born=2015-05-14")
      .people(
          "anna role=mor; karen role=mormor; ole sector=family; peter sector=family; mette role=klasselærer; "
          "grandpa dead sector=family; bølle role=hund animal; lone sector=friends")
      .on("2024-02-05 liam",
          "tie liam anna ring=1; tie liam karen ring=2; tie liam mette ring=3; tie liam grandpa ring=2; "
          "tie liam bølle ring=1; tie anna karen ring=1; tie karen ole ring=1; tie anna ole ring=1; "
          "tie ole peter ring=1; tie liam lone often=yearly");
}

struct Counted {
  Analysed a;
  NetworkFigures f;
};

Counted figures_of(const CaseBuilder& c, bool with_betweenness = true) {
  Counted result{analysed(c, "2024-02-05"), {}};
  result.f = figures(result.a.network, result.a.strengths, default_model(), with_betweenness);
  return result;
}

using Indices = std::vector<Index>;

}  // namespace

TEST_CASE("size and density leave out the child, animals and the dead", "[analysis][figures]") {
  const auto [a, f] = figures_of(liam());
  CHECK(f.people == 8);
  CHECK(f.all.size == 6);                    // anna karen ole peter mette lone
  CHECK(f.all.ties == 4);                    // the triangle and ole–peter
  CHECK(f.all.density == Approx(4.0 / 15));  // 6·5/2 pairs
  CHECK(f.ties_with_ego == 7);               // and liam's to anna, karen, mette
  CHECK(f.density_with_ego == Approx(7.0 / 21));
}

TEST_CASE("figures without professionals and per sector", "[analysis][figures]") {
  const auto [a, f] = figures_of(liam());
  CHECK(f.without_professionals.size == 5);
  CHECK(f.without_professionals.density == Approx(4.0 / 10));
  CHECK(f.sectors.at("family").size == 4);
  CHECK(f.sectors.at("family").ties == 4);
  CHECK(f.sectors.at("family").density == Approx(4.0 / 6));
  CHECK(f.sectors.at("friends").size == 1);
  CHECK(f.sectors.at("friends").density == 0);
  CHECK(f.sectors.at("professionals").size == 0);
}

TEST_CASE("components with and without the child count isolated people", "[analysis][figures]") {
  const auto [a, f] = figures_of(liam());
  CHECK(f.components_with_ego == 2);     // all but lone; lone
  CHECK(f.components_without_ego == 3);  // the four; mette; lone
  CHECK(f.isolated == Indices{a.at("lone")});
  CHECK(f.persons[a.at("lone")].isolated);
  CHECK_FALSE(f.persons[a.at("bølle")].isolated);  // not counted
}

TEST_CASE("cut persons are those without whom somebody falls off and never the child", "[analysis][figures]") {
  const auto [a, f] = figures_of(liam());
  CHECK(f.cut_persons == Indices{a.at("ole")});  // peter hangs on ole; mette on liam
  CHECK(f.persons[a.at("ole")].cut_person);
  CHECK_FALSE(f.persons[a.at("liam")].cut_person);
}

TEST_CASE("cliques are found without the child", "[analysis][figures]") {
  const auto [a, f] = figures_of(liam());
  CHECK(f.cliques == std::vector<Indices>{{a.at("anna"), a.at("karen"), a.at("ole")}});
}

TEST_CASE("people per ring count the whole map", "[analysis][figures]") {
  const auto [a, f] = figures_of(liam().on("2024-02-05 liam", "tie liam peter ring=none"));
  // anna and bølle; karen and grandpa; mette; ole and lone not placed; peter outside.
  CHECK(f.rings == std::map<int, std::size_t>{{0, 2}, {1, 2}, {2, 2}, {3, 1}});
}

TEST_CASE("coverage is the mean over the child's ties to people counted", "[analysis][figures]") {
  // Three rings (117/360) and one frequency (22/360).
  const auto [a, f] = figures_of(liam());
  CHECK(f.coverage == Approx((3 * 117 + 22) / 360.0 / 4));
}

TEST_CASE("each person has degree, way from the child and betweenness", "[analysis][figures]") {
  const auto [a, f] = figures_of(liam());
  const auto& ole = f.persons[a.at("ole")];
  CHECK(ole.degree == 3);
  CHECK(ole.path.front() == a.at("liam"));
  CHECK(ole.path.back() == a.at("ole"));
  CHECK(ole.path.size() == 3);
  // liam–anna and anna–ole, both of ring 1: the first (117 + 121.5)/360, the second, between others than the child and
  // an adult, (117 + 98)/313.
  const double first = (117 + 121.5) / 360, second = (117 + 98) / 313.0;
  CHECK(ole.path[1] == a.at("anna"));
  CHECK(ole.indirect_strength == Approx(.5 * first * second));
  CHECK(f.persons[a.at("lone")].path.empty());
  CHECK(f.persons[a.at("lone")].indirect_strength == 0);
  // ole lies between peter and each of liam, anna, karen, mette; n = 7 people with the child: 6·5/2 pairs.
  CHECK(ole.betweenness == Approx(4));
  CHECK(ole.relative_betweenness == Approx(4.0 / 15));
  CHECK(f.persons[a.at("peter")].betweenness == 0);
}

TEST_CASE("betweenness is left out if not asked for and the rest stays", "[analysis][figures]") {
  const auto with = figures_of(liam()), without = figures_of(liam(), false);
  CHECK(without.f.persons[without.a.at("ole")].betweenness == 0);
  CHECK(without.f.cut_persons == with.f.cut_persons);
  CHECK(without.f.persons[without.a.at("ole")].degree == 3);
}

TEST_CASE("a child alone has a network of nobody", "[analysis][figures]") {
  const auto [a, f] = figures_of(CaseBuilder("liam"));
  CHECK(f.people == 0);
  CHECK(f.all.density == 0);
  CHECK(f.components_with_ego == 1);
  CHECK(f.components_without_ego == 0);
  CHECK(f.coverage == 0);
}
