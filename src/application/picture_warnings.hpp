/// \file
/// What a reader of a picture would miss without knowing. Internal to the layer.
#pragma once

#include <string>
#include <vector>

#include "kreds/document/diagnostic.hpp"
#include "kreds/drawing/text.hpp"
#include "kreds/layout/map_layout.hpp"

namespace kreds::application {

document::Diagnostic warning(const std::string& code, document::Arguments arguments);
void add_missing_glyphs(const std::vector<drawing::MissingGlyph>& missing, document::Diagnostics& warnings);
void add_shortened_name(const std::string& name, document::Diagnostics& warnings);

/// Places chosen by hand that the map could not follow.
void add_refused_pins(const layout::MapContent& content, const std::vector<layout::RefusedPin>& refused,
                      document::Diagnostics& warnings);

}  // namespace kreds::application
