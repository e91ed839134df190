// Roles beyond placement (method §5.5).
#include "kreds/ranking/roles.hpp"

#include "whole_case.hpp"

using namespace whole_case;
using network::Ids;
using ranking::RoleGroup;
using ranking::RoleReason;

namespace {

ranking::Roles roles(const Whole& w) {
  return ranking::roles(w.c, w.vocabulary, w.network, w.strengths, catalogue(), w.ranking);
}

const ranking::RoleEntry* entry(const ranking::Roles& roles, const std::string& role, const Id& who) {
  for (const auto& e : roles.entries)
    if (e.role == role && (e.person == who || e.household == who)) return &e;
  return nullptr;
}
bool has(const ranking::RoleEntry& e, RoleReason reason) {
  for (const auto& ground : e.grounds)
    if (ground.reason == reason) return true;
  return false;
}
Ids asked(const ranking::Roles& roles) {
  Ids ids;
  for (const auto& q : roles.questions) ids.push_back(q.person);
  return ids;
}

/// An uncle with a home of his own; the child placed him in ring 1.
CaseBuilder uncle() {
  return CaseBuilder("child born=2014")
      .people("mum born=1985 role=mor; uncle born=1980; friend born=1990")
      .households("h-uncle")
      .on("2024-05-01", "parent mum child; residence uncle h-uncle; candidate h-uncle; carer h-uncle uncle")
      .on("2024-05-01 child", "tie child uncle ring=1");
}

}  // namespace

TEST_CASE("the catalogue's roles are all there except placement", "[ranking][roles]") {
  Ids ids;
  for (const auto& d : catalogue().roles) ids.push_back(d.id);
  CHECK(ids == Ids{"respite", "contact", "visit_support_person", "practical_helper", "anchor", "plan_b", "bridge"});
}

TEST_CASE("an offer of somebody who is close is obvious", "[ranking][roles]") {
  const auto r = roles(whole(uncle().on("2024-05-02 uncle", "role uncle offers=contact")));
  const auto* contact = entry(r, "contact", "uncle");
  REQUIRE(contact);
  CHECK(contact->group == RoleGroup::obvious);
  CHECK(has(*contact, RoleReason::offered));
  CHECK(has(*contact, RoleReason::close_to_child));
  CHECK(contact->offer.offers.front().role == "contact");
  // Ring 1 alone: s = .325 + .675/2 = .6625. Contact: {relation, wish} > {conflict}; class-ROC of {2, 1} is 4/9, 4/9,
  // 1/9: .6625·4/9 + .5·5/9 = .5722…
  CHECK(contact->value.central == Approx(0.6625 * 4 / 9 + 0.5 * 5 / 9).epsilon(0).margin(1e-12));
}

TEST_CASE("an offer that somebody else tells of is a perhaps", "[ranking][roles]") {
  const auto r = roles(whole(uncle().on("2024-05-02 mum", "role uncle offers=contact")));
  CHECK(entry(r, "contact", "uncle")->group == RoleGroup::perhaps);
  CHECK(has(*entry(r, "contact", "uncle"), RoleReason::offered_by_hearsay));
  CHECK(has(*entry(r, "contact", "uncle"), RoleReason::own_wish_not_asked));
}

TEST_CASE("what the child says no to has to be cleared first", "[ranking][roles]") {
  const auto r = roles(whole(uncle()
                                 .on("2024-05-02 uncle", "role uncle offers=contact")
                                 .on("2024-05-03 child", "wish no uncle topic=contact")));
  CHECK(entry(r, "contact", "uncle")->group == RoleGroup::to_be_clarified);
  CHECK(has(*entry(r, "contact", "uncle"), RoleReason::child_says_no));
}

TEST_CASE("not wanting to live with somebody is no refusal to see them", "[ranking][roles]") {
  const auto r = roles(
      whole(uncle().on("2024-05-02 uncle", "role uncle offers=contact").on("2024-05-03 child", "wish no h-uncle")));
  CHECK(entry(r, "contact", "uncle")->group == RoleGroup::obvious);
}

TEST_CASE("respite waits for certificates and says so", "[ranking][roles]") {
  auto offered = uncle().on("2024-05-02 uncle", "role h-uncle offers=respite");
  const auto before = roles(whole(offered));
  CHECK(entry(before, "respite", "h-uncle")->group == RoleGroup::to_be_clarified);
  CHECK(has(*entry(before, "respite", "h-uncle"), RoleReason::certificate_missing));
  offered.on("2024-05-03",
             "certificate uncle criminal_record obtained_nothing_noted; certificate uncle "
             "child_protection obtained_nothing_noted");
  CHECK(entry(roles(whole(offered)), "respite", "h-uncle")->group == RoleGroup::obvious);
  offered.on("2024-05-04", "certificate uncle criminal_record assessed_hindrance");
  const auto after = roles(whole(offered));
  CHECK(entry(after, "respite", "h-uncle")->group == RoleGroup::to_be_clarified);
  CHECK(has(*entry(after, "respite", "h-uncle"), RoleReason::certificate_hindrance));
}

TEST_CASE("support at visits needs peace with the parents", "[ranking][roles]") {
  const auto r = roles(whole(
      uncle().on("2024-05-02 uncle", "role uncle offers=visit_support_person,contact; tie uncle mum conflict=2")));
  CHECK(entry(r, "visit_support_person", "uncle")->group == RoleGroup::to_be_clarified);
  CHECK(has(*entry(r, "visit_support_person", "uncle"), RoleReason::conflict_with_parents));
  CHECK(entry(r, "contact", "uncle")->group == RoleGroup::obvious);
}

TEST_CASE("who pointed to somebody is a bridge", "[ranking][roles]") {
  const auto r = roles(whole(uncle().on("2024-05-02 uncle", "referral friend")));
  CHECK(entry(r, "bridge", "uncle")->group == RoleGroup::obvious);
  CHECK_FALSE(entry(r, "bridge", "friend"));
}

TEST_CASE("everybody is asked once what they want to be", "[ranking][roles]") {
  auto builder = uncle()
                     .people(
                         "baby born=2023; cousin born=2012 role=kusine; teacher role=klasselærer; dog animal; "
                         "gone born=1980; feared born=1980")
                     .on("2024-05-02 child", "tie child gone ring=none; tie child feared emotional=0");
  const auto before = roles(whole(builder));
  CHECK(asked(before) == Ids{"cousin", "friend", "mum", "teacher", "uncle"});
  CHECK(before.to_be_assessed_first == Ids{"feared"});
  builder.on("2024-05-03 uncle", "role h-uncle wish=support_only");
  CHECK(asked(roles(whole(builder))) == Ids{"cousin", "friend", "mum", "teacher"});
  for (const auto& q : before.questions) {
    CHECK(q.child == (q.person == "cousin"));
    CHECK(q.professional == (q.person == "teacher"));
    CHECK(q.parent == (q.person == "mum"));
    CHECK_FALSE(q.heard);
  }
}

TEST_CASE("who must not be contacted is not asked and gets no role", "[ranking][roles]") {
  auto c = uncle().on("2024-05-02 mum", "role uncle offers=contact").build();
  for (auto& person : c.people)
    if (person.id == "uncle") person.do_not_contact = {true, "test"};
  const auto r = roles(whole(c));
  CHECK(r.not_to_be_contacted == Ids{"uncle"});
  CHECK(r.entries.empty());
  CHECK(asked(r) == Ids{"friend", "mum"});
}

TEST_CASE("the roles of the shipped cases", "[ranking][roles]") {
  const auto liam = roles(shipped("liam"));
  // Peter has offered holidays and weekends, but little is known of the tie.
  CHECK(entry(liam, "contact", "h-peter")->group == RoleGroup::perhaps);
  CHECK(entry(liam, "contact", "h-peter")->offer.offers.size() == 2);
  // Camilla can fetch from the SFO: Anna says so.
  CHECK(has(*entry(liam, "practical_helper", "camilla"), RoleReason::offered_by_hearsay));
  CHECK(entry(liam, "bridge", "karen")->group == RoleGroup::obvious);
  CHECK(entry(liam, "respite", "h-mikkel")->group == RoleGroup::to_be_clarified);
  // Ole was there when Karen spoke of what they want; he has not said it himself.
  CHECK(asked(liam) ==
        Ids{"anna", "camilla", "dennis", "emma", "henrik", "jonas", "line", "mette", "noah", "ole", "oskar", "trine"});

  const auto freja = roles(shipped("freja"));
  CHECK(entry(freja, "contact", "h-inge")->group == RoleGroup::obvious);
  CHECK(freja.to_be_assessed_first == Ids{"kenneth"});
  // Mathias is out of the picture; Villads is not a year old.
  CHECK(asked(freja) == Ids{"bente", "ida", "lotte", "soeren", "susanne", "thomas"});
}
