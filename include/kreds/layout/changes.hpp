/// \file
/// A map that shows what is different from another one: who came, who went, who moved closer or further. The places are
/// those of the later map, in which who went stands where the earlier one had them; all else is drawing.
///
/// Rings of two viewpoints are never held against each other, except where two informants are what is compared.
#pragma once

#include "kreds/layout/content.hpp"

namespace kreds::layout {

struct ChangesRequest {
  bool informants = false;               ///< two informants' maps, not two days
  std::string earlier_name, later_name;  ///< of the informants
  bool only_who_came = false;            ///< for a family: nobody goes, and nobody moves
  std::string which;                     ///< which two are compared, a sentence
};

/// The later network with those of the earlier one who are not in it any more, at the end and without ties.
network::EgoNetwork with_who_went(const network::EgoNetwork& earlier, const network::EgoNetwork& later);

/// Marks the people of a content that was made from `with_who_went`, or from the later network if only who came is
/// shown, and says it in words.
void mark_changes(const network::EgoNetwork& earlier, const network::EgoNetwork& later, const ChangesRequest& request,
                  const labels::Labels& labels, MapContent& content);

}  // namespace kreds::layout
