#include "kreds/audience/present.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "hidden.hpp"
#include "views.hpp"

namespace kreds::audience {

using namespace casefile;

namespace {

const Audience family{Kind::family, {}};

template <class Function>
void each_statement(const Case& c, Function function) {
  for (const Interview& interview : c.interviews)
    for (const Statement& statement : interview.statements) function(interview, statement);
}

/// Who is there. Somebody may be named twice, and need not be in the case.
class Room {
 public:
  Room(const Case& c, std::span<const Id> present) : present_(present.begin(), present.end()) {
    for (const Id& id : present_)
      if (!find_person(c, id)) strangers_.push_back(id);
  }

  bool empty() const { return present_.empty(); }
  bool holds(const Id& person) const { return present_.contains(person); }
  const std::set<Id>& people() const { return present_; }
  const Ids& strangers() const { return strangers_; }  ///< to the case: nobody can know to whom they belong

  /// Of a list, those who are there, or those who are not.
  Ids of(const Ids& ids, bool there) const {
    Ids chosen;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(chosen), [&](const Id& id) { return holds(id) == there; });
    return chosen;
  }

  /// Those there because of whom a matter is kept back.
  Ids because_of(const Matter& matter) const {
    if (empty()) return matter.not_to;  // anybody may come into a room of which nobody has said who will be there
    Ids some = of(matter.not_to, true);
    if (!matter.not_to.empty()) some.insert(some.end(), strangers_.begin(), strangers_.end());
    return some;
  }

 private:
  std::set<Id> present_;
  Ids strangers_;
};

/// The case in which a matter is kept from those only who are there: for a family any such mark hides it.
Case kept_from_room(const Case& c, const Room& room) {
  Case result = c;
  for (Matter& matter : result.matters) matter.not_to = room.because_of(matter);
  return result;
}

/// The child's yes to certain people, among whom are all who matter, is a yes to everyone.
Case shared_with(const Case& c, const std::set<Id>& people) {
  Case result = c;
  for (Interview& interview : result.interviews)
    for (Statement& statement : interview.statements) {
      auto* sharing = std::get_if<Sharing>(&statement.body);
      if (!sharing || !sharing->yes) continue;
      const auto named = [&](const Id& id) {
        return id == c.child || std::find(sharing->with.begin(), sharing->with.end(), id) != sharing->with.end();
      };
      sharing->everyone = sharing->everyone || std::all_of(people.begin(), people.end(), named);
    }
  return result;
}

bool shares_rings(const Case& shown, const std::set<Id>& people, Date day) {
  return child_shares_rings_with_everyone(shared_with(shown, people), day);
}

// --- what is held back ---------------------------------------------------------------------------------

/// The newest word of each informant on the conflict between two people, as far as it holds on the day.
class Conflicts {
 public:
  Conflicts(const Case& known, const Room& room, const std::set<Id>& secret, Date day) : secret_(secret), day_(day) {
    for (std::size_t i = 0; i < known.people.size(); ++i)
      if (room.holds(known.people[i].id)) order_.emplace(known.people[i].id, i);
    each_statement(known, [&](const Interview& i, const Statement& s) { look(i, s); });
  }

  std::vector<PresentConflict> all() const {
    std::vector<PresentConflict> conflicts;
    for (const auto& [pair, words] : newest_) add(words, conflicts);
    return conflicts;
  }

 private:
  struct Word {
    Date said;
    std::size_t position;
    const Statement* statement;
    const Tie& tie() const { return std::get<Tie>(statement->body); }
  };
  using Pair = std::pair<std::size_t, std::size_t>;

  void look(const Interview& interview, const Statement& s) {
    ++position_;
    const auto* tie = std::get_if<Tie>(&s.body);
    if (!tie || !tie->conflict.mentioned()) return;
    const auto a = order_.find(tie->a), b = order_.find(tie->b);
    if (a == order_.end() || b == order_.end()) return;
    const Word word{interview.date, position_, &s};
    const auto [known, fresh] =
        newest_[std::minmax(a->second, b->second)].try_emplace(std::set<Id>(s.by.begin(), s.by.end()), word);
    Word& last = known->second;
    // Of one day the lowest id counts, as in the network.
    if (!fresh && (word.said > last.said || (word.said == last.said && s.id < last.statement->id))) last = word;
  }

  void add(const std::map<std::set<Id>, Word>& words, std::vector<PresentConflict>& conflicts) const {
    std::map<std::size_t, const Word*> in_order;
    for (const auto& [informants, word] : words) {
      const auto& held = word.statement->held;
      if (word.tie().conflict.value.value_or(0) > 0 && (!held || held->holds_on(day_)))
        in_order.emplace(word.position, &word);
    }
    if (in_order.empty()) return;
    PresentConflict conflict;
    conflict.secret = true;
    for (const auto& [position, word] : in_order) {
      const int level = *word->tie().conflict.value;
      conflict.said.push_back({word->statement->id, level});
      conflict.level = std::max(conflict.level, level);
      conflict.secret = conflict.secret && is_secret(*word->statement);
    }
    const Tie& tie = in_order.begin()->second->tie();
    std::tie(conflict.a, conflict.b) =
        order_.at(tie.a) < order_.at(tie.b) ? std::tie(tie.a, tie.b) : std::tie(tie.b, tie.a);
    conflicts.push_back(std::move(conflict));
  }
  bool is_secret(const Statement& s) const {
    return std::any_of(s.matters.begin(), s.matters.end(), [&](const Id& id) { return secret_.contains(id); });
  }

  const std::set<Id>& secret_;
  Date day_;
  std::map<Id, std::size_t> order_;  ///< of those who are there
  std::size_t position_ = 0;
  std::map<Pair, std::map<std::set<Id>, Word>> newest_;
};

class Holding {
 public:
  Holding(const Case& c, std::span<const Id> present, const Vocabulary& vocabulary, Date day)
      : case_(c),
        room_(c, present),
        day_(day),
        known_(as_known_on(c, day)),
        shown_(room_.empty() ? without_hidden(c, family, day) : without_hidden(kept_from_room(c, room_), family, day)),
        picture_(for_people_present(c, present, vocabulary, day)) {}

  HeldBack all() {
    HeldBack held;
    held.matters = matters();
    held.people = left_out(known_.people, picture_.people);
    held.households = left_out(known_.households, picture_.households);
    held.rings = rings();
    held.conflicts = Conflicts(known_, room_, secret_, day_).all();
    for (const Person& person : known_.people)
      if (room_.holds(person.id) && person.do_not_contact.set) held.not_to_be_contacted.push_back(person.id);
    held.unknown = room_.strangers();
    return held;
  }

 private:
  Ids absent(const Matter& matter) const { return room_.empty() ? Ids{} : room_.of(matter.not_to, false); }

  /// A mark holds from before it was written until it is lifted, so they are those of the whole case.
  std::vector<HeldMatter> matters() {
    const Case for_anybody = without_hidden(case_, family, day_);
    std::vector<HeldMatter> held;
    for (const Matter& matter : case_.matters) {
      if (matter.not_to.empty() || find_matter(for_anybody, matter.id)) continue;
      HeldMatter entry{matter.id, {}, absent(matter), {}};
      if (!find_matter(shown_, matter.id)) {
        entry.because_of = room_.because_of(matter);
        secret_.insert(matter.id);
      }
      each_statement(known_, [&](const Interview&, const Statement& s) {
        if (std::find(s.matters.begin(), s.matters.end(), matter.id) != s.matters.end())
          entry.statements.push_back(s.id);
      });
      held.push_back(std::move(entry));
    }
    return held;
  }

  template <class Entry>
  std::vector<HeldEntry> left_out(const std::vector<Entry>& known, const std::vector<Entry>& shown) const {
    std::set<Id> left;
    for (const Entry& entry : shown) left.insert(entry.id);
    std::vector<HeldEntry> held;
    for (const Entry& entry : known)
      if (!left.contains(entry.id)) held.push_back(reasoned(entry));
    return held;
  }

  template <class Entry>
  HeldEntry reasoned(const Entry& entry) const {
    HeldEntry held{entry.id, reason_of(entry), {}};
    if (held.reason != HeldReason::follows) return held;
    std::set<Id> because_of;
    for (const Id& id : entry.matters) {
      if (!secret_.contains(id)) continue;
      held.reason = HeldReason::matter;
      const Ids some = room_.because_of(*find_matter(case_, id));
      because_of.insert(some.begin(), some.end());
    }
    held.because_of.assign(because_of.begin(), because_of.end());
    return held;
  }
  HeldReason reason_of(const Person& person) const {
    if (person.do_not_show.set) return HeldReason::do_not_show;
    const bool of_another = !person.professional_of.empty() && person.professional_of != case_.child;
    return of_another ? HeldReason::parents_professional : HeldReason::follows;
  }
  static HeldReason reason_of(const Household&) { return HeldReason::follows; }

  HeldRings rings() const {
    HeldRings rings;
    rings.shown =
        room_.empty() ? child_shares_rings_with_everyone(shown_, day_) : shares_rings(shown_, room_.people(), day_);
    for (const Id& person : room_.people())
      if (person != case_.child && !shares_rings(shown_, {person}, day_)) rings.missing.push_back(person);
    std::optional<Date> newest;
    each_statement(known_, [&](const Interview& i, const Statement& s) {
      if (!std::holds_alternative<Sharing>(s.body)) return;
      if (!newest || i.date > *newest) rings.last_word.clear();
      if (!newest || i.date >= *newest) rings.last_word.push_back(s.id);
      newest = std::max(newest, std::optional(i.date));
    });
    return rings;
  }

  const Case& case_;
  Room room_;
  Date day_;
  Case known_;  ///< by the one who shows it
  Case shown_;  ///< without what must not be known in the room
  Case picture_;
  std::set<Id> secret_;  ///< matters held back in this room
};

}  // namespace

Case for_people_present(const Case& c, std::span<const Id> present, const Vocabulary& vocabulary, Date as_of) {
  const Room room(c, present);
  if (room.empty()) return for_audience(c, family, vocabulary, as_of);
  const Case shown = shared_with(without_hidden(kept_from_room(c, room), family, as_of), room.people());
  return family_view(as_known_on(shown, as_of), child_shares_rings_with_everyone(shown, as_of));
}

std::optional<Date> newest_interview(const Case& c, std::span<const Id> present) {
  const Room room(c, present);
  return newest_interview(room.empty() ? c : kept_from_room(c, room), family);
}

HeldBack held_back(const Case& c, std::span<const Id> present, const Vocabulary& vocabulary, Date as_of) {
  return Holding(c, present, vocabulary, as_of).all();
}

}  // namespace kreds::audience
