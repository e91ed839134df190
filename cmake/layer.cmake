# kreds_layer(NAME USES layer... HIDES target... PRECOMPILES header... HEADERS file... SOURCES file...)
# One step of the way of the data: a static library kreds::NAME whose headers lie in include/kreds/NAME. USES are the
# layers before it that its headers may include; HIDES are third-party libraries that stay in its sources; PRECOMPILES
# are headers that nearly all of its sources include, compiled once ahead.
function(kreds_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "USES;HIDES;PRECOMPILES;HEADERS;SOURCES")
  add_library(kreds_${name} STATIC ${layer_SOURCES})
  add_library(kreds::${name} ALIAS kreds_${name})
  list(TRANSFORM layer_HEADERS PREPEND ${PROJECT_SOURCE_DIR}/include/kreds/${name}/)
  target_sources(kreds_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/include FILES ${layer_HEADERS})
  list(TRANSFORM layer_USES PREPEND kreds::)
  target_link_libraries(kreds_${name} PUBLIC ${layer_USES} PRIVATE kreds_options ${layer_HIDES})
  if(layer_PRECOMPILES)
    list(TRANSFORM layer_PRECOMPILES PREPEND ${PROJECT_SOURCE_DIR}/include/kreds/)
    target_precompile_headers(kreds_${name} PRIVATE ${layer_PRECOMPILES})
  endif()
endfunction()

# What is tested is built as it ships; the tests themselves compile a third faster so, and run as fast.
function(kreds_test_options target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
endfunction()

# kreds_tests(NAME USES target... SOURCES file...)
# The tests of one layer, a program of its own.
function(kreds_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 tests "" "" "USES;SOURCES")
  add_executable(${name}_tests ${tests_SOURCES})
  target_link_libraries(${name}_tests PRIVATE ${tests_USES} kreds_test_main kreds_options)
  kreds_test_options(${name}_tests)
  target_precompile_headers(${name}_tests REUSE_FROM kreds_test_main)
  add_test(NAME ${name} COMMAND ${name}_tests)
endfunction()
