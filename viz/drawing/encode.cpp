#include "encode.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <png.h>
#include <sys/mman.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <stdexcept>
#include <vector>

namespace kreds::drawing {

namespace {

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release>;
using Cairo = std::unique_ptr<cairo_t, Release>;

/// The memory of a picture, in large pages where the system has them: a picture of two million pixels else costs two
/// thousand page faults, a tenth of its whole drawing.
class Pixels {
 public:
  Pixels(int width, int height)
      : stride_(cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width)),
        size_(static_cast<std::size_t>(std::max(stride_, 0)) * static_cast<std::size_t>(std::max(height, 0))) {
    constexpr std::size_t large_page = std::size_t{2} << 20U;
    size_ = (size_ + large_page - 1) / large_page * large_page;
    data_.reset(static_cast<unsigned char*>(std::aligned_alloc(large_page, size_)));
    if (stride_ <= 0 || !data_) throw std::runtime_error("picture: no memory");
    madvise(data_.get(), size_, MADV_HUGEPAGE);
    std::memset(data_.get(), 0, size_);
  }
  unsigned char* data() const { return data_.get(); }
  int stride() const { return stride_; }

 private:
  struct Free {
    void operator()(unsigned char* memory) const { std::free(memory); }
  };
  int stride_;
  std::size_t size_;
  std::unique_ptr<unsigned char, Free> data_;
};

void check(cairo_status_t status, const char* what) {
  if (status != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(std::string(what) + ": " + cairo_status_to_string(status));
}

void append_png(png_structp png, png_bytep data, png_size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
}
void flush_png(png_structp) {}
[[noreturn]] void png_failed(png_structp, png_const_charp message) {
  throw std::runtime_error(std::string("PNG: ") + message);
}
void png_warned(png_structp, png_const_charp) {}

cairo_status_t append_pdf(void* text, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

/// cairo keeps a pixel as a native word xRGB: in memory B, G, R, x. Turned round here in one pass, which libpng's own
/// transformations take three for.
void to_rgb(const unsigned char* from, std::vector<unsigned char>& to) {
  for (std::size_t i = 0, end = to.size(); i < end; i += 3, from += 4) {
    to[i] = from[2];
    to[i + 1] = from[1];
    to[i + 2] = from[0];
  }
}

/// Level 1 without filters: on drawings of this kind several times faster than cairo's own writer and not larger.
std::string encode(cairo_surface_t* surface, double dpi) {
  const int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
  unsigned char* pixels = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  std::string bytes;
  bytes.reserve(512 * 1024);
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, png_failed, png_warned);
  if (png == nullptr) throw std::runtime_error("PNG: no memory");
  png_infop info = png_create_info_struct(png);
  const std::unique_ptr<png_struct, void (*)(png_structp)> owner(
      png, [](png_structp p) { png_destroy_write_struct(&p, nullptr); });
  const std::unique_ptr<png_info, std::function<void(png_infop)>> info_owner(
      info, [png](png_infop i) { png_destroy_info_struct(png, &i); });
  png_set_write_fn(png, &bytes, append_png, flush_png);
  png_set_compression_level(png, 1);
  png_set_filter(png, 0, PNG_FILTER_NONE);
  png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8, PNG_COLOR_TYPE_RGB,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  const auto per_metre = static_cast<png_uint_32>(std::lround(dpi / 0.0254));
  png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_write_info(png, info);
  std::vector<unsigned char> row(3 * static_cast<std::size_t>(width));
  for (int y = 0; y < height; ++y) {
    to_rgb(pixels + static_cast<std::ptrdiff_t>(y) * stride, row);
    png_write_row(png, row.data());
  }
  png_write_end(png, info);
  return bytes;
}

}  // namespace

std::string png(double width_pt, double height_pt, double dpi, const DrawOn& draw) {
  const double scale = dpi / 72;
  const int width = static_cast<int>(std::lround(width_pt * scale)),
            height = static_cast<int>(std::lround(height_pt * scale));
  const Pixels pixels(width, height);
  const Surface surface(
      cairo_image_surface_create_for_data(pixels.data(), CAIRO_FORMAT_RGB24, width, height, pixels.stride()));
  check(cairo_surface_status(surface.get()), "picture");
  {
    const Cairo cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), scale, scale);
    draw(cairo.get());
    check(cairo_status(cairo.get()), "drawing");
  }
  cairo_surface_flush(surface.get());
  return encode(surface.get(), dpi);
}

std::string pdf(double width_pt, double height_pt, const std::string& title, const std::string& date,
                const DrawOn& draw) {
  std::string bytes;
  const Surface surface(cairo_pdf_surface_create_for_stream(append_pdf, &bytes, width_pt, height_pt));
  check(cairo_surface_status(surface.get()), "PDF");
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "kreds");
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, (date + "T00:00:00Z").c_str());
  {
    const Cairo cairo(cairo_create(surface.get()));
    draw(cairo.get());
    cairo_show_page(cairo.get());
    check(cairo_status(cairo.get()), "PDF");
  }
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()), "PDF");
  return bytes;
}

}  // namespace kreds::drawing
