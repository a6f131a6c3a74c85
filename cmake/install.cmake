# What `cmake --install` puts where; docs/packaging.md tells what each is for. Components: program, and development for those who build against the library.
# SPDX-License-Identifier: Apache-2.0
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)     # neither tests nor benchmarks need to be built for it

# ---- the library as others link it: the rooms behind the public header, with the packs. pack-compiler is linked of the same rooms before there are packs, so this archive is one of its own
add_library(hearsay-public STATIC $<FILTER:$<TARGET_OBJECTS:hearsay>,EXCLUDE,${NOT_REVISED}> $<TARGET_OBJECTS:embedded_pack>)
set_target_properties(hearsay-public PROPERTIES LINKER_LANGUAGE CXX OUTPUT_NAME hearsay EXPORT_NAME hearsay ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/public)
set(PUBLIC_MODULES icu-uc icu-i18n sqlite3 libcrypto gumbo libxml-2.0 libarchive gmime-3.0 tomlplusplus)
list(JOIN PUBLIC_MODULES " " PUBLIC_MODULES)
target_compile_features(hearsay-public INTERFACE cxx_std_20)
target_include_directories(hearsay-public INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(hearsay-public INTERFACE $<INSTALL_INTERFACE:$<LINK_ONLY:PkgConfig::HearsayModules>> cld2 $<LINK_ONLY:Threads::Threads>)
set(PACKAGE_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/Hearsay)
configure_package_config_file(cmake/HearsayConfig.cmake.in ${CMAKE_BINARY_DIR}/HearsayConfig.cmake INSTALL_DESTINATION ${PACKAGE_FOLDER})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/HearsayConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(TARGETS hearsay-public EXPORT HearsayTargets ARCHIVE COMPONENT development)
install(EXPORT HearsayTargets NAMESPACE Hearsay:: DESTINATION ${PACKAGE_FOLDER} COMPONENT development)
install(FILES ${CMAKE_BINARY_DIR}/HearsayConfig.cmake ${CMAKE_BINARY_DIR}/HearsayConfigVersion.cmake DESTINATION ${PACKAGE_FOLDER} COMPONENT development)
install(FILES include/hearsay/hearsay.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/hearsay COMPONENT development)
install(DIRECTORY examples/embed DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT development)

# ---- the program, and what it tells of itself
set(HANDBOOK ${CMAKE_BINARY_DIR}/handbook)
add_custom_command(OUTPUT ${HANDBOOK}/copyright COMMAND ${CMAKE_SOURCE_DIR}/tools/handbook $<TARGET_FILE:hearsay-cli> ${PAGE_TAR} ${HANDBOOK}
  DEPENDS hearsay-cli ${PAGE_TAR} tools/handbook cmake/copyright COMMENT "Writing the manual" VERBATIM)
add_custom_target(handbook ALL DEPENDS ${HANDBOOK}/copyright)
install(TARGETS hearsay-cli RUNTIME COMPONENT program)
install(DIRECTORY ${HANDBOOK}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT program)
install(FILES ${HANDBOOK}/hearsay.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME hearsay COMPONENT program)
install(FILES ${HANDBOOK}/hearsay.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _hearsay COMPONENT program)
install(FILES ${HANDBOOK}/hearsay.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES README.md CHANGELOG.md LICENSE ${HANDBOOK}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES examples/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT program)
install(DIRECTORY examples/letters DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT program)
