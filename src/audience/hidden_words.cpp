#include "hidden_words.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace kreds::audience {
namespace {

using Word = std::u16string;

icu::UnicodeString folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto raw = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  if (U_FAILURE(status)) return icu::UnicodeString(raw).foldCase();
  icu::UnicodeString result = casefold->normalize(raw, status);
  return U_FAILURE(status) ? icu::UnicodeString(raw).foldCase() : result;
}

void append(Word& word, UChar32 character) {
  switch (character) {
    case u'å':
      word += u"aa";
      return;
    case u'æ':
      word += u"ae";
      return;
    case u'ø':
      word += u"oe";
      return;
    default:
      break;
  }
  icu::UnicodeString one(character);
  word.append(one.getBuffer(), static_cast<std::size_t>(one.length()));
}

bool in_word(UChar32 character) {
  return u_isalnum(character) || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words(1);
  const icu::UnicodeString characters = folded(text);
  for (int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
    const UChar32 character = characters.char32At(i);
    if (in_word(character))
      append(words.back(), character);
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool genitive(const Word& word, const Word& name) {
  return word.size() == name.size() + 1 && word == name + u's';
}

bool same_or_genitive(const Word& word, const Word& name) {
  return word == name || genitive(word, name);
}

}  // namespace

void HiddenWords::add_name(std::string_view name) {
  const std::vector<Word> words = words_of(name);
  for (const Word& word : words)
    if (word.size() > 1 || words.size() == 1) words_.insert(word);  // an initial would hide every »i« and »å«
}

void HiddenWords::add_phrase(std::string_view phrase) {
  if (auto words = words_of(phrase); !words.empty()) phrases_.insert(std::move(words));
}

bool HiddenWords::occur_in(std::string_view text) const {
  if (text.empty() || empty()) return false;
  const std::vector<Word> words = words_of(text);
  for (const Word& word : words) {
    if (words_.contains(word)) return true;
    if (word.back() == u's' && words_.contains(word.substr(0, word.size() - 1))) return true;
  }
  return std::any_of(phrases_.begin(), phrases_.end(), [&](const std::vector<Word>& phrase) {
    return std::search(words.begin(), words.end(), phrase.begin(), phrase.end(), same_or_genitive) != words.end();
  });
}

bool HiddenWords::describe(std::string_view name) const {
  if (words_.empty()) return false;
  const std::vector<Word> words = words_of(name);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const Word& word = words[i];
    if (word.back() == u's' && !words_.contains(word) && words_.contains(word.substr(0, word.size() - 1))) return true;
    if (words_.contains(word) && words[i + 1] == u"s") return true;  // »Ali's ven«
  }
  return false;
}

}  // namespace kreds::audience
