/// \file
/// The language of a PDF, which cairo 1.16 cannot write.
#pragma once

#include <string>

namespace kreds::drawing {

/// The PDF with its language (so that it is read aloud in the right one), the wish that viewers show the title instead
/// of the file's name, and its date as the format wants it. Appended as an incremental update (ISO 32000-1, 7.5.6):
/// cairo's bytes stay as they are. A PDF with another kind of cross-reference than cairo's plain table comes back
/// unchanged.
std::string with_language(std::string pdf, const std::string& language);

}  // namespace kreds::drawing
