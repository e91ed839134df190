// Feeds the reader with bytes: it may refuse them, but must not crash or hang, and what it reads must be written and
// read back equal. Start it with data/cases and tests/data/broken as corpus.
#include <cstdint>
#include <cstdlib>

#include "kreds/casefile/check.hpp"
#include "kreds/casefile/write.hpp"
#include "kreds/labels/labels.hpp"

using namespace kreds;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const casefile::Vocabulary vocabulary = casefile::load_vocabulary(KREDS_ROOT "/data");
  static const labels::Labels danish = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  const casefile::Date today = *casefile::parse_date("2030-01-01");

  const std::string text(reinterpret_cast<const char*>(data), size);
  const casefile::ReadResult read = casefile::read_case_text("fuzz", text, vocabulary, today);
  require(read.value.has_value() != document::has_errors(read.diagnostics));
  for (const document::Diagnostic& d : read.diagnostics) {
    const std::string sentence = labels::to_text(d, danish);
    for (const char c : sentence) require(c == '\n' || static_cast<unsigned char>(c) >= 0x20U);
  }
  if (!read.value) return 0;

  const std::string written = casefile::to_text(*read.value);
  require(casefile::read_case_text("again", written, vocabulary, today).value == read.value);
  if (const auto newest = casefile::newest_interview(*read.value))
    casefile::check(*read.value, read.places, vocabulary, *newest);
  return 0;
}
