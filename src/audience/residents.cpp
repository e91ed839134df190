#include "residents.hpp"

#include <map>

namespace kreds::audience {

using namespace casefile;

std::set<std::pair<Id, Id>> residents_on(const Case& c, std::optional<Date> day,
                                         const std::function<bool(const Interview&, const Statement&)>& counts) {
  struct Latest {
    Date said;
    bool holds;
  };
  std::map<std::pair<Id, Id>, Latest> latest;
  for (const Interview& interview : c.interviews)
    for (const Statement& statement : interview.statements) {
      const auto* residence = std::get_if<Residence>(&statement.body);
      if (!residence || !counts(interview, statement)) continue;
      const auto& held = statement.held;
      const bool holds = !held || (day ? held->holds_on(*day) : !held->to);
      const auto [entry, fresh] =
          latest.try_emplace({residence->household, residence->person}, Latest{interview.date, holds});
      Latest& known = entry->second;
      if (fresh || interview.date < known.said) continue;
      known.holds = interview.date == known.said ? known.holds || holds : holds;
      known.said = interview.date;
    }
  std::set<std::pair<Id, Id>> residents;
  for (const auto& [pair, known] : latest)
    if (known.holds) residents.insert(pair);
  return residents;
}

}  // namespace kreds::audience
