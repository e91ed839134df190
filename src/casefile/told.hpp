/// \file
/// Of what a case has been told anything at all, whatever the answer was.
#pragma once

#include <set>

#include "kreds/casefile/case.hpp"

namespace kreds::casefile {

struct Told {
  std::set<Id> tied;        ///< somebody's relative, friend or housemate; has custody; does something with the child
  std::set<Id> contacted;   ///< of whom it is said who agreed to the contact
  std::set<Id> consented;   ///< who has answered about the placement, yes or no
  std::set<Id> with_carer;  ///< households whose primary carer is named
  std::set<std::pair<Id, CertificateKind>> certificates;
  bool sharing = false;  ///< whether the child wants to show its map
  bool rings = false;    ///< somebody was put in a ring

  void look(const StatementBody& body);
};

}  // namespace kreds::casefile
