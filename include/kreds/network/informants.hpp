/// \file
/// Who speaks when somebody says something about somebody (method §1.4). Built once for many questions;
/// `informant_kind` is the same for a single one.
///
/// Order of the test: the child; a parent of the child; somebody who lives in the household, or with the people, that
/// are spoken of; a professional; anybody else. So a teacher who speaks of the home she offers is `household`, not
/// `professional`.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "kreds/casefile/vocabulary.hpp"
#include "kreds/network/evidence.hpp"

namespace kreds::network {

class Informants {
 public:
  Informants(const casefile::Case& c, const casefile::Vocabulary& vocabulary, Date as_of);
  /// `about`: people and households that are spoken of; `day`: who lives where is taken on it.
  InformantKind kind(const Id& informant, std::span<const Id> about, Date day) const;
  InformantKind kind(const Id& informant, std::initializer_list<Id> about, Date day) const {
    return kind(informant, std::span(about.begin(), about.size()), day);
  }
  /// Of all who said something together; nobody is the interviewers' own observation, or the municipality's file.
  InformantKinds kinds(const Ids& by, std::span<const Id> about, Date day) const;

 private:
  friend struct InformantsBuilder;
  Informants() = default;
  struct Home {
    Id household;
    std::optional<Date> begin, end;
    bool holds_on(Date day) const { return (!begin || *begin <= day) && (!end || day <= *end); }
  };
  struct Speaker {
    bool parent = false, professional = false;
    std::vector<Home> homes;
  };
  static bool lives_in(const Speaker& who, const Id& household, Date day);
  static bool lives_with(const Speaker& who, const Speaker& other, Date day);
  Id child_;
  std::unordered_map<Id, Speaker> speakers_;  ///< who is more than »network«
};

}  // namespace kreds::network
