# Flags that every target of ours links. Warnings are errors in the presets, not for packagers.
option(KREDS_WARNINGS_AS_ERRORS "Treat warnings as errors" OFF)
set(KREDS_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")

add_library(kreds_options INTERFACE)
target_compile_features(kreds_options INTERFACE cxx_std_20)
target_compile_options(kreds_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual
  # g++ 12 takes sound uses of std::string for copies that overlap or leave their bounds (GCC bugs 105651, 105329).
  "$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread>"
  $<$<BOOL:${KREDS_WARNINGS_AS_ERRORS}>:-Werror>
  # The same layout and the same figures in every build type and on every processor.
  -ffp-contract=off)
if(KREDS_SANITIZE)
  target_compile_options(kreds_options INTERFACE -fsanitize=${KREDS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    # With sanitizers g++ 12 sees uninitialised values in std::regex and std::optional that are none.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(kreds_options INTERFACE -fsanitize=${KREDS_SANITIZE})
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
