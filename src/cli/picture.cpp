#include "picture.hpp"

#include <unistd.h>

#include <algorithm>

#include "kreds/casefile/suggestion.hpp"

namespace kreds::cli {

void judge(const PictureWish& wish, const Session& session) {
  const std::vector<std::string> known = application::styles(session.tool.installation);
  if (!wish.style.empty() && !drawing::names_a_file(wish.style) &&
      std::find(known.begin(), known.end(), wish.style) == known.end())
    throw UsageError(session.tool.labels("cli.error.style", {{"given", labels::printable(wish.style)},
                                                             {"known", casefile::listed(known)}}),
                     wish.command);
  const bool picture = wish.format == drawing::Format::png || wish.format == drawing::Format::pdf;
  if (wish.output == "-" && picture && ::isatty(STDOUT_FILENO) == 1)
    throw UsageError(session.tool.labels("cli.error.picture_on_terminal"), wish.command);
}

}  // namespace kreds::cli
