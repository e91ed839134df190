/// \file
/// A PNG writer for drawings. Private to the drawing layer.
///
/// Method   In a drawing nearly every pixel is that above it or that to its left. So repetitions are looked for in
///          those two places, by whole pixels, and only where both fail among the last pixels like it: for drawings of
///          this kind a fifth of the work of zlib's fastest level, and the file is not larger.
/// Source   PNG specification (third edition), RFC 1950 and 1951.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace kreds::drawing {

/// Pixels as native words 0x??RRGGBB in rows of `stride` words; the top byte is cleared in place. Nothing but size,
/// density and pixels is written.
std::string flat_png(std::uint32_t* pixels, std::size_t width, std::size_t height, std::size_t stride,
                     std::uint32_t pixels_per_metre);

}  // namespace kreds::drawing
