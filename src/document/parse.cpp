#include <algorithm>
#include <limits>

#include "events.hpp"

namespace kreds::document {
namespace {

/// The quick parser only says that something is wrong; what and where is found by the exact one, from the beginning.
ParseResult read(DocumentBuilder&& builder) {
  if (!builder.text_can_be_read()) return std::move(builder).result(false);
  const Quick quick = read_quickly(builder);
  const bool whole = quick == Quick::not_judged ? read_exactly(builder) : quick == Quick::whole;
  return std::move(builder).result(whole);
}

}  // namespace

ParseResult parse(std::string file_name, std::string text, const ParseLimits& limits) {
  const std::size_t largest = std::min<std::size_t>(limits.bytes, std::numeric_limits<std::uint32_t>::max() - 1);
  if (text.size() > largest) {
    const Argument megabytes = Argument::literal(std::to_string(largest >> 20U));
    return {std::nullopt,
            {{Severity::error, "file_too_large", {std::move(file_name), 0, 0, ""}, {{"megabytes", megabytes}}}}};
  }
  return read(DocumentBuilder(std::move(file_name), std::move(text), limits));
}

}  // namespace kreds::document
