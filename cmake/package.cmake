# What `cpack` makes, by tools/package: hearsay and libhearsay-dev for Debian, and one archive of both that runs from any folder. docs/packaging.md
# SPDX-License-Identifier: Apache-2.0

# ---- what Debian asks to stand in each package's folder of documents
set(CHANGELOG ${CMAKE_BINARY_DIR}/changelog)
install(CODE "
  string(TIMESTAMP day \"%a, %d %b %Y %H:%M:%S +0000\" UTC)
  file(WRITE ${CHANGELOG} \"hearsay (${PROJECT_VERSION}) unstable; urgency=medium\\n\\n  * CHANGELOG.md says what changed.\\n\\n -- Hearsay developers <developers@hearsay.example>  \${day}\\n\")
  execute_process(COMMAND gzip -9nf ${CHANGELOG} COMMAND_ERROR_IS_FATAL ANY)" ALL_COMPONENTS)
install(FILES ${CHANGELOG}.gz DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES ${CHANGELOG}.gz ${HANDBOOK}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libhearsay-dev COMPONENT development)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/package)
set(CPACK_PACKAGE_NAME hearsay)
set(CPACK_PACKAGE_VENDOR "Hearsay developers")
set(CPACK_PACKAGE_CONTACT "Hearsay developers <developers@hearsay.example>")
set(CPACK_PACKAGE_FILE_NAME hearsay-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_THREADS 0)
set(CPACK_VERBATIM_VARIABLES ON)

# ---- Debian
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME hearsay)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "sourced chronicles of Vietnamese and English news reports
Hearsay reads Vietnamese and English news reports and keeps a chronicle of
who did what to whom and when, who says so, through whom it came, and who
denies it. It counts the independent origins of each claim, and leads every
value back to the words of a report and to the rule that read them.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libhearsay-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
# Those of tools/setup whose libraries stand behind the public header; cmake/HearsayConfig.cmake.in looks for them.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libicu-dev, libsqlite3-dev, libssl-dev, libgumbo-dev, libxml2-dev, libarchive-dev, libgmime-3.0-dev, libtomlplusplus-dev, libcld2-dev, pkg-config")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "library behind hearsay, to build against
The static library that reads Vietnamese and English news reports into
analyses and chronicles, with its language packs, its header and its CMake
package. An example shows how to build against it.")
include(CPack)
