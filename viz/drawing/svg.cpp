#include "svg.hpp"

#include <algorithm>

#include "kreds/document/encoding.hpp"
#include "number.hpp"

namespace kreds::drawing {

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Removes every stretch from `open` up to and with `close`, and the line break behind it.
void remove_all(std::string& text, std::string_view open, std::string_view close) {
  std::string kept;
  kept.reserve(text.size());
  std::size_t from = 0;
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, from)) {
    std::size_t end = text.find(close, at);
    if (end == std::string::npos) break;
    end += close.size();
    if (end < text.size() && text[end] == '\n') ++end;
    kept.append(text, from, at - from);
    from = end;
  }
  kept.append(text, from);
  text = std::move(kept);
}

}  // namespace

std::string finished_svg(const std::string& from_graphviz, const Scene& scene) {
  std::string svg = from_graphviz;
  remove_all(svg, "<!--", "-->");
  remove_all(svg, "<!DOCTYPE", ">");
  remove_all(svg, "<title>", "</title>");
  // Graphviz's SVG has shorter dashes than its other formats.
  replace_all(svg, "stroke-dasharray=\"5,2\"", "stroke-dasharray=\"6,6\"");
  replace_all(svg, "stroke-dasharray=\"1,5\"", "stroke-dasharray=\"2,6\"");
  constexpr std::string_view families = "Lato, 'DejaVu Sans', 'Segoe UI', Arial, sans-serif";
  replace_all(svg, "font-family=\"Lato Bold\"", "font-weight=\"bold\" font-family=\"" + std::string(families) + "\"");
  replace_all(svg, "font-family=\"Lato\"", "font-family=\"" + std::string(families) + "\"");
  if (const std::size_t open = svg.find("<svg "); open != std::string::npos) {
    // Graphviz rounds the size to whole points.
    const std::size_t box = svg.find("viewBox", open);
    svg.replace(open, box - open,
                "<svg width=\"" + number(scene.width_pt) + "pt\" height=\"" + number(scene.height_pt) + "pt\"\n ");
    const std::size_t end = svg.find('>', open);
    const std::string head = " role=\"img\" aria-labelledby=\"kreds-title kreds-desc\" xml:lang=\"" + scene.lang +
                             "\" lang=\"" + scene.lang + "\"";
    const std::string inside = "\n<title id=\"kreds-title\">" + document::in_markup(scene.title) +
                               "</title>\n<desc id=\"kreds-desc\">" + document::in_markup(scene.description) +
                               "</desc>";
    svg.insert(end + 1, inside);
    svg.insert(end, head);
  }
  return svg;
}

}  // namespace kreds::drawing
