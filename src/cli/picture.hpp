/// \file
/// What the commands that draw have in common.
#pragma once

#include <string>
#include <utility>

#include "kreds/drawing/style.hpp"
#include "session.hpp"

namespace kreds::cli {

struct PictureWish {
  std::string command;  ///< whose help has more
  std::string style;    ///< empty: the usual
  drawing::Format format;
  std::string output;
};

/// What can be judged before the case is opened, but not without the tool and the terminal. Throws UsageError.
void judge(const PictureWish& wish, const Session& session);

template <class Make>
auto with_style(const std::string& style, const Session& session, Make&& make) {
  try {
    return std::forward<Make>(make)();
  } catch (const drawing::BadStyle& error) {
    refuse(error, session.tool.labels("cli.error.bad_style", {{"style", labels::printable(style)}}), session);
  }
}

}  // namespace kreds::cli
