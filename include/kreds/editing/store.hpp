/// \file
/// Drafts on disk: opened, saved, taken back step by step.
///
/// Beside FILE lie FILE.bak, the version before, and FILE.undo, the way back: a line of JSON for each step with the
/// fingerprints of both versions and what to put where to get from the newer to the older one. A step counts only if
/// its fingerprint is that of the file as it is, so the three can never contradict one another: after a crash, or when
/// somebody has put back an older file, what does not fit is passed over.
///
/// Order of writing  a save writes the way back, then .bak, then the file; taking back writes .bak, then the file, then
///                   the way back. Killed in between, the file is the old version or the new one, whole. Erasing
///                   removes the way back and .bak first, so that the file never says "erased" while they tell it.
/// Locks             `Store` holds the folder while it lives, so that two programs wait for each other; whoever writes
///                   without asking is seen by the fingerprint.
/// Errors            document::OutputError from writing.
#pragma once

#include <optional>
#include <string>

#include "kreds/document/output_file.hpp"
#include "kreds/editing/draft.hpp"

namespace kreds::editing {

/// What a file held when it was opened.
struct Version {
  std::string fingerprint;  ///< of the bytes
  std::string text;
  Draft draft;
};

struct Loaded {
  std::optional<Version> version;
  document::Diagnostics diagnostics;
};

enum class Kept {
  as_history,  ///< the version before stays in .bak and can be taken back
  nowhere      ///< for erasing: .bak and the way back go
};

struct Saved {
  bool done = false;
  /// If not done: somebody else has changed the file meanwhile, and this is what differs from the version that was
  /// opened; empty if the file is gone or can no longer be read.
  Changes meanwhile;
};

struct Undone {
  int steps = 0;                ///< taken back; fewer than asked for if there were no more
  std::optional<Draft> before;  ///< as it was found
  std::optional<Draft> now;     ///< as it is
  document::Diagnostics diagnostics;
};

class Store {
 public:
  Store(std::string path, const casefile::Vocabulary& vocabulary, casefile::Date today);

  Loaded load() const;
  /// False if something is there already.
  bool create(const Draft& draft) const;
  Saved save(const Version& opened, const Draft& draft, Kept kept = Kept::as_history) const;
  Undone undo(int steps) const;

 private:
  std::string path_;
  const casefile::Vocabulary& vocabulary_;
  casefile::Date today_;
  document::FolderLock lock_;
};

}  // namespace kreds::editing
