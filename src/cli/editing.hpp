/// \file
/// What the commands that write to a case have in common.
#pragma once

#include <functional>
#include <string>

#include "kreds/application/page.hpp"
#include "kreds/editing/store.hpp"
#include "session.hpp"

namespace kreds::cli {

using Edit = std::function<editing::Edited(const editing::Draft&, const editing::Desk&)>;
/// What else there is to say of an edit that was saved.
using Addition = std::function<void(application::Page&, const editing::Draft& now)>;

/// Opens a case, makes one edit, saves it and prints what changed; or tells why not.
int edit(const Session& session, const std::string& path, const Edit& make,
         editing::Kept kept = editing::Kept::as_history, const Addition& addition = {});

/// Throws UsageError if the date is none.
editing::Signature signature(const Signed& by, const std::string& command, const Session& session);

}  // namespace kreds::cli
