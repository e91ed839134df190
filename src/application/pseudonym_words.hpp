/// \file
/// The words that pseudonyms are made of, from the labels. Internal to the layer.
#pragma once

#include "kreds/application/pipeline.hpp"
#include "kreds/audience/pseudonyms.hpp"

namespace kreds::application {

/// »Mormor«, »Ven«, »Fagperson«: roles and sectors as a name begins.
audience::RoleWords role_words(const Tool& tool);

}  // namespace kreds::application
