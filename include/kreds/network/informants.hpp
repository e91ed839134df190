/// \file
/// Who speaks when somebody says something about somebody (method §1.4). Built once for many questions;
/// `informant_kind` is the same for a single one.
///
/// Order of the test: the child; a parent of the child; somebody who lives in the household, or with the people, that
/// are spoken of; a professional; anybody else. So a teacher who speaks of the home she offers is `household`, not
/// `professional`.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "kreds/network/ego_network.hpp"

namespace kreds::network {

class Informants {
 public:
  Informants(const casefile::Case& c, const casefile::Vocabulary& vocabulary, Date as_of);
  /// `about`: people and households that are spoken of; `day`: who lives where is taken on it.
  InformantKind kind(const Id& informant, const Ids& about, Date day) const;

 private:
  friend struct InformantsBuilder;
  Informants() = default;
  struct Home {
    Id household;
    std::optional<Date> begin, end;
  };
  bool lives_in(const Id& person, const Id& household, Date day) const;
  bool lives_with(const Id& person, const Id& other, Date day) const;
  Id child_;
  std::unordered_set<Id> professionals_, parents_;
  std::unordered_map<Id, std::vector<Home>> homes_;
};

}  // namespace kreds::network
