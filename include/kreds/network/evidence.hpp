/// \file
/// What a number of the network rests on: who said it, when, and until when it is known to hold.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>

#include "kreds/casefile/case.hpp"

namespace kreds::network {

using casefile::Date;
using casefile::Id;
using casefile::Ids;

/// Who speaks, as the reliability table of the method (§1.4) tells informants apart. `household` is somebody speaking
/// about the household they live in; the same person speaking of others is `network`.
enum class InformantKind { child, professional, parent, household, network };
inline constexpr std::size_t informant_kind_count = 5;

/// The kinds of those who said something together.
class InformantKinds {
 public:
  InformantKinds() = default;
  InformantKinds(std::initializer_list<InformantKind> kinds) {
    for (const InformantKind kind : kinds) add(kind);
  }
  void add(InformantKind kind) { bits_ |= bit(kind); }
  bool has(InformantKind kind) const { return (bits_ & bit(kind)) != 0; }
  friend bool operator==(const InformantKinds&, const InformantKinds&) = default;

 private:
  static unsigned bit(InformantKind kind) { return 1U << static_cast<unsigned>(kind); }
  unsigned bits_ = 0;
};

/// Ids that much evidence names together: never changed, so that copies share the texts. Converts to and from Ids.
class SharedIds {
 public:
  SharedIds() = default;
  SharedIds(Ids ids) : ids_(ids.empty() ? nullptr : std::make_shared<const Ids>(std::move(ids))) {}
  SharedIds(std::initializer_list<Id> ids) : SharedIds(Ids(ids)) {}
  operator const Ids&() const { return list(); }
  const Ids& list() const {
    static const Ids none;
    return ids_ ? *ids_ : none;
  }
  bool empty() const { return !ids_; }
  std::size_t size() const { return list().size(); }
  const Id& front() const { return list().front(); }
  Ids::const_iterator begin() const { return list().begin(); }
  Ids::const_iterator end() const { return list().end(); }
  friend bool operator==(const SharedIds& a, const SharedIds& b) { return a.list() == b.list(); }

 private:
  std::shared_ptr<const Ids> ids_;  ///< none: no ids
};

/// Points back to what was said.
struct StatementRef {
  Id statement;
  Id interview;
  Date said;             ///< date of the interview
  SharedIds informants;  ///< empty: the interviewers' own observation
  bool hearsay = false;
  bool unsure = false;
  bool municipality_is_source = false;
  friend bool operator==(const StatementRef&, const StatementRef&) = default;
};

/// A second statement that something follows from.
struct Premise {
  InformantKinds kinds;
  StatementRef from;
  friend bool operator==(const Premise&, const Premise&) = default;
};

/// One informant's (or one joint) current word on one item, on a scale from 0 to 1.
struct Evidence {
  double x = 0;           ///< in [0, 1]
  InformantKinds kinds;   ///< of its informants; the most reliable one counts (§1.4, joint statements once)
  bool own_view = false;  ///< a parent speaking of the parent's own view
  Date holds;  ///< until when it is known to hold: the day it was said, or the end of `held` if that is earlier
  StatementRef from;
  /// That two lived together takes a word on each of them; the less reliable of the two counts.
  std::optional<Premise> with = {};
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

}  // namespace kreds::network
