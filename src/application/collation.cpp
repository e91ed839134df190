#include "kreds/application/collation.hpp"

#include <unicode/locid.h>
#include <unicode/ucol.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <stdexcept>

namespace kreds::application {
namespace {

struct CloseCollator {
  void operator()(UCollator* collator) const { ucol_close(collator); }
};
using Collator = std::unique_ptr<UCollator, CloseCollator>;

Collator collator_of(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  Collator collator(ucol_open(language.c_str(), &status));
  if (U_FAILURE(status)) throw std::runtime_error(std::string("no order of names: ") + u_errorName(status));
  return collator;
}

}  // namespace

std::vector<std::size_t> alphabetical(const std::vector<std::string>& names, const std::string& language) {
  std::vector<std::size_t> order(names.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (names.size() < 2) return order;  // opening a collator costs more than all the rest
  const Collator collator = collator_of(language);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    UErrorCode status = U_ZERO_ERROR;
    return ucol_strcollUTF8(collator.get(), names[a].data(), static_cast<int32_t>(names[a].size()), names[b].data(),
                            static_cast<int32_t>(names[b].size()), &status) == UCOL_LESS;
  });
  return order;
}

std::vector<std::string> sorted_names(const std::vector<std::string>& names, const std::string& language) {
  std::vector<std::string> sorted;
  sorted.reserve(names.size());
  for (const std::size_t i : alphabetical(names, language)) sorted.push_back(names[i]);
  return sorted;
}

bool same_name(const std::string& a, const std::string& b) {
  return icu::UnicodeString::fromUTF8(a).caseCompare(icu::UnicodeString::fromUTF8(b), U_FOLD_CASE_DEFAULT) == 0;
}

std::string capitalised(const std::string& text, const std::string& language) {
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8(text);
  if (letters.isEmpty()) return text;
  icu::UnicodeString first(letters.char32At(0));
  const int32_t length = first.length();
  letters.replace(0, length, first.toUpper(icu::Locale(language.c_str())));
  std::string capital;
  return letters.toUTF8String(capital);
}

}  // namespace kreds::application
