// Writing files: the old one or the new one is there, whole, whatever happens.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "kreds.hpp"

using namespace kreds::testing;

namespace {
namespace fs = std::filesystem;

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  return names;
}

}  // namespace

TEST_CASE("a folder that may not be written to leaves the old file untouched", "[cli][output]") {
  const TemporaryFolder folder;
  write_file(folder / "kort.svg", "gammel");
  write_file(folder / "sag.json", bytes_of(liam));
  // The program and its data must be readable for a user without rights, wherever the sources lie.
  const RunResult installed = run_program({"cmake", "--install", KREDS_BUILD, "--prefix", folder / "usr"});
  REQUIRE(installed.exit_code == 0);
  fs::permissions(folder.path(), fs::perms(0555));
  std::vector<std::string> arguments = {folder / "usr/bin/kreds", "map", folder / "sag.json", "-o",
                                        folder / "kort.svg"};
  if (::geteuid() == 0)  // whom no folder stops
    arguments.insert(arguments.begin(),
                     {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all"});
  const RunResult result = run_program(arguments);
  std::vector<std::string> tables(arguments.begin(), arguments.end() - 4);
  tables.insert(tables.end(), {"new", "--table", folder / "skema"});
  const RunResult no_tables = run_program(tables);
  fs::permissions(folder.path(), fs::perms(0755));
  CHECK(no_tables.exit_code == 1);
  CHECK(no_tables.err.find("skema kunne ikke skrives: der må ikke skrives i mappen.") != std::string::npos);
  CHECK(result.exit_code == 1);
  CHECK(result.out.empty());
  CHECK(result.err == "kreds: " + (folder / "kort.svg") +
                          " kunne ikke skrives: der må ikke skrives i mappen. Vælg en anden mappe. Den gamle fil, hvis "
                          "der var en, er urørt.\n");
  CHECK(bytes_of(folder / "kort.svg") == "gammel");
  CHECK(names_in(folder.path()).size() == 3);
}

TEST_CASE("a full disk leaves the old file untouched and nothing beside it", "[cli][output]") {
  const TemporaryFolder folder;
  write_file(folder / "kort.png", "gammel");
  RunOptions options;
  options.file_size_limit = 4096;
  for (const std::string name : {"kort.png", "ny.png"}) {
    const RunResult result = run_kreds({"map", liam, "-o", folder / name}, options);
    CHECK(result.signal == 0);
    CHECK(result.exit_code == 1);
    CHECK(result.out.empty());
    CHECK(result.err == "kreds: " + (folder / name) +
                            " kunne ikke skrives: der er ikke plads på disken. Den gamle fil, hvis der var en, er "
                            "urørt.\n");
  }
  CHECK(bytes_of(folder / "kort.png") == "gammel");
  CHECK(names_in(folder.path()) == std::vector<std::string>{"kort.png"});
}

TEST_CASE("a file is written for its owner only and nothing is left beside it", "[cli][output]") {
  const TemporaryFolder folder;
  write_file(folder / "kort.svg", "gammel");
  ::chmod((folder / "kort.svg").c_str(), 0644);
  CHECK(run_kreds({"map", liam, "-o", folder / "kort.svg"}).exit_code == 0);
  struct stat status {};
  REQUIRE(::stat((folder / "kort.svg").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777U) == 0600U);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"kort.svg"});
}

TEST_CASE("a link is followed to its file", "[cli][output]") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "fælles");
  fs::create_symlink("fælles/kort.svg", folder / "kort.svg");
  CHECK(run_kreds({"map", liam, "-o", folder / "kort.svg"}).exit_code == 0);
  CHECK(fs::is_symlink(folder / "kort.svg"));
  CHECK(bytes_of(folder / "fælles/kort.svg").rfind("<?xml", 0) == 0);
}

TEST_CASE("what cannot be a file is told with a next step", "[cli][output]") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "mappe.svg");
  const auto told = [](const std::string& path, const std::string& sentence) {
    const RunResult result = run_kreds({"map", liam, "-o", path, "--format", "svg"});
    CHECK(result.exit_code == 1);
    CHECK(result.err == "kreds: " + path + sentence + "\n");
  };
  told(folder / "mappe.svg", " er en mappe. Skriv også filens navn.");
  told(folder / "ingen/kort.svg", " kunne ikke skrives: mappen findes ikke. Lav den først, eller vælg en anden.");
  told("/dev/null", " er ikke en almindelig fil. Brug -o - for at skrive til standardoutput.");
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a change that is written is not told to have failed when its message cannot be shown", "[cli][output]") {
  const TemporaryFolder folder;
  fs::copy_file(liam, folder / "liam.json");
  const std::string program = std::string("'") + KREDS_PROGRAM + "' ";
  const auto with_full_stdout = [&](const std::string& words) {
    return run_program({"sh", "-c", program + words + " > /dev/full"}, {});
  };
  const RunResult added = with_full_stdout("add '" + (folder / "liam.json") + "' person --name Bodil");
  CHECK(added.exit_code == 1);
  CHECK(added.err == "kreds: Ændringen er skrevet i " + (folder / "liam.json") +
                         "; kun beskeden om den kunne ikke vises. Skriv den ikke igen.\n");
  CHECK(bytes_of(folder / "liam.json").find("Bodil") != std::string::npos);
  const RunResult ranked = with_full_stdout("rank '" + liam + "'");
  CHECK(ranked.exit_code == 1);
  CHECK(ranked.err.ends_with("kreds: Resultatet kunne ikke skrives til standardoutput: der er ikke plads.\n"));
}

TEST_CASE("a case that fails leaves the old picture alone", "[cli][output]") {
  const TemporaryFolder folder;
  write_file(folder / "kort.svg", "gammel");
  write_file(folder / "sag.json", "{");
  CHECK(run_kreds({"map", folder / "sag.json", "-o", folder / "kort.svg"}).exit_code == 1);
  CHECK(bytes_of(folder / "kort.svg") == "gammel");
}
