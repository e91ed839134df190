#include "usage.hpp"

#include "kreds/casefile/suggestion.hpp"

namespace kreds::cli {

using labels::Labels;
using labels::printable;

UsageError told(const Labels& labels, const std::string& command, const std::string& key,
                const std::map<std::string, std::string>& fill) {
  std::map<std::string, std::string> safe;
  for (const auto& [name, text] : fill) safe[name] = printable(text);
  return {labels("cli.error." + key, safe), command};
}

UsageError told_with_guess(const Labels& labels, const std::string& command, const std::string& key,
                           const std::string& given, const std::vector<std::string>& known) {
  constexpr std::size_t shortest = 3;  // everything is near to -z
  std::string sentence = labels("cli.error." + key, {{"given", printable(given)}});
  const std::string guess = given.size() < shortest ? "" : casefile::nearest(given, known);
  if (!guess.empty()) sentence += " " + labels("cli.error.guess", {{"guess", guess}});
  return {sentence, command};
}

}  // namespace kreds::cli
