#include "kreds/layout/blank.hpp"

#include <algorithm>

#include "column.hpp"

namespace kreds::layout {

namespace {

constexpr double points_per_mm = 72 / 25.4;
constexpr double exponent = 2.4;  ///< of the rings: fuller than a circle, for there is more to write on

/// All lengths are those of an A3 sheet, times `scale`.
class BlankSheet {
 public:
  BlankSheet(const BlankContent& content, Paper paper, const MeasureText& measure)
      : content_(content), ruler_(measure), scale_(paper == Paper::a3 ? 1 : paper_sheet(paper).width_pt / 1190.55) {
    sheet_ = result_.map.sheet = paper_sheet(paper);
  }

  BlankLayout lay_out() {
    const double margin = pt(30), width = sheet_.width_pt - 2 * margin;
    const Box panel{margin + 0.755 * width, margin, sheet_.width_pt - margin, sheet_.height_pt - margin};
    const Box left{margin, margin, panel.left - pt(26), sheet_.height_pt - margin};
    const Box map{left.left, left.top + pt(68), left.right, left.bottom};
    head(left);
    rings(map);
    sectors(map);
    beside(panel);
    return std::move(result_);
  }

 private:
  double pt(double on_a3) const { return on_a3 * scale_; }

  TextLine line(const std::string& text, Face face, double size, Point left_middle) {
    const double width = ruler_.width(text, face, size);
    return {text, face, size, left_middle + Point{width / 2, 0}, width, Align::left};
  }

  /// The title, and behind it what has to be known of any sheet, each with a line to write on.
  void head(const Box& box) {
    const double size = pt(25), middle = box.top + pt(15);
    TextLine title = line(content_.title, Face::bold, size, {box.left, middle});
    const double begin = box.left + title.width + pt(40);
    result_.map.texts.push_back(std::move(title));
    constexpr std::size_t in_a_row = 2;
    const double share = (box.right - begin) / static_cast<double>(in_a_row), text = pt(13), air = pt(5);
    std::vector<double> widest(in_a_row, 0);
    for (std::size_t i = 0; i < content_.fields.size(); ++i)
      widest[i % in_a_row] = std::max(widest[i % in_a_row], ruler_.width(content_.fields[i], Face::regular, text));
    for (std::size_t i = 0; i < content_.fields.size(); ++i) {
      const std::size_t column = i % in_a_row, row = i / in_a_row;
      const Point at{begin + share * static_cast<double>(column), middle + pt(28) * static_cast<double>(row)};
      result_.map.texts.push_back(line(content_.fields[i], Face::regular, text, at));
      result_.rules.emplace_back(at + Point{widest[column] + air, pt(6)},
                                 at + Point{share - (column + 1 < in_a_row ? pt(24) : 0), pt(6)});
    }
  }

  void rings(const Box& box) {
    MapLayout& map = result_.map;
    map.map = box;
    map.centre = box.centre();
    map.rings = content_.rings;
    map.ring_exponent = exponent;
    map.child_radius = pt(46);
    map.inner_rho = map.child_radius / (box.height() / 2);
    for (int ring = 1; ring <= content_.rings; ++ring) {
      const double rho = map.inner_rho + (1 - map.inner_rho) * ring / content_.rings;
      map.ring_radii.push_back({rho * box.width() / 2, rho * box.height() / 2});
      // The number of each ring, where the paper lies crosswise before those who sit round it.
      const double size = pt(10.5), x = map.ring_radii.back().x - pt(9);
      const std::string number = std::to_string(ring);
      for (const double side : {-1.0, 1.0})
        map.texts.push_back(
            line(number, Face::regular, size,
                 {map.centre.x + side * x - ruler_.width(number, Face::regular, size) / 2, map.centre.y - pt(8)}));
    }
    TextLine child = line(content_.child, Face::regular, pt(11), map.centre + Point{0, map.child_radius - pt(15)});
    child.centre.x = map.centre.x;
    child.align = Align::centre;
    map.texts.push_back(std::move(child));
  }

  /// Captions in the corners beside the round of the rings, clockwise from the upper left.
  void sectors(const Box& box) {
    const std::size_t count = content_.sectors.size();
    for (std::size_t s = 0; s < count; ++s) {
      const double share = 360.0 / static_cast<double>(count), from = -90 + share * static_cast<double>(s);
      const double middle = from + share / 2;
      const bool right = middle > 0 && middle<180, low = middle> 90 && middle < 270;
      const BlankContent::Sector& sector = content_.sectors[s];
      // There is more room at the edge of the paper than a line further in.
      Column caption({}, pt(190), ruler_), column({}, pt(126), ruler_);
      caption.write(sector.caption, Face::bold, pt(16), 1);
      column.write(sector.hint, Face::regular, pt(11), 5);
      const double height = caption.at().y + column.at().y;
      Box room{box.left, low ? box.bottom - height : box.top, box.right, 0};
      std::vector<TextLine> texts = moved(caption.lines(), {0, low ? column.at().y : 0});
      for (const TextLine& text : moved(column.lines(), {0, low ? 0 : caption.at().y})) texts.push_back(text);
      texts = aligned(moved(std::move(texts), {0, room.top}), right ? Align::right : Align::left, room);
      result_.map.sectors.push_back({from, from + share, {}, {}});
      result_.map.texts.insert(result_.map.texts.end(), texts.begin(), texts.end());
    }
  }

  void beside(const Box& box) {
    Column column({box.left, box.top + pt(2)}, box.width(), ruler_);
    for (const BlankContent::Block& block : content_.blocks) {
      column.write(block.heading, Face::bold, pt(15), 2);
      column.skip(pt(3));
      for (const std::string& text : block.lines) {
        column.write(text, Face::regular, pt(12.3), 3);
        column.skip(pt(4));
      }
      column.skip(pt(11));
    }
    column.write(content_.not_placed, Face::bold, pt(15), 2);
    Column foot({box.left, 0}, box.width(), ruler_);
    foot.write(content_.foot, Face::regular, pt(11), 4);
    const double foot_top = box.bottom - foot.at().y;
    result_.map.tray = Box{box.left, column.at().y + pt(6), box.right, foot_top - pt(10)};
    for (const auto& lines : {column.lines(), moved(foot.lines(), {0, foot_top})})
      result_.map.texts.insert(result_.map.texts.end(), lines.begin(), lines.end());
  }

  const BlankContent& content_;
  Ruler ruler_;
  double scale_;
  Sheet sheet_;
  BlankLayout result_;
};

}  // namespace

Sheet paper_sheet(Paper paper) {
  Sheet sheet = a4_sheet(false);
  const bool a3 = paper == Paper::a3;
  sheet.width_pt = (a3 ? 420 : 297) * points_per_mm;
  sheet.height_pt = (a3 ? 297 : 210) * points_per_mm;
  return sheet;
}

BlankLayout lay_out_blank(const BlankContent& content, Paper paper, const MeasureText& measure) {
  return BlankSheet(content, paper, measure).lay_out();
}

}  // namespace kreds::layout
