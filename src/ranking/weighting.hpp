/// \file
/// A municipality's own weighting, put over the catalogue.
#pragma once

#include "kreds/ranking/catalogue.hpp"

namespace kreds::ranking {

/// Throws std::runtime_error with file, place and fault; the catalogue is then not to be used.
void apply_weighting(const std::string& path, const std::string& data_folder, Catalogue& catalogue);

}  // namespace kreds::ranking
