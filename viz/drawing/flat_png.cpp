#include "flat_png.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <vector>

#include "deflate.hpp"
#include "kreds/document/any_processor.hpp"

namespace kreds::drawing {

namespace {

void append(std::string& to, std::uint32_t value) {
  for (unsigned shift : {24U, 16U, 8U, 0U}) to.push_back(static_cast<char>(value >> shift & 0xFFU));
}

/// CRC-32 of PNG's annex D, four bytes a step.
constexpr auto crc_tables = [] {
  std::array<std::array<std::uint32_t, 256>, 4> tables{};
  for (std::uint32_t n = 0; n < 256; ++n) {
    std::uint32_t c = n;
    for (int bit = 0; bit < 8; ++bit) c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
    tables[0][n] = c;
  }
  for (std::size_t t = 1; t < 4; ++t)
    for (std::size_t n = 0; n < 256; ++n) tables[t][n] = tables[0][tables[t - 1][n] & 0xFFU] ^ (tables[t - 1][n] >> 8U);
  return tables;
}();

std::uint32_t crc(std::string_view bytes) {
  std::uint32_t c = 0xFFFFFFFFU;
  const auto at = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
  std::size_t i = 0;
  for (; i + 4 <= bytes.size(); i += 4) {
    c ^= at(i) | at(i + 1) << 8U | at(i + 2) << 16U | at(i + 3) << 24U;
    c = crc_tables[3][c & 0xFFU] ^ crc_tables[2][c >> 8U & 0xFFU] ^ crc_tables[1][c >> 16U & 0xFFU] ^
        crc_tables[0][c >> 24U];
  }
  for (; i < bytes.size(); ++i) c = crc_tables[0][(c ^ at(i)) & 0xFFU] ^ (c >> 8U);
  return ~c;
}

/// A chunk begins with a place for its length; what is appended after its name is its body.
class Chunk {
 public:
  Chunk(std::string& to, std::string_view name) : to_(&to), start_(to.size()) {
    append(to, 0);
    to += name;
  }
  void end() {
    std::string length;
    append(length, static_cast<std::uint32_t>(to_->size() - start_ - 8));
    to_->replace(start_, 4, length);
    append(*to_, crc(std::string_view(*to_).substr(start_ + 4)));
  }

 private:
  std::string* to_;
  std::size_t start_;
};

struct Sums {
  std::uint32_t all = 0;       ///< of the bytes
  std::uint32_t weighted = 0;  ///< the last pixel once, the one before twice, and so on
  std::uint32_t behind = 0;    ///< what of that the second and the third byte of each pixel count less
};
/// Clears the unused byte of each pixel.
KREDS_ANY_PROCESSOR
Sums sums_of(std::uint32_t* pixels, std::uint32_t count) {
  std::uint32_t all = 0, weighted = 0, behind = 0;
  for (std::uint32_t k = 0; k < count; ++k) {
    pixels[k] &= 0xFFFFFFU;
    const std::uint32_t red = pixels[k] >> 16U, green = pixels[k] >> 8U & 0xFFU, blue = pixels[k] & 0xFFU;
    const std::uint32_t sum = red + green + blue;
    all += sum;
    weighted += (count - k) * sum;
    behind += green + 2 * blue;
  }
  return {all, weighted, behind};
}

/// The checksum of zlib over the bytes R, G, B of rows of pixels, each row behind a byte 0 (»no filter«). Clears the
/// unused byte of each pixel on its way.
class Adler {
 public:
  void row(std::uint32_t* pixels, std::size_t count) {
    sums_ = (sums_ + bytes_) % modulus;  // the byte 0
    for (; count >= step; count -= step, pixels += step) take(pixels, step);
    take(pixels, count);
  }
  std::uint32_t value() const { return sums_ << 16U | bytes_; }

 private:
  static constexpr std::uint32_t modulus = 65521;
  static constexpr std::size_t step = 256;

  /// Byte i of n counts n − i times in the sum of sums; pixel k of m has the bytes 3k, 3k + 1, 3k + 2.
  void take(std::uint32_t* pixels, std::size_t m) {
    const auto [all, weighted, behind] = sums_of(pixels, static_cast<std::uint32_t>(m));
    sums_ = (sums_ + static_cast<std::uint32_t>(3 * m) * bytes_ + 3 * weighted - behind) % modulus;
    bytes_ = (bytes_ + all) % modulus;
  }

  std::uint32_t bytes_ = 1, sums_ = 0;
};

std::size_t equal_pixels(const std::uint32_t* a, const std::uint32_t* b, std::size_t most) {
  std::size_t n = 0;
  if (most == 0 || *a != *b) return 0;
  for (const std::size_t block : {std::size_t{128}, std::size_t{16}})
    while (n + block <= most && std::memcmp(a + n, b + n, block * sizeof *a) == 0) n += block;
  while (n < most && a[n] == b[n]) ++n;
  return n;
}

/// Rows of pixels as bytes and repetitions.
class Rows {
 public:
  Rows(const std::uint32_t* pixels, std::size_t width, std::size_t stride, std::string& to)
      : pixels_(pixels), width_(width), stride_(stride), row_bytes_(3 * width + 1), seen_(seen_size), out_(to) {}

  void write(std::size_t y) {
    const bool reachable = y > 0 && row_bytes_ <= DeflateWriter::farthest;
    const std::uint32_t* const row = pixels_ + y * stride_;
    const std::uint32_t* const above = reachable ? row - stride_ : nullptr;
    std::size_t same_until = reachable ? equal_pixels(row, above, width_) : 0;  // as above
    // The byte of the filter goes on with what is equal to the row above.
    if (same_until > 0 || equal_ > 0)
      ++equal_;
    else
      out_.byte(0);
    std::size_t x = 0;
    while (x < width_) {
      if (reachable && same_until <= x) same_until = x + equal_pixels(row + x, above + x, width_ - x);
      x += step(row, x, y, same_until > x ? same_until - x : 0);
    }
  }

  void finish() {
    end_equal();
    out_.finish();
  }

 private:
  static constexpr std::size_t seen_size = 1U << 12U;
  static constexpr std::size_t long_run = 86;  ///< pixels: as much as one repetition can hold

  void end_equal() {
    if (equal_ == 1) out_.byte(0);  // the byte of the filter alone
    if (equal_ > 1) out_.repetition(equal_, row_bytes_);
    equal_ = 0;
  }

  /// Writes some pixels from x on and gives their number; `up` of them are as above.
  std::size_t step(const std::uint32_t* row, std::size_t x, std::size_t y, std::size_t up) {
    const std::size_t rest = width_ - x, left = run(row, x, rest);
    const bool above_serves = up > left && left < long_run;
    if (above_serves && (up >= 3 || equal_ > 0)) return same_as_above(row, x, up);
    end_equal();
    if (up < 3 && left < 3 && rest >= 2)
      if (const Match before = last_like(row, x, y); before.pixels > std::max({up, left, std::size_t{1}})) {
        out_.repetition(3 * before.pixels, before.distance);
        return before.pixels;
      }
    if (above_serves) return same_as_above(row, x, up);
    if (left > 0) {
      out_.repetition(3 * left, 3);
      return left;
    }
    for (unsigned shift : {16U, 8U, 0U}) out_.byte(static_cast<unsigned char>(row[x] >> shift & 0xFFU));
    return 1;
  }

  /// Pixels from x on that are those to their left.
  static std::size_t run(const std::uint32_t* row, std::size_t x, std::size_t most) {
    return x == 0 ? 0 : equal_pixels(row + x, row + x - 1, most);
  }

  /// Up to where a long run begins: to repeat the pixel before costs few bits, to reach back a row costs many. At the
  /// end of the row the repetition stays open, for the next one may go on with it.
  std::size_t same_as_above(const std::uint32_t* row, std::size_t x, std::size_t up) {
    std::size_t count = 1;
    while (count < up) {
      const std::size_t left = run(row, x + count, up - count);
      if (left >= long_run) break;
      count += std::max(left, std::size_t{1});
    }
    equal_ += 3 * count;
    if (x + count < width_) end_equal();
    return count;
  }

  struct Match {
    std::size_t pixels = 0, distance = 0;
  };

  /// The last place within reach that began with the same two pixels.
  Match last_like(const std::uint32_t* row, std::size_t x, std::size_t y) {
    const std::uint32_t mixed = row[x] * 0x9E3779B1U + row[x + 1] * 0x85EBCA6BU;
    Place& place = seen_[mixed >> 20U];
    const Place old = place;
    place = {y, x, true};
    const std::size_t distance = (y - old.y) * row_bytes_ + 3 * x - 3 * old.x;
    if (!old.known || distance > DeflateWriter::farthest) return {};
    const std::size_t most = width_ - std::max(x, old.x);
    return {equal_pixels(row + x, pixels_ + old.y * stride_ + old.x, most), distance};
  }

  struct Place {
    std::size_t y = 0, x = 0;
    bool known = false;
  };

  const std::uint32_t* pixels_;
  std::size_t width_, stride_, row_bytes_;
  std::size_t equal_ = 0;  ///< bytes up to here that are those of the row above, not written yet
  std::vector<Place> seen_;
  DeflateWriter out_;
};

}  // namespace

std::string flat_png(std::uint32_t* pixels, std::size_t width, std::size_t height, std::size_t stride,
                     std::uint32_t pixels_per_metre) {
  std::string png = "\x89PNG\r\n\x1A\n";
  png.reserve(512 * 1024);
  Chunk head(png, "IHDR");
  append(png, static_cast<std::uint32_t>(width));
  append(png, static_cast<std::uint32_t>(height));
  png += std::string("\x08\x02\x00\x00\x00", 5);  // 8 bits, RGB, no interlace
  head.end();
  Chunk density(png, "pHYs");
  append(png, pixels_per_metre);
  append(png, pixels_per_metre);
  png += '\x01';
  density.end();
  Chunk data(png, "IDAT");
  png += "\x78\x01";
  Adler adler;
  Rows rows(pixels, width, stride, png);
  for (std::size_t y = 0; y < height; ++y) {
    adler.row(pixels + y * stride, width);
    rows.write(y);
  }
  rows.finish();
  append(png, adler.value());
  data.end();
  Chunk(png, "IEND").end();
  return png;
}

}  // namespace kreds::drawing
