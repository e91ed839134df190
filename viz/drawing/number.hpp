/// \file
/// Numbers as every format reads them, in any locale. Private to the drawing layer.
#pragma once

#include <string>

namespace kreds::drawing {

/// Three decimals (a thousandth of a point is finer than any device) and a decimal point; no trailing zeros.
std::string number(double value);

}  // namespace kreds::drawing
