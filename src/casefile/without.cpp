#include <algorithm>
#include <map>

#include "strings.hpp"

namespace kreds::casefile {
namespace {

/// Takes ids that are gone out of one entry, and tells whether the entry can stand without them.
class Pruning {
 public:
  explicit Pruning(const std::set<Id>& gone) : gone_(gone) {}

  /// Whether the entry still stands.
  template <class Entry>
  static bool prune(Entry& entry, const std::set<Id>& gone) {
    Pruning pruning(gone);
    fields(pruning, entry);
    return pruning.stands_;
  }

  template <class T>
  void operator()(std::string_view, T&& value, const Rule& rule = {}) {
    apply(value, rule);
  }
  void type(StatementBody&) {}
  void body(StatementBody& body) {
    std::visit([this](auto& alternative) { fields(*this, alternative); }, body);
  }

 private:
  bool is_gone(const Id& id) const { return gone_.contains(id); }

  void apply(Id& id, const Rule& rule) {
    if (rule.refers == Refers::nothing || !is_gone(id)) return;
    if (rule.loss == Loss::fatal || rule.refers == Refers::itself)
      stands_ = false;
    else
      id.clear();
  }

  void apply(Between<Id>& pair, const Rule&) {
    if (is_gone(pair.a) || is_gone(pair.b)) stands_ = false;
  }

  void apply(Ids& ids, const Rule& rule) {
    if (rule.refers == Refers::nothing) return;
    const std::size_t lost = std::erase_if(ids, [&](const Id& id) { return is_gone(id); });
    if (lost == 0) return;
    if (rule.loss == Loss::fatal || (rule.loss == Loss::last_one && ids.empty())) stands_ = false;
  }

  /// Where an entry comes from is mended afterwards, not judged here.
  void apply(Source&, const Rule&) {}
  /// Statements are entries of their own.
  void apply(std::vector<Statement>& statements, const Rule&) {
    std::erase_if(statements, [&](Statement& s) { return !prune(s, gone_); });
  }

  template <class T>
  void apply(std::vector<T>& list, const Rule& rule) {
    if constexpr (std::is_class_v<T>) {
      const std::size_t lost = std::erase_if(list, [&](T& each) { return !prune(each, gone_); });
      if (lost != 0 && rule.loss == Loss::last_one && list.empty()) stands_ = false;
    }
  }

  template <class T>
  void apply(std::optional<T>& value, const Rule&) {
    if constexpr (requires { fields(*this, *value); })
      if (value && !prune(*value, gone_)) value.reset();
  }

  template <class T>
  void apply(T& value, const Rule&) {
    if constexpr (requires { fields(*this, value); }) fields(*this, value);
  }

  const std::set<Id>& gone_;
  bool stands_ = true;
};

/// Where each id is named first in the interviews.
std::map<Id, Source> first_mentions(const Case& c) {
  std::map<Id, Source> mentions;
  for (const Interview& interview : c.interviews) {
    for (const Id& informant : interview.informants) mentions.try_emplace(informant, Source{interview.id, {informant}});
    for (const Companion& companion : interview.present)
      for_each_reference(companion, [&](const Id& id) { mentions.try_emplace(id, Source{interview.id, {}, true}); });
    for (const Statement& s : interview.statements)
      for_each_reference(s, [&](const Id& id) { mentions.try_emplace(id, Source{interview.id, s.by, s.observed}); });
  }
  return mentions;
}

class Removal {
 public:
  Removal(Case c, std::set<Id> gone) : case_(std::move(c)), gone_(std::move(gone)) {}

  /// Each pass may take away what something else stood on, so until nothing more goes.
  Case run() {
    gone_.erase(case_.child);
    std::set<Id> left = all_ids();
    while (true) {
      remove_interviews();
      remove_entries();
      std::set<Id> now = all_ids();
      if (now == left) return std::move(case_);
      std::set_difference(left.begin(), left.end(), now.begin(), now.end(), std::inserter(gone_, gone_.end()));
      left = std::move(now);
    }
  }

 private:
  std::set<Id> all_ids() const {
    std::set<Id> ids;
    const auto add = [&](const auto& entries) {
      for (const auto& entry : entries) ids.insert(entry.id);
    };
    add(case_.people);
    add(case_.households);
    add(case_.matters);
    add(case_.interviews);
    for (const Interview& interview : case_.interviews) add(interview.statements);
    return ids;
  }

  void remove_interviews() {
    std::erase_if(case_.interviews, [&](Interview& i) { return !Pruning::prune(i, gone_); });
  }

  void remove_entries() {
    interviews_.clear();
    for (const Interview& interview : case_.interviews) interviews_.insert(interview.id);
    const std::map<Id, Source> mentions = first_mentions(case_);
    remove_unless_told(case_.people, mentions);
    remove_unless_told(case_.households, mentions);
    remove_unless_told(case_.matters, mentions);
  }

  template <class Entry>
  void remove_unless_told(std::vector<Entry>& entries, const std::map<Id, Source>& mentions) {
    std::erase_if(entries, [&](Entry& entry) {
      const bool stands = Pruning::prune(entry, gone_);
      const bool told = source_stands(entry.source) || retell(entry, mentions);
      if (entry.id == case_.child && !told) entry.source = source_of_child();
      return entry.id != case_.child && !(stands && told);
    });
  }

  /// Whoever held a conversation in the case knew of the child.
  Source source_of_child() const {
    if (case_.interviews.empty()) return {};
    const Interview& first = case_.interviews.front();
    return {first.id, {}, first.kind != InterviewKind::record};
  }

  /// An entry that never said where it comes from has nothing to lose.
  bool source_stands(Source& source) const {
    if (source == Source{}) return true;
    const std::size_t lost = std::erase_if(source.by, [&](const Id& id) { return gone_.contains(id); });
    const bool nobody_left = lost != 0 && source.by.empty();
    return !nobody_left && interviews_.contains(source.interview);
  }

  /// Takes the first interview that is left and names the entry as the one in which it was told.
  template <class Entry>
  bool retell(Entry& entry, const std::map<Id, Source>& mentions) const {
    const auto mention = mentions.find(entry.id);
    if (mention == mentions.end()) return false;
    entry.source = mention->second;
    return true;
  }

  Case case_;
  std::set<Id> gone_;
  std::set<Id> interviews_;  ///< that are left
};

}  // namespace

Case without(Case c, const std::set<Id>& gone) {
  if (gone.empty()) return c;
  return Removal(std::move(c), gone).run();
}

}  // namespace kreds::casefile
