#include "contained.hpp"

#include <dlfcn.h>
#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "drawing_support.hpp"

using namespace kreds;
using drawing::contained;
using drawing::RenderDied;

namespace {

/// What happens when Graphviz is asked for a layout; nothing: the layout.
std::function<void()> instead_of_layout;

/// How a piece of work died, empty if it did not.
std::string death_of(const std::function<std::string()>& work) {
  try {
    contained(work);
  } catch (const RenderDied& error) {
    return error.how();
  }
  return {};
}

}  // namespace

/// Stands before Graphviz's own in this program.
extern "C" int gvLayout(void* context, void* graph, const char* engine) {
  if (instead_of_layout) instead_of_layout();
  using Layout = int (*)(void*, void*, const char*);
  static const auto own = reinterpret_cast<Layout>(::dlsym(RTLD_NEXT, "gvLayout"));
  return own(context, graph, engine);
}

TEST_CASE("what the work gives comes back whole", "[drawing][contained]") {
  CHECK(contained([] { return std::string(); }).empty());
  const std::string all_bytes = [] {
    std::string text;
    for (int i = 0; i < 3'000'000; ++i) text += static_cast<char>(i * 7 % 256);
    return text;
  }();
  CHECK((contained([&] { return all_bytes; }) == all_bytes));
}

TEST_CASE("what the work throws comes back with its words", "[drawing][contained]") {
  CHECK_THROWS_WITH(contained([]() -> std::string { throw std::invalid_argument("no such shape"); }), "no such shape");
}

TEST_CASE("work that dies is told and the next work is done", "[drawing][contained]") {
  CHECK(death_of([]() -> std::string { std::abort(); }) == "SIGABRT");
  CHECK(death_of([]() -> std::string {
          ::raise(SIGKILL);
          return "late";
        }) == "SIGKILL");
  CHECK(death_of([]() -> std::string {
          ::signal(SIGSEGV, SIG_DFL);
          ::raise(SIGSEGV);
          return "late";
        }) == "SIGSEGV");
  CHECK(death_of([]() -> std::string { std::quick_exit(3); }) == "exit(3)");
  CHECK(contained([] { return std::string("alive"); }) == "alive");
}

TEST_CASE("work that ends the process as if all were well has not given a result", "[drawing][contained]") {
  CHECK(death_of([]() -> std::string { ::_exit(0); }) == "exit(0)");
}

TEST_CASE("an exit inside a library does not write again what the program had begun to write", "[drawing][contained]") {
  const std::string path = std::filesystem::temp_directory_path() / ("kreds-contained-" + std::to_string(::getpid()));
  FILE* file = std::fopen(path.c_str(), "w");
  REQUIRE(file != nullptr);
  std::fputs("once\n", file);
  CHECK(death_of([]() -> std::string { std::exit(0); }) == "exit(0)");
  std::fclose(file);
  CHECK(std::filesystem::file_size(path) == 5);
  std::filesystem::remove(path);
}

TEST_CASE("a map whose library aborts or exits is one error and the next map is drawn", "[drawing][contained]") {
  const auto scene = testing::scene_of(testing::random_content(1, 5));
  const std::string before = drawing::render(scene, drawing::Format::svg);
  for (const auto& [way, how] : {std::pair{std::function<void()>(std::abort), "SIGABRT"},
                                 std::pair{std::function<void()>([] { std::exit(1); }), "exit(1)"}}) {
    CAPTURE(how);
    instead_of_layout = way;
    std::string died;
    try {
      drawing::render(scene, drawing::Format::png);
    } catch (const RenderDied& error) {
      died = error.how();
    }
    instead_of_layout = nullptr;
    CHECK(died == how);
    CHECK((drawing::render(scene, drawing::Format::svg) == before));
  }
}
