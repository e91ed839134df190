#include "kreds/drawing/text.hpp"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace kreds::drawing {

namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
  void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

/// The files that the pictures are drawn with; the second family has the letters that the first lacks.
constexpr std::array<const char*, 4> font_files = {"Lato-Regular.ttf", "Lato-Bold.ttf", "DejaVuSans.ttf",
                                                   "DejaVuSans-Bold.ttf"};

constexpr double points_per_unit = 72.0 / (96.0 * PANGO_SCALE);

/// Without hinting letters keep their true shape and width at every size, and a picture takes a quarter less work:
/// Lato's hinting programs are long.
constexpr const char* no_hinting = R"(<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<match target="pattern"><edit name="hinting" mode="assign"><bool>false</bool></edit>
<edit name="hintstyle" mode="assign"><const>hintnone</const></edit></match></fontconfig>)";

void use_fonts(const std::vector<std::string>& font_folders) {
  FcConfig* config = FcConfigCreate();
  FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(no_hinting), FcFalse);
  int found = 0;
  for (const char* file : font_files)
    for (const std::string& folder : font_folders) {
      const std::string path = folder + "/" + file;
      if (!std::filesystem::exists(path)) continue;
      if (FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(path.c_str()))) ++found;
      break;
    }
  if (found < static_cast<int>(font_files.size())) {
    FcConfigDestroy(config);
    std::string where;
    for (const std::string& folder : font_folders) where += "\n  " + folder;
    throw std::runtime_error("the fonts Lato and DejaVu Sans (regular and bold) are needed; looked in:" + where);
  }
  FcConfigSetCurrent(config);
  FcConfigDestroy(config);
}

}  // namespace

/// Set up as Graphviz's own text layout is, so that what is measured is what is drawn.
struct Typesetter::Measuring {
  Measuring() : map_(pango_cairo_font_map_new()), context_(pango_font_map_create_context(map_.get())) {
    pango_cairo_context_set_resolution(context_.get(), 96);
    Owned<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_FULL);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_ON);
    cairo_font_options_set_subpixel_order(options.get(), CAIRO_SUBPIXEL_ORDER_BGR);
    pango_cairo_context_set_font_options(context_.get(), options.get());
    layout_.reset(pango_layout_new(context_.get()));
  }

  PangoLayout* lay(const std::string& text, layout::Face face, double size_pt) {
    Owned<PangoFontDescription> font(
        pango_font_description_from_string(face == layout::Face::bold ? "Lato Bold" : "Lato"));
    pango_font_description_set_size(font.get(), static_cast<int>(size_pt * PANGO_SCALE));
    pango_layout_set_font_description(layout_.get(), font.get());
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    return layout_.get();
  }

 private:
  Owned<PangoFontMap> map_;
  Owned<PangoContext> context_;
  Owned<PangoLayout> layout_;
};

Typesetter::Typesetter(const std::vector<std::string>& font_folders) {
  use_fonts(font_folders);
  measuring_ = std::make_unique<Measuring>();
}

Typesetter::~Typesetter() = default;

double Typesetter::width(const std::string& text, layout::Face face, double size_pt) const {
  PangoRectangle logical;
  pango_layout_get_extents(measuring_->lay(text, face, size_pt), nullptr, &logical);
  return logical.width * points_per_unit;
}

layout::Point Typesetter::ink_offset(const std::string& text, layout::Face face, double size_pt) const {
  constexpr double reference_pt = 64;
  PangoLayout* laid = measuring_->lay(text, face, reference_pt);
  PangoRectangle ink, logical;
  pango_layout_get_extents(laid, &ink, &logical);
  const double scale = points_per_unit * size_pt / reference_pt;
  // Graphviz puts the baseline of a single line a quarter of its size below the middle of its box.
  const double baseline = pango_layout_get_baseline(laid);
  return {(ink.x + ink.width / 2.0 - logical.width / 2.0) * scale,
          (ink.y + ink.height / 2.0 - baseline) * scale + 0.25 * size_pt};
}

std::vector<std::string> Typesetter::missing_glyphs(const std::string& text) const {
  const auto unknown = [&](const std::string& some) {
    return pango_layout_get_unknown_glyphs_count(measuring_->lay(some, layout::Face::bold, 12)) > 0;
  };
  std::vector<std::string> missing;
  if (!unknown(text)) return missing;
  for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
    const std::string one(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
    if (unknown(one)) missing.push_back(one);
  }
  return missing;
}

namespace {

/// ASCII and the Latin letters up to ÿ, which Lato has: what nearly every text consists of.
bool is_plain(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0xC4;
  });
}

}  // namespace

std::vector<MissingGlyph> missing_glyphs(const layout::MapContent& content, const Typesetter& typesetter) {
  std::vector<MissingGlyph> missing;
  const auto look = [&](const std::string& text, const std::string& in) {
    if (is_plain(text)) return;
    for (const std::string& glyph : typesetter.missing_glyphs(text))
      if (MissingGlyph found{glyph, in}; std::find(missing.begin(), missing.end(), found) == missing.end())
        missing.push_back(std::move(found));
  };
  for (const auto& person : content.people) {
    look(person.name, person.name);
    look(person.role, person.name);
    look(person.change_words, person.name);
  }
  for (const std::string& text : {content.title, content.subtitle, content.rings_note, content.not_placed_caption,
                                  content.outside_caption, content.legend_title})
    look(text, text);
  for (const auto* list : {&content.foot, &content.sectors})
    for (const std::string& text : *list) look(text, text);
  return missing;
}

}  // namespace kreds::drawing
