#include "kreds/editing/store.hpp"

#include <filesystem>

#include "journal.hpp"
#include "kreds/document/document.hpp"
#include "kreds/document/hash.hpp"

namespace kreds::editing {
namespace {

namespace fs = std::filesystem;
constexpr int seconds_to_wait = 10;

std::string beside(const std::string& path, const char* ending) {
  return path + ending;
}

Journal journal_of(const std::string& path, const std::string& fingerprint) {
  const document::TextResult read = document::read_text_file(beside(path, ".undo"));
  return read.text ? leading_from(parse_journal(*read.text), fingerprint) : Journal();
}

void remove(const std::string& path) {
  std::error_code error;
  fs::remove(path, error);
  if (error) throw document::OutputError("failed", path, error.value());
}

}  // namespace

// All three lie side by side behind the links, wherever the path that was named stands.
Store::Store(std::string path, const casefile::Vocabulary& vocabulary, casefile::Date today)
    : path_(std::move(path)), vocabulary_(vocabulary), today_(today), lock_(path_, seconds_to_wait) {}

Loaded Store::load() const {
  Loaded loaded;
  document::TextResult read = document::read_text_file(path_);
  loaded.diagnostics = std::move(read.diagnostics);
  if (!read.text) return loaded;
  Opened opened = open_draft(path_, *read.text, vocabulary_, today_);
  loaded.diagnostics.insert(loaded.diagnostics.end(), opened.diagnostics.begin(), opened.diagnostics.end());
  if (opened.draft)
    loaded.version = Version{document::sha256(*read.text), *std::move(read.text), *std::move(opened.draft)};
  return loaded;
}

bool Store::create(const Draft& draft) const {
  std::error_code none;
  if (fs::exists(fs::symlink_status(path_, none))) return false;
  document::write_output(path_, draft.text);
  return true;
}

Saved Store::save(const Version& opened, const Draft& draft, Kept kept) const {
  const std::string file = document::behind_links(path_);
  const document::TextResult there = document::read_text_file(path_);
  if (!there.text || document::sha256(*there.text) != opened.fingerprint) {
    Saved refused;
    if (!there.text) return refused;
    const Opened other = open_draft(path_, *there.text, vocabulary_, today_);
    if (other.draft) refused.meanwhile = changes(opened.draft, *other.draft);
    return refused;
  }
  if (kept == Kept::nowhere) {
    remove(beside(file, ".undo"));
    remove(beside(file, ".bak"));
    document::remove_abandoned(fs::path(file).parent_path().string());
  } else if (draft.text != opened.text) {
    Journal journal = journal_of(file, opened.fingerprint);
    journal.push_back(step_back(opened.text, draft.text));
    document::write_output(beside(file, ".undo"), to_text(journal));
    document::write_output(beside(file, ".bak"), opened.text);
  }
  document::write_output(file, draft.text);
  return {true, {}};
}

Undone Store::undo(int steps) const {
  Undone undone;
  Loaded loaded = load();
  undone.diagnostics = std::move(loaded.diagnostics);
  if (!loaded.version) return undone;
  const std::string file = document::behind_links(path_);
  Journal journal = journal_of(file, loaded.version->fingerprint);
  std::string text = loaded.version->text;
  while (undone.steps < steps && !journal.empty()) {
    auto older = taken_back(journal.back(), text);
    if (!older) break;
    text = *std::move(older);
    journal.pop_back();
    ++undone.steps;
  }
  undone.before = loaded.version->draft;
  if (undone.steps == 0) return undone;
  Opened earlier = open_draft(path_, text, vocabulary_, today_);
  if (!earlier.draft) {
    undone.steps = 0;
    undone.diagnostics = std::move(earlier.diagnostics);
    return undone;
  }
  document::write_output(beside(file, ".bak"), loaded.version->text);
  document::write_output(file, text);
  document::write_output(beside(file, ".undo"), to_text(journal));
  undone.now = std::move(earlier.draft);
  return undone;
}

}  // namespace kreds::editing
