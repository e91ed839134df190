#include "pseudonym_words.hpp"

#include "kreds/application/collation.hpp"

namespace kreds::application {

audience::RoleWords role_words(const Tool& tool) {
  const labels::Labels& labels = tool.labels;
  audience::RoleWords words{{},
                            {},
                            labels("pseudonym.child"),
                            labels("pseudonym.animal"),
                            labels("pseudonym.somebody"),
                            labels("pseudonym.left_out")};
  for (const auto& [id, role] : tool.vocabulary.roles)
    words.roles[id] = capitalised(labels("role." + id), labels.language());
  for (const auto& [id, set] : tool.vocabulary.sector_sets)
    for (const std::string& sector : set.sectors) words.sectors[sector] = labels("pseudonym.sector." + sector);
  return words;
}

}  // namespace kreds::application
