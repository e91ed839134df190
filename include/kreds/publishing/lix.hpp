/// \file
/// How easy a text is to read: LIX (Björnsson 1968), as Danish schools and libraries use it.
///
///   LIX = words / sentences + 100 · long words / words, where a long word has more than six letters.
/// A sentence ends at a full stop, a colon, a question mark or an exclamation mark that white space or the end of the
/// text follows, and at the end of each text of a document. A full stop behind a number ends none (»3. marts«). A word
/// is letters and figures between spaces; what has neither is none. About: 25 easy, 35 middle, 45 hard.
/// Example  »Du har fortalt os noget. Tak!«: 6 words, 2 sentences, one long word (fortalt): 3 + 16.67 = 19.67.
#pragma once

#include <string>
#include <vector>

#include "kreds/publishing/document.hpp"

namespace kreds::publishing {

/// 0 for texts without words. Each text ends a sentence.
double lix(const std::vector<std::string>& texts);

/// What stands in a document to be read: headings, paragraphs, lists, boxes, tables, captions.
std::vector<std::string> running_texts(const Document& document);

}  // namespace kreds::publishing
