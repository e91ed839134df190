/// \file
/// The whole road on one page: case file → audience → network → analysis → ranking → layout → drawing.
/// The command line calls this, and a local web page will.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "kreds/analysis/structure.hpp"
#include "kreds/audience/audience.hpp"
#include "kreds/casefile/read.hpp"
#include "kreds/drawing/render.hpp"
#include "kreds/drawing/text.hpp"
#include "kreds/labels/labels.hpp"
#include "kreds/layout/statistics.hpp"
#include "kreds/ranking/plan_b.hpp"
#include "kreds/ranking/questions.hpp"
#include "kreds/ranking/robustness.hpp"
#include "kreds/ranking/roles.hpp"
#include "kreds/ranking/viewpoints.hpp"

namespace kreds::application {

/// Folders of the installed tool (or of the source tree, when run from a build folder).
struct Installation {
  std::string data;    ///< data/
  std::string styles;  ///< viz/style/
  std::vector<std::string> fonts;
};

/// Found from where the program lies: `<prefix>/share/kreds`, else the source tree two folders above a build folder.
/// Throws std::runtime_error that says where it looked.
Installation find_installation(const std::string& program_path);

/// Languages for which there are words, e.g. {"da", "en"}.
std::vector<std::string> languages(const Installation& installation);
/// Looks of a map: the styles in viz/style.
std::vector<std::string> styles(const Installation& installation);
labels::Labels load_words(const Installation& installation, const std::string& language);

/// What does not depend on the case.
struct Tool {
  Installation installation;
  labels::Labels labels;
  casefile::Vocabulary vocabulary;
  ranking::Catalogue catalogue;
};
Tool load_tool(const Installation& installation, labels::Labels labels);
/// The same with a municipality's own weighting. Throws std::runtime_error as `ranking::load_catalogue` does.
Tool with_weighting(Tool tool, const std::string& weighting_file);

/// What all commands have in common.
struct Request {
  audience::Audience audience;
  /// Empty: the date of the newest interview that the audience may know of, without what has been withdrawn since.
  std::optional<casefile::Date> as_of;
  bool pseudonyms = false;    ///< nobody is called by name; everything is computed from the case without names
  casefile::Id seen_by = {};  ///< only what this informant told of what the audience may know
  std::optional<casefile::Ids> present = {};  ///< exactly these people are in the room; the audience is then the family
};

/// Everything that follows from a case for an audience on a day. Ids are those of `c`: with pseudonyms neutral ones.
struct Analysed {
  audience::Audience audience;
  casefile::Id seen_by;
  casefile::Case c;  ///< as the audience may know it on the day
  casefile::Date as_of;
  network::EgoNetwork network;
  std::vector<analysis::TieStrength> strengths;
};

/// There is no interview on which a date could rest, or none yet on the day asked for.
class NoInterview : public std::runtime_error {
 public:
  explicit NoInterview(std::optional<casefile::Date> as_of);
  std::optional<casefile::Date> as_of() const { return as_of_; }

 private:
  std::optional<casefile::Date> as_of_;
};

/// The informant told nothing that the audience may know.
class NothingTold : public std::runtime_error {
 public:
  NothingTold();
};

/// First the filter, then the one informant, then the pseudonyms. Throws NoInterview, NothingTold.
Analysed analyse(const Tool& tool, const casefile::Case& c, const Request& request);

struct MapRequest {
  Request request;
  layout::Sheet sheet;
  std::string style;  ///< a name or a file that ends in .json; empty: by audience
  drawing::Format format = drawing::Format::png;
  double dpi = 96;
  bool genogram = false;  ///< the family side instead of the map
  layout::LayoutRequest layout{};
  /// What is different from this earlier state, or other informant's map; not of the genogram. A family sees who came.
  std::optional<Request> compared_with{};
};
struct MapPicture {
  std::string bytes;
  casefile::Case shown;  ///< as the audience may know it: all that may be said about the picture
  casefile::Date as_of;
  std::optional<layout::LayoutStatistics> statistics;  ///< of a map
  document::Diagnostics warnings;                      ///< glyphs that no font has, names cut short …
};
/// Drawn in a process of its own (contained.hpp). Throws drawing::BadStyle, layout::NoRoom, NoInterview, NothingTold,
/// Died.
MapPicture make_map(const Tool& tool, const casefile::Case& c, const MapRequest& request);

/// The picture itself, for a document that holds it; of a case that has been analysed for its audience.
drawing::Scene draw_map(const Tool& tool, const Analysed& analysed, const MapRequest& request,
                        const drawing::Typesetter& typesetter);

/// The order with all that says how firm it is, what to ask next and what else the network can be for the child.
struct RankedCase {
  Analysed analysed;
  ranking::Ranking ranking;
  ranking::Robustness robustness;
  ranking::QuestionPlan plan;
  std::vector<ranking::Variant> variants;
  ranking::Resilience resilience;
  ranking::Roles roles;
};
RankedCase make_ranking(const Tool& tool, const casefile::Case& c, const Request& request,
                        const ranking::RobustnessSettings& sampling = {});

struct CaseFigures {
  Analysed analysed;
  analysis::NetworkFigures figures;
};
CaseFigures make_figures(const Tool& tool, const casefile::Case& c, const Request& request);

}  // namespace kreds::application
