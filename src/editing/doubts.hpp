/// \file
/// What was written and may not have been meant: told as warnings beside the edit that was made. Whoever types after a
/// meeting does not see into which conversation it goes, nor that it stands there already.
#pragma once

#include <string_view>

#include "kreds/editing/edit.hpp"

namespace kreds::editing {

/// Somebody is named as the speaker who was not heard in the newest conversation, to which it would go. Empty if all
/// were; the warnings' arguments name where they were heard.
document::Diagnostics not_heard_there(const casefile::Case& c, const casefile::Ids& speakers,
                                      const casefile::Interview& interview);

/// Of the entry `id`, which has just been added to this conversation of the case. `chosen`: nobody named it, so it went
/// to the newest.
document::Diagnostics doubts(const casefile::Case& now, const casefile::Id& id, const casefile::Id& in, bool chosen);

/// Of a conversation that has just been added: it is older than what came from the file, which is then known only after
/// it.
document::Diagnostics older_than_record(const casefile::Case& now, const casefile::Id& id);

/// Of a conversation that has just been added with all that was said in it: an earlier one of the same day says the
/// same.
document::Diagnostics said_twice(const casefile::Case& now, const casefile::Id& id);

}  // namespace kreds::editing
