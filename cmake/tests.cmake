# SPDX-License-Identifier: Apache-2.0
find_package(GTest REQUIRED)
include(GoogleTest)
file(GLOB TEST_SOURCES CONFIGURE_DEPENDS tests/*/*_test.cpp)
add_executable(hearsay-tests ${TEST_SOURCES} tests/paths.cpp $<TARGET_OBJECTS:embedded_pack> $<TARGET_OBJECTS:embedded_pages>)
target_include_directories(hearsay-tests PRIVATE src tests)
# What tests spend is spent in the library: they are built in two thirds of the time without -O3.
target_compile_options(hearsay-tests PRIVATE $<$<CONFIG:Release>:-O1>)
target_compile_definitions(hearsay-tests PRIVATE HEARSAY_VERSION="${PROJECT_VERSION}")
set_source_files_properties(tests/paths.cpp PROPERTIES COMPILE_DEFINITIONS "HEARSAY_SOURCE=\"${CMAKE_SOURCE_DIR}\";HEARSAY_BINARY=\"${CMAKE_BINARY_DIR}/hearsay\"")
# Exports are read back by the parsers that a browser or a loader would take. Only these need the headers.
set_source_files_properties(tests/export/report_test.cpp tests/export/documents_test.cpp PROPERTIES INCLUDE_DIRECTORIES "${XML_INCLUDE_DIRS}")
target_link_libraries(hearsay-tests PRIVATE hearsay GTest::gtest_main fmt::fmt tomlplusplus::tomlplusplus PkgConfig::SQLITE PkgConfig::ICU PkgConfig::HTTPLIB Threads::Threads)
gtest_discover_tests(hearsay-tests DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 600)

# The library and the packages as others get them.
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_test(NAME Install COMMAND ${CMAKE_SOURCE_DIR}/tools/install-tests ${CMAKE_BINARY_DIR})
  add_test(NAME Package COMMAND ${CMAKE_SOURCE_DIR}/tools/package-tests ${CMAKE_BINARY_DIR})
  set_tests_properties(Install Package PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300 RESOURCE_LOCK package)
endif()

# The page in a browser, against the program; says what is missing and skips where there is no Node.js or no Chromium.
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_test(NAME Page COMMAND ${CMAKE_SOURCE_DIR}/tools/page-tests $<TARGET_FILE:hearsay-cli>)
  set_tests_properties(Page PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 1200 RUN_SERIAL TRUE)
endif()

# Instructions of fixed runs against those written down; skips where they were counted with another compiler.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND HEARSAY_BENCH)
  add_test(NAME Instructions COMMAND ${CMAKE_SOURCE_DIR}/tools/instructions $<TARGET_FILE:hearsay-cli> ${CMAKE_BINARY_DIR}/hearsay-press)
  set_tests_properties(Instructions PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 1200)
endif()

# Fuzz targets run over their corpora in every build; with clang, link them with -fsanitize=fuzzer instead of fuzz/replay.cpp (docs/fuzzing.md).
file(GLOB FUZZ_SOURCES CONFIGURE_DEPENDS fuzz/*_fuzz.cpp)
foreach(source ${FUZZ_SOURCES})
  get_filename_component(target ${source} NAME_WE)
  string(REPLACE "_fuzz" "" corpus ${target})
  add_executable(${target} ${source} fuzz/replay.cpp $<TARGET_OBJECTS:no_embedded_pack>)
  target_include_directories(${target} PRIVATE src)
  target_link_libraries(${target} PRIVATE hearsay)
  add_test(NAME Fuzz.${corpus} COMMAND ${target} ${CMAKE_SOURCE_DIR}/fuzz/corpus/${corpus})
endforeach()
