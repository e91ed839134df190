// A library that takes its process with it takes only that one. In a program of its own: nothing here may have drawn.
#include "kreds/application/contained.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <new>
#include <thread>

using namespace kreds;
using application::contained;
using application::Died;

namespace {

struct End {
  Died::How how;
  int number;
  friend bool operator==(const End&, const End&) = default;
};

End end_of(const std::function<std::string()>& work, std::chrono::seconds longest = std::chrono::minutes(1)) {
  try {
    contained(work, longest);
  } catch (const Died& died) {
    return {died.how(), died.number()};
  }
  return {Died::How::exit, -1};
}

}  // namespace

TEST_CASE("the result of contained work comes back byte for byte", "[contained]") {
  CHECK(contained([] { return std::string("æøå\0\n", 8); }) == std::string("æøå\0\n", 8));
  CHECK(contained([] { return std::string(); }).empty());
  std::string large(5'000'000, 'x');
  large[4'999'999] = 'y';
  CHECK((contained([&] { return large; }) == large));
}

TEST_CASE("work that aborts or exits or reads where nothing is ends itself alone", "[contained]") {
  CHECK(end_of([]() -> std::string { std::abort(); }) == End{Died::How::signal, SIGABRT});
  CHECK(end_of([]() -> std::string {
          std::raise(SIGSEGV);
          return "never";
        }) == End{Died::How::signal, SIGSEGV});
  CHECK(end_of([]() -> std::string { std::_Exit(3); }) == End{Died::How::exit, 3});
  // Also an exit that calls itself fine: there is no result.
  CHECK(end_of([]() -> std::string { std::_Exit(0); }) == End{Died::How::exit, 0});
}

TEST_CASE("work that never ends is ended", "[contained]") {
  CHECK(end_of(
            []() -> std::string {
              while (true) ::pause();
            },
            std::chrono::seconds(1)) == End{Died::How::too_long, SIGALRM});
}

TEST_CASE("what contained work throws comes back in its words", "[contained]") {
  CHECK_THROWS_WITH(contained([]() -> std::string { throw std::logic_error("ingen plads"); }), "ingen plads");
  CHECK_THROWS_AS(contained([]() -> std::string { throw std::bad_alloc(); }), std::bad_alloc);
}

TEST_CASE("contained work changes nothing here and leaves no child behind", "[contained]") {
  int changed = 0;
  contained([&] {
    changed = 1;
    return std::string();
  });
  CHECK(changed == 0);
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}

TEST_CASE("where there are other threads the work is done here", "[contained]") {
  // A child would not have them, and could wait for one for ever.
  std::thread other([] { ::pause(); });
  int changed = 0;
  contained([&] {
    changed = 1;
    return std::string();
  });
  CHECK(changed == 1);
  other.detach();
}
