#include "kreds/document/encoding.hpp"

#include <glib.h>

#include <memory>

namespace kreds::document {
namespace {

std::string taken(gchar* made) {
  const std::unique_ptr<gchar, decltype(&g_free)> text(made, g_free);
  return text.get();
}

}  // namespace

std::string in_markup(std::string_view text) {
  return taken(g_markup_escape_text(text.data(), static_cast<gssize>(text.size())));
}

std::string base64(std::string_view bytes) {
  return taken(g_base64_encode(reinterpret_cast<const guchar*>(bytes.data()), bytes.size()));
}

}  // namespace kreds::document
