/// \file
/// Loaded before the C library, tells a program that its standard output is a terminal: a minimal system may have no
/// pseudo-terminals to give it a real one.

#include <cerrno>

extern "C" int isatty(int descriptor) {
  if (descriptor == 1) return 1;
  errno = ENOTTY;
  return 0;
}
