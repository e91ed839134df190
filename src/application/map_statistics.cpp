#include "kreds/application/map_statistics.hpp"

#include "data_values.hpp"

namespace kreds::application {

std::string statistics_json(const layout::LayoutStatistics& figures) {
  return to_json(document::Object{{"format", 1},
                                  {"people", figures.people},
                                  {"folded_people", figures.folded_people},
                                  {"shortened_names", figures.shortened_names},
                                  {"smallest_name_pt", number(figures.smallest_name_pt)},
                                  {"smallest_name_px", number(figures.smallest_name_px)},
                                  {"overlaps", figures.overlaps},
                                  {"off_sheet", figures.off_sheet},
                                  {"wrong_sector", figures.wrong_sector},
                                  {"wrong_ring", figures.wrong_ring},
                                  {"lines", figures.lines},
                                  {"bent_lines", figures.bent_lines},
                                  {"edge_crossings", figures.edge_crossings},
                                  {"label_edge_crossings", figures.label_edge_crossings},
                                  {"node_edge_crossings", figures.node_edge_crossings},
                                  {"mean_line_length_pt", number(figures.mean_line_length)},
                                  {"households", figures.households},
                                  {"households_outlined", figures.households_outlined},
                                  {"strangers_in_outlines", figures.strangers_in_outlines},
                                  {"touching_outlines", figures.touching_outlines}});
}

}  // namespace kreds::application
