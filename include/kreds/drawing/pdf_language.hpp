/// \file
/// What a PDF needs to be read aloud and cairo 1.16 cannot write.
#pragma once

#include <string>
#include <vector>

namespace kreds::drawing {

/// The PDF with its language (so that it is read aloud in the right one), the pictures in words for the figures that
/// are tagged in it, one after the other, the wish that viewers show the title instead of the file's name, and its date
/// as the format wants it. Appended as an incremental update (ISO 32000-1, 7.5.6): cairo's bytes stay as they are. A
/// PDF with another kind of cross-reference than cairo's plain table comes back unchanged.
std::string with_language(std::string pdf, const std::string& language, const std::vector<std::string>& alternatives);

}  // namespace kreds::drawing
