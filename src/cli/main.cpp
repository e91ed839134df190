// kreds: from the interviews of a case to its network map and the order of what to look into next.
// Exit codes: 0 fine, 1 the case or the job failed, 2 wrong usage.
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <iterator>

#include "kreds/application/contained.hpp"
#include "kreds/document/output_file.hpp"
#include "kreds/layout/map_layout.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace {

using namespace kreds;
using cli::tell;
using labels::Labels;

/// The user's language; if there are no words in it, Danish, and the wish is refused below.
struct Words {
  Labels labels;
  bool as_wished;
  std::string known;
};

Words words_for(const application::Installation& installation, const std::string& wished) {
  const std::vector<std::string> known = application::languages(installation);
  const bool as_wished = std::find(known.begin(), known.end(), wished) != known.end();
  std::string all;
  for (const std::string& language : known) all += (all.empty() ? "" : ", ") + language;
  return {application::load_words(installation, as_wished ? wished : "da"), as_wished, all};
}

int work(const std::vector<std::string>& arguments, const application::Installation& installation, const Words& words,
         const std::string& wished) {
  if (!words.as_wished)
    throw cli::UsageError(
        words.labels("cli.error.language", {{"given", labels::printable(wished)}, {"known", words.known}}), "");
  const cli::Command command = cli::parse_arguments(arguments, words.labels);
  if (const auto* show = std::get_if<cli::ShowText>(&command)) {
    cli::print_data(show->text);
    return cli::fine;
  }
  const cli::Session session{application::load_tool(installation, words.labels), cli::today(words.labels)};
  return std::visit(
      [&](const auto& asked) {
        if constexpr (std::is_same_v<std::decay_t<decltype(asked)>, cli::ShowText>)
          return cli::fine;
        else
          return cli::run(asked, session);
      },
      command);
}

std::string sentence(const application::NoInterview& error, const Labels& labels) {
  if (!error.as_of()) return labels("cli.error.no_interview");
  return labels("cli.error.no_interview_yet", {{"date", cli::date_in_words(*error.as_of(), labels)}});
}

std::string sentence(const application::Died& error, const Labels& labels) {
  using How = application::Died::How;
  const std::string key = error.how() == How::too_long ? "too_long" : error.how() == How::signal ? "signal" : "exit";
  return labels("cli.error.died." + key, {{"number", std::to_string(error.number())}}) + " " +
         labels("cli.error.died.next");
}

/// Every failure becomes one sentence, with the next step where there is one.
int told(const std::vector<std::string>& arguments, const application::Installation& installation) {
  const std::string wished = cli::wanted_language(arguments);
  const Words words = words_for(installation, wished);
  const Labels& labels = words.labels;
  try {
    return work(arguments, installation, words, wished);
  } catch (const cli::UsageError& error) {
    tell(error.what());
    tell(labels("cli.error.see_help", {{"command", error.command().empty() ? "" : " " + error.command()}}));
    return cli::wrong_usage;
  } catch (const document::OutputError& error) {
    // Whoever read our output has seen enough.
    if (error.reason() == "pipe_closed") return cli::failed;
    if (error.path() == "-")
      tell(labels(error.reason() == "disk_full" ? "output.stdout_full" : "output.stdout_failed"));
    else
      tell(labels("output." + error.reason(), {{"path", labels::printable(error.path())}}));
  } catch (const application::NoInterview& error) {
    tell(sentence(error, labels));
  } catch (const application::NothingTold&) {
    tell(labels("cli.error.nothing_told"));
  } catch (const application::Died& error) {
    tell(sentence(error, labels));
  } catch (const cli::CaseError& error) {
    tell(error.what());
  } catch (const layout::NoRoom&) {
    tell(labels("cli.error.no_room"));
  } catch (const std::bad_alloc&) {
    tell(labels("cli.error.memory"));
  } catch (const std::exception& error) {
    tell(labels("cli.error.unexpected", {{"what", labels::printable(error.what())}}));
  }
  return cli::failed;
}

}  // namespace

int main(int argc, char** argv) {
  // A closed pipe and a full quota shall come back as errors of writing, not end the program.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    std::error_code none;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", none);
    return told({argv + std::min(argc, 1), argv + argc}, application::find_installation(program.string()));
  } catch (const std::exception& error) {
    // Without the labels there are no words but these.
    tell(labels::printable(error.what()));
    return cli::failed;
  }
}
