#include "encode.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <sys/mman.h>

#include <cmath>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include "flat_png.hpp"

namespace kreds::drawing {

namespace {

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release>;
using Cairo = std::unique_ptr<cairo_t, Release>;

/// The memory of a picture, in large pages where the system has them: a picture of two million pixels else costs two
/// thousand page faults, a tenth of its whole drawing. Comes from the system all zero.
class Pixels {
 public:
  Pixels(int width, int height) : stride_(cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width)) {
    if (stride_ <= 0 || height <= 0) throw std::runtime_error("picture: too large");
    const std::size_t needed = static_cast<std::size_t>(stride_) * static_cast<std::size_t>(height);
    size_ = (needed + large_page - 1) / large_page * large_page + large_page;
    memory_ = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory_ == MAP_FAILED) throw std::runtime_error("picture: no memory");
    ::madvise(memory_, size_, MADV_HUGEPAGE);
    std::size_t room = size_;
    data_ = memory_;
    std::align(large_page, needed, data_, room);
  }
  ~Pixels() { ::munmap(memory_, size_); }
  Pixels(const Pixels&) = delete;
  Pixels& operator=(const Pixels&) = delete;
  unsigned char* data() const { return static_cast<unsigned char*>(data_); }
  int stride() const { return stride_; }

 private:
  static constexpr std::size_t large_page = std::size_t{2} << 20U;
  int stride_;
  std::size_t size_ = 0;
  void* memory_ = nullptr;
  void* data_ = nullptr;
};

void check(cairo_status_t status, const char* what) {
  if (status != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(std::string(what) + ": " + cairo_status_to_string(status));
}

cairo_status_t append_pdf(void* text, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
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
    // To the pixel: A4 is no whole number of them, and the paper would end within the last.
    cairo_scale(cairo.get(), width / width_pt, height / height_pt);
    draw(cairo.get());
    check(cairo_status(cairo.get()), "drawing");
  }
  cairo_surface_flush(surface.get());
  return flat_png(reinterpret_cast<std::uint32_t*>(pixels.data()), static_cast<std::size_t>(width),
                  static_cast<std::size_t>(height), static_cast<std::size_t>(pixels.stride()) / 4,
                  static_cast<std::uint32_t>(std::lround(dpi / 0.0254)));
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
    // Tagged as one figure: its words are scattered over the sheet, and read in that order they would tell nothing.
    cairo_tag_begin(cairo.get(), "Document", nullptr);
    cairo_tag_begin(cairo.get(), "Figure", nullptr);
    draw(cairo.get());
    cairo_tag_end(cairo.get(), "Figure");
    cairo_tag_end(cairo.get(), "Document");
    cairo_show_page(cairo.get());
    check(cairo_status(cairo.get()), "PDF");
  }
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()), "PDF");
  return bytes;
}

}  // namespace kreds::drawing
