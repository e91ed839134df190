/// \file
/// Pictures as other programs read them.
#pragma once

#include <cairo.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace kreds::testing {

inline std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

/// What a program prints, given bytes in a file whose path replaces %.
inline std::string output_of(std::string command, const std::string& bytes) {
  const std::string path = std::filesystem::temp_directory_path() / ("kreds-render-" + std::to_string(getpid()));
  std::ofstream(path, std::ios::binary) << bytes;
  command.replace(command.find('%'), 1, path);
  std::string text;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) text += static_cast<char>(c);
  const int status = pclose(pipe);
  std::filesystem::remove(path);
  CAPTURE(command, text);
  CHECK(status == 0);
  return text;
}

/// What another reader sees in a PNG: cairo's, which is libpng and zlib with all their checks.
inline std::vector<std::uint32_t> pixels_of(const std::string& png) {
  struct Rest {
    const char* at;
    std::size_t left;
  } rest{png.data(), png.size()};
  cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(
      [](void* from, unsigned char* to, unsigned int size) {
        auto& bytes = *static_cast<Rest*>(from);
        if (size > bytes.left) return CAIRO_STATUS_READ_ERROR;
        std::memcpy(to, bytes.at, size);
        bytes.at += size;
        bytes.left -= size;
        return CAIRO_STATUS_SUCCESS;
      },
      &rest);
  REQUIRE(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS);
  CHECK(rest.left == 0);
  const int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface),
            stride = cairo_image_surface_get_stride(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y)
    std::memcpy(pixels.data() + static_cast<std::ptrdiff_t>(y) * width, data + static_cast<std::ptrdiff_t>(y) * stride,
                4 * static_cast<std::size_t>(width));
  for (std::uint32_t& pixel : pixels) pixel &= 0xFFFFFFU;
  cairo_surface_destroy(surface);
  return pixels;
}

}  // namespace kreds::testing
