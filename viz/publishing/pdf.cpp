#include "kreds/publishing/pdf.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <span>
#include <stdexcept>

#include "kreds/drawing/pdf_language.hpp"
#include "kreds/drawing/render.hpp"

namespace kreds::publishing {
namespace {

struct Release {
  void operator()(gpointer object) const { g_object_unref(object); }
  void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
  void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

// A4 in points.
constexpr double page_width = 595.276, page_height = 841.890;
constexpr double left = 54, top = 62;
constexpr double bottom = top + body_height_pt;
constexpr double margin_text_pt = 8;

struct Colour {
  double red, green, blue;
};
constexpr Colour ink{0.12, 0.11, 0.10}, quiet{0.30, 0.28, 0.25}, rule{0.72, 0.68, 0.61},
    head_ground{0.937, 0.914, 0.867}, note_ground{0.965, 0.949, 0.918}, note_bar{0.42, 0.385, 0.315},
    warning_ground{0.985, 0.935, 0.925}, warning_bar{0.54, 0.11, 0.11};

/// One line of text, ready to be drawn.
struct Line {
  PangoLayoutLine* line;
  double x, height, ascent;
  double gap = 0;        ///< above it
  std::size_t kept = 1;  ///< how many lines, this one first, must stand on one page
};

/// How a text is set.
struct Setting {
  double size = 10;
  bool bold = false;
  Colour colour = ink;
  double hanging = 0;  ///< indent of all lines but the first
  double gap = 0;      ///< above
  double leading = 1.16;
};

/// Lines of one cell, one below the other; they keep what they are made from.
struct Lines {
  std::vector<Line> lines;
  std::vector<std::shared_ptr<PangoLayout>> layouts;
  Colour colour = ink;
  double height() const {
    double sum = 0;
    for (const Line& line : lines) sum += line.gap + line.height;
    return sum;
  }
};

/// Pango takes quadratic time over a word without end: such a one may be parted (a space without width) now and then.
std::string parted(const std::string& text) {
  constexpr std::size_t longest = 60;
  std::string result;
  std::size_t run = 0;
  for (const char c : text) {
    const bool begins_character = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (begins_character) run = c == ' ' ? 0 : run + 1;
    if (begins_character && run > longest) {
      result += "\xE2\x80\x8B";
      run = 1;
    }
    result += c;
  }
  return result;
}

/// Sets texts in lines of a width.
class Setter {
 public:
  Setter() : map_(pango_cairo_font_map_new()), context_(pango_font_map_create_context(map_.get())) {
    pango_cairo_context_set_resolution(context_.get(), 72);
    const Owned<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options.get());
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
  }

  void append(Lines& block, const Words& words, double width, const Setting& setting) const {
    const std::string lead = parted(plain(words.lead)), text = parted(plain(words.text));
    const std::string all = lead + (lead.empty() || text.empty() ? "" : " ") + text;
    if (all.empty()) return;
    const std::shared_ptr<PangoLayout> layout(pango_layout_new(context_.get()), Release{});
    const Owned<PangoFontDescription> font(pango_font_description_from_string(setting.bold ? "Lato Bold" : "Lato"));
    pango_font_description_set_absolute_size(font.get(), setting.size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_indent(layout.get(), -static_cast<int>(setting.hanging * PANGO_SCALE));
    pango_layout_set_text(layout.get(), all.data(), static_cast<int>(all.size()));
    if (!lead.empty()) {
      PangoAttrList* attributes = pango_attr_list_new();
      PangoAttribute* bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
      bold->start_index = 0;
      bold->end_index = static_cast<guint>(lead.size());
      pango_attr_list_insert(attributes, bold);
      pango_layout_set_attributes(layout.get(), attributes);
      pango_attr_list_unref(attributes);
    }
    add_lines(block, layout, setting);
  }

  PangoContext* context() const { return context_.get(); }

 private:
  static void add_lines(Lines& block, const std::shared_ptr<PangoLayout>& layout, const Setting& setting) {
    const Owned<PangoLayoutIter> at(pango_layout_get_iter(layout.get()));
    const std::size_t first = block.lines.size();
    do {
      PangoRectangle logical;
      pango_layout_iter_get_line_extents(at.get(), nullptr, &logical);
      const double natural = static_cast<double>(logical.height) / PANGO_SCALE;
      const double height = std::max(natural, setting.size * 1.2) * setting.leading;
      const double ascent = static_cast<double>(pango_layout_iter_get_baseline(at.get()) - logical.y) / PANGO_SCALE +
                            (height - natural) / 2;
      block.lines.push_back({pango_layout_iter_get_line_readonly(at.get()),
                             static_cast<double>(logical.x) / PANGO_SCALE, height, ascent});
    } while (pango_layout_iter_next_line(at.get()) != 0);
    block.lines[first].gap = setting.gap;
    // No single line of a text alone at the foot or the head of a page; short texts stay whole.
    const std::size_t count = block.lines.size() - first;
    block.lines[first].kept = count <= 3 ? count : 2;
    if (count > 3) block.lines[block.lines.size() - 2].kept = 2;
    block.layouts.push_back(layout);
    block.colour = setting.colour;
  }

  Owned<PangoFontMap> map_;
  Owned<PangoContext> context_;
};

struct RowLook {
  bool frame = false;
  const Colour* ground = nullptr;
  const Colour* bar = nullptr;
  double padding = 0;
  double least_height = 0;
};

/// Cells side by side.
struct Row {
  std::vector<Lines> cells;
  std::vector<double> x, width;
  RowLook look;
  const char* cell_tag = "TD";
  double height() const {
    double most = look.least_height;
    for (const Lines& cell : cells) most = std::max(most, cell.height());
    return most + 2 * look.padding;
  }
};

cairo_status_t append_bytes(void* text, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

/// Fills page after page. Run twice: how many pages there are is known only at the end.
class Press {
 public:
  Press(const Document& document, std::size_t pages)
      : document_(document),
        pages_(pages),
        surface_(cairo_pdf_surface_create_for_stream(append_bytes, &bytes_, page_width, page_height)),
        cairo_(cairo_create(surface_.get())),
        foot_(plain(document.foot)),
        text_pt_(document.text_pt) {
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
      cairo_pdf_surface_set_metadata(surface_.get(), what, text.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, plain(document.title));
    set(CAIRO_PDF_METADATA_CREATOR, "kreds");
    set(CAIRO_PDF_METADATA_CREATE_DATE, document.date + "T00:00:00Z");
  }

  void print() {
    cairo_tag_begin(cairo_.get(), "Document", nullptr);
    title();
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      next_ = i + 1;
      std::visit([&](const auto& one) { add(one); }, document_.blocks[i]);
    }
    end_page();
    cairo_tag_end(cairo_.get(), "Document");
  }

  std::size_t pages() const { return page_; }

  /// How much of how many pages these blocks take alone, without a title.
  struct Extent {
    std::size_t pages = 0;
    double on_the_last = 0;
  };
  static Extent extent(const Document& like, std::span<const Block> blocks, double text_pt, bool title = false) {
    Document part;
    part.text_pt = text_pt;
    if (title) {
      part.title = like.title;
      part.subtitle = like.subtitle;
    }
    part.blocks.assign(blocks.begin(), blocks.end());
    Press press(part, 0);
    if (title) press.title();
    for (std::size_t i = 0; i < part.blocks.size(); ++i) {
      press.next_ = i + 1;
      std::visit([&](const auto& one) { press.add(one); }, part.blocks[i]);
    }
    return {press.page_, press.open_ ? press.y_ - top : body_height_pt};
  }
  static double heading_and_picture(const Document& document, std::size_t heading) {
    const Press press(document, 0);
    return press.heading(std::get<Heading>(document.blocks[heading])).height() + 4 + press.beginning_of(heading + 1);
  }

  std::string bytes() {
    cairo_surface_finish(surface_.get());
    const cairo_status_t status = cairo_surface_status(surface_.get());
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(std::string("PDF: ") + cairo_status_to_string(status));
    return std::move(bytes_);
  }

 private:
  bool counting() const { return pages_ == 0; }
  double size() const { return text_pt_; }

  // --- pages -------------------------------------------------------------------------------------------

  void begin_page() {
    if (open_) return;
    open_ = true;
    ++page_;
    y_ = top;
  }

  void end_page() {
    begin_page();
    margin(plain(document_.head), left, 34, false);
    margin(foot_, left, page_height - 36, false);
    margin(plain(document_.page_words.page) + " " + std::to_string(page_) + " " + plain(document_.page_words.of) + " " +
               std::to_string(counting() ? page_ : pages_),
           left + body_width_pt, page_height - 36, true);
    cairo_show_page(cairo_.get());
    open_ = false;
  }

  void new_page() {
    end_page();
    begin_page();
  }

  double room() {
    begin_page();
    return bottom - y_;
  }

  void need(double height) {
    if (room() < height && y_ > top) new_page();
  }

  void margin(const std::string& text, double x, double y, bool to_the_left) {
    Lines block;
    setter_.append(block, {"", text}, to_the_left ? 140 : 340, {.size = margin_text_pt, .colour = quiet});
    if (block.lines.empty()) return;
    double shift = 0;
    if (to_the_left) {
      PangoRectangle logical;
      pango_layout_line_get_extents(block.lines.front().line, nullptr, &logical);
      shift = static_cast<double>(logical.width) / PANGO_SCALE;
    }
    show(block.lines.front(), x - shift, y, quiet);
  }

  // --- drawing -----------------------------------------------------------------------------------------

  void colour(const Colour& c) { cairo_set_source_rgb(cairo_.get(), c.red, c.green, c.blue); }

  void show(const Line& line, double x, double y, const Colour& c) {
    colour(c);
    cairo_move_to(cairo_.get(), x + line.x, y + line.ascent);
    pango_cairo_show_layout_line(cairo_.get(), line.line);
  }

  void fill(double x, double y, double width, double height, const Colour& c) {
    colour(c);
    cairo_rectangle(cairo_.get(), x, y, width, height);
    cairo_fill(cairo_.get());
  }

  void stroke(double x1, double y1, double x2, double y2, const Colour& c, double width = 0.6) {
    colour(c);
    cairo_set_line_width(cairo_.get(), width);
    cairo_move_to(cairo_.get(), x1, y1);
    cairo_line_to(cairo_.get(), x2, y2);
    cairo_stroke(cairo_.get());
  }

  /// What is drawn inside is of a kind, for a reader that reads aloud.
  template <class Draw>
  void tagged(const char* tag, Draw draw) {
    cairo_tag_begin(cairo_.get(), tag, nullptr);
    draw();
    cairo_tag_end(cairo_.get(), tag);
  }

  /// Lines one below the other, over as many pages as they need.
  void flow(const Lines& block, double x, const char* tag) {
    std::size_t at = 0;
    while (at < block.lines.size()) {
      need(block.lines[at].gap + kept_height(block.lines, at));
      tagged(tag, [&] {
        do {
          const Line& line = block.lines[at];
          y_ += line.gap;
          show(line, x, y_, block.colour);
          y_ += line.height;
          ++at;
        } while (at < block.lines.size() && room() >= block.lines[at].gap + kept_height(block.lines, at));
      });
    }
  }

  static double kept_height(const std::vector<Line>& lines, std::size_t at) {
    double sum = 0;
    for (std::size_t i = at; i < std::min(at + lines[at].kept, lines.size()); ++i)
      sum += lines[i].height + (i > at ? lines[i].gap : 0);
    return sum;
  }

  // --- rows --------------------------------------------------------------------------------------------

  void frame(const Row& row, double height) {
    const double x = row.x.front() - row.look.padding, width = row.x.back() + row.width.back() + row.look.padding - x;
    if (row.look.ground != nullptr) fill(x, y_, width, height, *row.look.ground);
    if (row.look.bar != nullptr) fill(x, y_, 3, height, *row.look.bar);
    if (!row.look.frame) return;
    stroke(x, y_, x + width, y_, rule);
    stroke(x, y_ + height, x + width, y_ + height, rule);
    for (std::size_t i = 0; i < row.x.size(); ++i)
      stroke(row.x[i] - row.look.padding, y_, row.x[i] - row.look.padding, y_ + height, rule);
    stroke(x + width, y_, x + width, y_ + height, rule);
  }

  /// A row that fits stays whole; a taller one goes on over the page, with the head above it again.
  void draw_row(const Row& row, const Row* head) {
    const double whole = row.height();
    const double head_height = head != nullptr ? head->height() : 0;
    if (whole > room() && (whole <= 0.4 * body_height_pt || room() < 90)) {
      next_page_of_table(head);
    }
    std::vector<std::size_t> from(row.cells.size(), 0);
    for (bool first = true;; first = false) {
      const double limit = room() - 2 * row.look.padding;
      std::vector<std::size_t> to = from;
      double used = 0;
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        used = std::max(used, take(row.cells[i], from[i], to[i], limit));
      if (const double rest = left_over(row, to); rest > 0 && rest < least_on_next_page && used > least_on_next_page) {
        const double less = limit - (least_on_next_page - rest);
        used = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
          used = std::max(used, take(row.cells[i], from[i], to[i], less));
      }
      if (to == from && unfinished(row, from)) {
        // Not even one line: a page that is full, or a line taller than the page, which is then drawn as it is.
        if (y_ > top + head_height + 1) {
          next_page_of_table(head);
          continue;
        }
        for (std::size_t i = 0; i < row.cells.size(); ++i)
          if (to[i] < row.cells[i].lines.size()) ++to[i];
      }
      const double height = std::max(used, first ? row.look.least_height : 0) + 2 * row.look.padding;
      frame(row, height);
      tagged("TR", [&] {
        for (std::size_t i = 0; i < row.cells.size(); ++i) draw_cell(row, i, from[i], to[i]);
      });
      y_ += height;
      from = to;
      if (!unfinished(row, from)) return;
      next_page_of_table(head);
    }
  }

  void next_page_of_table(const Row* head) {
    new_page();
    if (head != nullptr) draw_row(*head, nullptr);
  }

  static bool unfinished(const Row& row, const std::vector<std::size_t>& from) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (from[i] < row.cells[i].lines.size()) return true;
    return false;
  }

  /// A row that goes on over the page takes more than a line or two with it.
  static constexpr double least_on_next_page = 70;

  static double left_over(const Row& row, const std::vector<std::size_t>& from) {
    double most = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      double sum = 0;
      for (std::size_t line = from[i]; line < row.cells[i].lines.size(); ++line)
        sum += row.cells[i].lines[line].gap + row.cells[i].lines[line].height;
      most = std::max(most, sum);
    }
    return most;
  }

  /// How far a cell comes within a height; the height that it then uses.
  static double take(const Lines& cell, std::size_t from, std::size_t& to, double limit) {
    double used = 0;
    to = from;
    while (to < cell.lines.size()) {
      const double gap = to == from ? 0 : cell.lines[to].gap;
      if (used + gap + kept_height(cell.lines, to) > limit) break;
      used += gap + cell.lines[to].height;
      ++to;
    }
    return used;
  }

  void draw_cell(const Row& row, std::size_t i, std::size_t from, std::size_t to) {
    if (from == to) return;
    const Lines& cell = row.cells[i];
    tagged(row.cell_tag, [&] {
      double y = y_ + row.look.padding;
      for (std::size_t k = from; k < to; ++k) {
        if (k > from) y += cell.lines[k].gap;
        show(cell.lines[k], row.x[i], y, cell.colour);
        y += cell.lines[k].height;
      }
    });
  }

  /// Columns of the given shares, with a padding inside each.
  static Row columns_of(const std::vector<double>& shares, double padding) {
    Row row;
    row.look.padding = padding;
    double sum = 0, x = left;
    for (const double share : shares) sum += share;
    for (const double share : shares) {
      const double width = body_width_pt * share / sum;
      row.x.push_back(x + padding);
      row.width.push_back(width - 2 * padding);
      x += width;
    }
    row.cells.resize(shares.size());
    return row;
  }

  // --- blocks ------------------------------------------------------------------------------------------

  void title() {
    Lines block;
    setter_.append(block, {"", document_.title}, body_width_pt, {.size = 2 * size(), .bold = true});
    flow(block, left, "H1");
    y_ += 3;
    for (const std::string& line : document_.subtitle) {
      Lines under;
      setter_.append(under, {"", line}, body_width_pt, {.size = size(), .colour = quiet});
      flow(under, left, "P");
    }
    y_ += 8;
  }

  Lines heading(const Heading& each) const {
    constexpr std::array<double, 3> sizes = {1.45, 1.15, 1.0}, before = {16, 11, 8};
    const auto level = static_cast<std::size_t>(std::clamp(each.level, 1, 3) - 1);
    Lines block;
    setter_.append(block, {"", each.text}, body_width_pt,
                   {.size = size() * sizes[level], .bold = true, .gap = before[level]});
    if (!block.lines.empty()) block.lines.front().kept = block.lines.size();
    return block;
  }

  /// What must stand on the page with a heading above it.
  double beginning_of(std::size_t block) const {
    if (block >= document_.blocks.size()) return 0;
    const Block& next = document_.blocks[block];
    const double line = size() * 1.4;
    if (const auto* other = std::get_if<Heading>(&next)) return heading(*other).height() + beginning_of(block + 1);
    if (const auto* table = std::get_if<Table>(&next)) return (table->caption.empty() ? 5 : 7) * line;
    if (const auto* picture = std::get_if<Picture>(&next)) return picture_height(*picture);
    if (std::holds_alternative<Columns>(next)) return 7 * line;
    if (const auto* box = std::get_if<Box>(&next)) return std::min(box_row(*box).height(), 0.4 * body_height_pt);
    if (const auto* lines = std::get_if<WritingLines>(&next))
      return writing_height * static_cast<double>(lines->labels.size());
    if (std::holds_alternative<PageBreak>(next)) return 0;
    if (std::holds_alternative<Paragraph>(next) && leads_on(block)) return 3 * line + beginning_of(block + 1);
    return 3 * line;
  }

  /// A line or two between a heading and what it speaks of stays with both.
  bool leads_on(std::size_t paragraph) const {
    if (paragraph + 1 >= document_.blocks.size()) return false;
    const Block& next = document_.blocks[paragraph + 1];
    const auto* heading = std::get_if<Heading>(&next);
    return (heading != nullptr && heading->level > 1) || std::holds_alternative<Table>(next) ||
           std::holds_alternative<Columns>(next) || std::holds_alternative<WritingLines>(next);
  }

  void add(const Heading& each) {
    const Lines block = heading(each);
    if (block.lines.empty()) return;
    need(block.height() + 4 + std::min(beginning_of(next_), 0.9 * body_height_pt));
    bookmark(each);
    const std::string tag = "H" + std::to_string(std::clamp(each.level, 1, 3) + 1);
    flow(block, left, tag.c_str());
    if (each.level == 1) {
      stroke(left, y_ + 1.5, left + body_width_pt, y_ + 1.5, rule, 0.9);
      y_ += 3;
    }
    y_ += 4;
  }

  void bookmark(const Heading& each) {
    const auto level = static_cast<std::size_t>(std::clamp(each.level, 1, 3));
    const int parent = level == 1 ? CAIRO_PDF_OUTLINE_ROOT : outline_[level - 1];
    const std::string place = "page=" + std::to_string(page_) + " pos=[" + std::to_string(static_cast<int>(left)) +
                              " " + std::to_string(static_cast<int>(y_)) + "]";
    outline_[level] = cairo_pdf_surface_add_outline(surface_.get(), parent, plain(each.text).c_str(), place.c_str(),
                                                    static_cast<cairo_pdf_outline_flags_t>(0));
    for (std::size_t deeper = level + 1; deeper < outline_.size(); ++deeper) outline_[deeper] = outline_[level];
  }

  void add(const Paragraph& each) {
    Lines block;
    setter_.append(block, each.words, body_width_pt,
                   each.small ? Setting{.size = size() * 0.88, .colour = quiet} : Setting{.size = size()});
    flow(block, left, "P");
    y_ += 6;
  }

  void add(const List& list) {
    constexpr double indent = 13;
    std::size_t number = 0;
    for (const Words& item : list.items) {
      Lines sign, text;
      const std::string mark = list.numbered ? std::to_string(++number) + "." : "–";
      setter_.append(sign, {"", mark}, 40, {.size = size()});
      const double shift = list.numbered ? 18 : indent;
      setter_.append(text, item, body_width_pt - shift, {.size = size()});
      if (text.lines.empty()) continue;
      need(kept_height(text.lines, 0));
      show(sign.lines.front(), left + 2, y_, ink);
      flow(text, left + shift, "LI");
      y_ += 2.5;
    }
    y_ += 4;
  }

  void add(const Definitions& definitions) {
    for (const Definition& entry : definitions.entries) {
      Row row = columns_of({1, 3}, 0);
      row.width.front() -= 8;
      setter_.append(row.cells[0], {"", entry.term}, row.width[0], {.size = size(), .bold = true});
      for (const std::string& text : entry.texts)
        setter_.append(row.cells[1], {"", text}, row.width[1], {.size = size(), .gap = 1.5});
      draw_row(row, nullptr);
      y_ += 3;
    }
    y_ += 4;
  }

  static Row table_row(const Table& table) {
    std::vector<double> shares = table.widths;
    if (shares.size() != table.head.size()) shares.assign(table.head.size(), 1);
    Row row = columns_of(shares, 4);
    row.look.frame = true;
    return row;
  }

  void add(const Table& table) {
    if (table.head.empty()) return;
    const double letters = size() * 0.92;
    if (!table.caption.empty()) {
      need(7 * size() * 1.4);
      Lines caption;
      setter_.append(caption, {"", table.caption}, body_width_pt, {.size = size(), .bold = true});
      flow(caption, left, "Caption");
      y_ += 2;
    }
    Row head = table_row(table);
    head.look.ground = &head_ground;
    head.cell_tag = "TH";
    for (std::size_t i = 0; i < table.head.size(); ++i)
      setter_.append(head.cells[i], {"", table.head[i]}, head.width[i], {.size = letters, .bold = true});
    need(head.height() + 3 * letters * 1.4);
    draw_row(head, nullptr);
    for (const auto& cells : table.rows) {
      Row row = table_row(table);
      row.look.least_height = table.least_row_height;
      for (std::size_t i = 0; i < std::min(cells.size(), table.head.size()); ++i)
        for (const std::string& text : cells[i])
          setter_.append(row.cells[i], {"", text}, row.width[i], {.size = letters, .bold = false, .gap = 1.5});
      draw_row(row, &head);
    }
    y_ += 9;
  }

  void add(const Columns& columns) {
    if (columns.columns.empty()) return;
    const double letters = size() * 0.92;
    const std::vector<double> equal(columns.columns.size(), 1);
    Row head = columns_of(equal, 5), body = columns_of(equal, 5);
    head.look.frame = body.look.frame = true;
    head.look.ground = &head_ground;
    head.cell_tag = "TH";
    for (std::size_t i = 0; i < columns.columns.size(); ++i) {
      setter_.append(head.cells[i], {"", columns.columns[i].heading}, head.width[i], {.size = letters, .bold = true});
      for (const std::string& item : columns.columns[i].items)
        setter_.append(body.cells[i], {"", "– " + item}, body.width[i],
                       {.size = letters, .hanging = 0.75 * letters, .gap = 2.5});
    }
    need(head.height() + 60);
    draw_row(head, nullptr);
    draw_row(body, &head);
    y_ += 9;
  }

  static constexpr double caption_room = 34;

  static double picture_scale(const Picture& picture) {
    return std::min({1.0, body_width_pt / picture.scene.width_pt, (body_height_pt - 90) / picture.scene.height_pt});
  }
  static double picture_height(const Picture& picture) {
    return picture.scene.height_pt * picture_scale(picture) + caption_room;
  }

  void add(const Picture& picture) {
    need(picture_height(picture));
    const double scale = picture_scale(picture);
    if (!counting())
      tagged("Figure", [&] {
        cairo_save(cairo_.get());
        cairo_translate(cairo_.get(), left + (body_width_pt - picture.scene.width_pt * scale) / 2, y_);
        cairo_scale(cairo_.get(), scale, scale);
        drawing::draw_on(picture.scene, cairo_.get());
        cairo_restore(cairo_.get());
      });
    y_ += picture.scene.height_pt * scale + 5;
    Lines caption;
    setter_.append(caption, {"", picture.caption}, body_width_pt, {.size = size() * 0.88, .colour = quiet});
    flow(caption, left, "Caption");
    y_ += 9;
  }

  Row box_row(const Box& box) const {
    const bool warning = box.kind == Box::Kind::warning;
    Row row = columns_of({1}, 8);
    row.x.front() += 3;
    row.width.front() -= 3;
    row.look.ground = warning ? &warning_ground : &note_ground;
    row.look.bar = warning ? &warning_bar : &note_bar;
    row.cell_tag = "P";
    for (const Words& words : box.paragraphs)
      setter_.append(row.cells.front(), words, row.width.front(), {.size = size(), .gap = 4});
    return row;
  }

  void add(const Box& box) {
    if (box.paragraphs.empty()) return;
    y_ += open_ && y_ > top ? 2 : 0;
    draw_row(box_row(box), nullptr);
    y_ += 9;
  }

  static constexpr double writing_height = 26;

  void add(const WritingLines& lines) {
    constexpr double label_width = 135, line_begins = left + label_width + 6;
    for (std::size_t i = 0; i < lines.labels.size(); ++i) {
      Lines text, written;
      setter_.append(text, {"", lines.labels[i]}, label_width, {.size = size()});
      if (i < lines.texts.size())
        setter_.append(written, {"", lines.texts[i]}, left + body_width_pt - line_begins, {.size = size()});
      const double height = std::max({writing_height, text.height() + 6, written.height() + 8});
      need(height);
      if (!text.lines.empty() || !written.lines.empty())
        tagged("P", [&] {
          stand_on(text, left, y_ + height - 3);
          stand_on(written, line_begins, y_ + height - 5);
        });
      stroke(line_begins, y_ + height - 4, left + body_width_pt, y_ + height - 4, ink, 0.5);
      y_ += height;
    }
    y_ += 8;
  }

  /// Lines whose last one ends at a height.
  void stand_on(const Lines& text, double x, double y) {
    y -= text.height();
    for (const Line& line : text.lines) {
      show(line, x, y, ink);
      y += line.height;
    }
  }

  void add(const PageBreak& page) {
    if (open_) end_page();
    foot_ = plain(page.foot);
    if (foot_.empty()) foot_ = plain(document_.foot);
    text_pt_ = page.text_pt > 0 ? page.text_pt : document_.text_pt;
  }

  const Document& document_;
  std::size_t pages_;
  std::string bytes_;
  Owned<cairo_surface_t> surface_;
  Owned<cairo_t> cairo_;
  Setter setter_;
  std::string foot_;
  double text_pt_;
  std::array<int, 4> outline_ = {0, 0, 0, 0};
  std::size_t page_ = 0, next_ = 0;
  double y_ = top;
  bool open_ = false;
};

// --- what goes where before anything is printed --------------------------------------------------------

bool is_blank(const std::vector<Cell>& row) {
  return std::all_of(row.begin(), row.end(), [](const Cell& cell) { return cell.empty(); });
}

/// Takes a row to write on out of the table that has most of them, if more than `kept` are left there.
bool drop_a_row(std::span<Block> blocks, std::ptrdiff_t kept) {
  Table* longest = nullptr;
  std::ptrdiff_t most = kept;
  for (Block& block : blocks)
    if (auto* table = std::get_if<Table>(&block))
      if (const auto blank = std::count_if(table->rows.begin(), table->rows.end(), is_blank); blank > most)
        longest = table, most = blank;
  if (longest == nullptr) return false;
  longest->rows.erase(std::find_if(longest->rows.begin(), longest->rows.end(), is_blank));
  return true;
}

/// Room to write goes first, then the size of the letters, then the last rows to write on.
void fit_on_one_page(Document& document, std::size_t from, std::size_t to) {
  constexpr double still_large = 9, smallest = 7, step = 0.5;
  const std::span<Block> page(document.blocks.data() + from + 1, to - from - 1);
  double& size = std::get<PageBreak>(document.blocks[from]).text_pt;
  size = document.text_pt;
  while (Press::extent(document, page, size).pages > 1) {
    if (drop_a_row(page, 1)) continue;
    if (size > still_large) {
      size -= step;
    } else if (!drop_a_row(page, 0)) {
      for (Block& block : page)
        if (auto* table = std::get_if<Table>(&block)) table->least_row_height = 0;
      if (size <= smallest) return;
      size -= step;
    }
  }
}

bool begins_section(const Block& block) {
  const auto* heading = std::get_if<Heading>(&block);
  return heading != nullptr && heading->level == 1;
}

std::size_t end_of_section(const std::vector<Block>& blocks, std::size_t from) {
  const auto end =
      std::find_if(blocks.begin() + static_cast<std::ptrdiff_t>(from) + 1, blocks.end(),
                   [](const Block& b) { return begins_section(b) || std::holds_alternative<PageBreak>(b); });
  return static_cast<std::size_t>(end - blocks.begin());
}

/// A picture that takes a page would leave the rest of the one before it white: of the next three sections those
/// that are short enough come before it.
void fill_before_pictures(Document& document) {
  std::vector<Block>& blocks = document.blocks;
  const auto at = [&](std::size_t i) { return blocks.begin() + static_cast<std::ptrdiff_t>(i); };
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    if (!begins_section(blocks[i]) || !std::holds_alternative<Picture>(blocks[i + 1])) continue;
    double room = body_height_pt - Press::extent(document, {blocks.data(), i}, document.text_pt, true).on_the_last;
    if (Press::heading_and_picture(document, i) <= room) continue;
    std::size_t section = end_of_section(blocks, i);
    for (int next = 0; next < 3 && section < blocks.size() && begins_section(blocks[section]); ++next) {
      const std::size_t end = end_of_section(blocks, section);
      const auto extent = Press::extent(document, {blocks.data() + section, end - section}, document.text_pt);
      if (extent.pages == 1 && extent.on_the_last <= room) {
        std::rotate(at(i), at(section), at(end));
        room -= extent.on_the_last;
        i += end - section;
      }
      section = end;
    }
  }
}

Document arranged(Document document) {
  fill_before_pictures(document);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* page = std::get_if<PageBreak>(&document.blocks[i]);
    if (page == nullptr || !page->one_page) continue;
    std::size_t end = i + 1;
    while (end < document.blocks.size() && !std::holds_alternative<PageBreak>(document.blocks[end])) ++end;
    fit_on_one_page(document, i, end);
  }
  return document;
}

}  // namespace

std::string to_pdf(const Document& given, const drawing::Typesetter&) {
  const Document document = arranged(given);
  Press counting(document, 0);
  counting.print();
  Press press(document, counting.pages());
  press.print();
  std::vector<std::string> pictures;
  for (const Block& block : document.blocks)
    if (const auto* picture = std::get_if<Picture>(&block)) pictures.push_back(picture->alternative);
  return drawing::with_language(press.bytes(), document.language, pictures);
}

}  // namespace kreds::publishing
