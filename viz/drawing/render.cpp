#include "kreds/drawing/render.hpp"

#include "encode.hpp"
#include "graph.hpp"
#include "kreds/drawing/pdf_language.hpp"
#include "svg.hpp"

namespace kreds::drawing {

std::optional<Format> format_of(std::string_view suffix) {
  if (suffix == "png") return Format::png;
  if (suffix == "svg") return Format::svg;
  if (suffix == "pdf") return Format::pdf;
  if (suffix == "dot") return Format::dot;
  return std::nullopt;
}

std::string render(const Scene& scene, Format format, double dpi) {
  const Graph graph(scene);
  const auto draw = [&](_cairo* cairo) { graph.draw_on(cairo); };
  switch (format) {
    case Format::svg:
      return finished_svg(graph.svg(), scene);
    case Format::pdf:
      return with_language(pdf(scene.width_pt, scene.height_pt, scene.title, scene.date, draw), scene.lang,
                           {scene.description});
    case Format::dot:
      return graph.dot();
    case Format::png:
      break;
  }
  return png(scene.width_pt, scene.height_pt, dpi, draw);
}

void draw_on(const Scene& scene, _cairo* cairo) {
  Graph(scene).draw_on(cairo);
}

}  // namespace kreds::drawing
