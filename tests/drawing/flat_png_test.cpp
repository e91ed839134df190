#include "flat_png.hpp"

#include <zlib.h>

#include <catch2/catch.hpp>

#include "deflate.hpp"
#include "read_picture.hpp"
#include "support/dice.hpp"

using namespace kreds;
using testing::Dice;

namespace {

struct Picture {
  std::size_t width, height, stride;
  std::vector<std::uint32_t> words;
};

Picture blank(std::size_t width, std::size_t height, std::uint32_t colour) {
  const std::size_t stride = width + 3;  // rows may be longer than their pixels
  return {width, height, stride, std::vector<std::uint32_t>(stride * height, colour)};
}

/// Boxes in a few colours over each other, and a share of pixels of any colour: from a drawing to mere noise.
Picture random_picture(std::uint64_t seed, std::size_t width, std::size_t height, int noise_percent) {
  Dice dice(seed);
  Picture picture = blank(width, height, 0xFFFFFF);
  const auto below = [&](std::size_t limit) {
    return static_cast<std::size_t>(dice.between(0, static_cast<int>(limit) - 1));
  };
  for (int box = 0; box < 12; ++box) {
    const std::size_t x = below(width), y = below(height), w = below(width - x) + 1, h = below(height - y) + 1;
    const auto colour = static_cast<std::uint32_t>(dice.next());
    for (std::size_t j = y; j < y + h; ++j)
      for (std::size_t i = x; i < x + w; ++i) picture.words[j * picture.stride + i] = colour;
  }
  for (std::uint32_t& word : picture.words)
    if (dice.between(0, 99) < noise_percent) word = static_cast<std::uint32_t>(dice.next());
  return picture;
}

std::string png_of(Picture picture) {
  return drawing::flat_png(picture.words.data(), picture.width, picture.height, picture.stride, 3780);
}

std::vector<std::uint32_t> pixels_of(const Picture& picture) {
  std::vector<std::uint32_t> pixels;
  for (std::size_t y = 0; y < picture.height; ++y)
    for (std::size_t x = 0; x < picture.width; ++x) pixels.push_back(picture.words[y * picture.stride + x] & 0xFFFFFFU);
  return pixels;
}

}  // namespace

TEST_CASE("every picture is read back as it was", "[drawing][png]") {
  std::uint64_t seed = 0;
  for (const auto& [width, height] : std::vector<std::pair<std::size_t, std::size_t>>{
           {1, 1}, {1, 40}, {40, 1}, {2, 2}, {3, 5}, {86, 7}, {87, 7}, {258, 30}, {301, 200}, {640, 480}})
    for (int noise : {0, 1, 10, 100}) {
      CAPTURE(width, height, noise);
      const Picture picture = random_picture(++seed, width, height, noise);
      CHECK((testing::pixels_of(png_of(picture)) == pixels_of(picture)));
    }
}

TEST_CASE("a picture whose rows are longer than a repetition can reach is read back as it was", "[drawing][png]") {
  // A repetition reaches 32,768 bytes back: the row above is out of reach from 10,923 pixels on.
  for (std::size_t width : {10922U, 10923U, 20000U}) {
    const Picture picture = random_picture(width, width, 9, 3);
    CHECK((testing::pixels_of(png_of(picture)) == pixels_of(picture)));
  }
}

TEST_CASE("a sheet of one colour takes next to nothing", "[drawing][png]") {
  // A row is the byte of its filter, a pixel from above and 23 repetitions of the pixel before, most of a bit or two:
  // some 70 bits; 1,080 rows of them are 9.5 kB.
  const Picture picture = blank(1920, 1080, 0xF6E6CB);
  const std::string png = png_of(picture);
  CHECK(png.size() < 10000);
  CHECK((testing::pixels_of(png) == pixels_of(picture)));
}

TEST_CASE("noise grows by less than a fiftieth", "[drawing][png]") {
  const Picture picture = random_picture(7, 500, 500, 100);
  CHECK(png_of(picture).size() < 765000);  // 750,000 bytes of pixels
}

TEST_CASE("frequencies as uneven as Fibonacci numbers still give codes of at most 15 bits", "[drawing][png]") {
  // Twenty-two values that occur 1, 1, 2, 3, 5 … times, 46,367 in all: Huffman's own code would need 21 bits.
  std::string plain;
  std::size_t a = 1, b = 1;
  for (char value = 'a'; value < 'a' + 22; ++value) {
    plain.append(a, value);
    b += a;
    a = b - a;
  }
  REQUIRE(plain.size() == 46367);
  std::string stream;
  drawing::DeflateWriter writer(stream);
  for (char value : plain) writer.byte(static_cast<unsigned char>(value));
  writer.finish();

  z_stream inflating{};
  REQUIRE(inflateInit2(&inflating, -15) == Z_OK);  // without the header of zlib
  std::string back(plain.size() + 1, '\0');
  inflating.next_in = reinterpret_cast<Bytef*>(stream.data());
  inflating.avail_in = static_cast<uInt>(stream.size());
  inflating.next_out = reinterpret_cast<Bytef*>(back.data());
  inflating.avail_out = static_cast<uInt>(back.size());
  CHECK(inflate(&inflating, Z_FINISH) == Z_STREAM_END);
  CHECK(inflating.avail_in == 0);
  back.resize(inflating.total_out);
  inflateEnd(&inflating);
  CHECK((back == plain));
}
