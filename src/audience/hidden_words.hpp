/// \file
/// Names that must not be read in any text.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kreds::audience {

/// Texts are compared word by word, without regard to the case of letters, to composed or decomposed characters, or to
/// how å, æ and ø are spelled (aa, ae, oe); a word also counts with a genitive s.
class HiddenWords {
 public:
  void add_name(std::string_view name);      ///< each word of it is hidden by itself
  void add_phrase(std::string_view phrase);  ///< hidden where all its words follow each other
  bool empty() const { return words_.empty() && phrases_.empty(); }
  bool occur_in(std::string_view text) const;
  /// Whether a name is made from a hidden one: »Alis ven«. (To share a first or family name is no harm.)
  bool describe(std::string_view name) const;

 private:
  using Word = std::u16string;
  std::set<Word> words_;
  std::set<std::vector<Word>> phrases_;
};

}  // namespace kreds::audience
