/// \file
/// The two parsers that give a builder its events.
#pragma once

#include "builder.hpp"

namespace kreds::document {

/// Judges the text token by token and so knows where it stops being JSON: to the end, or to the first fault.
bool read_exactly(DocumentBuilder& builder);

enum class Quick {
  whole,
  stopped,     ///< the builder did not want to go on
  not_judged,  ///< something is not as it should be, and nothing has been built
};

/// Several times as fast; for texts without fault, which nearly all are.
Quick read_quickly(DocumentBuilder& builder);

}  // namespace kreds::document
