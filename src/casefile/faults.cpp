#include "faults.hpp"

#include <algorithm>
#include <tuple>

namespace kreds::casefile {

using document::Diagnostic;
using document::Diagnostics;

namespace {
constexpr const char* more_faults = "more_faults";
}

void Faults::add(document::Severity severity, std::string code, document::Place place, document::Arguments arguments) {
  has_error_ = has_error_ || severity == document::Severity::error;
  if (full())
    ++not_kept_;
  else
    kept_.push_back({severity, std::move(code), std::move(place), std::move(arguments)});
}

void sort_by_place(Diagnostics& diagnostics) {
  const auto position = [](const Diagnostic& d) {
    const bool at_the_end = d.code == more_faults;
    return std::tuple(at_the_end, d.place.line, d.place.column);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return position(a) < position(b); });
}

Diagnostics Faults::take() {
  sort_by_place(kept_);
  const std::size_t more = not_kept_ + (kept_.size() > most_shown ? kept_.size() - most_shown : 0);
  if (more == 0) return std::move(kept_);
  kept_.erase(kept_.begin() + most_shown, kept_.end());
  Diagnostic last;
  last.code = more_faults;
  last.place.file = kept_.front().place.file;
  last.arguments = {{"number", document::Argument::literal(std::to_string(more))}};
  kept_.push_back(std::move(last));
  return std::move(kept_);
}

std::string shortened(std::string_view text) {
  constexpr std::size_t most = 80;
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace kreds::casefile
