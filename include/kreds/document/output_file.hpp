/// \file
/// Writing a result so that the old file or the new one is there, whole, whatever happens.
///
/// The bytes go to a temporary file beside the target (mode 0600), which is flushed to disk and renamed over it; then
/// the folder is flushed. A symbolic link is followed to its file, never replaced. "-" is standard output.
/// Interrupt signals wait until the temporary file is renamed or gone.
#pragma once

#include <stdexcept>
#include <string>

namespace kreds::document {

/// Why a file could not be written: a label key (`output.<reason>`) and the path, for a sentence with a next step.
class OutputError : public std::runtime_error {
 public:
  OutputError(std::string reason, std::string path, int system_error);
  /// "no_folder", "no_permission", "disk_full", "is_folder", "not_a_file", "pipe_closed", "locked", "failed"
  const std::string& reason() const { return reason_; }
  const std::string& path() const { return path_; }
  int system_error() const { return system_error_; }

 private:
  std::string reason_, path_;
  int system_error_;
};

/// Throws OutputError; the old file is then untouched. The program must ignore SIGPIPE and SIGXFSZ, so that a closed
/// pipe and a size limit come back as errors instead of ending it.
void write_output(const std::string& path, const std::string& bytes);

/// Adds one line to the end of a file (made with mode 0600 if it is not there), flushed to disk; two programs that do
/// so at once wait for each other. If it does not fit, the file is as long as before, or again not there. Throws
/// OutputError.
void append_line(const std::string& path, const std::string& line);

/// A folder and those it lies in, as far as they are not there. Throws OutputError.
void make_folders(const std::string& path);

/// Removes what writers that were killed have left beside a file: temporary files that no living program holds.
void remove_abandoned(const std::string& folder);

/// Holds the folder of a file against other programs that ask in the same way, from making to destroying. A symbolic
/// link is followed to its file, as in writing.
class FolderLock {
 public:
  /// Waits up to `seconds`. Throws OutputError ("locked") if somebody else still holds it then, or if the folder cannot
  /// be opened; where the file system knows no locks it holds nothing.
  FolderLock(const std::string& path, int seconds);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int descriptor_ = -1;
};

/// Where the bytes of a path lie in the end: behind all symbolic links. Throws OutputError if they go in a circle.
std::string behind_links(const std::string& path);

}  // namespace kreds::document
