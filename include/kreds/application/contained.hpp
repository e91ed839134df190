/// \file
/// Work that may take the whole program with it, done in a process of its own: libraries of drawing end a program on
/// faults that they meet (exit, abort, a bad pointer). What dies there is one result; the program goes on.
///
/// Threads  A child does not have its parent's threads, and Pango keeps one for its fonts: a child made after the first
///          text was measured would wait for ever. So where the process has other threads the work is done in it.
/// Cost     a fork of a small process and the way of the bytes through a pipe: one to two milliseconds.
#pragma once

#include <chrono>
#include <functional>
#include <stdexcept>
#include <string>

namespace kreds::application {

/// The work ended without a result.
class Died : public std::runtime_error {
 public:
  enum class How { signal, exit, too_long };
  Died(How how, int number);
  How how() const { return how_; }
  int number() const { return number_; }  ///< of the signal, or the exit code

 private:
  How how_;
  int number_;
};

/// What the work gives, byte for byte. An exception in the work comes back as a std::runtime_error with the same words,
/// want of memory as std::bad_alloc. Nothing else that it does is seen outside, but what it writes. Throws Died.
std::string contained(const std::function<std::string()>& work,
                      std::chrono::seconds longest = std::chrono::minutes(10));

}  // namespace kreds::application
