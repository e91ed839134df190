/// \file
/// What to ask next, by whom it can be asked: for the consultant, or the sheet for one conversation.
#pragma once

#include "kreds/application/page.hpp"
#include "kreds/application/pipeline.hpp"

namespace kreds::application {

/// For a professional audience everything; for `person:ID` what can be put to that person, made from what that person
/// may know.
Page ask_page(const RankedCase& ranked, const Tool& tool);

}  // namespace kreds::application
