#include "kreds/document/hash.hpp"

#include <glib.h>

#include <memory>

namespace kreds::document {

std::string sha256(std::string_view bytes) {
  const std::unique_ptr<GChecksum, decltype(&g_checksum_free)> sum(g_checksum_new(G_CHECKSUM_SHA256), g_checksum_free);
  // In pieces, for GLib counts in a signed size.
  constexpr std::size_t piece = std::size_t{1} << 30;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    const std::string_view part = bytes.substr(at, piece);
    g_checksum_update(sum.get(), reinterpret_cast<const guchar*>(part.data()), static_cast<gssize>(part.size()));
  }
  return g_checksum_get_string(sum.get());
}

std::string short_hash(std::string_view bytes) {
  return sha256(bytes).substr(0, 8);
}

}  // namespace kreds::document
