/// \file
/// Work that may take the whole process down, done in a process of its own. Private to the drawing layer.
///
/// Why      Graphviz calls abort() and exit() where it meets what "should not happen", and can crash on bad input.
///          What dies here is one picture; whoever asked for it gets an exception, and other pictures are still made.
/// Cost     a few milliseconds: 0.04 of the time of `neato -n2 -Tpng` for a map of 15 people (pages touched once more).
#pragma once

#include <functional>
#include <stdexcept>
#include <string>

namespace kreds::drawing {

/// What the work gave. Throws std::runtime_error with the work's own words if it threw, and RenderDied (render.hpp) if
/// it ended in any other way than by returning: a signal, abort, exit, or more than two minutes.
std::string contained(const std::function<std::string()>& work);

}  // namespace kreds::drawing
