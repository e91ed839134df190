/// \file
/// A chart of rows with two bars each, side by side: what a value is made of, and how a hundred falls to places. What
/// it shows, and where everything stands; it knows nothing of what the bars mean.
///
/// Rows     stand in blocks, in the order given. Names take two lines at most and end in an ellipsis; notes below them
///          give way first. A note that belongs to an alert is among the notes.
/// Bars     the left one on a scale from 0 to 1, with a range below it (a whisker); the right one from 0 to 100. Words
///          stand in a segment where they fit, else nowhere.
/// Letters  as large as the rows allow, from `largest_letters` of Sheet::text_pt down to `smallest_letters` (then 5.5
/// pt
///          for the smallest words on A4, where 15 rows fit; 12 on a projector). Below that, rows are left out from the
///          end, and a line says how many.
/// Legend   exactly what occurs in the rows that are shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kreds/layout/map_layout.hpp"

namespace kreds::layout {

struct ChartSegment {
  std::size_t kind = 0;                 ///< left: into ChartContent::parts; right: into ChartContent::places
  double length = 0;                    ///< at least 0; of a scale from 0 to 1
  bool open = false;                    ///< nothing was answered here
  std::vector<std::string> words = {};  ///< the longest that fits is written; longest first
};

struct ChartRange {
  double low = 0, central = 0, high = 0;
};

struct ChartRow {
  std::string place;  ///< »1–2.«; may be empty
  std::string name;
  std::vector<std::string> notes;
  bool alert = false;
  std::vector<ChartSegment> amounts;  ///< from 0, one after the other
  std::optional<ChartRange> range;
  std::vector<ChartSegment> shares;  ///< add up to 1, or empty
  std::string instead;               ///< a sentence in place of the bars, if there are none
};

struct ChartBlock {
  std::string heading, caption;  ///< either may be empty
  bool together = false;         ///< the rows have no order among themselves
  std::vector<ChartRow> rows;
};

struct ChartContent {
  std::string warning, title, subtitle, standing;
  std::string amounts_title, amounts_note;
  std::string shares_title, shares_note;
  std::vector<std::string> parts, places;  ///< for the legend
  std::string open, range, alert;          ///< for the legend
  std::vector<ChartBlock> blocks;
  std::vector<std::string> foot;
  std::string description;  ///< a text alternative of the picture
  std::string lang, date;   ///< "da"; ISO
};

struct PlacedSegment {
  Box box;
  std::size_t kind = 0;
  bool open = false;
  std::optional<TextLine> words;
};

struct PlacedRange {
  double low = 0, central = 0, high = 0;  ///< x
  double y = 0, cap = 0;                  ///< half the height of its ends
};

struct PlacedChartRow {
  std::size_t block = 0, row = 0;  ///< into ChartContent::blocks
  Box box;
  std::vector<TextLine> lines;  ///< place and name bold, then notes
  bool shortened = false;       ///< the name
  std::optional<Point> alert;   ///< centre of the mark
  std::vector<PlacedSegment> amounts, shares;
  std::optional<PlacedRange> range;
};

enum class ChartMark { part, open, range, place, alert };

struct ChartLegendEntry {
  ChartMark mark;
  std::size_t kind = 0;  ///< of part and place
  Box sample;
  std::vector<TextLine> lines;
};

struct ChartLayout {
  Sheet sheet;
  double text_pt = 0;  ///< size of the rows' letters
  std::vector<TextLine> warning;
  std::vector<TextLine> texts;  ///< bold: titles; regular: notes, ticks, foot
  std::vector<PlacedChartRow> rows;
  std::vector<Box> together;                      ///< around the rows of a block that have no order among themselves
  std::vector<double> amount_ticks, share_ticks;  ///< x of the grid lines, which run through the rows that have bars
  std::vector<ChartLegendEntry> legend;
  std::size_t left_out = 0;  ///< rows
  double alert_radius = 0;
};

/// The sizes of the rows' letters, as a share of Sheet::text_pt.
inline constexpr double largest_letters = 1.25, smallest_letters = 0.72;

/// Throws NoRoom if not even one row fits. `labels` words the scale and what is left out.
ChartLayout lay_out_chart(const ChartContent& content, const Sheet& sheet, const MeasureText& measure,
                          const labels::Labels& labels);

}  // namespace kreds::layout
