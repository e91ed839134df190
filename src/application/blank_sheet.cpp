#include "kreds/application/blank_sheet.hpp"

#include "kreds/application/contained.hpp"
#include "kreds/drawing/blank.hpp"

namespace kreds::application {
namespace {

using labels::Labels;
using layout::BlankContent;

/// Labels `<key>.1`, `<key>.2` … as far as there are.
std::vector<std::string> numbered(const std::string& key, const Labels& labels) {
  std::vector<std::string> all;
  for (int i = 1; labels.has(key + "." + std::to_string(i)); ++i) all.push_back(labels(key + "." + std::to_string(i)));
  return all;
}

BlankContent content_of(const Tool& tool, const BlankRequest& request) {
  const Labels& labels = tool.labels;
  BlankContent content;
  content.title = labels("blank.title");
  content.fields = numbered("blank.field", labels);
  content.child = labels("blank.child");
  content.rings = request.rings;
  for (const std::string& sector : tool.vocabulary.sector_sets.at(request.sectors).sectors) {
    const std::string plain = "sector." + sector + ".plain", hint = "blank.hint." + sector;
    content.sectors.push_back(
        {labels(labels.has(plain) ? plain : "sector." + sector), labels.has(hint) ? labels(hint) : ""});
  }
  for (const std::string block : {"ask_child", "ask_adult", "ask_each", "write"})
    content.blocks.push_back({labels("blank." + block), numbered("blank." + block, labels)});
  content.blocks.back().lines.push_back(labels("blank.ring_numbers", {{"rings", std::to_string(request.rings)}}));
  content.not_placed = labels("map.not_placed");
  content.foot = labels("blank.foot");
  content.lang = labels.language();
  content.description = labels("blank.description", {{"rings", std::to_string(request.rings)}});
  return content;
}

}  // namespace

std::string make_blank_sheet(const Tool& tool, const BlankRequest& request) {
  const drawing::Style style =
      drawing::load_style(tool.installation.styles, request.style.empty() ? "casefile" : request.style);
  const BlankContent content = content_of(tool, request);
  return contained([&] {
    const drawing::Typesetter typesetter(tool.installation.fonts);
    const auto width = [&](const std::string& text, layout::Face face, double size_pt) {
      return typesetter.width(text, face, size_pt);
    };
    const layout::BlankLayout placed = layout::lay_out_blank(content, request.paper, width);
    return drawing::render(drawing::draw(content, placed, style, typesetter), request.format, request.dpi);
  });
}

}  // namespace kreds::application
