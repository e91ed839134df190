// same_case SHIPPED BUILT: whether two case files say the same. In which order people, households and matters were
// written down says nothing; all else must be equal. Tells the first lines that differ.
#include <algorithm>
#include <iostream>
#include <sstream>

#include "kreds/casefile/read.hpp"
#include "kreds/casefile/write.hpp"

using namespace kreds::casefile;

namespace {

template <class Entry>
void sort_by_id(std::vector<Entry>& entries) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.id < b.id; });
}

std::optional<Case> read(const std::string& path, const Vocabulary& vocabulary) {
  ReadResult result = read_case_file(path, vocabulary, *parse_date("2024-09-01"));
  for (const auto& fault : result.diagnostics) std::cerr << path << ": " << fault.code << "\n";
  if (!result.value) return std::nullopt;
  sort_by_id(result.value->people);
  sort_by_id(result.value->households);
  sort_by_id(result.value->matters);
  return std::move(result.value);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const Vocabulary vocabulary = load_vocabulary(KREDS_ROOT "/data");
  const auto shipped = read(argv[1], vocabulary), built = read(argv[2], vocabulary);
  if (!shipped || !built) return 1;
  if (*shipped == *built) return 0;
  std::istringstream expected(to_text(*shipped)), actual(to_text(*built));
  int told = 0;
  for (std::string a, b; told < 5 && std::getline(expected, a) && std::getline(actual, b);)
    if (a != b) {
      std::cerr << "shipped " << a << "\nbuilt   " << b << "\n";
      ++told;
    }
  return 1;
}
