/// \file
/// The order as a picture: what each household's number is made of and how far open answers can move it, and how the
/// places fall over the weightings and answers that were tried. For professionals only, as the page.
#pragma once

#include <string>

#include "kreds/application/pipeline.hpp"
#include "kreds/layout/chart.hpp"

namespace kreds::application {

struct ChartRequest {
  layout::Sheet sheet;
  std::string style;  ///< a name or a file that ends in .json; empty: casefile
  drawing::Format format = drawing::Format::svg;
  double dpi = 96;
};
struct ChartPicture {
  std::string bytes;
  document::Diagnostics warnings;  ///< glyphs that no font has, names cut short
};

/// Households as on the page: in the order with those that cannot be told apart held together, then those apart from it
/// by name. What has no answer counts half of its weight, and that half is the open part of a bar.
layout::ChartContent chart_content(const RankedCase& ranked, const Tool& tool);

/// Drawn in a process of its own (contained.hpp). Throws drawing::BadStyle, layout::NoRoom, Died.
ChartPicture make_ranking_chart(const Tool& tool, const RankedCase& ranked, const ChartRequest& request);

}  // namespace kreds::application
