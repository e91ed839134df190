/// \file
/// Writing a DEFLATE stream from tokens: the half of a compressor that knows nothing of what is compressed. Private to
/// the drawing layer.
///
/// Source   RFC 1951 (DEFLATE), RFC 1950 (zlib header).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kreds::drawing {

/// Takes bytes and repetitions, gives blocks with codes made for them.
class DeflateWriter {
 public:
  static constexpr std::size_t farthest = 32768;  ///< that a repetition can reach back, in bytes

  explicit DeflateWriter(std::string& to);

  void byte(unsigned char value) {
    tokens_.push_back(value);
    ++literals_[value];
    if (tokens_.size() >= block_tokens) end_block(false);
  }
  /// The next `count` bytes are what stood `distance` bytes before, 1 to farthest; `count` is at least 3.
  void repetition(std::size_t count, std::size_t distance);
  /// Ends the stream; to be called once, after the last token.
  void finish() { end_block(true); }

 private:
  static constexpr std::size_t block_tokens = 1U << 16U;
  static constexpr std::size_t literal_codes = 286, distance_codes = 30;

  void piece(std::size_t count, std::size_t distance);
  void end_block(bool last);

  std::string* to_;
  std::uint64_t waiting_ = 0;  ///< bits of the last block that do not fill a byte
  unsigned waiting_count_ = 0;
  std::vector<std::uint32_t>
      tokens_;  ///< a byte, or a repetition: its count from bit 16, its distance, the top bit set
  std::array<std::uint32_t, literal_codes> literals_{};
  std::array<std::uint32_t, distance_codes> distances_{};
};

}  // namespace kreds::drawing
