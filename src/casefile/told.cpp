#include "told.hpp"

namespace kreds::casefile {
namespace {

class Look {
 public:
  explicit Look(Told& told) : told_(told) {}

  void operator()(const Tie& tie) const {
    told_.tied.insert({tie.a, tie.b});
    told_.rings = told_.rings || tie.ring.value.has_value();
  }
  void operator()(const Parentage& parentage) const { told_.tied.insert({parentage.parent, parentage.child}); }
  void operator()(const Partners& partners) const { told_.tied.insert({partners.a, partners.b}); }
  void operator()(const Siblings& siblings) const { told_.tied.insert({siblings.a, siblings.b}); }
  void operator()(const Residence& residence) const { told_.tied.insert(residence.person); }
  void operator()(const Rhythm& rhythm) const { told_.tied.insert(rhythm.who); }
  void operator()(const Plan& plan) const {
    for (const PlanStep& step : plan.steps) told_.tied.insert(step.who.begin(), step.who.end());
  }
  void operator()(const Custody& custody) const { told_.tied.insert(custody.parent); }
  void operator()(const Contact& contact) const { told_.contacted.insert(contact.person); }
  void operator()(const Carer& carer) const { told_.with_carer.insert(carer.household); }
  void operator()(const Certificate& c) const { told_.certificates.emplace(c.person, c.which); }
  void operator()(const Sharing&) const { told_.sharing = true; }
  void operator()(const Consent& consent) const {
    if (consent.to == ConsentTo::placement && consent.answer != ConsentAnswer::unknown)
      told_.consented.insert(consent.of);
  }
  void operator()(const auto&) const {}

 private:
  Told& told_;
};

}  // namespace

void Told::look(const StatementBody& body) {
  std::visit(Look(*this), body);
}

}  // namespace kreds::casefile
