#include "kreds/application/audit.hpp"

#include <fmt/chrono.h>
#include <pwd.h>
#include <sys/random.h>
#include <unistd.h>

#include <array>
#include <ctime>

#include "kreds/casefile/write.hpp"
#include "kreds/document/hash.hpp"
#include "ranking_terms.hpp"
#include "ranking_values.hpp"

namespace kreds::application {
namespace {

using document::Object;
using document::Value;

std::string random_id() {
  std::array<unsigned char, 16> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw std::runtime_error("the machine gives no random numbers");
  return fmt::format("{:02x}", fmt::join(bytes, ""));
}

std::string user_name() {
  const passwd* entry = getpwuid(geteuid());
  return entry == nullptr ? std::to_string(geteuid()) : entry->pw_name;
}

}  // namespace

AuditRun this_run(const std::string& version) {
  return {random_id(), user_name(), fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))), version};
}

std::string audit_record(const AuditRun& run, const RankedCase& ranked, const casefile::Case& full_case,
                         const Tool& tool) {
  const ranking::RobustnessSettings defaults, &used = ranked.robustness.settings;
  Object overrides;
  if (used.seed != defaults.seed) overrides.emplace_back("seed", std::to_string(used.seed));
  if (used.draws != defaults.draws) overrides.emplace_back("draws", used.draws);
  if (ranked.ranking.weighting) overrides.emplace_back("weighting", ranked.ranking.weighting->id);
  const Object record{
      {"format", 1},
      {"run", run.id},
      {"user", run.user},
      {"time", run.time},
      {"tool", "kreds " + run.version},
      {"inputs",
       Object{{"case_sha256", document::sha256(casefile::to_text(full_case))},
              {"catalogue_hash", tool.catalogue.hash},
              {"weighting_hash", ranked.ranking.weighting ? Value(ranked.ranking.weighting->hash) : Value()}}},
      {"as_of", casefile::to_text(ranked.ranking.as_of)},
      {"audience", audience::to_text(ranked.analysed.audience)},
      {"scenario", std::string(term(used.scenario))},
      {"seed", std::to_string(used.seed)},
      {"draws", used.draws},
      {"overrides", overrides},
      {"result", ranking_value(ranked, tool)},
      {"assessment",
       Object{{"by", Value()}, {"date", Value()}, {"text", Value()}, {"deviates", Value()}, {"because", Value()}}}};
  return document::to_line(record);
}

}  // namespace kreds::application
