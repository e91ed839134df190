// kreds batch FOLDER|-: many cases, one JSON line each, in the order of the input.
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>

#include "kreds/application/batch.hpp"
#include "kreds/application/in_order.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace kreds::cli {
namespace {

namespace fs = std::filesystem;

/// A file to be read, or a text that was read already.
struct Job {
  application::BatchSource source;
  std::string path;
  std::optional<std::string> text;
};

/// The case files of a folder by name.
std::vector<std::string> case_files(const std::string& folder, const Session& session) {
  std::error_code error;
  std::vector<std::string> files;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".json") files.push_back(entry->path().string());
  if (error) throw CaseError(session.tool.labels("cli.error.no_folder", {{"path", labels::printable(folder)}}));
  std::sort(files.begin(), files.end());
  return files;
}

/// Lines of standard input, of any number; one that is longer than a case may be is cut, and told as such by the
/// reader.
class Lines {
 public:
  std::optional<std::string> next() {
    std::string line;
    bool any = false;
    for (;;) {
      if (at_ == filled_ && !fill()) break;
      any = true;
      const char* const begin = buffer_.data() + at_;
      const char* const end = std::find(begin, static_cast<const char*>(buffer_.data()) + filled_, '\n');
      // One byte above the limit is enough to be refused.
      const std::size_t room = limit_ + 1 - std::min(line.size(), limit_ + 1);
      line.append(begin, std::min(static_cast<std::size_t>(end - begin), room));
      at_ = static_cast<std::size_t>(end - buffer_.data());
      if (at_ == filled_) continue;
      ++at_;
      break;
    }
    if (!any) return std::nullopt;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
  }

 private:
  bool fill() {
    at_ = 0;
    filled_ = std::fread(buffer_.data(), 1, buffer_.size(), stdin);
    return filled_ > 0;
  }
  std::size_t limit_ = document::ParseLimits{}.bytes;
  std::vector<char> buffer_ = std::vector<char>(std::size_t{1} << 16);
  std::size_t at_ = 0, filled_ = 0;
};

/// How far it has come, on a terminal alone, at most twice a second.
class Progress {
 public:
  Progress(std::optional<std::size_t> total, const Session& session)
      : total_(total), session_(session), shown_(::isatty(STDERR_FILENO) == 1) {}
  ~Progress() {
    if (shown_ && told_) std::fputs("\r\x1b[K", stderr);
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void one_more() {
    ++done_;
    if (!shown_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::milliseconds(500)) return;
    last_ = now;
    told_ = true;
    const std::string line = "\r" + sentence(std::chrono::duration<double>(now - start_).count()) + "\x1b[K";
    std::fwrite(line.data(), 1, line.size(), stderr);
  }

 private:
  std::string sentence(double seconds) const {
    const labels::Labels& labels = session_.tool.labels;
    if (!total_) return labels("batch.progress.open", {{"done", std::to_string(done_)}});
    const double left = seconds / static_cast<double>(done_) * static_cast<double>(*total_ - done_);
    const auto whole = static_cast<long>(left) + 1;
    constexpr long minute = 60;
    const std::string time = whole < minute ? labels("batch.seconds", {{"number", std::to_string(whole)}})
                                            : labels("batch.minutes", {{"number", std::to_string(whole / minute + 1)}});
    return labels("batch.progress",
                  {{"done", std::to_string(done_)}, {"all", std::to_string(*total_)}, {"left", time}});
  }

  std::optional<std::size_t> total_;
  const Session& session_;
  bool shown_, told_ = false;
  std::size_t done_ = 0;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now(), last_ = start_;
};

application::BatchLine worked(Job job, const BatchArguments& arguments, const Session& session) {
  const auto& vocabulary = session.tool.vocabulary;
  const casefile::ReadResult read = job.text
                                        ? casefile::read_case_text("-", std::move(*job.text), vocabulary, session.today)
                                        : casefile::read_case_file(job.path, vocabulary, session.today);
  return application::batch_line(session.tool, job.source, read, {session.today, arguments.as_of, arguments.summary});
}

/// What one case gives back the next needs again; to hand it to the system in between costs a tenth of the time.
void keep_memory_between_cases() {
  constexpr int enough_for_any_case = 32 << 20;
  mallopt(M_TRIM_THRESHOLD, 2 * enough_for_any_case);
  mallopt(M_MMAP_THRESHOLD, enough_for_any_case);
}

/// Hands every line to `put`, in the order of the jobs.
template <class Next>
application::BatchSummary run_all(Next next, std::optional<std::size_t> total, const BatchArguments& arguments,
                                  const Session& session) {
  application::BatchSummary summary;
  Progress progress(total, session);
  const auto work = [&](Job job) { return worked(std::move(job), arguments, session); };
  const auto put = [&](const application::BatchLine& line) {
    if (!arguments.summary) print_data(line.json + "\n");
    summary.add(line);
    progress.one_more();
  };
  constexpr std::size_t cases_ahead_of_each_thread = 8;
  const auto window = static_cast<std::size_t>(arguments.jobs) * cases_ahead_of_each_thread;
  application::InOrder<Next, decltype(work), decltype(put)>(std::move(next), work, put, window).run(arguments.jobs);
  return summary;
}

application::BatchSummary run_all(const BatchArguments& arguments, const Session& session) {
  if (arguments.folder == "-") {
    Lines lines;
    std::size_t number = 0;
    const auto next = [&]() -> std::optional<Job> {
      std::optional<std::string> line = lines.next();
      if (!line) return std::nullopt;
      return Job{++number, {}, std::move(line)};
    };
    return run_all(next, std::nullopt, arguments, session);
  }
  const std::vector<std::string> files = case_files(arguments.folder, session);
  std::size_t at = 0;
  const auto next = [&]() -> std::optional<Job> {
    if (at == files.size()) return std::nullopt;
    const std::string& path = files[at++];
    return Job{fs::path(path).filename().string(), path, {}};
  };
  return run_all(next, files.size(), arguments, session);
}

}  // namespace

int run(const BatchArguments& arguments, const Session& session) {
  keep_memory_between_cases();
  const application::BatchSummary summary = run_all(arguments, session);
  if (arguments.summary)
    print(application::summary_page(summary, {session.today, arguments.as_of, true}, session.tool));
  return summary.broken > 0 ? failed : fine;
}

}  // namespace kreds::cli
