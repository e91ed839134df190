// What the program says of itself, and how it behaves towards terminal, locale and pipes.
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "kreds.hpp"

using kreds::testing::check_golden;
using kreds::testing::liam;
using kreds::testing::run_kreds;
using kreds::testing::RunOptions;
using kreds::testing::RunResult;
using kreds::testing::TemporaryFolder;

TEST_CASE("the version is told on standard output", "[cli]") {
  const RunResult result = run_kreds({"--version"});
  CHECK(result.exit_code == 0);
  CHECK(result.out == "kreds " KREDS_VERSION "\n");
  CHECK(result.err.empty());
}

TEST_CASE("every command explains itself in both languages", "[cli]") {
  for (const std::string language : {"da", "en"}) {
    for (const std::string command : {"", "check", "map", "rank", "stats"}) {
      std::vector<std::string> arguments = {"--lang", language, "--help"};
      if (!command.empty()) arguments.insert(arguments.begin(), command);
      const RunResult result = run_kreds(arguments);
      CHECK(result.exit_code == 0);
      CHECK(result.err.empty());
      check_golden("help/" + (command.empty() ? "kreds" : command) + "." + language + ".txt", result.out);
    }
  }
}

TEST_CASE("help wins over whatever else is wrong", "[cli]") {
  CHECK(run_kreds({"map", "--help"}).out == run_kreds({"map", "-h", "--size", "nej", "a", "b"}).out);
}

TEST_CASE("an option may stand before or after the command and with or without an equals sign", "[cli]") {
  const std::string expected = run_kreds({"rank", liam, "--as-of", "2024-03-31", "--lang", "en"}).out;
  CHECK(!expected.empty());
  CHECK(run_kreds({"--lang", "en", "--as-of", "2024-03-31", "rank", liam}).out == expected);
  CHECK(run_kreds({"--as-of=2024-03-31", "rank", "--lang=en", liam}).out == expected);
}

TEST_CASE("the same bytes come out in a Danish locale", "[cli][locale]") {
  const TemporaryFolder folder;
  const RunResult made =
      kreds::testing::run_program({"localedef", "-i", "da_DK", "-f", "UTF-8", folder / "da_DK.UTF-8"});
  INFO(made.err);
  RunOptions danish;
  danish.environment = {{"LOCPATH", folder.path()}, {"LC_ALL", "da_DK.UTF-8"}, {"LANG", "da_DK.UTF-8"}};
  // Without a true Danish locale this would prove nothing.
  REQUIRE(kreds::testing::run_program({"locale", "decimal_point"}, danish).out == ",\n");
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"rank", liam, "--numbers"},
                                             {"rank", liam, "--json"},
                                             {"rank", liam, "--csv"},
                                             {"stats", liam},
                                             {"stats", liam, "--json"},
                                             {"check", liam},
                                             {"map", liam, "-o", "-", "--format", "svg"},
                                             {"map", liam, "-o", "-", "--format", "png"},
                                             {"map", liam, "-o", "-", "--format", "pdf"},
                                             {"map", liam, "-o", "-", "--format", "dot"}}) {
    const RunResult plain = run_kreds(arguments), localised = run_kreds(arguments, danish);
    CAPTURE(arguments);
    CHECK(plain.exit_code == 0);
    CHECK(!plain.out.empty());
    CHECK((plain.out == localised.out));
    CHECK(plain.err == localised.err);
  }
}

TEST_CASE("the same command gives the same bytes again", "[cli]") {
  for (const std::string format : {"png", "svg", "pdf", "dot"}) {
    const RunResult first = run_kreds({"map", liam, "-o", "-", "--format", format, "--audience", "casefile"});
    const RunResult second = run_kreds({"map", liam, "-o", "-", "--format", format, "--audience", "casefile"});
    CAPTURE(format);
    CHECK((first.out == second.out));
    CHECK(!first.out.empty());
  }
}

TEST_CASE("a reader who has seen enough ends the program quietly", "[cli]") {
  RunOptions options;
  options.close_output_early = true;
  const RunResult result = run_kreds({"rank", liam}, options);
  CHECK(result.signal == 0);
  CHECK(result.exit_code == 1);
  CHECK(result.err.empty());
}

namespace {

/// Runs kreds as if its standard output were a terminal.
RunResult on_terminal(const std::vector<std::string>& arguments,
                      const std::map<std::string, std::string>& environment) {
  RunOptions options;
  options.environment = environment;
  options.environment.emplace("TERM", "xterm");
  options.environment["LD_PRELOAD"] = KREDS_PRETEND_TERMINAL;
  options.environment["ASAN_OPTIONS"] = "verify_asan_link_order=0";  // only matters in the sanitizer build
  return run_kreds(arguments, options);
}

}  // namespace

TEST_CASE("headings are bold on a terminal and plain elsewhere", "[cli][terminal]") {
  const std::string bold = "\x1b[1mI rækkefølge\x1b[0m";
  CHECK(on_terminal({"rank", liam}, {}).out.find(bold) != std::string::npos);
  CHECK(on_terminal({"rank", liam}, {{"NO_COLOR", "1"}}).out.find('\x1b') == std::string::npos);
  CHECK(on_terminal({"rank", liam}, {{"TERM", "dumb"}}).out.find('\x1b') == std::string::npos);
  CHECK(run_kreds({"rank", liam}).out.find('\x1b') == std::string::npos);
}

TEST_CASE("a picture is not poured into a terminal", "[cli][terminal]") {
  const RunResult result = on_terminal({"map", liam, "-o", "-", "--format", "png"}, {});
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK(result.err.find("Billedet kan ikke vises i en terminal. Skriv det til en fil med -o FIL.") !=
        std::string::npos);
}

TEST_CASE("an installed program needs nothing of the source tree", "[cli][install]") {
  const TemporaryFolder folder;
  const RunResult installed =
      kreds::testing::run_program({"cmake", "--install", KREDS_BUILD, "--prefix", folder / "usr"});
  INFO(installed.err);
  REQUIRE(installed.exit_code == 0);
  namespace fs = std::filesystem;
  const std::string share = folder / "usr/share/kreds";
  for (const char* part : {"/data/labels/da.json", "/data/cases/liam.json", "/viz/style/projector.json",
                           "/fonts/Lato-Regular.ttf", "/fonts/Lato-copyright", "/fonts/DejaVuSans.ttf"})
    CHECK(fs::exists(share + part));
  const RunResult result = kreds::testing::run_program({folder / "usr/bin/kreds", "rank", liam});
  CHECK(result.exit_code == 0);
  CHECK(result.out == run_kreds({"rank", liam}).out);
  const RunResult map = kreds::testing::run_program({folder / "usr/bin/kreds", "map", liam, "-o", folder / "map.svg"});
  CHECK(map.exit_code == 0);
  CHECK((kreds::testing::bytes_of(folder / "map.svg") == run_kreds({"map", liam, "-o", "-", "--format", "svg"}).out));
}

TEST_CASE("a library that lies in the folder one stands in is not taken", "[cli][install]") {
  const TemporaryFolder folder;
  for (const char* library : {"libgvc.so.6", "libcairo.so.2", "libstdc++.so.6"})
    kreds::testing::write_file(folder / library, "not the real one");
  RunOptions there;
  there.folder = folder.path();
  CHECK(run_kreds({"--version"}, there).exit_code == 0);
}

TEST_CASE("a program without its data says so", "[cli][install]") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "usr/bin");
  std::filesystem::copy_file(KREDS_PROGRAM, folder / "usr/bin/kreds");
  const RunResult result = kreds::testing::run_program({folder / "usr/bin/kreds", "--version"});
  CHECK(result.exit_code == 1);
  CHECK(result.out.empty());
  CHECK(result.err == "kreds: data/labels/da.json lies neither in " + (folder / "usr/share/kreds") + " nor in " +
                          folder.path() + "\n");
}

TEST_CASE("the commands of the README run", "[cli][readme]") {
  const TemporaryFolder folder;
  std::filesystem::create_directory_symlink(KREDS_ROOT "/data", folder / "data");
  RunOptions there;
  there.folder = folder.path();
  std::istringstream readme(kreds::testing::bytes_of(KREDS_ROOT "/README.md"));
  std::size_t run = 0;
  for (std::string line; std::getline(readme, line);) {
    const std::string program = "build/release/kreds ";
    if (line.rfind(program, 0) != 0) continue;
    const RunResult result = kreds::testing::run_program(
        {"sh", "-c", std::string(KREDS_PROGRAM) + " " + line.substr(program.size())}, there);
    CAPTURE(line, result.err);
    CHECK(result.exit_code == 0);
    ++run;
  }
  CHECK(run >= 6);
  CHECK(std::filesystem::exists(folder / "liam.png"));
}
