#include "kreds/casefile/told_by.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace kreds::casefile {
namespace {

/// What one informant told, gathered before anything is taken away.
class OneInformant {
 public:
  OneInformant(Case c, const Id& informant) : case_(std::move(c)), informant_(informant) {
    for (Interview& interview : case_.interviews) {
      if (!told_by(interview.informants, informant)) {
        others_.insert(interview.id);
        continue;
      }
      interview.informants = {informant};
      for (Statement& s : interview.statements) look(s, interview.id);
    }
  }

  Case alone() {
    choose(case_.people);
    choose(case_.households);
    choose(case_.matters);
    others_.erase(informant_);
    return without(case_, others_);
  }

 private:
  void look(Statement& s, const Id& interview) {
    if (!told_by(s.by, informant_)) {
      others_.insert(s.id);
      return;
    }
    s.by = {informant_};
    for (const Id& id : ids_named_by(s)) told_in_.try_emplace(id, interview);
  }

  template <class Entry>
  void choose(std::vector<Entry>& entries) {
    for (Entry& entry : entries) {
      const auto told = told_in_.find(entry.id);
      if (told_by(entry.source.by, informant_) && !others_.contains(entry.source.interview))
        entry.source = {entry.source.interview, {informant_}, false};
      else if (told != told_in_.end())
        entry.source = {told->second, {informant_}, false};
      else
        others_.insert(entry.id);
    }
  }

  Case case_;
  const Id& informant_;
  std::set<Id> others_;       ///< what goes
  std::map<Id, Id> told_in_;  ///< what the informant's statements name, and the interview in which first
};

}  // namespace

bool told_by(const Ids& informants, const Id& who) {
  return std::find(informants.begin(), informants.end(), who) != informants.end();
}

Case with_statements(Case c, const Counts& count) {
  for (Interview& interview : c.interviews)
    std::erase_if(interview.statements, [&](const Statement& s) { return !count(interview, s); });
  return c;
}

Case as_told_by(const Case& c, const Id& informant) {
  return OneInformant(c, informant).alone();
}

}  // namespace kreds::casefile
