#include "kreds/publishing/document.hpp"

#include "kreds/layout/content.hpp"

namespace kreds::publishing {

std::string plain(const std::string& text) {
  return layout::drawable(text);
}

}  // namespace kreds::publishing
