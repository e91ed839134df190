/// \file
/// What people can be for the child beyond a foster family (method §5.5; seed 004 chapters 5 and 6): respite, contact,
/// support at visits, practical help, somebody to call, plan B, a bridge to others.
///
/// Three groups, inside which nothing is ranked; never compared with placement. Numbers in `catalogue.json`, key
/// `roles`: few factors in classes with class-ROC weights.
#pragma once

#include <string>
#include <vector>

#include "kreds/ranking/ranking.hpp"

namespace kreds::ranking {

enum class RoleGroup { obvious, perhaps, to_be_clarified };

/// What speaks for a role, and what has to be cleared first.
enum class RoleReason {
  offered,             ///< by the person or the household itself
  offered_by_hearsay,  ///< somebody else says that they would
  child_wishes,        ///< the child wishes contact with the person, or to live in the household
  close_to_child,      ///< a described tie of at least ½
  pointed_to_others,   ///< made a referral
  knows_others,        ///< the strongest way from the child to somebody without a tie of their own goes through them
  next_in_order,       ///< plan B: stands in the order, or beside it by own wish
  // to be cleared
  own_wish_not_asked,
  child_says_no,
  child_afraid,            ///< fear or serious conflict with the child
  conflict_with_parents,   ///< level 2 or 3 with a parent, or the factor at 1 or below
  certificate_missing,     ///< gate not settled
  certificate_hindrance,   ///< gate not met: a professional must assess it
  relation_not_described,  ///< too little is known of the tie
  relation_weak            ///< a described tie below ½
};

struct RoleGround {
  RoleReason reason;
  std::vector<network::StatementRef> from;
  friend bool operator==(const RoleGround&, const RoleGround&) = default;
};

struct RoleEntry {
  std::string role;
  Id household;  ///< one of the two is set
  Id person;
  RoleGroup group = RoleGroup::to_be_clarified;
  std::vector<RoleGround> grounds;  ///< at least one; in the order of RoleReason
  casefile::RoleWish offer;         ///< with the offers of this role only; empty if nothing was offered
  analysis::Interval value;         ///< over the role's few factors; ½ [0, 1] where the role has none
};

/// »Hvad kan du, og hvad vil du gerne være for barnet?«
struct RoleQuestion {
  Id person;
  bool heard = false;         ///< has been an informant
  bool professional = false;  ///< asked about contact, not about a role in the family
  bool parent = false;        ///< of the child: asked what they would like to go on being
  bool child = false;         ///< under 18: with the consent of its own parents
  friend bool operator==(const RoleQuestion&, const RoleQuestion&) = default;
};

struct Roles {
  std::vector<RoleEntry> entries;  ///< by role, household, person
  /// Everybody on the map from three years who has not been asked; by id. Whom the child has put outside is left out.
  std::vector<RoleQuestion> questions;
  network::Ids not_to_be_contacted;   ///< left out of the questions; by id
  network::Ids to_be_assessed_first;  ///< left out: the child is afraid of them, or there is serious conflict; by id
};

Roles roles(const casefile::Case& c, const casefile::Vocabulary& vocabulary, const network::EgoNetwork& network,
            const std::vector<analysis::TieStrength>& strengths, const Catalogue& catalogue, const Ranking& ranking);

}  // namespace kreds::ranking
