/// \file
/// The way back: from the text of the newest version to those before it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kreds::editing {

/// From a newer text to an older one: `cut` bytes from `at` become `put`.
struct Step {
  std::string before, after;  ///< fingerprints of the older and the newer text
  std::size_t at = 0, cut = 0;
  std::string put;
};

/// Oldest first.
using Journal = std::vector<Step>;

Step step_back(std::string_view older, std::string_view newer);
/// Empty if the step does not belong to this text, or does not lead to the text that it promises.
std::optional<std::string> taken_back(const Step& step, std::string_view newer);

/// Those steps that lead back from a text with this fingerprint.
Journal leading_from(Journal journal, const std::string& fingerprint);

/// Lines that are no steps end it: what follows them cannot be trusted.
Journal parse_journal(const std::string& text);
/// At most the newest 500 steps, and no more than 16 MB.
std::string to_text(const Journal& journal);

}  // namespace kreds::editing
