#include "kreds/application/differences_report.hpp"
#include "kreds/casefile/terms.hpp"
#include "ranking_terms.hpp"
#include "told_values.hpp"

namespace kreds::application {
namespace {

using comparison::Cause;
using comparison::Happened;
using comparison::Living;
using document::Array;
using document::Object;
using document::Value;

template <class Items, class Make>
Value list_of(const Items& items, Make make) {
  Array all;
  for (const auto& item : items) all.emplace_back(make(item));
  return all;
}

std::string text(std::string_view term) {
  return std::string(term);
}

std::string term_of(Happened what) {
  switch (what) {
    case Happened::came:
      return "came";
    case Happened::went:
      return "went";
    case Happened::died:
      return "died";
    case Happened::was_born:
      return "was_born";
    case Happened::renamed:
      break;
  }
  return "renamed";
}

std::string term_of(Living living) {
  return living == Living::no ? "no" : living == Living::part_time ? "part_time" : "full_time";
}

std::string term_of(Cause cause) {
  switch (cause) {
    case Cause::said:
      return "said";
    case Cause::taken_back:
      return "taken_back";
    case Cause::support:
      return "support";
    case Cause::time:
      return "time";
    case Cause::weight:
      break;
  }
  return "weight";
}

Value source(const std::optional<network::StatementRef>& from) {
  return from ? value_of(*from) : Value();
}

Value place(const comparison::Place& place) {
  if (place.outside) return "outside";
  return place.ring ? Value(*place.ring) : Value();
}

Value person(const comparison::PersonChange& change) {
  return Object{{"person", change.person},
                {"what", term_of(change.what)},
                {"name_before", optional_text(change.name_before)},
                {"from", source(change.from)}};
}

Value item_change(const comparison::ItemChange& change) {
  return Object{{"item", value_of(change.item)},
                {"before", value_of(change.before)},
                {"after", value_of(change.after)},
                {"said", value_of(change.said)},
                {"taken_back", value_of(change.taken_back)},
                {"disagreement", change.disagreement}};
}

Value question(const ranking::OpenQuestion& one) {
  return Object{{"kind", text(term(one.kind))},
                {"household", optional_text(one.household)},
                {"person", optional_text(one.person)},
                {"factor", optional_text(one.factor)},
                {"part", one.part ? Value(text(term(*one.part))) : Value()}};
}

Value standing(const std::optional<comparison::Standing>& s) {
  if (!s) return {};
  return Object{{"standing", text(term(s->standing))},
                {"heading", text(term(s->heading))},
                {"place", s->place ? Value(*s->place) : Value()},
                {"members", s->members},
                {"value", number(s->value)}};
}

Value moved(const comparison::MovedContribution& one) {
  return Object{{"factor", one.factor},
                {"before", number(one.before)},
                {"after", number(one.after)},
                {"cause", term_of(one.cause)},
                {"from", value_of(one.from)}};
}

Value household_move(const comparison::HouseholdMove& move) {
  return Object{{"household", move.household},
                {"before", standing(move.before)},
                {"after", standing(move.after)},
                {"changed", move.changed()},
                {"moved", list_of(move.moved, moved)}};
}

Value order(const std::optional<comparison::OrderChange>& order) {
  if (!order) return {};
  return Object{{"households", list_of(order->households, household_move)},
                {"decisions", list_of(order->decisions,
                                      [](const comparison::Told& told) {
                                        return Object{{"item", value_of(told.item)}, {"told", value_of(told)}};
                                      })},
                {"same_catalogue", order->same_catalogue}};
}

std::string term_of(network::Viewpoint viewpoint) {
  return viewpoint == network::Viewpoint::child ? "child" : viewpoint == network::Viewpoint::adults ? "adults" : "none";
}

Value state(const Analysed& analysed, const Tool& tool) {
  return origin(analysed, tool);
}

}  // namespace

std::string differences_json(const Compared& compared, const Tool& tool) {
  const comparison::Differences& all = compared.differences;
  Object object{{"format", 1},
                {"from", casefile::to_text(all.from)},
                {"to", casefile::to_text(all.to)},
                {"audience", audience::to_text(compared.after.audience)}};
  const auto came_only = [&] {
    Array came;
    for (const comparison::PersonChange& change : all.people)
      if (change.what == Happened::came) {
        const network::Member& member =
            compared.after.network.people[*network::index_of(compared.after.network, change.person)];
        came.push_back(Object{{"person", change.person},
                              {"name", member.person.name_unknown ? Value() : Value(member.person.name)}});
      }
    return came;
  };
  const audience::Kind kind = compared.after.audience.kind;
  if (kind == audience::Kind::family || kind == audience::Kind::person) {
    object.emplace_back("came", came_only());
    return to_json(object);
  }
  object.emplace_back("before", state(compared.before, tool));
  object.emplace_back("after", state(compared.after, tool));
  object.emplace_back("interviews", texts(all.interviews));
  object.emplace_back("people", list_of(all.people, person));
  object.emplace_back("viewpoint",
                      Object{{"before", term_of(all.viewpoint_before)}, {"after", term_of(all.viewpoint_after)}});
  object.emplace_back("rings", list_of(all.rings, [](const comparison::RingChange& change) {
                        return Object{{"person", change.person},
                                      {"before", place(change.before)},
                                      {"after", place(change.after)},
                                      {"from", value_of(change.from)}};
                      }));
  object.emplace_back("households", Object{{"came", texts(all.households_came)}, {"went", texts(all.households_went)}});
  object.emplace_back("moves", list_of(all.moves, [](const comparison::Move& move) {
                        return Object{{"person", move.person},
                                      {"household", move.household},
                                      {"before", term_of(move.before)},
                                      {"after", term_of(move.after)},
                                      {"from", source(move.from)}};
                      }));
  object.emplace_back("items", list_of(all.items, item_change));
  object.emplace_back("aged", list_of(all.aged, [](const comparison::Aged& aged) {
                        return Object{{"item", value_of(aged.item)},
                                      {"newest", value_of(aged.newest)},
                                      {"months", number(aged.months)},
                                      {"half_life_months", number(aged.half_life_months)},
                                      {"childs_own", aged.childs_own}};
                      }));
  object.emplace_back("child_last_heard",
                      all.child_last_heard ? Value(casefile::to_text(*all.child_last_heard)) : Value());
  object.emplace_back("answered", list_of(all.answered, [](const comparison::Answered& answered) {
                        return Object{{"question", question(answered.question)}, {"from", value_of(answered.from)}};
                      }));
  object.emplace_back("arose", list_of(all.arose, question));
  object.emplace_back("still_open", all.still_open);
  object.emplace_back("order", order(all.order));
  return to_json(object);
}

}  // namespace kreds::application
