#include "kreds/editing/store.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "../src/editing/journal.hpp"
#include "desk.hpp"
#include "kreds/document/hash.hpp"
#include "kreds/editing/edit.hpp"
#include "support/dice.hpp"
#include "support/golden.hpp"
#include "support/run_program.hpp"

using namespace kreds;
using namespace kreds::editing;
using namespace kreds::testing;
namespace fs = std::filesystem;

namespace {

/// Text as a file holds it, whoever wrote it.
void put(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

Version version(const std::string& path) {
  const Store store(path, shipped_vocabulary(), day_of("2024-09-01"));
  Loaded loaded = store.load();
  REQUIRE(loaded.version);
  return *loaded.version;
}

Draft with_note(const Draft& draft, const std::string& note) {
  return done(add(draft, "fact", {{"about", {"Karen"}}, {"text", {note}}}, desk()));
}

/// Adds one fact to what the file holds.
std::string save_note(const std::string& path, const std::string& note) {
  const Store store(path, shipped_vocabulary(), day_of("2024-09-01"));
  const Loaded loaded = store.load();
  REQUIRE(loaded.version);
  const Draft next = with_note(loaded.version->draft, note);
  REQUIRE(store.save(*loaded.version, next).done);
  return next.text;
}

Undone undo(const std::string& path, int steps) {
  return Store(path, shipped_vocabulary(), day_of("2024-09-01")).undo(steps);
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return status.st_mode & 07777U;
}

}  // namespace

TEST_CASE("the version before lies beside the file and only the owner reads any of it", "[editing][store]") {
  const TemporaryFolder folder;
  const std::string path = folder / "bo.json";
  put(path, small_case);
  const std::string first = save_note(path, "et");
  CHECK(bytes_of(path) == first);
  CHECK(bytes_of(path + ".bak") == small_case);
  for (const char* ending : {"", ".bak", ".undo"}) CHECK(mode_of(path + ending) == 0600);
}

TEST_CASE("many steps are taken back one after the other to the very bytes", "[editing][store]") {
  const TemporaryFolder folder;
  const std::string path = folder / "bo.json";
  put(path, small_case);
  std::vector<std::string> texts = {small_case};
  for (const char* note : {"æ", "ø", "å", "æø", "slut"}) texts.push_back(save_note(path, note));
  CHECK(undo(path, 1).steps == 1);
  CHECK(bytes_of(path) == texts[4]);
  CHECK(undo(path, 3).steps == 3);
  CHECK(bytes_of(path) == texts[1]);
  CHECK(bytes_of(path + ".bak") == texts[4]);
  const Undone rest = undo(path, 9);
  CHECK(rest.steps == 1);
  CHECK(bytes_of(path) == small_case);
  CHECK(undo(path, 1).steps == 0);
}

TEST_CASE("after a step was taken back another can be made and taken back", "[editing][store]") {
  const TemporaryFolder folder;
  const std::string path = folder / "bo.json";
  put(path, small_case);
  const std::string first = save_note(path, "et");
  save_note(path, "to");
  undo(path, 1);
  save_note(path, "tre");
  CHECK(undo(path, 1).steps == 1);
  CHECK(bytes_of(path) == first);
}

TEST_CASE("what another program wrote meanwhile is not overwritten and is told", "[editing][store]") {
  const TemporaryFolder folder;
  const std::string path = folder / "bo.json";
  put(path, small_case);
  const Version opened = version(path);
  std::string other = small_case;
  other.replace(other.find(R"("Karen", "role")"), 7, R"("Karla")");
  put(path, other);
  const Store store(path, shipped_vocabulary(), day_of("2024-09-01"));
  const Saved saved = store.save(opened, with_note(opened.draft, "et"));
  CHECK_FALSE(saved.done);
  CHECK(bytes_of(path) == other);
  REQUIRE(saved.meanwhile.size() == 1);
  CHECK(saved.meanwhile[0].id == "karen");
  CHECK_FALSE(fs::exists(path + ".bak"));
}

TEST_CASE("steps from before another program wrote are not taken back into it", "[editing][store]") {
  const TemporaryFolder folder;
  const std::string path = folder / "bo.json";
  put(path, small_case);
  const std::string first = save_note(path, "et");
  save_note(path, "to");
  put(path, bytes_of(path) + "\n");
  CHECK(undo(path, 1).steps == 0);
  put(path, first);  // the older file put back by hand: its own step fits
  CHECK(undo(path, 1).steps == 1);
  CHECK(bytes_of(path) == small_case);
}

TEST_CASE("what is erased is gone from the file and from beside it", "[editing][store]") {
  const TemporaryFolder folder;
  const std::string path = folder / "bo.json";
  put(path, small_case);
  save_note(path, "hemmeligt");
  put(folder / ".kreds-0123456789abcdef.tmp", "hemmeligt");  // of a program that was killed
  {
    const Store store(path, shipped_vocabulary(), day_of("2024-09-01"));
    const Loaded loaded = store.load();
    const Draft next = done(erase(loaded.version->draft, "s4", signature(), false, desk()));
    REQUIRE(store.save(*loaded.version, next, Kept::nowhere).done);
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    INFO(entry.path());
    CHECK(bytes_of(entry.path().string()).find("hemmeligt") == std::string::npos);
  }
  CHECK(undo(path, 1).steps == 0);
}

TEST_CASE("a link is followed and what lies beside lies beside the file itself", "[editing][store]") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "far");
  put(folder / "far/bo.json", small_case);
  fs::create_symlink("far/bo.json", folder / "link.json");
  save_note(folder / "link.json", "et");
  CHECK(fs::is_symlink(folder / "link.json"));
  CHECK(fs::exists(folder / "far/bo.json.bak"));
  CHECK(undo(folder / "link.json", 1).steps == 1);
  CHECK(bytes_of(folder / "far/bo.json") == small_case);
}

TEST_CASE("two that write at once wait for each other", "[editing][store]") {
  const TemporaryFolder folder;
  const std::string path = folder / "bo.json";
  put(path, small_case);
  constexpr int writers = 3, notes = 5;
  std::vector<pid_t> children;
  for (int i = 0; i < writers; ++i) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      for (int n = 0; n < notes; ++n) {
        const Store store(path, shipped_vocabulary(), day_of("2024-09-01"));
        const Loaded loaded = store.load();
        const Edited edited = add(loaded.version->draft, "need", {{"text", {"ro"}}}, desk());
        if (!edited.draft || !store.save(*loaded.version, *edited.draft).done) ::_exit(1);
      }
      ::_exit(0);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  CHECK(version(path).draft.c.interviews[1].statements.size() == 3 + writers * notes);
  CHECK(undo(path, 99).steps == writers * notes);
  CHECK(bytes_of(path) == small_case);
}

TEST_CASE("a full disk loses nothing", "[editing][store]") {
  const TemporaryFolder folder;
  const std::string path = folder / "bo.json";
  put(path, small_case);
  const std::string first = save_note(path, "et");
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const Store store(path, shipped_vocabulary(), day_of("2024-09-01"));
    const Loaded loaded = store.load();
    const Edited edited = add(loaded.version->draft, "need", {{"text", {std::string(5000, 'x')}}}, desk());
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      store.save(*loaded.version, *edited.draft);
    } catch (const document::OutputError& error) {
      ::_exit(error.reason() == "disk_full" ? 0 : 2);
    }
    ::_exit(1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  CHECK(bytes_of(path) == first);
  CHECK(undo(path, 1).steps == 1);
  CHECK(bytes_of(path) == small_case);
}

TEST_CASE("killed at any moment the file is the old version or the new one and the way back leads back",
          "[editing][store]") {
  // In memory, where flushing costs nothing: a thousand kills shall not take a minute.
  std::string folder = "/dev/shm/kreds-test-XXXXXX";
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  const std::string path = folder + "/bo.json";
  const Opened opened = open_draft("", small_case, shipped_vocabulary(), day_of("2024-09-01"));
  // Three versions that follow one another in a circle; the child saves the next one over and over.
  const Draft one = *opened.draft, two = with_note(one, "to"), three = with_note(two, std::string(3000, 'x'));
  const std::vector<Draft> circle = {one, two, three};
  const auto place_in_circle = [&](const std::string& text) {
    return static_cast<std::size_t>(
        std::find_if(circle.begin(), circle.end(), [&](const Draft& draft) { return draft.text == text; }) -
        circle.begin());
  };
  put(path, one.text);
  const auto before = std::chrono::steady_clock::now();
  const std::string second = save_note(path, "to");
  const auto duration =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - before).count();
  put(path, one.text);
  REQUIRE(second == two.text);
  constexpr int kills = 1000;
  int wrong = 0, wrong_way_back = 0, moved = 0;
  int longest_wait = static_cast<int>(3 * duration) + 1000;
  std::size_t last = 0;
  Dice dice(7);
  for (int kill = 0; kill < kills; ++kill) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      while (true) {
        const std::string text = bytes_of(path);
        const std::size_t at = place_in_circle(text);
        const Store store(path, shipped_vocabulary(), day_of("2024-09-01"));
        if (dice.chance(30))
          store.undo(2);
        else
          store.save({document::sha256(text), text, circle[at]}, circle[(at + 1) % circle.size()]);
      }
    }
    // Where a machine is too busy for the child to get anywhere it is given longer.
    if (moved < kill / 5) longest_wait = std::min(longest_wait + longest_wait / 20, 500'000);
    std::this_thread::sleep_for(std::chrono::microseconds(dice.between(0, longest_wait)));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    const std::string text = bytes_of(path);
    const std::size_t now = place_in_circle(text);
    if (now == circle.size()) ++wrong;
    if (now != last) ++moved;
    last = now;
    // Whatever way back there is, it leads to the version before in one step, or it is not there.
    const Journal journal = leading_from(parse_journal(bytes_of(path + ".undo")), document::sha256(text));
    if (!journal.empty()) {
      const auto older = taken_back(journal.back(), text);
      if (!older || place_in_circle(*older) == circle.size()) ++wrong_way_back;
    }
  }
  CHECK(wrong == 0);
  CHECK(wrong_way_back == 0);
  CHECK(moved > kills / 10);
  document::remove_abandoned(folder);
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".tmp") CHECK(fs::file_size(entry.path()) == 0);
  fs::remove_all(folder);
}

TEST_CASE("a step leads back also in the middle of characters of several bytes", "[editing][store]") {
  for (const auto& [older, newer] : std::vector<std::pair<std::string, std::string>>{
           {"aæb", "aøb"}, {"", "x"}, {"x", ""}, {"åå", "å"}, {"a€b", "a₭b"}, {"same", "sameness"}}) {
    const Step step = step_back(older, newer);
    INFO(older << " " << newer);
    CHECK(taken_back(step, newer) == older);
    const Journal read = parse_journal(to_text(Journal{step}));
    REQUIRE(read.size() == 1);
    CHECK(taken_back(read[0], newer) == older);
    CHECK_FALSE(taken_back(step, newer + "!"));
  }
}

TEST_CASE("a torn way back counts as far as it is whole", "[editing][store]") {
  const std::string text = to_text({step_back("a", "b"), step_back("b", "c")});
  CHECK(parse_journal(text).size() == 2);
  CHECK(parse_journal(text.substr(0, text.size() - 5)).size() == 1);
  CHECK(parse_journal("nonsense\n" + text).empty());
}
